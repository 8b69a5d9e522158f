#include "plugins/plots/examples.h"
#include "plugins/plots/run_plot.h"

#include "plots.h"

#include <QtTest>

using namespace thalweg;

namespace {

using Numbers = std::vector<double>;
using Marker = ScatterLayer::Marker;

/// Descents of the seed's cost: the error shrinks by 1 − 2 rate a step, the cost from 25 by its square.
Arrival run(double rate, int iterations, const QString &label)
{
    return { "descent", descend(*seedObjective(), { 0 }, rate, iterations), label };
}

double finalCost(double rate, int iterations)
{
    return 25 * std::pow(1 - 2 * rate, 2 * iterations);
}

const ScatterLayer &marks(const FigureContent &figure, ScatterLayer::Marker marker)
{
    for (const Layer &layer : figure.layers)
        if (const auto *scatter = std::get_if<ScatterLayer>(&layer.shape); scatter && scatter->marker == marker)
            return *scatter;
    throw std::logic_error("there are no such marks");
}

double colourAt(const HeatMapLayer &map, double x, double y)
{
    const auto nearest = [](const Numbers &places, double place) {
        return std::ranges::min_element(places, {}, [place](double p) { return std::abs(p - place); }) - places.begin();
    };
    return map.grid.z[static_cast<std::size_t>(
        nearest(map.grid.y, y) * static_cast<std::ptrdiff_t>(map.grid.x.size()) + nearest(map.grid.x, x))];
}

} // namespace

class SweepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneSweptParameterIsALine();
    void twoSweptParametersAreCells();
    void countsTheStepsToATolerance();
    void aLogSweepStandsOnALogAxis();
    void refusesWhatIsNoSweep_data();
    void refusesWhatIsNoSweep();
};

void SweepTest::oneSweptParameterIsALine()
{
    const FigureContent figure = figureOf(sweepPlot(), {},
        { run(0.3, 5, "rate = 0.3"), run(0.1, 5, "rate = 0.1"), run(0.2, 5, "rate = 0.2"), run(1.5, 5, "rate = 1.5") });
    QCOMPARE(figure.title, QStringLiteral("Final cost by rate"));
    QCOMPARE(figure.x.label, QStringLiteral("rate"));
    const auto &line = shapeOf<LineLayer>(figure, 0);
    QCOMPARE(line.x, Numbers({ 0.1, 0.2, 0.3, 1.5 }));
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(std::abs(line.y[i] - finalCost(line.x[i], 5)) < 1e-12);
    QVERIFY(std::isnan(line.y[3])); // at 1.5 the error doubles
    QCOMPARE(marks(figure, Marker::Cross).x, Numbers({ 1.5 }));
    QCOMPARE(figure.note, QStringLiteral("★ lowest: %1 at rate = 0.3; × diverged").arg(finalCost(0.3, 5), 0, 'g', 6));
}

void SweepTest::twoSweptParametersAreCells()
{
    std::vector<Arrival> runs;
    for (int iterations : { 2, 4 })
        for (double rate : { 0.1, 0.2, 1.1 })
            runs.push_back(
                run(rate, iterations, QStringLiteral("iterations = %1, rate = %2").arg(iterations).arg(rate)));
    const FigureContent figure = figureOf(sweepPlot(), {}, runs);
    QCOMPARE(figure.title, QStringLiteral("Final cost by iterations and rate"));
    QCOMPARE(*figure.x.minimum, 1.0);
    QCOMPARE(*figure.x.maximum, 5.0);
    QCOMPARE(figure.y.label, QStringLiteral("log₁₀ rate"));
    const auto &map = shapeOf<HeatMapLayer>(figure, 0);
    for (int iterations : { 2, 4 }) {
        for (double rate : { 0.1, 0.2 })
            QVERIFY(std::abs(colourAt(map, iterations, std::log10(rate)) - finalCost(rate, iterations)) < 1e-12);
        QVERIFY(std::isnan(colourAt(map, iterations, std::log10(1.1))));
    }
    // Cells meet half-way between 2 and 4.
    QVERIFY(std::abs(colourAt(map, 2.97, std::log10(0.1)) - finalCost(0.1, 2)) < 1e-12);
    QVERIFY(std::abs(colourAt(map, 3.03, std::log10(0.1)) - finalCost(0.1, 4)) < 1e-12);
    QCOMPARE(marks(figure, Marker::Cross).x, Numbers({ 2, 4 }));
    QCOMPARE(marks(figure, Marker::Star).x, Numbers({ 4 }));
    QVERIFY(std::abs(marks(figure, Marker::Star).y.front() - std::log10(0.2)) < 1e-15);
}

void SweepTest::countsTheStepsToATolerance()
{
    // A tenth of the way is left where (1 − 2 rate)²ᵏ ≤ 0.1 and a little, the lowest cost being that of rate 0.4 at k
    // = 20.
    const FigureContent figure = figureOf(sweepPlot(), { { "quantity", "steps" }, { "tolerance", 0.1 } },
        { run(0.1, 20, "rate = 0.1"), run(0.25, 20, "rate = 0.25"), run(0.4, 20, "rate = 0.4"),
            run(0.001, 20, "rate = 0.001") });
    // 0.8¹⁰ = 0.107 and 0.8¹² = 0.069; 0.5² = 0.25 and 0.5⁴ = 0.06; 0.2² = 0.04; 0.998⁴⁰ = 0.92
    QCOMPARE(marks(figure, Marker::Circle).x, Numbers({ 0.001 }));
    const auto &line = shapeOf<LineLayer>(figure, 0);
    QVERIFY(std::isnan(line.y[0]));
    QCOMPARE(Numbers(line.y.begin() + 1, line.y.end()), Numbers({ 6, 2, 1 }));
    QCOMPARE(figure.note, QStringLiteral("★ fewest steps: 1 at rate = 0.4; ○ not within the tolerance"));
}

void SweepTest::aLogSweepStandsOnALogAxis()
{
    const auto scale = [](const Numbers &rates) {
        std::vector<Arrival> runs;
        for (double rate : rates)
            runs.push_back(run(rate, 3, QStringLiteral("gd, rate = %1").arg(rate)));
        return figureOf(sweepPlot(), {}, runs).x.scale;
    };
    QVERIFY(scale({ 0.001, 0.01, 0.1 }) == FigureAxis::Scale::Log);
    QVERIFY(scale({ 0.1, 0.2, 0.3 }) == FigureAxis::Scale::Linear);
    QVERIFY(scale({ 0, 0.01, 0.1 }) == FigureAxis::Scale::Linear);
    QVERIFY(scale({ 0.0001, 0.1 }) == FigureAxis::Scale::Log);
}

void SweepTest::refusesWhatIsNoSweep_data()
{
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QString>("error");
    QTest::newRow("one run") << QStringList { "gd" }
                             << "port descent: needs the runs of a sweep: sources.range → a parameter of the optimizer";
    QTest::newRow("words") << QStringList { "start = zeros" }
                           << "port descent: a sweep that is drawn must be over numbers, but one run has start = zeros";
    QTest::newRow("three")
        << QStringList { "a = 1, b = 2, c = 3" }
        << "port descent: takes a sweep over one or two parameters, but this is over 3: a = 1, b = 2, "
           "c = 3";
    QTest::newRow("twice") << QStringList { "a, rate = 1", "b, rate = 1" }
                           << "port descent: two runs stand at b, rate = 1; link one sweep only";
    QTest::newRow("two sweeps") << QStringList { "rate = 1",
        "beta = 1" } << "port descent: all runs must be of one sweep, but there are \"rate = 1\" and \"beta = 1\"";
    QTest::newRow("holes") << QStringList { "a = 1, b = 1", "a = 2, b = 2" }
                           << "port descent: the sweep has no run at some of its places";
}

void SweepTest::refusesWhatIsNoSweep()
{
    QFETCH(QStringList, labels);
    QFETCH(QString, error);
    std::vector<Arrival> runs;
    for (const QString &label : labels)
        runs.push_back(run(0.1, 2, label));
    QCOMPARE(errorOf(sweepPlot(), {}, runs), error);
}

QTEST_GUILESS_MAIN(SweepTest)
#include "sweep_test.moc"
