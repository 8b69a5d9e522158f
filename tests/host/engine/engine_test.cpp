#include "engine/engine.h"
#include "support/graphs.h"
#include "support/toy_nodes.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>

using namespace thalweg;
using namespace thalweg::test;

namespace {

/// What a run said.
struct Heard {
    RunStatus status;
    QHash<QString, QList<NodeState>> states;
    QHash<QString, QString> problems;
    QHash<QString, QJsonObject> summaries; ///< by node
    QHash<QString, QStringList> logs;
    QList<SavedMessage> saved;
    int ends = 0;

    double value(const QString &node) const { return summaries[node].value("value").toDouble(qQNaN()); }
    NodeState last(const QString &node) const { return states[node].last(); }
};

Heard run(Engine &engine, const Graph &graph, const RunOptions &options = {}, const NodeTypes &types = toyNodes(),
    const QString &directory = {})
{
    Heard heard;
    RunControl control;
    const Result<Plan> plan = makePlan(graph, types, directory);
    if (!plan)
        throw plan.error();
    heard.status = engine.run(*plan, options, control, [&](const Message &message) {
        if (const auto *state = std::get_if<StateMessage>(&message)) {
            heard.states[state->node] += state->state;
            heard.problems[state->node] = state->problem;
        } else if (const auto *summary = std::get_if<SummaryMessage>(&message)) {
            heard.summaries[summary->node] = summary->summary;
        } else if (const auto *log = std::get_if<LogMessage>(&message)) {
            heard.logs[log->node] += log->text;
        } else if (const auto *saved = std::get_if<SavedMessage>(&message)) {
            heard.saved += *saved;
        } else if (std::holds_alternative<EndMessage>(message)) {
            ++heard.ends;
        }
    });
    return heard;
}

Heard run(const Graph &graph, const RunOptions &options = {})
{
    Engine engine;
    return run(engine, graph, options);
}

QJsonArray itemValues(const QJsonObject &list)
{
    QJsonArray values;
    for (const QJsonValue &item : list.value("items").toArray())
        values.append(item.toObject().value("value"));
    return values;
}

/// Counts the values of it that are alive.
class Counted final : public Value {
public:
    Counted() { most = std::max(most.load(), ++alive); }
    ~Counted() override { --alive; }

    static const ValueType &staticType()
    {
        static const ValueType type { "counted", "Counted", "#000000" };
        return type;
    }
    const ValueType &type() const override { return staticType(); }
    QString text() const override { return {}; }
    QJsonObject summary() const override { return {}; }

    static inline std::atomic<int> alive = 0;
    static inline std::atomic<int> most = 0;
};

} // namespace

class EngineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsEachNodeAfterThoseThatItReads();
    void runsAgainOnlyWhatDependsOnAChangedParameter();
    void runsAgainWhenAFileChanged();
    void runsAgainWhenTheSeedChanged();
    void givesTheSameRandomNumbersOnAnyNumberOfThreads();
    void aNodeThatFailsFailsAloneAndWhatNeedsItIsSkipped_data();
    void aNodeThatFailsFailsAloneAndWhatNeedsItIsSkipped();
    void skipsWhatReadsAnOutputThatWasNotGiven();
    void freesAValueAfterItsLastReader();
    void stopsInTheMiddleOfANode();
    void keepsNothingOfARunThatWasStopped();
    void keepsWhatARunToATargetDoesNotTouch();
    void keepsOneResultANodeAndNothingOfNodesThatAreGone();
    void pausesAndResumes();
    void runsOnlyWhatTheTargetsNeed();
    void runsOnceAnItemOfAListThatDrivesAParameter();
    void takesListsOfOneAxisPairwiseAndOthersInEveryCombination();
    void refusesListsThatDifferAlongOneAxis();
    void givesAListWholeToAPortThatTakesMany();
    void namesTheItemThatFailed();
    void runsNothingForAnEmptyList();
    void savesValuesAndSaysWhereItCouldNot();
    void runsTenThousandNodesInARowAndSideBySide();
};

void EngineTest::runsEachNodeAfterThoseThatItReads()
{
    const Heard heard = run(graph({ { "sum", "toy.plus", {} }, { "one", "toy.plus", { { "value", 1 } } },
                                      { "two", "toy.plus", { { "value", 2 } } } },
        { "one.value -> sum.a", "two.value -> sum.b" }));
    QCOMPARE(heard.status, RunStatus::Finished);
    QCOMPARE(heard.value("sum"), 3.0);
    QCOMPARE(heard.states["sum"], (QList { NodeState::Running, NodeState::Done }));
    QCOMPARE(heard.ends, 1);
}

void EngineTest::runsAgainOnlyWhatDependsOnAChangedParameter()
{
    Engine engine;
    Graph chain = graph({ { "a", "toy.plus", { { "value", 1 } } }, { "b", "toy.plus", { { "value", 10 } } },
                            { "c", "toy.plus", { { "value", 100 } } }, { "other", "toy.plus", {} } },
        { "a.value -> b.a", "b.value -> c.a" });
    const RunOptions keep { .keepResults = true };
    QCOMPARE(run(engine, chain, keep).value("c"), 111.0);

    chain.nodes[1].parameters.insert("value", 20);
    const Heard second = run(engine, chain, keep);
    QCOMPARE(second.value("c"), 121.0);
    QCOMPARE(second.states["a"], QList { NodeState::FromCache });
    QCOMPARE(second.states["other"], QList { NodeState::FromCache });
    QCOMPARE(second.last("b"), NodeState::Done);
    QCOMPARE(second.last("c"), NodeState::Done);
    QCOMPARE(second.value("a"), 1.0); // a kept result is told of like a new one

    const Heard third = run(engine, chain, keep);
    for (const char *node : { "a", "b", "c", "other" })
        QCOMPARE(third.states[node], QList { NodeState::FromCache });
}

void EngineTest::runsAgainWhenAFileChanged()
{
    const QTemporaryDir folder;
    const auto write = [&](const QByteArray &bytes) {
        QFile file(folder.filePath("data"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    Engine engine;
    const Graph reader = graph({ { "size", "toy.file-size", { { "path", "data" } } } }, {});
    const RunOptions keep { .keepResults = true };
    write("12345");
    QCOMPARE(run(engine, reader, keep, toyNodes(), folder.path()).value("size"), 5.0);
    QCOMPARE(run(engine, reader, keep, toyNodes(), folder.path()).last("size"), NodeState::FromCache);
    write("123");
    const Heard after = run(engine, reader, keep, toyNodes(), folder.path());
    QCOMPARE(after.last("size"), NodeState::Done);
    QCOMPARE(after.value("size"), 3.0);
}

void EngineTest::runsAgainWhenTheSeedChanged()
{
    Engine engine;
    Graph random = graph({ { "dice", "toy.dice", {} }, { "other", "toy.dice", {} } }, {});
    const RunOptions keep { .keepResults = true };
    const Heard first = run(engine, random, keep);
    QVERIFY(first.value("dice") != first.value("other")); // each node has its own numbers
    random.seed = 2;
    const Heard second = run(engine, random, keep);
    QCOMPARE(second.last("dice"), NodeState::Done);
    QVERIFY(second.value("dice") != first.value("dice"));
}

void EngineTest::givesTheSameRandomNumbersOnAnyNumberOfThreads()
{
    const Graph random = graph({ { "sweep", "toy.list", { { "values", QJsonArray { 1, 2, 3, 4, 5, 6, 7, 8 } } } },
                                   { "dice", "toy.dice", {} } },
        { "sweep.value -> dice.value" });
    const QJsonArray expected = itemValues(run(random, { .threads = 1 }).summaries["dice"]);
    QCOMPARE(expected.size(), 8);
    QVERIFY(expected[0] != expected[1]);
    for (const int threads : { 2, 3, 8 })
        QCOMPARE(itemValues(run(random, { .threads = threads }).summaries["dice"]), expected);
}

void EngineTest::aNodeThatFailsFailsAloneAndWhatNeedsItIsSkipped_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("problem");
    QTest::newRow("an error of its own") << "error"
                                         << "parameter how: must be better";
    QTest::newRow("an exception") << "exception"
                                  << "a fault in the node: a bug";
    QTest::newRow("not even an exception") << "int"
                                           << "a fault in the node: it threw something that is not an exception";
    QTest::newRow("a bad parameter")
        << "badly"
        << "parameter how: must be one of \"error\", \"exception\", \"int\", \"nothing\", not \"badly\"";
}

void EngineTest::aNodeThatFailsFailsAloneAndWhatNeedsItIsSkipped()
{
    QFETCH(QString, how);
    QFETCH(QString, problem);
    const Heard heard = run(graph({ { "bad", "toy.fail", { { "how", how } } }, { "after", "toy.plus", {} },
                                      { "later", "toy.plus", {} }, { "fine", "toy.plus", { { "value", 7 } } } },
        { "bad.value -> after.a", "after.value -> later.a" }));
    QCOMPARE(heard.status, RunStatus::Failed);
    QCOMPARE(heard.last("bad"), NodeState::Failed);
    QCOMPARE(heard.problems["bad"], problem);
    QCOMPARE(heard.states["after"], QList { NodeState::Skipped });
    QCOMPARE(heard.problems["after"], QString("node bad, which it needs, gave nothing"));
    QCOMPARE(heard.states["later"], QList { NodeState::Skipped });
    QCOMPARE(heard.value("fine"), 7.0);
}

void EngineTest::skipsWhatReadsAnOutputThatWasNotGiven()
{
    const Heard heard = run(graph({ { "empty", "toy.fail", { { "how", "nothing" } } },
                                      { "optional", "toy.plus", { { "value", 7 } } }, { "needs", "toy.total", {} } },
        { "empty.value -> optional.a", "empty.value -> needs.values" }));
    QCOMPARE(heard.last("empty"), NodeState::Done);
    QCOMPARE(heard.value("optional"), 7.0);
    QCOMPARE(heard.last("needs"), NodeState::Failed);
    QCOMPARE(heard.problems["needs"], QString("port values: node empty gives no value here"));
    QCOMPARE(heard.status, RunStatus::Failed);
}

void EngineTest::freesAValueAfterItsLastReader()
{
    const NodeType step { .id = "toy.step",
        .title = "Step",
        .summary = "Step",
        .inputs = { input<Counted>("in").optional() },
        .outputs = { output<Counted>("out") },
        .run = [](const Inputs &, Outputs &out, RunContext &) { out.set("out", std::make_shared<Counted>()); } };
    Graph chain;
    for (int i = 0; i < 100; ++i) {
        chain.nodes.push_back(
            { .id = QStringLiteral("n%1").arg(i), .type = "toy.step", .parameters = {}, .extra = {} });
        if (i)
            chain.links.push_back(
                { { QStringLiteral("n%1").arg(i - 1), "out" }, { QStringLiteral("n%1").arg(i), "in" } });
    }
    Engine engine;
    Counted::most = 0;
    run(engine, chain, {}, NodeTypes({ step }));
    QCOMPARE(Counted::alive.load(), 0);
    QVERIFY(Counted::most.load() <= 2);

    run(engine, chain, { .keepResults = true }, NodeTypes({ step }));
    QCOMPARE(Counted::alive.load(), 100);
}

void EngineTest::stopsInTheMiddleOfANode()
{
    const Graph slow = graph({ { "work", "toy.work", {} }, { "other", "toy.work", {} }, { "after", "toy.plus", {} } },
        { "work.value -> after.a" });
    const Plan plan = makePlan(slow, toyNodes(), {}).value();
    RunControl control;
    std::thread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        control.stop();
    });
    QHash<QString, NodeState> states;
    const RunStatus status = Engine().run(plan, {}, control, [&](const Message &message) {
        if (const auto *state = std::get_if<StateMessage>(&message))
            states[state->node] = state->state;
    });
    stopper.join();
    QCOMPARE(status, RunStatus::Interrupted);
    QCOMPARE(states["work"], NodeState::Skipped);
    QCOMPARE(states["after"], NodeState::Skipped);
}

void EngineTest::keepsNothingOfARunThatWasStopped()
{
    const Graph slow = graph({ { "work", "toy.work", { { "seconds", 0.02 } } } }, {});
    const Plan plan = makePlan(slow, toyNodes(), {}).value();
    Engine engine;
    RunControl stopped;
    stopped.stop();
    engine.run(plan, { .keepResults = true }, stopped, [](const Message &) {});
    QCOMPARE(run(engine, slow, { .keepResults = true }).last("work"), NodeState::Done);
}

void EngineTest::keepsWhatARunToATargetDoesNotTouch()
{
    Engine engine;
    const Graph two = graph({ { "a", "toy.plus", { { "value", 1 } } }, { "b", "toy.plus", { { "value", 2 } } } }, {});
    const RunOptions keep { .keepResults = true };
    run(engine, two, keep);
    const Plan onlyA = makePlan(two, toyNodes(), {}, { "a" }).value();
    RunControl control;
    engine.run(onlyA, keep, control, [](const Message &) {});
    QCOMPARE(run(engine, two, keep).states["b"], QList { NodeState::FromCache });
    QVERIFY(engine.kept().value("b", "value"));
    QVERIFY(!engine.kept().value("b", "nothing"));
    QVERIFY(!engine.kept().value("c", "value"));
}

void EngineTest::keepsOneResultANodeAndNothingOfNodesThatAreGone()
{
    NodeType source = toy("source", { number("value") }, {},
        [](const Inputs &, Outputs &out, RunContext &) { out.set("counted", std::make_shared<Counted>()); });
    source.outputs = { output<Counted>("counted") };
    const NodeTypes types({ source });
    Engine engine;
    const RunOptions keep { .keepResults = true };
    Graph two = graph({ { "a", "toy.source", {} }, { "b", "toy.source", {} } }, {});
    QCOMPARE(Counted::alive, 0);
    Counted::most = 0;
    for (int value = 0; value < 5; ++value) {
        two.nodes[0].parameters.insert("value", value);
        run(engine, two, keep, types);
        QCOMPARE(Counted::alive, 2);
    }
    QCOMPARE(Counted::most, 2); // also while a node runs anew
    two.nodes.pop_back();
    run(engine, two, keep, types);
    QCOMPARE(Counted::alive, 1);
    run(engine, Graph(), keep, types);
    QCOMPARE(Counted::alive, 0);
}

void EngineTest::pausesAndResumes()
{
    const Plan plan = makePlan(graph({ { "work", "toy.work", { { "seconds", 0.01 } } } }, {}), toyNodes(), {}).value();
    RunControl control;
    control.pause();
    std::atomic<bool> resumed = false;
    std::thread resumer([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        resumed = true;
        control.resume();
    });
    bool resumedBeforeTheEnd = false;
    QCOMPARE(Engine().run(plan, {}, control,
                 [&](const Message &message) {
                     if (std::holds_alternative<EndMessage>(message))
                         resumedBeforeTheEnd = resumed;
                 }),
        RunStatus::Finished);
    resumer.join();
    QVERIFY(resumedBeforeTheEnd);
}

void EngineTest::runsOnlyWhatTheTargetsNeed()
{
    const Graph two = graph({ { "a", "toy.plus", {} }, { "b", "toy.plus", {} }, { "bad", "toy.fail", {} } },
        { "a.value -> b.a", "bad.value -> a.a" });
    RunControl control;
    QStringList ran;
    const Plan plan = makePlan(two, toyNodes(), {}, { "bad" }).value();
    Engine().run(plan, {}, control, [&](const Message &message) {
        if (const auto *state = std::get_if<StateMessage>(&message); state && state->state == NodeState::Running)
            ran += state->node;
    });
    QCOMPARE(ran, QStringList { "bad" });
}

void EngineTest::runsOnceAnItemOfAListThatDrivesAParameter()
{
    const Heard heard
        = run(graph({ { "sweep", "toy.list", { { "values", QJsonArray { 1, 2, 4 } } } }, { "plus", "toy.plus", {} } },
            { "sweep.value -> plus.value" }));
    const QJsonObject list = heard.summaries["plus"];
    QCOMPARE(list.value("type").toString(), QString("list"));
    QCOMPARE(list.value("axes").toObject(), (QJsonObject { { "value", QJsonArray { 1, 2, 4 } } }));
    QCOMPARE(itemValues(list), (QJsonArray { 1, 2, 4 }));
}

void EngineTest::takesListsOfOneAxisPairwiseAndOthersInEveryCombination()
{
    // x has the axis `value`, from driving it; y's axis is called `b`, after the port where it first arrives.
    const Heard heard = run(graph({ { "tens", "toy.list", { { "values", QJsonArray { 10, 20 } } } },
                                      { "ones", "toy.list", { { "values", QJsonArray { 1, 2, 3 } } } },
                                      { "x", "toy.plus", {} }, { "pairs", "toy.plus", {} }, { "all", "toy.plus", {} } },
        { "tens.value -> x.value", "x.value -> pairs.a", "x.value -> pairs.b", "x.value -> all.a",
            "ones.value -> all.b" }));
    QCOMPARE(itemValues(heard.summaries["pairs"]), (QJsonArray { 20, 40 }));
    const QJsonObject all = heard.summaries["all"];
    QCOMPARE(all.value("axes").toObject(),
        (QJsonObject { { "b", QJsonArray { 1, 2, 3 } }, { "value", QJsonArray { 10, 20 } } }));
    // Axes stand sorted by name, and the last one varies fastest: b = 1 with 10 and 20, b = 2 …
    QCOMPARE(itemValues(all), (QJsonArray { 11, 21, 12, 22, 13, 23 }));
}

void EngineTest::refusesListsThatDifferAlongOneAxis()
{
    const Heard heard = run(graph({ { "two", "toy.list", { { "values", QJsonArray { 1, 2 } } } },
                                      { "three", "toy.list", { { "values", QJsonArray { 1, 2, 3 } } } },
                                      { "x", "toy.plus", {} }, { "y", "toy.plus", {} }, { "sum", "toy.plus", {} } },
        { "two.value -> x.value", "three.value -> y.value", "x.value -> sum.a", "y.value -> sum.b" }));
    QCOMPARE(heard.last("sum"), NodeState::Failed);
    QVERIFY2(heard.problems["sum"].startsWith(
                 "port b: two lists that arrive here have an axis \"value\", of 2 and of 3 values"),
        qPrintable(heard.problems["sum"]));
}

void EngineTest::givesAListWholeToAPortThatTakesMany()
{
    const Graph sweep = graph(
        { { "sweep", "toy.list", { { "values", QJsonArray { 1, 2, 4 } } } }, { "plus", "toy.plus", {} },
            { "single", "toy.plus", { { "value", 100 } } }, { "alone", "toy.total", {} }, { "both", "toy.total", {} } },
        { "sweep.value -> plus.value", "plus.value -> alone.values", "plus.value -> both.values",
            "single.value -> both.values" });
    const Heard heard = run(sweep);
    QCOMPARE(heard.value("alone"), 7.0);
    QCOMPARE(heard.logs["alone"], (QStringList { "value = 1", "value = 2", "value = 4" }));
    QCOMPARE(heard.value("both"), 107.0);
    QCOMPARE(heard.logs["both"], (QStringList { "plus, value = 1", "plus, value = 2", "plus, value = 4", "single" }));
}

void EngineTest::namesTheItemThatFailed()
{
    const Heard heard
        = run(graph({ { "sweep", "toy.list", { { "values", QJsonArray { 1, 2000 } } } }, { "plus", "toy.plus", {} } },
            { "sweep.value -> plus.value" }));
    QCOMPARE(heard.last("plus"), NodeState::Failed);
    QCOMPARE(heard.problems["plus"], QString("value = 2000: parameter value: must be a number at most 1000, not 2000"));
}

void EngineTest::runsNothingForAnEmptyList()
{
    const Heard heard
        = run(graph({ { "sweep", "toy.list", {} }, { "plus", "toy.plus", {} }, { "total", "toy.total", {} } },
            { "sweep.value -> plus.value", "plus.value -> total.values" }));
    QCOMPARE(heard.last("plus"), NodeState::Done);
    QCOMPARE(itemValues(heard.summaries["plus"]), QJsonArray());
    QCOMPARE(heard.last("total"), NodeState::Failed); // it needs at least one
}

void EngineTest::savesValuesAndSaysWhereItCouldNot()
{
    const QTemporaryDir folder;
    const Graph one = graph({ { "one", "toy.plus", { { "value", 0.1 } } } }, {});
    const Heard heard = run(one,
        { .saves = { { "one", "value", folder.filePath("one.csv") },
              { "one", "value", folder.filePath("nowhere/one.csv") } } });
    QCOMPARE(heard.status, RunStatus::Failed);
    QCOMPARE(heard.saved.size(), 2);
    QVERIFY(heard.saved[0].problem.isEmpty());
    QVERIFY(heard.saved[1].problem.contains("cannot be written"));
    QFile file(folder.filePath("one.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("value\n0.1\n"));
}

void EngineTest::runsTenThousandNodesInARowAndSideBySide()
{
    constexpr int count = 10'000;
    Graph chain;
    Graph fan;
    for (int i = 0; i < count; ++i) {
        const QString id = QStringLiteral("n%1").arg(i);
        for (Graph *graph : { &chain, &fan })
            graph->nodes.push_back({ .id = id, .type = "toy.plus", .parameters = { { "value", 1 } }, .extra = {} });
        if (i)
            chain.links.push_back({ { QStringLiteral("n%1").arg(i - 1), "value" }, { id, "a" } });
        fan.links.push_back({ { id, "value" }, { "total", "values" } });
    }
    fan.nodes.push_back({ .id = "total", .type = "toy.total", .parameters = {}, .extra = {} });
    QCOMPARE(run(chain).value(QStringLiteral("n%1").arg(count - 1)), static_cast<double>(count));
    QCOMPARE(run(fan).value("total"), static_cast<double>(count));
}

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
