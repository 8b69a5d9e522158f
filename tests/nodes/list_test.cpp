#include <thalweg/list.h>
#include <thalweg/plain_values.h>
#include <thalweg/table.h>

#include <QtTest>

using namespace thalweg;

namespace {

/// The numbers 0 … 5 along batch_size = 8, 32 and rate = 0.1, 0.2, 0.3.
List grid()
{
    std::vector<ValuePtr> items;
    for (int i = 0; i < 6; ++i)
        items.push_back(std::make_shared<Number>(i));
    return { { { "batch_size", { 8, 32 } }, { "rate", { 0.1, 0.2, 0.3 } } }, items, Number::staticType() };
}

ValuePtr tableOf(std::vector<Column> columns)
{
    return std::make_shared<Table>(std::move(columns));
}

List alongRate(std::vector<ValuePtr> items)
{
    QJsonArray rates;
    for (std::size_t i = 0; i < items.size(); ++i)
        rates.append(0.5 * static_cast<double>(i + 1));
    return { { { "rate", rates } }, std::move(items), Table::staticType() };
}

QStringList texts(const Column &column)
{
    QStringList texts;
    for (std::size_t row = 0; row < column.size(); ++row)
        texts += column.text(row);
    return texts;
}

} // namespace

class ListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsInRowMajorOrder();
    void labelsPointsAndTextsAlike();
    void isATableWithAColumnAnAxis();
    void repeatsTheAxisForEachRowOfAnItem();
    void keepsAColumnThatIsCalledAsAnAxis();
    void mergesTheLevelsOfCategories();
    void joinsTextsAndTimes();
    void isNoTableWhereItsItemsHaveNoCommonColumns();
    void writesAnAxisOfTextsAsTexts();
    void summarizesItself();
    void refusesAxesAndItemsThatDoNotFit();
};

void ListTest::standsInRowMajorOrder()
{
    const List list = grid();
    QCOMPARE(list.label(0), QString("batch_size = 8, rate = 0.1"));
    QCOMPARE(list.label(1), QString("batch_size = 8, rate = 0.2"));
    QCOMPARE(list.label(3), QString("batch_size = 32, rate = 0.1"));
    QCOMPARE(list.label(5), QString("batch_size = 32, rate = 0.3"));
    QCOMPARE(placeLabel({}, 0), QString());
    QCOMPARE(placeLabel({ { "", { 3, 4 } } }, 1), QString("4"));
}

void ListTest::labelsPointsAndTextsAlike()
{
    const std::vector<Axis> axes { { "kind", { "adam", "sgd" } },
        { "start", { QJsonArray { 0, 0.5 }, QJsonObject { { "theta", 1 } } } } };
    QCOMPARE(placeLabel(axes, 0), QString("kind = adam, start = [0,0.5]"));
    QCOMPARE(placeLabel(axes, 3), QString("kind = sgd, start = {\"theta\":1}"));
}

void ListTest::isATableWithAColumnAnAxis()
{
    const auto table = grid().table();
    QCOMPARE(table->rowCount(), std::size_t(6));
    QCOMPARE(table->columns().size(), std::size_t(3));
    QCOMPARE(table->columns()[0].name, QString("batch_size"));
    QCOMPARE(table->columns()[1].name, QString("rate"));
    QVERIFY(*table->columns()[0].numbers() == (NumberCells { 8, 8, 8, 32, 32, 32 }));
    QVERIFY(*table->columns()[1].numbers() == (NumberCells { 0.1, 0.2, 0.3, 0.1, 0.2, 0.3 }));
    QVERIFY(*table->find("value")->numbers() == (NumberCells { 0, 1, 2, 3, 4, 5 }));
}

void ListTest::repeatsTheAxisForEachRowOfAnItem()
{
    const auto table = alongRate({ tableOf({ { "x", NumberCells { 1, 2, 3 } } }), tableOf({ { "x", NumberCells {} } }),
                                     tableOf({ { "x", NumberCells { 4 } } }) })
                           .table();
    QVERIFY(*table->find("rate")->numbers() == (NumberCells { 0.5, 0.5, 0.5, 1.5 }));
    QVERIFY(*table->find("x")->numbers() == (NumberCells { 1, 2, 3, 4 }));
}

void ListTest::keepsAColumnThatIsCalledAsAnAxis()
{
    // As that of a descent whose rate changes from step to step.
    const auto table
        = alongRate({ tableOf({ { "rate", NumberCells { 0.5, 0.25 } }, { "table rate", NumberCells { 7, 8 } } }) })
              .table();
    QCOMPARE(table->columns().size(), std::size_t(3));
    QVERIFY(*table->find("rate")->numbers() == (NumberCells { 0.5, 0.5 }));
    QVERIFY(*table->columns()[1].numbers() == (NumberCells { 0.5, 0.25 }));
    QVERIFY(*table->columns()[2].numbers() == (NumberCells { 7, 8 }));
}

void ListTest::mergesTheLevelsOfCategories()
{
    const int missing = CategoryCells::missing;
    const auto table
        = alongRate({ tableOf({ { "city", CategoryCells { { "Bern", "Genf" }, { 0, 1 } } } }),
                        tableOf({ { "city", CategoryCells { { "Basel", "Bern", "Chur" }, { 1, 0, missing } } } }) })
              .table();
    const Column &city = *table->find("city");
    QCOMPARE(texts(city), QStringList({ "Bern", "Genf", "Bern", "Basel", QString() }));
    const auto &cells = std::get<CategoryCells>(city.cells);
    QCOMPARE(
        QSet<QString>(cells.levels.begin(), cells.levels.end()).size(), static_cast<qsizetype>(cells.levels.size()));
    QVERIFY(city.isMissing(4));
}

void ListTest::joinsTextsAndTimes()
{
    const auto item = [](const QString &text, std::int64_t time) {
        return tableOf({ { "note", TextCells { text } }, { "day", TimeCells { { time } } } });
    };
    const auto table = alongRate({ item("a", 0), item(QString(), TimeCells::missing) }).table();
    QCOMPARE(texts(*table->find("note")), QStringList({ "a", QString() }));
    QVERIFY(table->find("note")->isMissing(1));
    QCOMPARE(texts(*table->find("day")), QStringList({ "1970-01-01T00:00:00Z", QString() }));
}

void ListTest::isNoTableWhereItsItemsHaveNoCommonColumns()
{
    const auto x = tableOf({ { "x", NumberCells { 1 } } });
    QVERIFY(!alongRate({ x, tableOf({ { "y", NumberCells { 1 } } }) }).table());
    QVERIFY(!alongRate({ x, tableOf({ { "x", TextCells { "1" } } }) }).table());
    QVERIFY(!alongRate({ x, tableOf({ { "x", NumberCells { 1 } }, { "y", NumberCells { 1 } } }) }).table());
    QVERIFY(!alongRate({}).table());
}

void ListTest::writesAnAxisOfTextsAsTexts()
{
    const List list({ { "kind", { "adam", "sgd" } } }, { std::make_shared<Number>(1), std::make_shared<Number>(2) },
        Number::staticType());
    QCOMPARE(texts(*list.table()->find("kind")), QStringList({ "adam", "sgd" }));
}

void ListTest::summarizesItself()
{
    const List list({ { "rate", { 0.1, 0.2 } } }, { std::make_shared<Number>(1), std::make_shared<Number>(2) },
        Number::staticType());
    const QJsonObject expected { { "type", "list" }, { "axes", QJsonObject { { "rate", QJsonArray { 0.1, 0.2 } } } },
        { "items",
            QJsonArray { QJsonObject { { "type", "number" }, { "value", 1 } },
                QJsonObject { { "type", "number" }, { "value", 2 } } } } };
    QCOMPARE(typedSummary(list), expected);
}

void ListTest::refusesAxesAndItemsThatDoNotFit()
{
    const std::vector<ValuePtr> two { std::make_shared<Number>(1), std::make_shared<Number>(2) };
    const auto list = [&](const std::vector<Axis> &axes, const std::vector<ValuePtr> &items) {
        return List(axes, items, Number::staticType());
    };
    QVERIFY_EXCEPTION_THROWN(list({ { "rate", { 1, 2, 3 } } }, two), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(list({}, two), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(list({ { "rate", { 1 } }, { "batch_size", { 1, 2 } } }, two), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(list({ { "rate", { 1, 2 } } }, { two[0], nullptr }), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(list({ { "rate", { 1, 2 } } }, { two[0], std::make_shared<Text>("2") }), std::logic_error);
    QCOMPARE(list({}, { two[0] }).items().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(ListTest)
#include "list_test.moc"
