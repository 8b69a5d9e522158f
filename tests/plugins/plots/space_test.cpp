#include "plugins/plots/examples.h"
#include "plugins/plots/run_plot.h"

#include "plots.h"

#include <QtTest>

#include <stdexcept>

using namespace thalweg;

namespace {

using Numbers = std::vector<double>;

/// (a − 1)² + 2 (b + 1)² + 3 (c − 2)².
const auto bowl
    = std::make_shared<Bowl>(QStringList { "theta_0", "theta_1", "c" }, Numbers { 1, 2, 3 }, Numbers { 1, -1, 2 });

double cost(double a, double b, double c)
{
    return (a - 1) * (a - 1) + 2 * (b + 1) * (b + 1) + 3 * (c - 2) * (c - 2);
}

const QJsonObject frame { { "x_from", -1 }, { "x_to", 3 }, { "y_from", 0 }, { "y_to", 2 }, { "resolution", 3 } };

class Stopper final : public RunContext {
public:
    bool goOn() override { return false; }
};

} // namespace

class SpaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsTheCostOverTwoParameters();
    void drawsPathsWithTheirStartsAndEnds();
    void choosesARangeThatShowsThePaths();
    void takesTheParametersByName();
    void usesLogarithmsWhereDecadesAreSpanned();
    void drawsTheSurfaceWithPathsOnIt();
    void theSurfaceIsLogarithmicInHeightAndColour();
    void refusesWhatCannotBeMapped();
    void stopsWhenTheRunIsStopped();
};

void SpaceTest::mapsTheCostOverTwoParameters()
{
    const FigureContent figure = figureOf(contour(), frame, { { "objective", bowl } });
    QCOMPARE(figure.title, QStringLiteral("Contours of J(θ₀, θ₁)"));
    QCOMPARE(figure.note, QStringLiteral("at c = 0"));
    QCOMPARE(figure.x.label, QStringLiteral("θ₀"));
    QCOMPARE(figure.y.label, QStringLiteral("θ₁"));
    QCOMPARE(figure.x.parameter, QStringLiteral("theta_0"));
    QCOMPARE(figure.y.parameter, QStringLiteral("theta_1"));
    QCOMPARE(figure.x.minimum, std::optional(-1.0));
    QCOMPARE(figure.y.maximum, std::optional(2.0));
    const auto &map = shapeOf<HeatMapLayer>(figure, 0);
    QCOMPARE(map.colourLabel, QStringLiteral("J(θ₀, θ₁)"));
    QCOMPARE(map.grid.x, Numbers({ -1, 1, 3 }));
    QCOMPARE(map.grid.y, Numbers({ 0, 1, 2 }));
    Numbers expected;
    for (double b : { 0, 1, 2 })
        for (double a : { -1, 1, 3 })
            expected.push_back(cost(a, b, 0));
    QCOMPARE(map.grid.z, expected);
    QVERIFY(!map.logColours);
    const auto &lines = shapeOf<ContourLayer>(figure, 1);
    QVERIFY(!lines.levels.empty() && lines.levels.size() <= 15);
    for (double level : lines.levels)
        QVERIFY(level > 14 && level < 34);
}

void SpaceTest::drawsPathsWithTheirStartsAndEnds()
{
    const auto one = descend(*bowl, { 0, 0, 0 }, 0.125, 2);
    const auto two = descend(*bowl, { 3, 3, 3 }, 0.125, 1);
    const FigureContent figure = figureOf(contour(), { { "levels", 0 } },
        { { "objective", bowl }, { "descent", one, "one" }, { "descent", two, "two" } });
    QCOMPARE(figure.layers.size(), 7u);
    QCOMPARE(figure.layers[1].label, QStringLiteral("one"));
    QCOMPARE(figure.layers[4].label, QStringLiteral("two"));
    QCOMPARE(figure.layers[1].epochsAStep, 1.0); // every update read all rows
    QCOMPARE(figure.layers[1].colour, 0);
    QCOMPARE(figure.layers[4].colour, 1);
    QVERIFY(figure.layers[1].follow == Follow::UpTo);
    // a: 1 − (3/4)ᵏ, b: −1 + (1/2)ᵏ.
    QCOMPARE(shapeOf<LineLayer>(figure, 1).x, Numbers({ 0, 0.25, 0.4375 }));
    QCOMPARE(shapeOf<LineLayer>(figure, 1).y, Numbers({ 0, -0.5, -0.75 }));
    QCOMPARE(shapeOf<ScatterLayer>(figure, 2).x, Numbers({ 0 }));
    QVERIFY(figure.layers[3].follow == Follow::Only);
    QCOMPARE(shapeOf<ScatterLayer>(figure, 3).x.back(), 0.4375);
    // All else is held where the last descent ended: c = 2 + 1 · 1/4.
    QCOMPARE(figure.note, QStringLiteral("at c = 2.25"));
}

void SpaceTest::choosesARangeThatShowsThePaths()
{
    const auto descent = descend(*bowl, { -3, 4, 0 }, 0.1, 100);
    const FigureContent figure = figureOf(contour(), {}, { { "objective", bowl }, { "descent", descent } });
    QVERIFY(*figure.x.minimum < -3 && *figure.x.minimum > -4);
    QVERIFY(*figure.x.maximum > 2 && *figure.x.maximum < 5); // beyond the minimum at 1
    QVERIFY(*figure.y.minimum < -2 && *figure.y.maximum > 4);
}

void SpaceTest::takesTheParametersByName()
{
    QJsonObject parameters = frame;
    parameters.insert("x", "c");
    const FigureContent figure = figureOf(contour(), parameters, { { "objective", bowl } });
    QCOMPARE(figure.x.label, QStringLiteral("c"));
    QCOMPARE(figure.y.label, QStringLiteral("θ₁"));
    QCOMPARE(shapeOf<HeatMapLayer>(figure, 0).grid.z[1], cost(0, 0, 1));
    parameters = frame;
    parameters.insert("y", "theta_0");
    const FigureContent turned = figureOf(contour(), parameters, { { "objective", bowl } });
    QCOMPARE(turned.x.label, QStringLiteral("θ₁"));
    QCOMPARE(turned.y.label, QStringLiteral("θ₀"));
}

void SpaceTest::usesLogarithmsWhereDecadesAreSpanned()
{
    // c held at 2.0000…, so that the cost comes near 0 at (1, −1), but not to it.
    const auto descent = descend(*bowl, { 0, 0, 0 }, 0.125, 8);
    QJsonObject parameters { { "x_from", -100 }, { "x_to", 100 }, { "y_from", -100 }, { "y_to", 100 } };
    const std::vector<Arrival> arrivals { { "objective", bowl }, { "descent", descent } };
    const FigureContent figure = figureOf(contour(), parameters, arrivals);
    QVERIFY(shapeOf<HeatMapLayer>(figure, 0).logColours);
    QVERIFY(*shapeOf<HeatMapLayer>(figure, 0).minimum > 0);
    const std::vector<double> &levels = shapeOf<ContourLayer>(figure, 1).levels;
    QVERIFY(std::ranges::find(levels, 1000.0) != levels.end());
    parameters.insert("scale", "linear");
    QVERIFY(!shapeOf<HeatMapLayer>(figureOf(contour(), parameters, arrivals), 0).logColours);
}

void SpaceTest::drawsTheSurfaceWithPathsOnIt()
{
    const auto descent = descend(*bowl, { 0, 0, 0 }, 0.125, 2);
    QJsonObject parameters = frame;
    parameters.insert("azimuth", 30);
    parameters.insert("elevation", 50);
    const FigureContent figure = figureOf(surface(), parameters, { { "objective", bowl }, { "descent", descent } });
    QCOMPARE(figure.title, QStringLiteral("Surface of J(θ₀, θ₁)"));
    QCOMPARE(figure.note, QStringLiteral("at c = 1.875")); // 2 − 2 · (1/4)²
    QCOMPARE(figure.z.label, QStringLiteral("J(θ₀, θ₁)"));
    QCOMPARE(figure.view.azimuth, 30.0);
    QCOMPARE(figure.view.elevation, 50.0);
    QCOMPARE(figure.y.minimum, std::optional(0.0));
    const HeatMapLayer &map = shapeOf<SurfaceLayer>(figure, 0).map;
    QCOMPARE(map.grid.x, Numbers({ -1, 1, 3 }));
    QCOMPARE(map.grid.z[2 * 3 + 0], cost(-1, 2, 1.875));
    QVERIFY(!shapeOf<ContourLayer>(figure, 1).levels.empty());
    // On the surface, which holds c at its end, and not at the height that the whole descent had.
    const auto &path = shapeOf<LineLayer>(figure, 2);
    QCOMPARE(path.z, Numbers({ cost(0, 0, 1.875), cost(0.25, -0.5, 1.875), cost(0.4375, -0.75, 1.875) }));
    QVERIFY(figure.layers[2].follow == Follow::UpTo);
    QCOMPARE(figure.layers[2].steps, std::vector<std::int64_t>({ 0, 1, 2 }));
    QCOMPARE(shapeOf<ScatterLayer>(figure, 3).z, Numbers({ path.z.front() }));
    QCOMPARE(shapeOf<ScatterLayer>(figure, 4).z, path.z);
}

void SpaceTest::theSurfaceIsLogarithmicInHeightAndColour()
{
    const QJsonObject wide { { "x_from", -100 }, { "x_to", 100 }, { "y_from", -100 }, { "y_to", 100 } };
    const FigureContent figure = figureOf(surface(), wide, { { "objective", bowl } });
    QVERIFY(figure.z.scale == FigureAxis::Scale::Log);
    const HeatMapLayer &map = shapeOf<SurfaceLayer>(figure, 0).map;
    QVERIFY(map.logColours && *map.minimum > 12); // 3 · 2² with c at 0
    QCOMPARE(figure.z.minimum, map.minimum);
    QVERIFY(figureOf(surface(), frame, { { "objective", bowl } }).z.scale == FigureAxis::Scale::Linear);
}

void SpaceTest::refusesWhatCannotBeMapped()
{
    QVERIFY(errorOf(surface(), { { "elevation", 2 } }, { { "objective", bowl } }).startsWith("parameter elevation: "));
    QVERIFY(errorOf(surface(), {}, { { "objective", seedObjective() } })
                .startsWith("port objective: needs an objective of two parameters or more"));
    QVERIFY(errorOf(contour(), {}, { { "objective", seedObjective() } })
                .startsWith("port objective: needs an objective of two parameters or more, but this one has 1"));
    QCOMPARE(errorOf(contour(), { { "x", "theta_2" } }, { { "objective", bowl } }),
        QStringLiteral("parameter x: \"theta_2\" is no parameter of the objective; did you mean \"theta_0\"?"));
    QCOMPARE(errorOf(contour(), { { "x", "c" }, { "y", "c" } }, { { "objective", bowl } }),
        QStringLiteral("parameter y: must be another parameter than x (c)"));
    QVERIFY(errorOf(contour(), {}, { { "objective", bowl }, { "descent", descend(*seedObjective(), { 0 }, 0.1, 1) } })
                .startsWith("port descent: "));
    const auto zero = std::make_shared<Bowl>(QStringList { "a", "b" }, Numbers { 1, 1 }, Numbers { 0, 0 });
    QVERIFY(errorOf(contour(), { { "scale", "log" }, { "resolution", 3 } }, { { "objective", zero } })
                .startsWith("parameter scale: log needs a cost above 0 everywhere"));
}

void SpaceTest::stopsWhenTheRunIsStopped()
{
    const NodeType type = contour();
    Inputs inputs(type, {});
    inputs.add("objective", bowl);
    Stopper context;
    QVERIFY_EXCEPTION_THROWN((void)runNode(type, inputs, context), Stopped);
}

QTEST_GUILESS_MAIN(SpaceTest)
#include "space_test.moc"
