#include "support/data.h"
#include "support/run_node.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

class DatasetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAllOtherNumberColumnsInTheirOrder();
    void takesNamedColumnsInTheOrderOfTheirNames();
    void codesClassesInAlphabeticalOrder();
    void countsOnlyLevelsThatOccur();
    void turnsACategoryIntoOneFeatureALevelButTheFirst();
    void hasNoTargetWhereNoneIsNamed();
    void dropsRowsWithMissingCellsInColumnsThatAreUsed();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

ValuePtr fruits()
{
    return std::make_shared<Table>(std::vector<Column> {
        { "weight", NumberCells { 150, 5, 160, 120 } },
        { "kind", CategoryCells { { "pear", "cherry", "apple", "fig" }, { 0, 1, 2, 2 } } },
        { "name", TextCells { "one", "two", "three", "two" } },
        { "picked", TimeCells { { 0, 1, 2, 3 } } },
        { "gaps", NumberCells { 1, missing, 3, missing } },
        { "size", NumberCells { 7, 2, 8, 6 } },
        { "place", CategoryCells { { "b", "a" }, { 0, CategoryCells::missing, 1, 0 } } },
        { "endless", NumberCells { 1, 2, std::numeric_limits<double>::infinity(), 4 } },
    });
}

std::shared_ptr<const Dataset> made(const QJsonObject &parameters, const ValuePtr &table = fruits())
{
    return output<Dataset>(thalwegNodeTypes(), "tables.dataset", "dataset", parameters, { { "table", table } });
}

} // namespace

void DatasetTest::takesAllOtherNumberColumnsInTheirOrder()
{
    const ValuePtr table = std::make_shared<Table>(std::vector<Column> { { "a", NumberCells { 1, 2 } },
        { "t", TextCells { "x", "y" } }, { "y", NumberCells { 3, 4 } }, { "b", NumberCells { 5, 6 } } });
    const auto dataset = made({ { "target", "y" } }, table);
    QCOMPARE(dataset->featureNames(), QStringList({ "a", "b" }));
    QCOMPARE(feature(*dataset, 0), (std::vector<double> { 1, 2 }));
    QCOMPARE(feature(*dataset, 1), (std::vector<double> { 5, 6 }));
    QCOMPARE(dataset->targetName(), QString("y"));
    QCOMPARE(targetOf(*dataset), (std::vector<double> { 3, 4 }));
    QVERIFY(dataset->classes().isEmpty());
    QCOMPARE(dataset->scaling(), (std::vector<Scaling>(2)));
}

void DatasetTest::takesNamedColumnsInTheOrderOfTheirNames()
{
    const auto dataset = made({ { "features", QJsonArray { "size", "weight" } }, { "target", "kind" } });
    QCOMPARE(dataset->featureNames(), QStringList({ "size", "weight" }));
    QCOMPARE(feature(*dataset, 0), (std::vector<double> { 7, 2, 8, 6 }));
}

void DatasetTest::codesClassesInAlphabeticalOrder()
{
    const auto byCategory = made({ { "features", QJsonArray { "size" } }, { "target", "kind" } });
    QCOMPARE(byCategory->classes(), QStringList({ "apple", "cherry", "pear" }));
    QCOMPARE(targetOf(*byCategory), (std::vector<double> { 2, 1, 0, 0 }));
    const auto byText = made({ { "features", QJsonArray { "size" } }, { "target", "name" } });
    QCOMPARE(byText->classes(), QStringList({ "one", "three", "two" }));
    QCOMPARE(targetOf(*byText), (std::vector<double> { 0, 2, 1, 2 }));
}

void DatasetTest::countsOnlyLevelsThatOccur()
{
    // Row 2 is the only cherry, and is dropped.
    const auto dataset = made({ { "features", QJsonArray { "gaps" } }, { "target", "kind" }, { "missing", "drop" } });
    QCOMPARE(dataset->classes(), QStringList({ "apple", "pear" }));
    QCOMPARE(targetOf(*dataset), (std::vector<double> { 1, 0 }));
}

void DatasetTest::turnsACategoryIntoOneFeatureALevelButTheFirst()
{
    const auto dataset = made({ { "features", QJsonArray { "kind", "size", "name" } } });
    QCOMPARE(dataset->featureNames(), QStringList({ "kind=cherry", "kind=pear", "size", "name=three", "name=two" }));
    QCOMPARE(feature(*dataset, 0), (std::vector<double> { 0, 1, 0, 0 }));
    QCOMPARE(feature(*dataset, 1), (std::vector<double> { 1, 0, 0, 0 }));
    QCOMPARE(feature(*dataset, 4), (std::vector<double> { 0, 1, 0, 1 }));
}

void DatasetTest::hasNoTargetWhereNoneIsNamed()
{
    const auto dataset = made({ { "features", QJsonArray { "size" } } });
    QVERIFY(!dataset->hasTarget());
    QCOMPARE(dataset->rowCount(), 4);
}

void DatasetTest::dropsRowsWithMissingCellsInColumnsThatAreUsed()
{
    const auto dataset = made({ { "features", QJsonArray { "size" } }, { "target", "place" }, { "missing", "drop" } });
    QCOMPARE(feature(*dataset, 0), (std::vector<double> { 7, 8, 6 }));
    QCOMPARE(targetOf(*dataset), (std::vector<double> { 1, 0, 1 }));
}

void DatasetTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QString>("start");
    const auto row = [](const char *name, const QJsonArray &features, const QString &target, const QString &start,
                         const QString &missing = "refuse") {
        QTest::newRow(name) << QJsonObject { { "features", features }, { "target", target }, { "missing", missing } }
                            << start;
    };
    row("a slip of the pen", { "wieght" }, "kind",
        "parameter features: there is no column \"wieght\"; did you mean \"weight\"?");
    row("a target that is not there", { "size" }, "q",
        "parameter target: there is no column \"q\"; there are: weight,");
    row("the target as a feature", { "size", "weight" }, "weight",
        "parameter features: \"weight\" is the target already");
    row("a feature twice", { "size", "size" }, "weight", "parameter features: \"size\" stands twice");
    row("times as a feature", { "picked" }, "weight", "parameter features: \"picked\" is a column of times");
    row("times as a target", { "size" }, "picked", "parameter target: \"picked\" is a column of times");
    row("missing cells", { "size", "gaps" }, "weight",
        "port table: column \"gaps\" has 2 missing cells, the first in row 2; set missing to drop");
    row("a missing target", { "size" }, "place", "port table: column \"place\" has 1 missing cell, the first in row 2");
    row("a number that is infinite", { "endless" }, "weight", "port table: column \"endless\" is infinite in row 3");
    row("a target that is infinite", { "size" }, "endless", "port table: column \"endless\" is infinite in row 3");
}

void DatasetTest::saysWhatIsWrong()
{
    QFETCH(QJsonObject, parameters);
    QFETCH(QString, start);
    const QString error = errorOf(thalwegNodeTypes(), "tables.dataset", parameters, { { "table", fruits() } });
    QCOMPARE(error.left(start.size()), start);

    const auto refusal = [](std::vector<Column> columns, const QJsonObject &settings) {
        return errorOf(thalwegNodeTypes(), "tables.dataset", settings,
            { { "table", std::make_shared<Table>(std::move(columns)) } });
    };
    QCOMPARE(refusal({ { "a", NumberCells {} } }, {}), QString("port table: has no rows"));
    QCOMPARE(refusal({ { "a", NumberCells { missing } } }, { { "missing", "drop" } }),
        QString("port table: has a missing cell in every row; use other features"));
    QCOMPARE(refusal({ { "a", TextCells { "x" } }, { "y", NumberCells { 1 } } }, { { "target", "y" } }),
        QString("port table: has no column of numbers beside the target; name the columns to use in features"));
    QCOMPARE(refusal({ { "a", TextCells { "x", "x" } } }, { { "features", QJsonArray { "a" } } }),
        QString("parameter features: column \"a\" has a single level, which tells nothing"));
    QCOMPARE(refusal({ { "a", TextCells { "x", "y" } }, { "a=y", NumberCells { 1, 2 } } },
                 { { "features", QJsonArray { "a", "a=y" } } }),
        QString("parameter features: \"a=y\" would be the name of two features; rename one of the columns"));
    TextCells many;
    for (int i = 0; i < 101; ++i)
        many.push_back(QString::number(i));
    QCOMPARE(refusal({ { "id", many }, { "x", NumberCells(101, 1) } }, { { "target", "id" } }),
        QString("port table: column \"id\" has more than 100 different texts, which is too many for classes"));
}

QTEST_GUILESS_MAIN(DatasetTest)
#include "dataset_test.moc"
