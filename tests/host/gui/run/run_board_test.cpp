#include "gui/run/run_board.h"

#include <QSignalSpy>
#include <QtTest>

using namespace thalweg;

using State = NodeStatus::State;

class RunBoardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingOfANodeThatNoRunToldOf();
    void followsANodeFromWaitingToDone();
    void keepsOutputsUntilTheNodeHasRunAgain();
    void keepsOutputsOfANodeThatWasSkipped();
    void abandonsWhatHadNotEnded();
    void followsANodeToAnotherName();
    void forgetsANode();
};

void RunBoardTest::knowsNothingOfANodeThatNoRunToldOf()
{
    QVERIFY(RunBoard().status("a").state == State::Unknown);
}

void RunBoardTest::followsANodeFromWaitingToDone()
{
    RunBoard board;
    const QSignalSpy changes(&board, &RunBoard::changed);
    board.begin({ "a", "b" });
    QVERIFY(board.status("a").state == State::Waiting);
    QCOMPARE(changes.size(), 2);
    board.take(StateMessage { "a", NodeState::Running });
    QVERIFY(board.status("a").state == State::Running);
    board.take(ProgressMessage { "a", 0.25 });
    QCOMPARE(board.status("a").progress, 0.25);
    board.take(SummaryMessage { "a", "descent", "50 steps", { { "type", "descent" } } });
    board.take(StateMessage { "a", NodeState::Done, 1.5 });
    QVERIFY(board.status("a").state == State::Done);
    QCOMPARE(board.status("a").seconds, 1.5);
    QCOMPARE(board.status("a").outputs["descent"].text, QString("50 steps"));
    QVERIFY(board.status("b").state == State::Waiting);
    board.take(StateMessage { "b", NodeState::Failed, 0, "must be above 0" });
    QVERIFY(board.status("b").state == State::Failed);
    QCOMPARE(board.status("b").problem, QString("must be above 0"));
    QCOMPARE(changes.size(), 7);
    QCOMPARE(changes.last()[0].toString(), QString("b"));
    QCOMPARE(board.all().size(), 2);
}

void RunBoardTest::keepsOutputsUntilTheNodeHasRunAgain()
{
    RunBoard board;
    board.begin({ "a" });
    board.take(SummaryMessage { "a", "old", "first", {} });
    board.take(StateMessage { "a", NodeState::Done });
    board.begin({ "a" });
    board.take(StateMessage { "a", NodeState::Running });
    QCOMPARE(board.status("a").outputs["old"].text, QString("first"));
    board.take(SummaryMessage { "a", "new", "second", {} });
    board.take(SummaryMessage { "a", "newer", "third", {} });
    board.take(StateMessage { "a", NodeState::Done });
    QCOMPARE(board.status("a").outputs.keys(), (QStringList { "new", "newer" }));
    board.begin({ "a" });
    board.take(StateMessage { "a", NodeState::Failed, 0, "no" });
    QVERIFY(board.status("a").outputs.isEmpty());
}

void RunBoardTest::keepsOutputsOfANodeThatWasSkipped()
{
    RunBoard board;
    board.begin({ "a" });
    board.take(SummaryMessage { "a", "value", "7", {} });
    board.take(StateMessage { "a", NodeState::Done });
    board.begin({ "a" });
    board.take(StateMessage { "a", NodeState::Skipped, 0, "the run was stopped" });
    QCOMPARE(board.status("a").outputs["value"].text, QString("7"));
    QCOMPARE(board.status("a").problem, QString("the run was stopped"));
}

void RunBoardTest::abandonsWhatHadNotEnded()
{
    RunBoard board;
    board.begin({ "done", "running", "waiting" });
    board.take(StateMessage { "done", NodeState::Done });
    board.take(StateMessage { "running", NodeState::Running });
    board.abandon("the engine is gone");
    QVERIFY(board.status("done").state == State::Done);
    for (const char *node : { "running", "waiting" }) {
        QVERIFY(board.status(node).state == State::Skipped);
        QCOMPARE(board.status(node).problem, QString("the engine is gone"));
    }
}

void RunBoardTest::followsANodeToAnotherName()
{
    RunBoard board;
    board.begin({ "a" });
    board.rename("a", "b");
    QVERIFY(board.status("a").state == State::Unknown);
    QVERIFY(board.status("b").state == State::Waiting);
    board.rename("nobody", "c");
    QVERIFY(board.status("c").state == State::Unknown);
}

void RunBoardTest::forgetsANode()
{
    RunBoard board;
    board.begin({ "a" });
    board.remove("a");
    QVERIFY(board.status("a").state == State::Unknown);
    QVERIFY(board.all().isEmpty());
}

QTEST_GUILESS_MAIN(RunBoardTest)
#include "run_board_test.moc"
