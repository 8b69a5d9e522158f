#include "gui/figures/step_cursor.h"
#include "gui/figures/transport_bar.h"
#include "sample_figures.h"

#include <QSignalSpy>
#include <QSlider>
#include <QtTest>

using namespace thalweg;

namespace {

using Steps = std::vector<std::int64_t>;

const Steps thinned { 0, 1, 2, 5, 10, 50 };

} // namespace

class StepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsOfFiguresAreTheUnionOfTheirLayers();
    void steppingGoesFromRecordedStepToRecordedStep();
    void playingTakesAsManyStepsASecondAsAsked();
    void aWholeRunTakesTheSecondsThatWereAskedFor();
    void aLoopBeginsAgainAndOneRunStops();
    void playingFromTheEndBeginsAtTheStart();
    void aLongerRunIsFollowedUnlessAPersonMovedTheCursor();
    void aShorterRunTakesTheCursorToItsEnd();
    void theCursorTellsEveryMoveOnce();
    void theTimerPlays();
    void theBarSaysWhereItIs();
    void theBarObeysKeys();
    void theEpochIsSaidWhereAllAgree();
};

void StepsTest::stepsOfFiguresAreTheUnionOfTheirLayers()
{
    FigureContent both = history({ 0, 10, 20 });
    both.layers.push_back(history({ 0, 5, 20, 40 }).layers[0]);
    QCOMPARE(stepsOf(both), Steps({ 0, 5, 10, 20, 40 }));
    both.layers[1].follow = Follow::Nothing;
    QCOMPARE(stepsOf(both), Steps({ 0, 10, 20 }));
    QCOMPARE(united({ 1, 3 }, { 2, 3, 4 }), Steps({ 1, 2, 3, 4 }));
}

void StepsTest::steppingGoesFromRecordedStepToRecordedStep()
{
    Playback playback { .steps = thinned };
    QCOMPARE(playback.current(), 50);
    QVERIFY(!playback.cursor());
    playback = stepped(playback, -1);
    QCOMPARE(playback.cursor(), std::optional<std::int64_t>(10));
    playback = stepped(playback, -2);
    QCOMPARE(playback.current(), 2);
    playback = stepped(playback, 1);
    QCOMPARE(playback.current(), 5);
    QCOMPARE(stepped(playback, -100).current(), 0);
    QVERIFY(!stepped(playback, 100).cursor());
    QCOMPARE(movedTo(playback, 7).current(), 5); // between two it is the earlier one
    QCOMPARE(stepped(Playback {}, 1).current(), 0);
}

void StepsTest::playingTakesAsManyStepsASecondAsAsked()
{
    Playback playback = started(movedTo({ .steps = thinned, .pace = { .value = 4 } }, 0));
    playback = advanced(playback, 0.125);
    QCOMPARE(playback.current(), 0);
    playback = advanced(playback, 0.125);
    QCOMPARE(playback.current(), 1);
    playback = advanced(playback, 1);
    QCOMPARE(playback.current(), 5);
    playback = advanced(playback, 1);
    QCOMPARE(playback.current(), 5); // step 9 is not recorded
    playback = advanced(playback, 0.25);
    QCOMPARE(playback.current(), 10);
    QVERIFY(playback.playing);
}

void StepsTest::aWholeRunTakesTheSecondsThatWereAskedFor()
{
    const Pace tenSeconds { Pace::Unit::SecondsARun, 10 };
    Playback playback = started(movedTo({ .steps = thinned, .pace = tenSeconds }, 0));
    playback = advanced(playback, 2);
    QCOMPARE(playback.current(), 10); // a fifth of 50
    playback = advanced(playback, 7.75);
    QVERIFY(playback.playing);
    playback = advanced(playback, 0.25);
    QVERIFY(!playback.playing);
}

void StepsTest::aLoopBeginsAgainAndOneRunStops()
{
    const Pace oneASecond { .value = 1 };
    Playback once = started(movedTo({ .steps = { 0, 1, 2 }, .pace = oneASecond }, 0));
    once = advanced(once, 5);
    QVERIFY(!once.playing);
    QCOMPARE(once.current(), 2);

    Playback loop = started(movedTo({ .steps = { 0, 1, 2 }, .loop = true, .pace = oneASecond }, 0));
    std::vector<std::int64_t> seen;
    for (int i = 0; i < 7; ++i) {
        seen.push_back(loop.current());
        loop = advanced(loop, 1);
    }
    QCOMPARE(seen, Steps({ 0, 1, 2, 0, 1, 2, 0 }));
    QVERIFY(loop.playing);
}

void StepsTest::playingFromTheEndBeginsAtTheStart()
{
    const Playback playback = started({ .steps = thinned });
    QVERIFY(playback.playing);
    QCOMPARE(playback.current(), 0);
    QVERIFY(!started(Playback {}).playing);
}

void StepsTest::aLongerRunIsFollowedUnlessAPersonMovedTheCursor()
{
    StepCursor cursor;
    cursor.setSteps({ 0, 1, 2 });
    cursor.setSteps({ 0, 1, 2, 3 });
    QVERIFY(!cursor.cursor());
    QCOMPARE(cursor.playback().current(), 3);
    cursor.moveTo(1);
    cursor.setSteps({ 0, 1, 2, 3, 4 });
    QCOMPARE(cursor.cursor(), std::optional<std::int64_t>(1));
    cursor.toEnd();
    cursor.setSteps({ 0, 1, 2, 3, 4, 5 });
    QVERIFY(!cursor.cursor());
}

void StepsTest::aShorterRunTakesTheCursorToItsEnd()
{
    StepCursor cursor;
    cursor.setSteps({ 0, 1, 2, 3 });
    cursor.moveTo(2);
    cursor.setSteps({ 0, 1 });
    QVERIFY(!cursor.cursor());
    QCOMPARE(cursor.playback().current(), 1);
}

void StepsTest::theCursorTellsEveryMoveOnce()
{
    StepCursor cursor;
    QSignalSpy moves(&cursor, &StepCursor::cursorChanged);
    cursor.setSteps(thinned);
    QCOMPARE(moves.size(), 0); // at the newest, whatever that is
    cursor.toStart();
    cursor.moveTo(0);
    cursor.stepForward();
    QCOMPARE(moves.size(), 2);
    QCOMPARE(moves[1][0].value<std::optional<std::int64_t>>(), std::optional<std::int64_t>(1));
}

void StepsTest::theTimerPlays()
{
    StepCursor cursor;
    cursor.setSteps({ 0, 1, 2, 3 });
    cursor.setPace({ .value = 1000 });
    cursor.play();
    QTRY_VERIFY(!cursor.playback().playing);
    QCOMPARE(cursor.playback().current(), 3);
}

void StepsTest::theBarSaysWhereItIs()
{
    StepCursor cursor;
    TransportBar bar(cursor);
    QCOMPARE(bar.position(), QStringLiteral("no steps yet"));
    cursor.setSteps(thinned);
    cursor.moveTo(10);
    QCOMPARE(bar.position(), QStringLiteral("step 10 of 50"));
    bar.setEpochs([](std::int64_t step) { return static_cast<double>(step) * 0.12; });
    QCOMPARE(bar.position(), QStringLiteral("step 10 of 50 · epoch 1.2"));
    auto *slider = bar.findChild<QSlider *>();
    QCOMPARE(slider->value(), 10);
    slider->setValue(5);
    QCOMPARE(cursor.playback().current(), 5);
}

void StepsTest::theBarObeysKeys()
{
    StepCursor cursor;
    cursor.setSteps(thinned);
    TransportBar bar(cursor);
    QTest::keyClick(&bar, Qt::Key_Home);
    QCOMPARE(cursor.playback().current(), 0);
    QTest::keyClick(&bar, Qt::Key_Right);
    QTest::keyClick(bar.findChild<QSlider *>(), Qt::Key_Right);
    QCOMPARE(cursor.playback().current(), 2);
    QTest::keyClick(&bar, Qt::Key_Left);
    QCOMPARE(cursor.playback().current(), 1);
    QTest::keyClick(&bar, Qt::Key_Space);
    QVERIFY(cursor.playback().playing);
    QTest::keyClick(&bar, Qt::Key_Space);
    QVERIFY(!cursor.playback().playing);
    QTest::keyClick(&bar, Qt::Key_End);
    QVERIFY(!cursor.cursor());
}

void StepsTest::theEpochIsSaidWhereAllAgree()
{
    QCOMPARE(epochAt(history({ 0, 10 }, 0.25), 10), std::optional(2.5));
    QVERIFY(!epochAt(history({ 0, 10 }), 10));
    FigureContent two = history({ 0, 10 }, 1);
    two.layers.push_back(history({ 0, 10 }, 0.5).layers[0]);
    QVERIFY(!epochAt(two, 10));
}

QTEST_MAIN(StepsTest)
#include "steps_test.moc"
