#include "gui/run/engine_client.h"
#include "support/engine_fixtures.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>

#include <csignal>

using namespace thalweg;
using namespace thalweg::test;

using State = EngineClient::State;

namespace {

/// A client and what it has told.
struct Window {
    Window()
    {
        const auto hear = [this](auto signal, auto &list) {
            QObject::connect(&client, signal, &client, [&list](const auto &told) { list.append(told); });
        };
        hear(&EngineClient::lost, losses);
        hear(&EngineClient::unresponsive, unresponsive);
        hear(&EngineClient::message, messages);
        hear(&EngineClient::tableArrived, tables);
        hear(&EngineClient::refused, refusals);
        hear(&EngineClient::printed, lines);
        hear(&EngineClient::began, beginnings);
    }

    /// Starts it and waits until it is ready.
    bool start(const QStringList &without = {})
    {
        client.start({ .command = { program() }, .without = without, .threads = 2 });
        return QTest::qWaitFor([this] { return client.state() == State::Ready; }, 30'000);
    }

    bool isRunning(const QString &node) const
    {
        return std::ranges::any_of(messages, [&](const Message &message) {
            const auto *state = std::get_if<StateMessage>(&message);
            return state && state->node == node && state->state == NodeState::Running;
        });
    }

    QList<EndMessage> ends() const
    {
        QList<EndMessage> ends;
        for (const Message &message : messages)
            if (const auto *end = std::get_if<EndMessage>(&message))
                ends += *end;
        return ends;
    }

    static QString program() { return qEnvironmentVariable("THALWEG_PROGRAM"); }

    EngineClient client;
    QList<EngineLoss> losses, unresponsive;
    QList<Message> messages;
    QList<TablePart> tables;
    QStringList refusals, lines;
    QList<QStringList> beginnings;
};

/// The engine's process: the only child that this test has.
qint64 engineProcess()
{
    QFile children(QString("/proc/%1/task/%1/children").arg(QCoreApplication::applicationPid()));
    return children.open(QIODevice::ReadOnly) ? children.readAll().simplified().split(' ').last().toLongLong() : 0;
}

} // namespace

class EngineClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsAnEngineAndKnowsWhatThereIs();
    void runsAndReturnsToReady();
    void sendsARunThatWasAskedForTooEarlyWhenTheEngineIsReady();
    void aNewerRunTakesThePlaceOfTheOneBefore();
    void pausesResumesAndStops();
    void tellsWhyARunCannotStart();
    void refusesToRunWithoutAnEngine();
    void givesTables();
    void namesNodeAndPluginWhenAPluginEndsTheEngine_data();
    void namesNodeAndPluginWhenAPluginEndsTheEngine();
    void namesThePluginThatEndsTheEngineWhileItIsLoaded_data();
    void namesThePluginThatEndsTheEngineWhileItIsLoaded();
    void namesTheNodesThatRanWhenTheEngineIsKilled();
    void tellsOfANodeThatDoesNotStopAndKillsItWhenAskedAgain();
    void tellsOfAnEngineThatDoesNotAnswerAndLeavesItAlone();
    void tellsOfAProgramThatCannotBeStarted();
    void tellsOfAProgramThatIsNoEngine();
    void handsOnWhatAPluginPrints();
    void showsAnEngineShutDownAsStopped();
    void leavesTheEventLoopItsTurnsWhileTenThousandNodesRun();
    void leavesNoProcessBehind();
};

void EngineClientTest::startsAnEngineAndKnowsWhatThereIs()
{
    Window window;
    QSignalSpy states(&window.client, &EngineClient::stateChanged);
    QSignalSpy ready(&window.client, &EngineClient::ready);
    QVERIFY(window.client.state() == State::Stopped);
    QVERIFY(window.start());
    QCOMPARE(states.size(), 2); // starting, ready
    QCOMPARE(ready.size(), 1);
    QVERIFY(window.client.nodeTypes().find("costs.formula"));
    QVERIFY(std::ranges::find(window.client.plugins(), QString("thalweg.costs"), &PluginInfo::id)
        != window.client.plugins().end());
}

void EngineClientTest::runsAndReturnsToReady()
{
    const FixtureFolder folder({ "misbehaves" });
    Window window;
    QVERIFY(window.start());
    window.client.run(misbehaving("behave"), {});
    QVERIFY(window.client.state() == State::Running);
    QTRY_VERIFY(window.client.state() == State::Ready);
    QCOMPARE(window.beginnings.size(), 1);
    QCOMPARE(window.beginnings[0].size(), 2);
    QCOMPARE(window.ends().size(), 1);
    QCOMPARE(window.ends()[0].threads, 2);
    QCOMPARE(window.ends()[0].status, RunStatus::Finished);
}

void EngineClientTest::sendsARunThatWasAskedForTooEarlyWhenTheEngineIsReady()
{
    const FixtureFolder folder({ "misbehaves" });
    Window window;
    window.client.start({ .command = { Window::program() } });
    QVERIFY(window.client.state() == State::Starting);
    window.client.run(misbehaving("behave"), {}, { "good" });
    QTRY_COMPARE(window.ends().size(), 1);
    QCOMPARE(window.beginnings, (QList<QStringList> { { "good" } }));
}

void EngineClientTest::aNewerRunTakesThePlaceOfTheOneBefore()
{
    const FixtureFolder folder({ "misbehaves" });
    Window window;
    QVERIFY(window.start());
    window.client.run(misbehaving("wait"), {});
    QTRY_VERIFY(window.isRunning("bad"));
    window.client.run(misbehaving("behave"), {});
    QTRY_COMPARE(window.ends().size(), 2);
    QCOMPARE(window.ends()[0].status, RunStatus::Interrupted);
    QCOMPARE(window.ends()[1].status, RunStatus::Finished);
    QTRY_VERIFY(window.client.state() == State::Ready);
    QVERIFY(window.unresponsive.isEmpty());
}

void EngineClientTest::pausesResumesAndStops()
{
    const FixtureFolder folder({ "misbehaves" });
    Window window;
    QVERIFY(window.start());
    window.client.run(misbehaving("wait"), {});
    QTRY_VERIFY(window.isRunning("bad"));
    window.client.pause();
    QVERIFY(window.client.state() == State::Paused);
    window.client.resume();
    QVERIFY(window.client.state() == State::Running);
    window.client.pause();
    window.client.stop();
    QTRY_VERIFY(window.client.state() == State::Ready);
    QCOMPARE(window.ends()[0].status, RunStatus::Interrupted);
    QVERIFY(window.losses.isEmpty());
}

void EngineClientTest::tellsWhyARunCannotStart()
{
    Window window;
    QVERIFY(window.start());
    window.client.run(graph({ { "a", "costs.nothing", {} } }, {}), {});
    QTRY_COMPARE(window.refusals.size(), 1);
    QCOMPARE(window.refusals[0], QString("node a: the node type \"costs.nothing\" is not known"));
    QVERIFY(window.client.state() == State::Ready);
}

void EngineClientTest::refusesToRunWithoutAnEngine()
{
    Window window;
    window.client.run(misbehaving("behave"), {});
    QCOMPARE(window.refusals.size(), 1);
    QVERIFY(window.client.state() == State::Stopped);
}

void EngineClientTest::givesTables()
{
    const FixtureFolder folder({ "misbehaves" });
    Window window;
    window.client.requestTable("good", "result", 0, 5);
    QCOMPARE(window.tables.size(), 1);
    QVERIFY(!window.tables[0].problem.isEmpty());
    QVERIFY(window.start());
    window.client.run(misbehaving("behave"), {});
    QTRY_COMPARE(window.ends().size(), 1);
    window.client.requestTable("good", "result", 0, 5);
    QTRY_COMPARE(window.tables.size(), 2);
    QVERIFY(window.tables[1].rows);
    QCOMPARE(window.tables[1].rows->columns()[0].numbers()->at(0), 7.0);
}

void EngineClientTest::namesNodeAndPluginWhenAPluginEndsTheEngine_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("segfault") << "was killed by signal 11 (segmentation fault)";
    QTest::newRow("abort") << "was killed by signal 6 (aborted)";
    QTest::newRow("exit") << "exited with status 3";
}

void EngineClientTest::namesNodeAndPluginWhenAPluginEndsTheEngine()
{
    QFETCH(QString, what);
    const FixtureFolder folder({ "misbehaves" });
    Window window;
    QVERIFY(window.start());
    window.client.run(misbehaving(QTest::currentDataTag()), {}, { "bad" });
    QTRY_COMPARE(window.losses.size(), 1);
    QCOMPARE(window.losses[0].what, what);
    QCOMPARE(window.losses[0].nodes, QStringList { "bad" });
    QCOMPARE(window.losses[0].plugin, QString("fixture.misbehaves"));
    QVERIFY(window.client.state() == State::Stopped);
    QVERIFY(window.client.nodeTypes().find("fixture.misbehaves")); // still known, for the canvas

    QVERIFY(window.start({ window.losses[0].plugin }));
    QVERIFY(!window.client.nodeTypes().find("fixture.misbehaves"));
    window.client.run(graph({ { "cost", "costs.formula", { { "formula", "x^2" } } } }, {}), {});
    QTRY_COMPARE(window.ends().size(), 1);
    QCOMPARE(window.ends()[0].status, RunStatus::Finished);
}

void EngineClientTest::namesThePluginThatEndsTheEngineWhileItIsLoaded_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("segfault") << "was killed by signal 11 (segmentation fault)";
    QTest::newRow("abort") << "was killed by signal 6 (aborted)";
    QTest::newRow("exit") << "exited with status 3";
}

void EngineClientTest::namesThePluginThatEndsTheEngineWhileItIsLoaded()
{
    QFETCH(QString, what);
    const QString fixture = QString("fails-while-loading-") + QTest::currentDataTag();
    const FixtureFolder folder({ fixture, "misbehaves" });
    Window window;
    window.client.start({ .command = { Window::program() } });
    QTRY_COMPARE(window.losses.size(), 1);
    QCOMPARE(window.losses[0].what, what);
    QCOMPARE(window.losses[0].plugin, "fixture." + fixture);
    QVERIFY(window.losses[0].nodes.isEmpty());

    QVERIFY(window.start({ window.losses[0].plugin }));
    window.client.run(misbehaving("behave"), {});
    QTRY_COMPARE(window.ends().size(), 1);
}

void EngineClientTest::namesTheNodesThatRanWhenTheEngineIsKilled()
{
    const FixtureFolder folder({ "misbehaves" });
    Window window;
    QVERIFY(window.start());
    window.client.run(misbehaving("wait"), {});
    QTRY_VERIFY(window.isRunning("bad"));
    QVERIFY(kill(static_cast<pid_t>(engineProcess()), SIGKILL) == 0);
    QTRY_COMPARE(window.losses.size(), 1);
    QCOMPARE(window.losses[0].what, QString("was killed by signal 9 (killed)"));
    QVERIFY(window.losses[0].nodes.contains("bad"));
    QVERIFY(window.start());
    window.client.run(misbehaving("behave"), {});
    QTRY_COMPARE(window.ends().size(), 1);
}

void EngineClientTest::tellsOfANodeThatDoesNotStopAndKillsItWhenAskedAgain()
{
    const FixtureFolder folder({ "misbehaves" });
    Window window;
    QVERIFY(window.start());
    window.client.run(misbehaving("loop"), {}, { "bad" });
    QTRY_VERIFY(window.isRunning("bad"));
    window.client.stop();
    window.client.stop(); // a double click is no second thought
    QTRY_COMPARE_WITH_TIMEOUT(window.unresponsive.size(), 1, 20'000);
    QCOMPARE(window.unresponsive[0].what, QString("does not stop"));
    QCOMPARE(window.unresponsive[0].nodes, QStringList { "bad" });
    QCOMPARE(window.unresponsive[0].plugin, QString("fixture.misbehaves"));
    QVERIFY(window.losses.isEmpty());
    QVERIFY(window.client.state() == State::Running);
    window.client.stop();
    QTRY_COMPARE(window.losses.size(), 1);
    QCOMPARE(window.losses[0].what, QString("was ended, for it did not stop"));
    QCOMPARE(window.losses[0].nodes, QStringList { "bad" });
}

void EngineClientTest::tellsOfAnEngineThatDoesNotAnswerAndLeavesItAlone()
{
    Window window;
    QVERIFY(window.start());
    const auto process = static_cast<pid_t>(engineProcess());
    QVERIFY(kill(process, SIGSTOP) == 0);
    QTRY_COMPARE_WITH_TIMEOUT(window.unresponsive.size(), 1, 60'000);
    QCOMPARE(window.unresponsive[0].what, QString("does not answer"));
    QVERIFY(window.losses.isEmpty());
    QVERIFY(kill(process, SIGCONT) == 0);
    window.client.run(graph({ { "cost", "costs.formula", { { "formula", "x^2" } } } }, {}), {});
    QTRY_COMPARE(window.ends().size(), 1);
}

void EngineClientTest::tellsOfAProgramThatCannotBeStarted()
{
    Window window;
    window.client.start({ .command = { "/nowhere/thalweg" } });
    QTRY_COMPARE(window.losses.size(), 1);
    QVERIFY2(window.losses[0].what.startsWith("cannot be started: "), qPrintable(window.losses[0].what));
    QVERIFY(window.client.state() == State::Stopped);
}

void EngineClientTest::tellsOfAProgramThatIsNoEngine()
{
    Window window;
    window.client.start({ .command = { "echo", "hello from a login script" } });
    QTRY_COMPARE(window.losses.size(), 1);
    QVERIFY2(window.losses[0].what.contains("hello from a login script"), qPrintable(window.losses[0].what));
    window.client.start({ .command = { "sh", "-c", "echo no such host >&2; exit 255" } });
    QTRY_COMPARE(window.losses.size(), 2);
    QCOMPARE(window.losses[1].what, QString("exited with status 255"));
    QCOMPARE(window.losses[1].lastLines, QStringList { "no such host" });
}

void EngineClientTest::handsOnWhatAPluginPrints()
{
    const FixtureFolder folder({ "misbehaves" });
    Window window;
    QVERIFY(window.start());
    window.client.run(misbehaving("print"), {});
    QTRY_COMPARE(window.ends().size(), 1);
    QTRY_COMPARE(window.lines, QStringList { "printed by a node" });
}

void EngineClientTest::showsAnEngineShutDownAsStopped()
{
    const FixtureFolder folder({ "misbehaves" });
    Window window;
    QVERIFY(window.start());
    window.client.run(misbehaving("loop"), {});
    QTRY_VERIFY(window.isRunning("bad"));
    window.client.shutDown();
    QVERIFY(window.client.state() == State::Stopped);
    QTRY_COMPARE(engineProcess(), 0);
    QVERIFY(window.losses.isEmpty());
}

void EngineClientTest::leavesTheEventLoopItsTurnsWhileTenThousandNodesRun()
{
    Window window;
    QVERIFY(window.start());
    Graph many;
    for (int i = 0; i < 10'000; ++i)
        many.nodes.push_back({ .id = QString("n%1").arg(i),
            .type = "costs.formula",
            .version = 1,
            .parameters = { { "formula", "x^2" } },
            .extra = {} });
    // Each state takes a view some time; a turn of the event loop must not see all of them.
    int mostInATurn = 0;
    int inThisTurn = 0;
    QTimer turns;
    connect(
        &turns, &QTimer::timeout, &turns, [&] { mostInATurn = std::max(mostInATurn, std::exchange(inThisTurn, 0)); });
    connect(&window.client, &EngineClient::message, &turns, [&] {
        ++inThisTurn;
        QElapsedTimer time;
        time.start();
        while (time.nsecsElapsed() < 100'000) { }
    });
    turns.start(0);
    window.client.run(many, {});
    QTRY_COMPARE_WITH_TIMEOUT(window.ends().size(), 1, 60'000);
    QVERIFY2(mostInATurn <= 81, qPrintable(QString::number(mostInATurn))); // 8 ms, and the one that began within them
    QVERIFY(window.messages.size() >= 30'000); // running, a summary, done
}

void EngineClientTest::leavesNoProcessBehind()
{
    const FixtureFolder folder({ "misbehaves" });
    {
        Window window;
        QVERIFY(window.start());
        window.client.run(misbehaving("loop"), {});
        QTRY_VERIFY(window.isRunning("bad"));
    }
    QCOMPARE(engineProcess(), 0);
}

QTEST_GUILESS_MAIN(EngineClientTest)
#include "engine_client_test.moc"
