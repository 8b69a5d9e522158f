#include "figure/at_step.h"

#include <QtTest>

using namespace thalweg;

namespace {

Layer path(Follow follow)
{
    return {
        .shape = LineLayer { .x = { 0, 1, 2, 3 }, .y = { 9, 4, 1, 0 } }, .follow = follow, .steps = { 0, 10, 20, 30 }
    };
}

std::vector<double> xAt(Follow follow, std::optional<std::int64_t> cursor)
{
    return std::get<LineLayer>(atStep(path(follow), cursor).shape).x;
}

using Numbers = std::vector<double>;

} // namespace

class StepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPathGrowsUpToTheCursor();
    void onlyTheCursorsPointIsSeen();
    void severalPointsMayBelongToOneStep();
    void whatFollowsNothingIsAlwaysWhole();
    void beforeTheFirstStepThereIsNothing();
    void heightsBarsAndArrowsAreCutAsPointsAre();
    void theRestOfALayerStays();
};

void StepTest::aPathGrowsUpToTheCursor()
{
    QCOMPARE(xAt(Follow::UpTo, 0), Numbers({ 0 }));
    QCOMPARE(xAt(Follow::UpTo, 20), Numbers({ 0, 1, 2 }));
    QCOMPARE(xAt(Follow::UpTo, 29), Numbers({ 0, 1, 2 }));
    QCOMPARE(xAt(Follow::UpTo, 1000), Numbers({ 0, 1, 2, 3 }));
    QCOMPARE(xAt(Follow::UpTo, {}), Numbers({ 0, 1, 2, 3 }));
    QCOMPARE(std::get<LineLayer>(atStep(path(Follow::UpTo), 10).shape).y, Numbers({ 9, 4 }));
}

void StepTest::onlyTheCursorsPointIsSeen()
{
    QCOMPARE(xAt(Follow::Only, 10), Numbers({ 1 }));
    QCOMPARE(xAt(Follow::Only, 19), Numbers({ 1 }));
    QCOMPARE(xAt(Follow::Only, {}), Numbers({ 3 }));
}

void StepTest::severalPointsMayBelongToOneStep()
{
    Layer layer = path(Follow::Only);
    layer.steps = { 0, 0, 7, 7 };
    QCOMPARE(std::get<LineLayer>(atStep(layer, 3).shape).x, Numbers({ 0, 1 }));
    QCOMPARE(std::get<LineLayer>(atStep(layer, {}).shape).x, Numbers({ 2, 3 }));
}

void StepTest::whatFollowsNothingIsAlwaysWhole()
{
    QCOMPARE(xAt(Follow::Nothing, 0), Numbers({ 0, 1, 2, 3 }));
}

void StepTest::beforeTheFirstStepThereIsNothing()
{
    QCOMPARE(xAt(Follow::UpTo, -1), Numbers());
    QCOMPARE(xAt(Follow::Only, -1), Numbers());
}

void StepTest::heightsBarsAndArrowsAreCutAsPointsAre()
{
    Layer layer = path(Follow::UpTo);
    const auto at = [&](const auto &shape) {
        layer.shape = shape;
        return std::get<std::decay_t<decltype(shape)>>(atStep(layer, 10).shape);
    };
    const Numbers four { 5, 6, 7, 8 };
    QCOMPARE(at(LineLayer { .x = four, .y = four, .z = four }).z, Numbers({ 5, 6 }));
    QCOMPARE(at(ScatterLayer { .x = four, .y = four, .z = four }).z, Numbers({ 5, 6 }));
    QCOMPARE(at(ErrorBarLayer { four, four, four, four }).high, Numbers({ 5, 6 }));
    QCOMPARE(at(ArrowLayer { four, four, four, four, 3 }).dy, Numbers({ 5, 6 }));
    QCOMPARE(at(ArrowLayer { four, four, four, four, 3 }).width, 3.0);
}

void StepTest::theRestOfALayerStays()
{
    Layer layer = path(Follow::UpTo);
    layer.label = QStringLiteral("gd");
    layer.ownColour = QStringLiteral("#123456");
    layer.opacity = 0.5;
    const Layer cut = atStep(layer, 10);
    QCOMPARE(cut.label, layer.label);
    QCOMPARE(cut.ownColour, layer.ownColour);
    QCOMPARE(cut.opacity, 0.5);
}

QTEST_GUILESS_MAIN(StepTest)
#include "step_test.moc"
