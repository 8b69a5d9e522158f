#include "plugins/plots/examples.h"
#include "plugins/plots/run_plot.h"

#include "plots.h"

#include <QtTest>

using namespace thalweg;

namespace {

using Numbers = std::vector<double>;
using Steps = std::vector<std::int64_t>;

/// Parameter i goes from 0 to ways[i] in two updates of half of it each.
std::shared_ptr<const Descent> going(const QStringList &names, const Numbers &ways)
{
    DescentContent content;
    content.parameterNames = names;
    for (int k = 0; k < 3; ++k) {
        content.steps.push_back({ .iteration = 10 * k,
            .epoch = 0.5 * k,
            .cost = 2.0 - k,
            .gradientNorm = 3.0 - k,
            .evaluations = 2 * k + 1 });
        for (double way : ways)
            content.theta.push_back(way * k / 2);
    }
    return std::make_shared<Descent>(content);
}

QStringList labelsOf(const FigureContent &figure)
{
    QStringList labels;
    for (const Layer &layer : figure.layers)
        labels += layer.label;
    return labels;
}

} // namespace

class ParametersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsALineAParameter();
    void aSingleParameterNamesTheAxis();
    void ofManyThoseThatMoveFurthestAreShown();
    void drawsThoseThatAreNamed();
    void aLogAxisTellsOfItsGaps();
    void aRunawayIsCutAndSaysSo();
};

void ParametersTest::drawsALineAParameter()
{
    const auto descent = going({ "w_1", "w_2" }, { 4, -2 });
    const FigureContent figure
        = figureOf(parametersPlot(), { { "against", "evaluations" } }, { { "descent", descent } });
    QCOMPARE(figure.title, QStringLiteral("Parameters by evaluations"));
    QCOMPARE(figure.x.label, QStringLiteral("Evaluations"));
    QCOMPARE(labelsOf(figure), QStringList({ "w₁", "w₂" }));
    QCOMPARE(shapeOf<LineLayer>(figure, 0).x, Numbers({ 1, 3, 5 }));
    QCOMPARE(shapeOf<LineLayer>(figure, 0).y, Numbers({ 0, 2, 4 }));
    QCOMPARE(shapeOf<LineLayer>(figure, 1).y, Numbers({ 0, -1, -2 }));
    QVERIFY(figure.layers[0].follow == Follow::UpTo);
    QCOMPARE(figure.layers[0].steps, Steps({ 0, 10, 20 }));
    QVERIFY(figure.layers[0].colour != figure.layers[1].colour);
    QCOMPARE(figure.note, QStringLiteral("creeping"));
}

void ParametersTest::aSingleParameterNamesTheAxis()
{
    const FigureContent figure = figureOf(parametersPlot(), {}, { { "descent", going({ "theta" }, { 1 }) } });
    QCOMPARE(figure.title, QStringLiteral("θ by iteration"));
    QCOMPARE(figure.y.label, QStringLiteral("θ"));
    QCOMPARE(labelsOf(figure), QStringList({ "" }));
}

void ParametersTest::ofManyThoseThatMoveFurthestAreShown()
{
    const auto descent = going({ "a", "b", "c", "d", "e" }, { 1, -5, 0, 3, 3 });
    const auto shown = [&](int most) {
        return labelsOf(figureOf(parametersPlot(), { { "most", most } }, { { "descent", descent } }));
    };
    QCOMPARE(shown(1), QStringList({ "" }));
    QCOMPARE(shown(2), QStringList({ "b", "d" })); // of equals the first
    QCOMPARE(shown(3), QStringList({ "b", "d", "e" }));
    QCOMPARE(shown(5), QStringList({ "a", "b", "c", "d", "e" }));
    QCOMPARE(figureOf(parametersPlot(), { { "most", 2 } }, { { "descent", descent } }).note,
        QStringLiteral("creeping; the 2 of 5 parameters that move furthest"));
}

void ParametersTest::drawsThoseThatAreNamed()
{
    const auto descent = going({ "a", "b", "c" }, { 1, 2, 3 });
    const FigureContent figure = figureOf(
        parametersPlot(), { { "parameters", QJsonArray { "c", "a" } }, { "most", 1 } }, { { "descent", descent } });
    QCOMPARE(labelsOf(figure), QStringList({ "c", "a" }));
    QCOMPARE(figure.note, QStringLiteral("creeping"));
    QCOMPARE(errorOf(parametersPlot(), { { "parameters", QJsonArray { "q" } } }, { { "descent", descent } }),
        QStringLiteral("parameter parameters: \"q\" is no parameter of the descent; there are: a, b, c"));
}

void ParametersTest::aLogAxisTellsOfItsGaps()
{
    const auto draw = [](double way, const char *scale) {
        return figureOf(parametersPlot(), { { "scale", scale } }, { { "descent", going({ "a" }, { way }) } });
    };
    QVERIFY(draw(1, "log").y.scale == FigureAxis::Scale::Log);
    QCOMPARE(draw(1, "log").note, QStringLiteral("creeping; gaps where a parameter is not above 0")); // it starts at 0
    QCOMPARE(draw(1, "linear").note, QStringLiteral("creeping"));
}

void ParametersTest::aRunawayIsCutAndSaysSo()
{
    // The error grows fivefold a step, the cost by 25: from 25 to more than 10 times that after one step, but three are
    // always shown.
    const auto descent = descend(*seedObjective(), { 0 }, 3, 2000);
    const FigureContent figure = figureOf(parametersPlot(), {}, { { "descent", descent } });
    QCOMPARE(shapeOf<LineLayer>(figure, 0).y, Numbers({ 0, 30, -120 }));
    QCOMPARE(figure.note, QStringLiteral("diverged since step 0; the run leaves the plot after iteration 2"));
}

QTEST_GUILESS_MAIN(ParametersTest)
#include "parameters_test.moc"
