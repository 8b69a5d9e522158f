#include "plugins/plots/run_plot.h"

#include "plots.h"

#include <thalweg/table.h>

#include <QtTest>

#include <numeric>

using namespace thalweg;

namespace {

using Numbers = std::vector<double>;

ValuePtr tableOf(std::vector<Column> columns)
{
    return std::make_shared<Table>(std::move(columns));
}

FigureContent draw(const Numbers &numbers, const QJsonObject &parameters = {})
{
    return figureOf(histogram(), parameters, { { "table", tableOf({ { "x", numbers } }) } });
}

} // namespace

class HistogramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void binsAreAsWideAsTheQuartilesSay();
    void whereTheQuartilesAreEqualSturgesDecides();
    void aConstantIsOneBar();
    void everyNumberIsInOneBin();
    void densitiesHaveTheAreaOne();
    void divisionKeepsTheBins();
    void missingCellsAreLeftOutAndTold();
    void refusesWhatHasNoNumbers();
};

void HistogramTest::binsAreAsWideAsTheQuartilesSay()
{
    // 0 … 63: quartiles 15.75 and 47.25, ∛64 = 4, so bins of 15.75, of which 63 takes 4.
    Numbers numbers(64);
    std::iota(numbers.begin(), numbers.end(), 0);
    const FigureContent figure = draw(numbers);
    const auto &bars = shapeOf<BarLayer>(figure, 0);
    QCOMPARE(bars.width, 15.75);
    QCOMPARE(bars.x, Numbers({ 7.875, 23.625, 39.375, 55.125 }));
    QCOMPARE(bars.height, Numbers({ 16, 16, 16, 16 }));
    QCOMPARE(figure.note, QStringLiteral("bins: 4 of width 15.75 (Freedman and Diaconis)"));
    QCOMPARE(figure.title, QStringLiteral("Distribution of x"));
}

void HistogramTest::whereTheQuartilesAreEqualSturgesDecides()
{
    Numbers numbers(16, 5);
    numbers[0] = 0;
    numbers[15] = 10;
    const FigureContent figure = draw(numbers);
    QCOMPARE(figure.note, QStringLiteral("bins: 5 of width 2 (Sturges)")); // log₂ 16 + 1
    QCOMPARE(shapeOf<BarLayer>(figure, 0).height, Numbers({ 1, 0, 14, 0, 1 }));
    // One number far off would make two million bins.
    Numbers lone(64);
    std::iota(lone.begin(), lone.end(), 0);
    lone.back() = 3e7;
    QVERIFY(draw(lone).note.endsWith("(Sturges)"));
}

void HistogramTest::aConstantIsOneBar()
{
    const auto bars = shapeOf<BarLayer>(draw({ 7, 7, 7 }), 0);
    QCOMPARE(bars.x, Numbers({ 7 }));
    QCOMPARE(bars.height, Numbers({ 3 }));
    QVERIFY(draw({}).layers.empty());
}

void HistogramTest::everyNumberIsInOneBin()
{
    const auto bars = shapeOf<BarLayer>(draw({ 0, 1, 2, 3, 4 }, { { "bins", 2 } }), 0);
    QCOMPARE(bars.height, Numbers({ 2, 3 })); // 2 is the lower end of the second, 4 the upper
}

void HistogramTest::densitiesHaveTheAreaOne()
{
    const auto bars = shapeOf<BarLayer>(draw({ 0, 1, 1, 4 }, { { "bins", 2 }, { "height", "density" } }), 0);
    QCOMPARE(bars.height, Numbers({ 0.375, 0.125 })); // 3 of 4 and 1 of 4, over 2
}

void HistogramTest::divisionKeepsTheBins()
{
    const auto table = tableOf(
        { { "x", Numbers { 0, 1, 9, 10 } }, { "sex", CategoryCells { { "f", "unseen", "m" }, { 2, 0, 2, 2 } } } });
    const FigureContent figure = figureOf(histogram(), { { "by", "sex" }, { "bins", 2 } }, { { "table", table } });
    QCOMPARE(figure.layers.size(), 2u);
    QCOMPARE(figure.layers[0].label, QStringLiteral("f"));
    QCOMPARE(shapeOf<BarLayer>(figure, 0).height, Numbers({ 1, 0 }));
    QCOMPARE(figure.layers[1].label, QStringLiteral("m"));
    QCOMPARE(shapeOf<BarLayer>(figure, 1).height, Numbers({ 1, 2 }));
    QCOMPARE(shapeOf<BarLayer>(figure, 0).x, shapeOf<BarLayer>(figure, 1).x);
    QVERIFY(figure.layers[0].opacity < 1);
}

void HistogramTest::missingCellsAreLeftOutAndTold()
{
    const FigureContent figure = draw({ 1, qQNaN(), 3, qQNaN() }, { { "bins", 1 } });
    QCOMPARE(shapeOf<BarLayer>(figure, 0).height, Numbers({ 2 }));
    QCOMPARE(figure.note, QStringLiteral("bins: 1 of width 2 (as asked for); 2 missing cells are left out"));
}

void HistogramTest::refusesWhatHasNoNumbers()
{
    const auto table
        = tableOf({ { "name", TextCells { "a", "b" } }, { "x", Numbers { 1, 2 } }, { "z", Numbers { 1, 2 } } });
    const auto error = [&](const QJsonObject &parameters) {
        return errorOf(histogram(), parameters, { { "table", table } });
    };
    QCOMPARE(error({ { "columns", QJsonArray { "name" } } }),
        QStringLiteral("parameter columns: \"name\" has no numbers but is of kind text; use it to divide by"));
    QCOMPARE(error({ { "columns", QJsonArray { "x", "z" } }, { "by", "name" } }),
        QStringLiteral("parameter by: divides one column, but 2 are named"));
    QCOMPARE(errorOf(histogram(), {}, { { "table", tableOf({ { "name", TextCells { "a" } } }) } }),
        QStringLiteral("port table: needs a table with a column of numbers"));
    QCOMPARE(figureOf(histogram(), {}, { { "table", table } }).x.label, QStringLiteral("x"));
}

QTEST_GUILESS_MAIN(HistogramTest)
#include "histogram_test.moc"
