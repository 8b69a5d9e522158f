#include "plugins/plots/examples.h"
#include "plugins/plots/run_plot.h"

#include "plots.h"

#include <thalweg/plain_values.h>
#include <thalweg/table.h>

#include <QtTest>

using namespace thalweg;

namespace {

using Numbers = std::vector<double>;

/// Heights 150, 160, 170 scaled to −1, 0, 1, ages as they are; weights.
DatasetContent people()
{
    DatasetContent content;
    content.featureNames = { "height", "age" };
    content.targetName = "weight";
    content.features = Matrix(3, 2);
    content.features << -1, 20, 0, 30, 1, 70;
    content.target = Eigen::Vector3d(50, 60, 75);
    content.scaling = { { 160, 10 }, {} };
    return content;
}

std::shared_ptr<const Table> tableOf(std::vector<Column> columns)
{
    return std::make_shared<Table>(std::move(columns));
}

QStringList columnOf(const FigureContent &figure, qsizetype column)
{
    QStringList cells;
    for (const QStringList &row : shapeOf<TableLayer>(figure, 0).rows)
        cells += row[column];
    return cells;
}

class Opaque final : public Value {
public:
    const ValueType &type() const override
    {
        static const ValueType type { "opaque", "Opaque", "#000000" };
        return type;
    }
    QString text() const override { return {}; }
    QJsonObject summary() const override { return {}; }
};

} // namespace

class ValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsDataAndLineInOriginalUnits();
    void scalesAsTheModelWasScaled();
    void drawsSeveralModels();
    void drawsProbabilitiesOfTwoClasses();
    void thinsOutManyRows();
    void refusesDataThatCannotBeDrawn();
    void tabulatesTheFirstRows();
    void writesNumbersOfAColumnAlike_data();
    void writesNumbersOfAColumnAlike();
    void tabulatesWhateverHasATable();
};

void ValuesTest::drawsDataAndLineInOriginalUnits()
{
    // weight = 12 · scaled height + 0.5 · age + 10; the mean age is 40.
    const auto model = std::make_shared<Line>(
        QStringList { "height", "age" }, Eigen::Vector2d(12, 0.5), 10, false, people().scaling);
    const FigureContent figure = figureOf(
        fit(), { { "points", 3 } }, { { "dataset", std::make_shared<Dataset>(people()) }, { "model", model } });
    QCOMPARE(figure.title, QStringLiteral("weight by height"));
    QCOMPARE(figure.x.label, QStringLiteral("height"));
    QCOMPARE(figure.y.label, QStringLiteral("weight"));
    QCOMPARE(shapeOf<ScatterLayer>(figure, 0).x, Numbers({ 150, 160, 170 }));
    QCOMPARE(shapeOf<ScatterLayer>(figure, 0).y, Numbers({ 50, 60, 75 }));
    QCOMPARE(figure.layers[1].label, QStringLiteral("fit"));
    QCOMPARE(shapeOf<LineLayer>(figure, 1).x, Numbers({ 150, 160, 170 }));
    QCOMPARE(shapeOf<LineLayer>(figure, 1).y, Numbers({ 18, 30, 42 }));
}

void ValuesTest::scalesAsTheModelWasScaled()
{
    // The same line, of a model that reads unscaled heights, its features in another order.
    const auto model
        = std::make_shared<Line>(QStringList { "age", "height" }, Eigen::Vector2d(0.5, 1.2), 10 - 1.2 * 160);
    const FigureContent figure = figureOf(
        fit(), { { "points", 3 } }, { { "dataset", std::make_shared<Dataset>(people()) }, { "model", model } });
    const Numbers &y = shapeOf<LineLayer>(figure, 1).y;
    QVERIFY(std::abs(y[0] - 18) < 1e-9 && std::abs(y[1] - 30) < 1e-9 && std::abs(y[2] - 42) < 1e-9);
}

void ValuesTest::drawsSeveralModels()
{
    const QStringList names { "height", "age" };
    const FigureContent figure = figureOf(fit(), { { "feature", "age" }, { "points", 2 } },
        { { "dataset", std::make_shared<Dataset>(people()) },
            { "model", std::make_shared<Line>(names, Eigen::Vector2d(0, 1), 0), "gd" },
            { "model", std::make_shared<Line>(names, Eigen::Vector2d(0, 2), 0), "adam" } });
    QCOMPARE(figure.layers.size(), 3u);
    QCOMPARE(figure.layers[1].label, QStringLiteral("gd"));
    QCOMPARE(figure.layers[2].label, QStringLiteral("adam"));
    QVERIFY(figure.layers[1].colour != figure.layers[2].colour);
    QCOMPARE(shapeOf<LineLayer>(figure, 1).y, Numbers({ 20, 70 }));
    QCOMPARE(shapeOf<LineLayer>(figure, 2).y, Numbers({ 40, 140 }));
}

void ValuesTest::drawsProbabilitiesOfTwoClasses()
{
    DatasetContent content;
    content.featureNames = { "score" };
    content.targetName = "passed";
    content.classes = { "no", "yes" };
    content.features = Matrix(2, 1);
    content.features << -2, 2;
    content.target = Eigen::Vector2d(0, 1);
    const auto model = std::make_shared<Line>(QStringList { "score" }, Eigen::VectorXd::Ones(1), 0, true);
    const FigureContent figure = figureOf(fit(), { { "points", 3 } },
        { { "dataset", std::make_shared<Dataset>(content) }, { "model", model, "logistic" } });
    QCOMPARE(figure.y.label, QStringLiteral("passed (0 = no, 1 = yes)"));
    QCOMPARE(shapeOf<ScatterLayer>(figure, 0).y, Numbers({ 0, 1 }));
    QCOMPARE(figure.layers[1].label, QStringLiteral("logistic: P(yes)"));
    const Numbers &y = shapeOf<LineLayer>(figure, 1).y;
    QVERIFY(std::abs(y[0] - 0.11920292202211755) < 1e-15); // 1 / (1 + e²)
    QCOMPARE(y[1], 0.5);
}

void ValuesTest::thinsOutManyRows()
{
    DatasetContent content;
    content.featureNames = { "x" };
    content.targetName = "y";
    content.features = Matrix::Zero(12000, 1);
    content.features(11999, 0) = 1;
    content.target = Eigen::VectorXd::Zero(12000);
    const auto model = std::make_shared<Line>(QStringList { "x" }, Eigen::VectorXd::Ones(1), 0);
    const FigureContent figure
        = figureOf(fit(), {}, { { "dataset", std::make_shared<Dataset>(content) }, { "model", model } });
    QCOMPARE(shapeOf<ScatterLayer>(figure, 0).x.size(), 4000u);
    QCOMPARE(figure.note, QStringLiteral("4000 of 12000 rows shown"));
    QCOMPARE(shapeOf<LineLayer>(figure, 1).x.back(), 1.0); // the line spans all rows
}

void ValuesTest::refusesDataThatCannotBeDrawn()
{
    const auto model = std::make_shared<Line>(QStringList { "height", "age" }, Eigen::Vector2d(1, 1), 0);
    DatasetContent without = people();
    without.target.resize(0);
    without.targetName.clear();
    QCOMPARE(errorOf(fit(), {}, { { "dataset", std::make_shared<Dataset>(without) }, { "model", model } }),
        QStringLiteral("port dataset: needs a dataset with a target"));
    QCOMPARE(errorOf(fit(), { { "feature", "heigth" } },
                 { { "dataset", std::make_shared<Dataset>(people()) }, { "model", model } }),
        QStringLiteral("parameter feature: \"heigth\" is no feature of the dataset; did you mean \"height\"?"));
    const auto stranger = std::make_shared<Line>(QStringList { "income" }, Eigen::VectorXd::Ones(1), 0);
    QVERIFY(errorOf(fit(), {}, { { "dataset", std::make_shared<Dataset>(people()) }, { "model", stranger } })
                .startsWith("port model: \"income\" is no feature of the dataset"));
    DatasetContent three = people();
    three.classes = { "a", "b", "c" };
    three.target = Eigen::Vector3d(0, 1, 2);
    QVERIFY(errorOf(fit(), {}, { { "dataset", std::make_shared<Dataset>(three) }, { "model", model } })
                .startsWith("port dataset: needs a target of numbers or of two classes, but this has 3"));
}

void ValuesTest::tabulatesTheFirstRows()
{
    const auto table = tableOf({ { "name", TextCells { "a", QString(), "c" } },
        { "kind", CategoryCells { { "low", "high" }, { 1, 0, CategoryCells::missing } } },
        { "n", NumberCells { 1, qQNaN(), 3 } } });
    const FigureContent figure = figureOf(tablePlot(), { { "rows", 2 } }, { { "table", table } });
    QCOMPARE(figure.note, QStringLiteral("first 2 of 3 rows"));
    const auto &layer = shapeOf<TableLayer>(figure, 0);
    QCOMPARE(layer.headers, QStringList({ "name", "kind", "n" }));
    QCOMPARE(layer.rows, std::vector<QStringList>({ { "a", "high", "1" }, { "–", "low", "–" } }));
    QCOMPARE(layer.numeric, std::vector<bool>({ false, false, true }));
    QVERIFY(figureOf(tablePlot(), {}, { { "table", table } }).note.isEmpty());
}

void ValuesTest::writesNumbersOfAColumnAlike_data()
{
    QTest::addColumn<Numbers>("numbers");
    QTest::addColumn<QStringList>("cells");
    QTest::newRow("whole") << Numbers { 1, 20, 300 } << QStringList({ "1", "20", "300" });
    QTest::newRow("of a size") << Numbers { 1.5, -20.25, 3 } << QStringList({ "1.50", "-20.25", "3.00" });
    QTest::newRow("thirds") << Numbers { 1.0 / 3, 200.0 / 3 } << QStringList({ "0.3333", "66.6667" });
    QTest::newRow("of all sizes") << Numbers { 25, 5.09e-9 } << QStringList({ "25", "5.09e-09" });
    QTest::newRow("huge") << Numbers { 1.5e300 } << QStringList({ "1.5e+300" });
    QTest::newRow("not finite") << Numbers { 1.5, qInf() } << QStringList({ "1.5", "inf" });
    QTest::newRow("zero") << Numbers { 0, 0.5 } << QStringList({ "0.0", "0.5" });
}

void ValuesTest::writesNumbersOfAColumnAlike()
{
    QFETCH(Numbers, numbers);
    QFETCH(QStringList, cells);
    QCOMPARE(columnOf(figureOf(tablePlot(), {}, { { "table", tableOf({ { "x", numbers } }) } }), 0), cells);
}

void ValuesTest::tabulatesWhateverHasATable()
{
    const auto descent = descend(*seedObjective(), { 0 }, 0.1, 2);
    const FigureContent figure = figureOf(tablePlot(), {}, { { "table", descent } });
    QCOMPARE(figure.title, QStringLiteral("Descent"));
    QCOMPARE(columnOf(figure, 0), QStringList({ "0", "1", "2" }));
    QCOMPARE(columnOf(figureOf(tablePlot(), {}, { { "table", std::make_shared<Number>(7) } }), 0), QStringList("7"));
    QCOMPARE(errorOf(tablePlot(), {}, { { "table", std::make_shared<Opaque>() } }),
        QStringLiteral("port table: needs a value that has rows and columns, but this is opaque, which has none"));
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "values_test.moc"
