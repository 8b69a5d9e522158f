#include "plugins/plots/examples.h"
#include "plugins/plots/run_plot.h"

#include "plots.h"
#include "verdict.h"

#include <QtTest>

using namespace thalweg;

namespace {

const auto seed = seedObjective();

/// θₖ = 5 − 5 (1 − 2 rate)ᵏ, from the recurrence θ ← θ − 2 rate (θ − 5), θ₀ = 0.
double theta(double rate, int k)
{
    return 5 - 5 * std::pow(1 - 2 * rate, k);
}

Arrival run(double rate, int iterations, const QString &label = QString())
{
    return { "descent", descend(*seed, { 0 }, rate, iterations), label };
}

/// A stochastic run of one parameter: costs 8, 4, 2 over all rows at 0, 2, 4; of a batch in between.
std::shared_ptr<const Descent> stochastic()
{
    DescentContent content;
    content.parameterNames = { "theta" };
    const std::vector<double> costs { 8, 5, 4, 7, 2 };
    for (int k = 0; k < 5; ++k) {
        content.steps.push_back({ .iteration = k,
            .epoch = k / 2.0,
            .cost = costs[static_cast<std::size_t>(k)],
            .gradientNorm = 1,
            .rate = 0.5 / (k + 1),
            .full = k % 2 == 0 });
        content.theta.push_back(k);
    }
    return std::make_shared<Descent>(content);
}

/// 2 / cosh θ after three updates θ ← θ − ½ sinh θ from 2, in six digits.
QString coshLimit()
{
    double theta = 2;
    for (int k = 0; k < 3; ++k)
        theta -= 0.5 * std::sinh(theta);
    return QString::number(2 / std::cosh(theta), 'g', 6);
}

using Numbers = std::vector<double>;
using Steps = std::vector<std::int64_t>;

} // namespace

class CostTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSeedsCurveIsTheParabola();
    void theDescentsPointsLieOnTheCurve();
    void aStochasticDescentIsMeasuredAnewOverAllRows();
    void otherParametersAreHeldAtTheEndOfTheDescent();
    void aRunawayDoesNotStretchTheCurve();
    void theCurveRefusesWhatDoesNotFit();
    void historyDrawsTheTrace();
    void historyIsLogWhereDecadesAreSpanned();
    void historyTellsBatchesFromAllRows();
    void historyDrawsWhatIsAskedForAgainstWhatIsAskedFor();
    void judgesRunsByTheirTrace_data();
    void judgesRunsByTheirTrace();
    void aRunThatLiesStillHasNotConverged();
    void verdictsNameTheStepThatShowsThem();
    void theLimitOfTheRateIsThatOfTheCurvature();
    void aSingleRunIsJudgedInTheErrorPlot();
    void compareNamesEachRunAndItsVerdict();
    void compareStaysReadableWhenOneDiverges();
};

void CostTest::theSeedsCurveIsTheParabola()
{
    const FigureContent figure
        = figureOf(costCurve(), { { "from", 0 }, { "to", 11 }, { "points", 12 } }, { { "objective", seed } });
    QCOMPARE(figure.x.label, QStringLiteral("θ"));
    QCOMPARE(figure.y.label, QStringLiteral("J(θ)"));
    QCOMPARE(figure.title, QStringLiteral("Cost along θ"));
    QCOMPARE(figure.layers.size(), 1u);
    const auto &line = shapeOf<LineLayer>(figure, 0);
    QCOMPARE(line.x.front(), 0.0);
    QCOMPARE(line.x.back(), 11.0);
    QCOMPARE(line.y.front(), 25.0);
    QCOMPARE(line.y.back(), 36.0);
    for (std::size_t i = 0; i < 12; ++i)
        QVERIFY(std::abs(line.y[i] - std::pow(double(i) - 5, 2)) < 1e-12);
}

void CostTest::theDescentsPointsLieOnTheCurve()
{
    const FigureContent figure
        = figureOf(costCurve(), { { "title", "Down" } }, { { "objective", seed }, run(0.1, 3, "gd") });
    QCOMPARE(figure.title, QStringLiteral("Down"));
    QCOMPARE(figure.layers.size(), 4u);
    QCOMPARE(figure.layers[1].label, QStringLiteral("gd"));
    QVERIFY(figure.layers[1].follow == Follow::UpTo);
    QCOMPARE(figure.layers[1].steps, Steps({ 0, 1, 2, 3 }));
    const auto &path = shapeOf<LineLayer>(figure, 1);
    for (int k = 0; k <= 3; ++k) {
        QVERIFY(std::abs(path.x[static_cast<std::size_t>(k)] - theta(0.1, k)) < 1e-12);
        QVERIFY(std::abs(path.y[static_cast<std::size_t>(k)] - 25 * std::pow(0.64, k)) < 1e-12);
    }
    QCOMPARE(figure.layers[2].label, QStringLiteral("start"));
    QCOMPARE(shapeOf<ScatterLayer>(figure, 2).x, Numbers({ 0 }));
    QCOMPARE(figure.layers[3].label, QStringLiteral("end"));
    QVERIFY(figure.layers[3].follow == Follow::Only);
    QCOMPARE(figure.layers[3].steps, Steps({ 0, 1, 2, 3 }));
    // Open ends show the whole path, and more of the side that it has not climbed.
    const auto &curve = shapeOf<LineLayer>(figure, 0);
    QVERIFY(curve.x.front() < 0 && curve.x.back() > theta(0.1, 3) * 1.3);
}

void CostTest::aStochasticDescentIsMeasuredAnewOverAllRows()
{
    const FigureContent figure = figureOf(costCurve(), {}, { { "objective", seed }, { "descent", stochastic() } });
    QCOMPARE(shapeOf<LineLayer>(figure, 1).y, Numbers({ 8, 16, 4, 4, 2 })); // (1 − 5)² and (3 − 5)² for the batches
}

void CostTest::otherParametersAreHeldAtTheEndOfTheDescent()
{
    const auto bowl = std::make_shared<Bowl>(QStringList { "a", "w_2" }, Numbers { 1, 2 }, Numbers { 3, -1 });
    const auto descent = descend(*bowl, { 0, 4 }, 0.125, 2); // w₂: 4, 1.5, 0.25
    const FigureContent figure = figureOf(costCurve(), { { "from", 3 }, { "to", 5 }, { "points", 2 } },
        { { "objective", bowl }, { "descent", descent } });
    QCOMPARE(figure.note, QStringLiteral("creeping; at w₂ = 0.25"));
    QCOMPARE(shapeOf<LineLayer>(figure, 0).y, Numbers({ 3.125, 7.125 })); // 2 · 1.25² = 3.125
    const FigureContent other = figureOf(costCurve(),
        { { "parameter", "w_2" }, { "from", -1 }, { "to", 1 }, { "points", 2 } }, { { "objective", bowl } });
    QCOMPARE(other.x.label, QStringLiteral("w₂"));
    QCOMPARE(shapeOf<LineLayer>(other, 0).y, Numbers({ 9, 17 })); // a at 0
}

void CostTest::aRunawayDoesNotStretchTheCurve()
{
    const FigureContent figure = figureOf(costCurve(), {}, { { "objective", seed }, run(3, 500) });
    const auto &curve = shapeOf<LineLayer>(figure, 0);
    QVERIFY(curve.x.front() > -1000 && curve.x.back() < 1000);
    for (double cost : shapeOf<LineLayer>(figure, 1).y)
        QVERIFY(std::isfinite(cost));
}

void CostTest::theCurveRefusesWhatDoesNotFit()
{
    const auto bowl = std::make_shared<Bowl>(QStringList { "alpha", "beta" }, Numbers { 1, 2 }, Numbers { 3, -1 });
    QCOMPARE(errorOf(costCurve(), { { "parameter", "alpa" } }, { { "objective", bowl } }),
        QStringLiteral("parameter parameter: \"alpa\" is no parameter of the objective; did you mean \"alpha\"?"));
    QCOMPARE(errorOf(costCurve(), { { "parameter", "q" } }, { { "objective", bowl } }),
        QStringLiteral("parameter parameter: \"q\" is no parameter of the objective; there are: alpha, beta"));
    QCOMPARE(errorOf(costCurve(), { { "from", 2 }, { "to", 1 } }, { { "objective", seed } }),
        QStringLiteral("parameter to: must be above from (2), not 1"));
    const QString other = errorOf(costCurve(), {}, { { "objective", bowl }, run(0.1, 3, "gd") });
    QCOMPARE(other,
        QStringLiteral("port descent: a descent of this objective must have its parameters, 2 (alpha, beta), but "
                       "\"gd\" has 1 (theta)"));
}

void CostTest::historyDrawsTheTrace()
{
    const FigureContent figure = figureOf(costHistory(), {}, { run(0.1, 4, "gd") });
    QCOMPARE(figure.title, QStringLiteral("Cost by iteration"));
    QCOMPARE(figure.x.label, QStringLiteral("Iteration"));
    QCOMPARE(figure.y.label, QStringLiteral("Cost J"));
    QCOMPARE(figure.layers.size(), 1u);
    QCOMPARE(shapeOf<LineLayer>(figure, 0).x, Numbers({ 0, 1, 2, 3, 4 }));
    for (int k = 0; k <= 4; ++k)
        QVERIFY(
            std::abs(shapeOf<LineLayer>(figure, 0).y[static_cast<std::size_t>(k)] - 25 * std::pow(0.64, k)) < 1e-12);
    QVERIFY(figure.layers[0].follow == Follow::UpTo);
}

void CostTest::historyIsLogWhereDecadesAreSpanned()
{
    const auto scale = [](const QString &setting, int iterations, double rate = 0.1) {
        return figureOf(costHistory(), { { "scale", setting } }, { run(rate, iterations) }).y.scale;
    };
    QVERIFY(scale("auto", 4) == FigureAxis::Scale::Linear); // 0.64⁴ = 0.17
    QVERIFY(scale("auto", 50) == FigureAxis::Scale::Log);
    QVERIFY(scale("linear", 50) == FigureAxis::Scale::Linear);
    QVERIFY(scale("log", 4) == FigureAxis::Scale::Log);
    QVERIFY(scale("auto", 1, 0.5) == FigureAxis::Scale::Linear); // 25, then exactly 0
}

void CostTest::historyTellsBatchesFromAllRows()
{
    const FigureContent figure = figureOf(costHistory(), { { "against", "epoch" } }, { { "descent", stochastic() } });
    QCOMPARE(figure.layers.size(), 2u);
    QCOMPARE(figure.layers[0].label, QStringLiteral("one batch"));
    QCOMPARE(shapeOf<LineLayer>(figure, 0).x, Numbers({ 0.5, 1.5 }));
    QCOMPARE(shapeOf<LineLayer>(figure, 0).y, Numbers({ 5, 7 }));
    QVERIFY(figure.layers[0].opacity < 1 && shapeOf<LineLayer>(figure, 0).width < 1);
    QCOMPARE(figure.layers[1].label, QStringLiteral("all rows"));
    QCOMPARE(shapeOf<LineLayer>(figure, 1).x, Numbers({ 0, 1, 2 }));
    QCOMPARE(shapeOf<LineLayer>(figure, 1).y, Numbers({ 8, 4, 2 }));
    QCOMPARE(figure.layers[1].steps, Steps({ 0, 2, 4 }));
}

void CostTest::historyDrawsWhatIsAskedForAgainstWhatIsAskedFor()
{
    const FigureContent gradients
        = figureOf(costHistory(), { { "quantity", "gradient_norm" }, { "against", "evaluations" } }, { run(0.25, 2) });
    QCOMPARE(shapeOf<LineLayer>(gradients, 0).x, Numbers({ 1, 2, 3 }));
    QCOMPARE(shapeOf<LineLayer>(gradients, 0).y, Numbers({ 10, 5, 2.5 }));
    const FigureContent rates = figureOf(costHistory(), { { "quantity", "rate" } }, { { "descent", stochastic() } });
    QCOMPARE(rates.layers.size(), 1u);
    QCOMPARE(shapeOf<LineLayer>(rates, 0).y, Numbers({ 0.5, 0.25, 0.5 / 3, 0.125, 0.1 }));
    const FigureContent times = figureOf(costHistory(), { { "against", "seconds" } }, { run(0.1, 2) });
    QCOMPARE(times.x.label, QStringLiteral("Time (s)"));
}

void CostTest::judgesRunsByTheirTrace_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("iterations");
    QTest::addColumn<QString>("verdict");
    // The error shrinks by 1 − 2 rate a step.
    QTest::newRow("no step") << 0.1 << 0 << "creeping";
    QTest::newRow("one step") << 0.1 << 1 << "creeping";
    QTest::newRow("far too small") << 0.001 << 50 << "creeping";
    QTest::newRow("too small") << 0.01 << 50 << "creeping";
    QTest::newRow("right") << 0.1 << 50 << "converged at step 31"; // 0.8³¹ < 0.001 < 0.8³⁰
    QTest::newRow("too early") << 0.1 << 10 << "creeping";
    QTest::newRow("overshoots, but not yet there") << 0.97 << 20 << "oscillating since step 1";
    QTest::newRow("overshoots and gets there") << 0.9 << 50 << "converged at step 31";
    QTest::newRow("jumps to and fro for ever") << 1.0 << 50 << "oscillating since step 1";
    QTest::newRow("too large") << 1.01 << 50 << "diverged since step 0";
    QTest::newRow("to infinity") << 3.0 << 2000 << "diverged since step 0";
}

void CostTest::judgesRunsByTheirTrace()
{
    QFETCH(double, rate);
    QFETCH(int, iterations);
    QFETCH(QString, verdict);
    QCOMPARE(thalweg::verdict(*descend(*seed, { 0 }, rate, iterations)).text(), verdict);
}

void CostTest::aRunThatLiesStillHasNotConverged()
{
    // The steep parameter is at its minimum after one step; the other has hardly moved, but its gradient is 10⁻⁵ of
    // that at the start.
    const Bowl valley({ "steep", "flat" }, { 1000, 0.01 }, { 0, 0 });
    const auto still = descend(valley, { 1, 1 }, 0.0005, 40);
    QVERIFY(still->lastStep().gradientNorm < 1.1e-5 * still->steps().front().gradientNorm);
    QCOMPARE(thalweg::verdict(*still).text(), QStringLiteral("creeping"));
    DescentContent ended {
        .parameterNames = still->parameterNames(), .steps = still->steps(), .reason = StopReason::Cost
    };
    for (std::size_t step = 0; step < still->steps().size(); ++step)
        ended.theta.insert(ended.theta.end(), still->theta(step).begin(), still->theta(step).end());
    QCOMPARE(thalweg::verdict(Descent(ended)).text(), QStringLiteral("creeping"));
    ended.reason = StopReason::Gradient;
    QCOMPARE(thalweg::verdict(Descent(ended)).text(), QStringLiteral("converged at step 1"));
}

void CostTest::verdictsNameTheStepThatShowsThem()
{
    // Costs fall until step 3 and rise from there on.
    DescentContent content;
    content.parameterNames = { "theta" };
    const Numbers costs { 8, 4, 2, 1, 3, 9 };
    for (std::size_t k = 0; k < costs.size(); ++k) {
        content.steps.push_back(
            { .iteration = 10 * static_cast<std::int64_t>(k), .cost = costs[k], .gradientNorm = 1 });
        content.theta.push_back(double(k));
    }
    QCOMPARE(thalweg::verdict(Descent(content)).text(), QStringLiteral("diverged since step 30"));
    // On its way for three steps, then to and fro.
    for (std::size_t k = 0; k < costs.size(); ++k)
        content.steps[k].cost = 8;
    content.theta = { 0, 1, 2, 3, 2, 3 };
    QCOMPARE(thalweg::verdict(Descent(content)).text(), QStringLiteral("oscillating since step 30"));
}

void CostTest::theLimitOfTheRateIsThatOfTheCurvature()
{
    const auto limit = [](const std::shared_ptr<const Objective> &objective, const Numbers &start, double rate) {
        const Arrival run { "descent", descend(*objective, start, rate, 3) };
        const QString note = figureOf(compare(), {}, { run, { "objective", objective } }).note;
        // The error plot says the same, after its verdict.
        const QString other = figureOf(costHistory(), {}, { run, { "objective", objective } }).note;
        return other.endsWith("; " + note) ? note : other;
    };
    const QStringList names { "a", "b", "c" };
    // λ = 2, 8, 5
    QCOMPARE(limit(std::make_shared<Bowl>(names, Numbers { 1, 4, 2.5 }, Numbers { 7, -1, 1e3 }), { 0, 0, 0 }, 0.01),
        QStringLiteral("limit for plain gradient descent 2/λmax = 0.25"));
    QCOMPARE(limit(seed, { 0 }, 0.1), QStringLiteral("limit for plain gradient descent 2/λmax = 1"));
    // A saddle: λ = −6, 2. Bent down everywhere: no limit.
    QCOMPARE(
        limit(std::make_shared<Bowl>(QStringList { "a", "b" }, Numbers { -3, 1 }, Numbers { 0, 0 }), { 0, 1 }, 0.1),
        QStringLiteral("limit for plain gradient descent 2/λmax = 1"));
    QVERIFY(figureOf(compare(), {},
        { run(0.1, 3),
            { "objective", std::make_shared<Bowl>(QStringList { "theta" }, Numbers { -1 }, Numbers { 0 }) } })
                .note.isEmpty());

    class Cosh final : public Objective {
    public:
        Cosh() : Objective({ "theta" }) { }
        double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
        {
            gradient[0] = std::sinh(theta[0]);
            return std::cosh(theta[0]);
        }
    };
    QCOMPARE(limit(std::make_shared<Cosh>(), { 2 }, 0.5),
        QStringLiteral("limit for plain gradient descent 2/λmax ≈ %1 at the end").arg(coshLimit()));
}

void CostTest::aSingleRunIsJudgedInTheErrorPlot()
{
    QCOMPARE(figureOf(costHistory(), {}, { run(0.1, 50) }).note, QStringLiteral("converged at step 31"));
    QCOMPARE(figureOf(costHistory(), {}, { run(0.1, 50, "a"), run(1, 50, "b") }).note, QString());
}

void CostTest::compareNamesEachRunAndItsVerdict()
{
    const FigureContent figure
        = figureOf(compare(), {}, { run(0.001, 50, "rate = 0.001"), run(0.1, 50, "rate = 0.1"), run(1, 50) });
    QCOMPARE(figure.layers.size(), 3u);
    QCOMPARE(figure.layers[0].label, QStringLiteral("rate = 0.001: creeping"));
    QCOMPARE(figure.layers[1].label, QStringLiteral("rate = 0.1: converged at step 31"));
    QCOMPARE(figure.layers[2].label, QStringLiteral("run 3: oscillating since step 1"));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(figure.layers[static_cast<std::size_t>(i)].colour, i);
    QVERIFY(figure.y.scale == FigureAxis::Scale::Log);
    QVERIFY(!figure.y.maximum);
}

void CostTest::compareStaysReadableWhenOneDiverges()
{
    for (const char *scale : { "auto", "linear" }) {
        const FigureContent figure
            = figureOf(compare(), { { "scale", scale } }, { run(0.1, 50, "good"), run(3, 2000, "bad") });
        QVERIFY(figure.y.maximum.has_value());
        QVERIFY(*figure.y.maximum > 25 && *figure.y.maximum < 1e5);
        QVERIFY(!figure.note.isEmpty());
    }
}

QTEST_GUILESS_MAIN(CostTest)
#include "cost_test.moc"
