#include "engine/protocol/frame.h"
#include "engine/protocol/reply.h"
#include "support/engine_fixtures.h"
#include "workflow/workflow.h"

#include <QProcess>
#include <QtTest>

#include <csignal>

using namespace thalweg;
using namespace thalweg::test;

namespace {

/// `thalweg engine`, and what it has said so far.
class Served {
public:
    explicit Served(const QStringList &arguments = {})
    {
        process.start(qEnvironmentVariable("THALWEG_PROGRAM"), QStringList("engine") + arguments);
        process.waitForStarted();
    }
    ~Served()
    {
        process.kill();
        process.waitForFinished();
    }

    void send(const Request &request)
    {
        process.write(framed(encode(request)));
        process.waitForBytesWritten();
    }

    void run(std::int64_t number, const Graph &graph, const QStringList &targets = {})
    {
        send(request::Run { number, bytesOf({ graph, {} }), {}, targets, 2 });
    }

    /// The next reply that is a `T` and of which `fits` is true; the others are passed over. Nothing where it does not
    /// come within half a minute.
    template <class T, class Fits> std::optional<T> next(const Fits &fits)
    {
        while (const std::optional<Reply> reply = any()) {
            const T *found = nullptr;
            if constexpr (std::is_constructible_v<Reply, T> && !std::is_constructible_v<Message, T>)
                found = std::get_if<T>(&*reply);
            else if (const auto *message = std::get_if<Message>(&*reply))
                found = std::get_if<T>(message);
            if (found && fits(*found))
                return *found;
        }
        return {};
    }
    template <class T> std::optional<T> next()
    {
        return next<T>([](const T &) { return true; });
    }

    /// The state that a node ends in.
    std::optional<NodeState> endOf(const QString &node)
    {
        const auto end = next<StateMessage>(
            [&](const StateMessage &told) { return told.node == node && told.state != NodeState::Running; });
        return end ? std::optional(end->state) : std::nullopt;
    }

    bool begins(const QString &node)
    {
        return next<StateMessage>([&](const StateMessage &state) {
            return state.node == node && state.state == NodeState::Running;
        }).has_value();
    }

    QProcess process;
    QString fault; ///< of the stream

private:
    std::optional<Reply> any()
    {
        while (true) {
            const auto frame = frames_.next();
            if (!frame)
                return fault = frame.error().text(), std::nullopt;
            if (*frame) {
                const Result<Reply> reply = decodeReply(**frame);
                return reply ? std::optional(*reply) : (fault = reply.error().text(), std::nullopt);
            }
            if (process.bytesAvailable() == 0 && !process.waitForReadyRead(30'000))
                return {};
            frames_.add(process.readAllStandardOutput());
        }
    }

    FrameReader frames_;
};

} // namespace

class ServeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhoItIsThenWhatItLoadsThenWhatThereIs();
    void leavesOutPluginsByIdAndByPath();
    void namesThePluginThatEndsItWhileLoading_data();
    void namesThePluginThatEndsItWhileLoading();
    void runsAWorkflow();
    void refusesAWorkflowThatCannotRun();
    void sendsNothingButFramesWhateverAPluginPrints();
    void answersPingsWhileANodeLoops();
    void endsWithItsInputAlsoWhileANodeLoops();
    void quits();
    void refusesAnotherProtocol();
    void refusesWhatIsNoRequest();
    void aNewerRunStopsTheOneBefore();
    void stopsAlsoTheRunThatWaits();
    void keepsWhatATargetDoesNotNeed();
    void givesRowsOfWhatWasKept();
    void showsADescentWhileItGoesOn();
    void takesOverARateThatIsTuned();
};

void ServeTest::saysWhoItIsThenWhatItLoadsThenWhatThereIs()
{
    const FixtureFolder folder({ "misbehaves" });
    Served engine;
    const auto hello = engine.next<reply::Hello>();
    QVERIFY(hello);
    QCOMPARE(hello->protocol, protocolVersion);
    QVERIFY(!hello->program.isEmpty());
    QVERIFY(engine.next<reply::Loading>([](const auto &loading) { return loading.plugin == "thalweg.costs"; }));
    const auto loading
        = engine.next<reply::Loading>([](const auto &one) { return one.plugin == "fixture.misbehaves"; });
    QVERIFY(loading);
    QCOMPARE(loading->path, folder.path("misbehaves"));
    const auto ready = engine.next<reply::Ready>();
    QVERIFY(ready);
    const NodeType *descent = ready->types.find("optimizers.gradient-descent");
    QVERIFY(descent && descent->parameter("rate") && !descent->isLive);
    QVERIFY(ready->types.find("plots.cost-history")->isLive);
    QVERIFY(ready->types.find("fixture.misbehaves"));
}

void ServeTest::leavesOutPluginsByIdAndByPath()
{
    const FixtureFolder folder({ "misbehaves" });
    for (const QString &name : { QString("fixture.misbehaves"), folder.path("misbehaves") }) {
        Served engine({ "--without", name });
        const auto ready = engine.next<reply::Ready>();
        QVERIFY(ready);
        QVERIFY(!ready->types.find("fixture.misbehaves"));
        const auto plugin = std::ranges::find(ready->plugins, QString("fixture.misbehaves"), &PluginInfo::id);
        QVERIFY(plugin != ready->plugins.end());
        QCOMPARE(plugin->problem, QString("is left out, as the command line asks"));
    }
}

void ServeTest::namesThePluginThatEndsItWhileLoading_data()
{
    QTest::addColumn<bool>("isCrash");
    QTest::addColumn<int>("status");
    QTest::newRow("segfault") << true << SIGSEGV;
    QTest::newRow("abort") << true << SIGABRT;
    QTest::newRow("exit") << false << 3;
}

void ServeTest::namesThePluginThatEndsItWhileLoading()
{
    QFETCH(bool, isCrash);
    QFETCH(int, status);
    const QString fixture = QString("fails-while-loading-") + QTest::currentDataTag();
    const FixtureFolder folder({ fixture });
    Served engine;
    QString last;
    while (const auto loading = engine.next<reply::Loading>())
        last = loading->plugin;
    QCOMPARE(last, "fixture." + fixture);
    QVERIFY(engine.process.state() == QProcess::NotRunning || engine.process.waitForFinished());
    QCOMPARE(engine.process.exitStatus() == QProcess::CrashExit, isCrash);
    QCOMPARE(engine.process.exitCode(), status);
}

void ServeTest::runsAWorkflow()
{
    Served engine;
    Graph seed = longDescent();
    seed.nodes[1].parameters = { { "rate", 0.1 }, { "iterations", 50 } };
    engine.run(1, seed);
    const auto began = engine.next<reply::Began>();
    QVERIFY(began);
    QCOMPARE(began->run, 1);
    QCOMPARE(QSet<QString>(began->nodes.begin(), began->nodes.end()), (QSet<QString> { "cost", "gd", "error" }));
    const auto descent = engine.next<SummaryMessage>([](const auto &summary) { return summary.node == "gd"; });
    QVERIFY(descent);
    QCOMPARE(descent->summary["parameters"].toObject()["theta"].toDouble(), 4.999928637615365);
    const auto figure = engine.next<FigureMessage>();
    QVERIFY(figure && !figure->isLive);
    QCOMPARE(figure->node, QString("error"));
    const auto end = engine.next<EndMessage>();
    QVERIFY(end);
    QCOMPARE(end->status, RunStatus::Finished);
    QCOMPARE(end->threads, 2);
}

void ServeTest::refusesAWorkflowThatCannotRun()
{
    Served engine;
    engine.run(4, graph({ { "a", "costs.nothing", {} } }, {}));
    const auto refused = engine.next<reply::Refused>();
    QVERIFY(refused);
    QCOMPARE(refused->run, 4);
    QCOMPARE(refused->problem, QString("node a: the node type \"costs.nothing\" is not known"));
    engine.send(request::Run { 5, "{", {}, {}, 0 });
    QVERIFY(engine.next<reply::Refused>([](const auto &second) { return second.run == 5; }));
}

void ServeTest::sendsNothingButFramesWhateverAPluginPrints()
{
    const FixtureFolder folder({ "misbehaves" });
    Served engine;
    engine.run(1, misbehaving("print"));
    QVERIFY(engine.next<EndMessage>());
    engine.send(request::Quit());
    QVERIFY(!engine.next<reply::Pong>());
    QCOMPARE(engine.fault, QString());
    QVERIFY(engine.process.readAllStandardError().contains("printed by a node"));
}

void ServeTest::answersPingsWhileANodeLoops()
{
    const FixtureFolder folder({ "misbehaves" });
    Served engine;
    engine.run(1, misbehaving("loop"));
    QVERIFY(engine.begins("bad"));
    engine.send(request::Ping { 42 });
    const auto pong = engine.next<reply::Pong>();
    QVERIFY(pong);
    QCOMPARE(pong->number, 42);
}

void ServeTest::endsWithItsInputAlsoWhileANodeLoops()
{
    const FixtureFolder folder({ "misbehaves" });
    Served engine;
    engine.run(1, misbehaving("loop"));
    QVERIFY(engine.begins("bad"));
    engine.process.closeWriteChannel();
    QVERIFY(engine.process.waitForFinished(5000));
    QCOMPARE(engine.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(engine.process.exitCode(), 0);
}

void ServeTest::quits()
{
    Served engine;
    engine.send(request::Quit());
    QVERIFY(engine.process.waitForFinished());
    QCOMPARE(engine.process.exitCode(), 0);
}

void ServeTest::refusesAnotherProtocol()
{
    Served engine;
    engine.send(request::Hello { 99 });
    const auto fault = engine.next<reply::Fault>();
    QVERIFY(fault);
    QVERIFY2(fault->problem.startsWith("the window speaks protocol 99 and the engine, Thalweg "),
        qPrintable(fault->problem));
    QVERIFY(engine.process.state() == QProcess::NotRunning || engine.process.waitForFinished());
    QCOMPARE(engine.process.exitCode(), 2);
}

void ServeTest::refusesWhatIsNoRequest()
{
    Served engine;
    engine.process.write("GET / HTTP/1.1\r\n\r\n");
    QVERIFY(engine.next<reply::Fault>());
    QVERIFY(engine.process.state() == QProcess::NotRunning || engine.process.waitForFinished());
    QCOMPARE(engine.process.exitCode(), 2);
}

void ServeTest::aNewerRunStopsTheOneBefore()
{
    const FixtureFolder folder({ "misbehaves" });
    Served engine;
    engine.run(1, misbehaving("wait"));
    QVERIFY(engine.begins("bad"));
    engine.run(2, misbehaving("behave"));
    const auto stopped = engine.next<EndMessage>();
    QVERIFY(stopped);
    QCOMPARE(stopped->status, RunStatus::Interrupted);
    const auto began = engine.next<reply::Began>();
    QVERIFY(began);
    QCOMPARE(began->run, 2);
    QCOMPARE(engine.next<EndMessage>()->status, RunStatus::Finished);
}

void ServeTest::stopsAlsoTheRunThatWaits()
{
    const FixtureFolder folder({ "misbehaves" });
    Served engine;
    engine.run(1, misbehaving("wait"));
    QVERIFY(engine.begins("bad"));
    engine.run(2, misbehaving("wait"));
    engine.send(request::Stop());
    for (int run = 0; run < 2; ++run) {
        const auto end = engine.next<EndMessage>();
        QVERIFY(end);
        QCOMPARE(end->status, RunStatus::Interrupted);
    }
}

void ServeTest::keepsWhatATargetDoesNotNeed()
{
    Served engine;
    const Graph two = graph(
        { { "a", "costs.formula", { { "formula", "x^2" } } }, { "b", "costs.formula", { { "formula", "y^2" } } } }, {});
    engine.run(1, two);
    QVERIFY(engine.next<EndMessage>());
    engine.run(2, two, { "a" });
    QVERIFY(engine.endOf("a") == NodeState::FromCache);
    engine.run(3, two);
    QVERIFY(engine.endOf("b") == NodeState::FromCache);
}

void ServeTest::givesRowsOfWhatWasKept()
{
    Served engine;
    Graph seed = longDescent();
    seed.nodes[1].parameters = { { "rate", 0.1 }, { "iterations", 50 } };
    engine.run(1, seed);
    QVERIFY(engine.next<EndMessage>());
    engine.send(request::Table { "gd", "descent", 49, 10 });
    const auto part = engine.next<TablePart>();
    QVERIFY(part);
    QCOMPARE(part->rowCount, 51);
    QCOMPARE(part->firstRow, 49);
    QVERIFY(part->rows);
    QCOMPARE(part->rows->rowCount(), 2u);
    QCOMPARE(part->rows->find("iteration")->numbers()->at(1), 50.0);
    QCOMPARE(part->rows->find("theta")->numbers()->at(1), 4.999928637615365);
    engine.send(request::Table { "cost", "objective", 0, 10 });
    QCOMPARE(engine.next<TablePart>()->problem, QString("a value of type objective has no rows and columns"));
    engine.send(request::Table { "nobody", "objective", 0, 10 });
    QCOMPARE(engine.next<TablePart>()->problem, QString("nothing is kept of this output; run the node"));
}

void ServeTest::showsADescentWhileItGoesOn()
{
    Served engine;
    engine.run(1, longDescent());
    std::int64_t reached = 0;
    for (int i = 0; i < 3; ++i) {
        const auto figure = engine.next<FigureMessage>();
        QVERIFY(figure);
        QVERIFY(figure->isLive);
        QCOMPARE(figure->node, QString("error"));
        const std::vector<std::int64_t> &steps = figure->figure->content().layers.back().steps;
        QCOMPARE(steps.front(), 0);
        QVERIFY(steps.size() <= 2000);
        QVERIFY(steps.back() > reached);
        reached = steps.back();
    }
    engine.send(request::Stop());
    const auto last = engine.next<FigureMessage>([](const auto &figure) { return !figure.isLive; });
    QVERIFY(last);
    QVERIFY(last->figure->content().layers.back().steps.back() >= reached);
    // Nothing live comes behind it.
    engine.send(request::Quit());
    QVERIFY(!engine.next<FigureMessage>());
}

void ServeTest::takesOverARateThatIsTuned()
{
    Served engine;
    engine.run(1, longDescent());
    QVERIFY(engine.next<FigureMessage>());
    engine.send(request::Tune { "gd", "rate", -1 }); // out of range
    engine.send(request::Tune { "gd", "rate", 0.25 });
    // J falls to a quarter with each step from there on, below any positive number soon.
    const auto converged = engine.next<FigureMessage>([](const FigureMessage &figure) {
        return std::get<LineLayer>(figure.figure->content().layers.back().shape).y.back() < 1e-20;
    });
    QVERIFY(converged);
    engine.send(request::Stop());
    QVERIFY(engine.next<EndMessage>());
    engine.send(request::Table { "gd", "descent", 0, 1 });
    const auto first = engine.next<TablePart>();
    QVERIFY(first && first->rows);
    QCOMPARE(first->rows->find("rate")->numbers()->at(0), 1e-9);
    engine.send(request::Table { "gd", "descent", first->rowCount - 1, 1 });
    QCOMPARE(engine.next<TablePart>()->rows->find("rate")->numbers()->at(0), 0.25);
}

QTEST_GUILESS_MAIN(ServeTest)
#include "serve_test.moc"
