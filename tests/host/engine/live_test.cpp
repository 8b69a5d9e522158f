#include "engine/engine.h"
#include "support/graphs.h"
#include "support/toy_nodes.h"

#include <thalweg/figure.h>

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

/// Publishes 1, 2, 3, … as often as it is asked to, `times` times, then gives 100 + `value`. Where nobody asks, it ends
/// after `patience` questions.
NodeType publisher()
{
    return toy(QStringLiteral("publisher"),
        { number(QStringLiteral("value"), 0), integer(QStringLiteral("times"), 3),
            integer(QStringLiteral("patience"), 100'000) },
        {}, [](const Inputs &in, Outputs &out, RunContext &context) {
            qint64 published = 0;
            for (qint64 left = in.integer("patience"); left > 0 && published < in.integer("times"); --left) {
                checkStop(context);
                if (context.wantsPublish())
                    context.publish("value", std::make_shared<Number>(static_cast<double>(++published)));
                std::this_thread::sleep_for(std::chrono::microseconds(100));
            }
            out.set("value", std::make_shared<Number>(100 + in.number("value")));
        });
}

/// A figure that is called as what arrives: `3 1 101`. Fails on numbers above `most` and below `least`.
NodeType show(const QString &name, bool isLive)
{
    NodeType type = toy(name, { number("least", -1e9) }, { input<Number>("values").many() },
        [](const Inputs &in, Outputs &out, RunContext &context) {
            QStringList title;
            for (const auto &[label, value] : in.all<Number>("values")) {
                context.info(label);
                if (value->value < in.number("least"))
                    throw Error("too small");
                title += QString::number(value->value);
            }
            FigureContent figure;
            figure.title = title.join(' ');
            out.set("figure", std::make_shared<Figure>(figure));
        });
    type.outputs = { output<Figure>("figure") };
    type.isLive = isLive;
    return type;
}

/// Gives what `rate` is tuned to, as soon as it is.
NodeType tunable()
{
    return toy(QStringLiteral("tunable"), { number("rate", 1).atLeast(0), integer("patience", 20'000) }, {},
        [](const Inputs &in, Outputs &out, RunContext &context) {
            double rate = in.number("rate");
            for (qint64 left = in.integer("patience"); left > 0 && rate == in.number("rate"); --left) {
                rate = context.tuned("rate", in.number("rate"));
                std::this_thread::sleep_for(std::chrono::microseconds(100));
            }
            out.set("value", std::make_shared<Number>(rate));
        });
}

NodeTypes types()
{
    // A live node that only passes on what it reads.
    NodeType pass = toy("pass", {}, { input<Number>("a"), input<Number>("b").optional() },
        [](const Inputs &in, Outputs &out, RunContext &) { out.set("value", in.value<Number>("a")); });
    pass.isLive = true;
    return NodeTypes(
        { publisher(), show("show", true), show("show-at-the-end", false), tunable(), pass, plus(), list() });
}

struct Heard {
    QStringList live, final; ///< titles of figures, with their label if they have one
    int liveAfterFinal = 0;
    QHash<QString, NodeState> states;
    QHash<QString, double> values;
    QStringList logs;
};

Heard run(Engine &engine, const Graph &graph, const RunOptions &options,
    const std::function<void(const StateMessage &, RunControl &)> &onState = {})
{
    Heard heard;
    RunControl control;
    const Result<Plan> plan = makePlan(graph, types(), {});
    if (!plan)
        throw plan.error();
    engine.run(*plan, options, control, [&](const Message &message) {
        if (const auto *figure = std::get_if<FigureMessage>(&message)) {
            const QString title = figure->label.isEmpty() ? figure->figure->content().title
                                                          : figure->label + ": " + figure->figure->content().title;
            (figure->isLive ? heard.live : heard.final) += title;
            if (figure->isLive && !heard.final.isEmpty())
                ++heard.liveAfterFinal;
        } else if (const auto *state = std::get_if<StateMessage>(&message)) {
            heard.states[state->node] = state->state;
            if (onState)
                onState(*state, control);
        } else if (const auto *summary = std::get_if<SummaryMessage>(&message)) {
            heard.values[summary->node] = summary->summary["value"].toDouble(qQNaN());
        } else if (const auto *log = std::get_if<LogMessage>(&message)) {
            heard.logs += log->text;
        }
    });
    return heard;
}

Heard run(const Graph &graph, const RunOptions &options = { .live = true })
{
    Engine engine;
    return run(engine, graph, options);
}

bool isRising(const QStringList &titles)
{
    return std::ranges::is_sorted(titles, {}, [](const QString &title) { return title.toDouble(); });
}

} // namespace

class LiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsPublishedAndTheFinalFigureLast();
    void showsOnOneThreadAsWell();
    void asksForNothingWhereNobodyWatches_data();
    void asksForNothingWhereNobodyWatches();
    void passesThroughAChainOfLiveNodes();
    void waitsForAnInputThatIsNotThere();
    void showsThoseOfManyThatAreThere();
    void showsTheItemsOfASweep();
    void saysNothingOfErrorsInLiveRuns();
    void keepsNothingOfLiveRuns();
    void showsWhatThereIsWhereTheRunIsStopped();
    void tellsANodeWhatItIsTunedTo();
    void tellsANodeWhatItWasTunedToBeforeItBegan();
    void passesOverATuningThatIsOutOfRange();
    void doesNotReuseWhatWasTuned();
};

void LiveTest::showsWhatIsPublishedAndTheFinalFigureLast()
{
    const Heard heard
        = run(graph({ { "a", "toy.publisher", {} }, { "plot", "toy.show", {} } }, { "a.value -> plot.values" }));
    QVERIFY(!heard.live.isEmpty() && heard.live.size() <= 3);
    QVERIFY(isRising(heard.live));
    QCOMPARE(heard.live.first(), QString("1"));
    QCOMPARE(heard.final, QStringList { "100" });
    QCOMPARE(heard.liveAfterFinal, 0);
    QCOMPARE(heard.logs, QStringList { "a" }); // of the final run alone
}

void LiveTest::showsOnOneThreadAsWell()
{
    const Heard heard
        = run(graph({ { "a", "toy.publisher", {} }, { "plot", "toy.show", {} } }, { "a.value -> plot.values" }),
            { .threads = 1, .live = true });
    QVERIFY(!heard.live.isEmpty());
}

void LiveTest::asksForNothingWhereNobodyWatches_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("live");
    QTest::newRow("the host does not listen") << "toy.show" << false;
    QTest::newRow("no live node reads it") << "toy.show-at-the-end" << true;
}

void LiveTest::asksForNothingWhereNobodyWatches()
{
    QFETCH(QString, type);
    QFETCH(bool, live);
    Graph quiet = graph({ { "a", "toy.publisher", { { "patience", 1000 } } }, { "plot", "toy.show", {} } },
        { "a.value -> plot.values" });
    quiet.nodes[1].type = type;
    const Heard heard = run(quiet, { .live = live });
    QCOMPARE(heard.live, QStringList());
    QCOMPARE(heard.final, QStringList { "100" });
}

void LiveTest::passesThroughAChainOfLiveNodes()
{
    const Heard heard
        = run(graph({ { "a", "toy.publisher", {} }, { "pass", "toy.pass", {} }, { "plot", "toy.show", {} } },
            { "a.value -> pass.a", "pass.value -> plot.values" }));
    QVERIFY(heard.live.contains("1"));
    QCOMPARE(heard.final, QStringList { "100" });
    QCOMPARE(heard.liveAfterFinal, 0);
}

void LiveTest::waitsForAnInputThatIsNotThere()
{
    // `pass` needs `late`, which waits for `a` to end.
    const Heard heard = run(graph({ { "a", "toy.publisher", {} }, { "late", "toy.plus", {} },
                                      { "pass", "toy.pass", {} }, { "plot", "toy.show", {} } },
        { "a.value -> late.a", "a.value -> pass.a", "late.value -> pass.b", "pass.value -> plot.values" }));
    QCOMPARE(heard.live, QStringList());
    QCOMPARE(heard.final, QStringList { "100" });
}

void LiveTest::showsThoseOfManyThatAreThere()
{
    const Heard heard = run(graph({ { "a", "toy.publisher", {} }, { "early", "toy.plus", { { "value", 7 } } },
                                      { "late", "toy.plus", {} }, { "plot", "toy.show", {} } },
        { "early.value -> plot.values", "a.value -> plot.values", "a.value -> late.a", "late.value -> plot.values" }));
    QVERIFY2(heard.live.contains("7 1"), qPrintable(heard.live.join(", ")));
    QCOMPARE(heard.final, QStringList { "7 100 100" });
}

void LiveTest::showsTheItemsOfASweep()
{
    const Heard heard
        = run(graph({ { "sweep", "toy.list", { { "values", QJsonArray { 1, 2 } } } }, { "a", "toy.publisher", {} },
                        { "pass", "toy.pass", {} }, { "plot", "toy.show", {} } },
            { "sweep.value -> a.value", "a.value -> pass.a", "pass.value -> plot.values" }));
    QVERIFY(!heard.live.isEmpty());
    for (const QString &title : heard.live)
        QVERIFY2(QRegularExpression("^[123]( [123])?$").match(title).hasMatch(), qPrintable(title));
    QCOMPARE(heard.final, QStringList { "101 102" });
}

void LiveTest::saysNothingOfErrorsInLiveRuns()
{
    const Heard heard = run(graph(
        { { "a", "toy.publisher", {} }, { "plot", "toy.show", { { "least", 50 } } } }, { "a.value -> plot.values" }));
    QCOMPARE(heard.live, QStringList());
    QCOMPARE(heard.final, QStringList { "100" });
    QCOMPARE(heard.states["plot"], NodeState::Done);
}

void LiveTest::keepsNothingOfLiveRuns()
{
    Engine engine;
    const RunOptions options { .keepResults = true, .live = true };
    const Graph chain = graph({ { "a", "toy.publisher", {} }, { "pass", "toy.pass", {} } }, { "a.value -> pass.a" });
    run(engine, chain, options);
    const auto kept = std::dynamic_pointer_cast<const Number>(engine.kept().value("pass", "value"));
    QVERIFY(kept);
    QCOMPARE(kept->value, 100.0);
    QCOMPARE(run(engine, chain, options).states["pass"], NodeState::FromCache);
}

void LiveTest::showsWhatThereIsWhereTheRunIsStopped()
{
    // What ends in spite of the stop is shown; what has not begun and is not live is skipped.
    Engine engine;
    const Heard heard = run(engine,
        graph({ { "a", "toy.tunable", {} }, { "plot", "toy.show", {} }, { "slow", "toy.show-at-the-end", {} } },
            { "a.value -> plot.values", "a.value -> slow.values" }),
        { .live = true }, [](const StateMessage &state, RunControl &control) {
            if (state.node == "a" && state.state == NodeState::Running) {
                control.stop();
                control.tunings.set("a", "rate", 2);
            }
        });
    QCOMPARE(heard.final, QStringList { "2" });
    QCOMPARE(heard.states["plot"], NodeState::Done);
    QCOMPARE(heard.states["slow"], NodeState::Skipped);
}

void LiveTest::tellsANodeWhatItIsTunedTo()
{
    Engine engine;
    const Heard heard = run(engine, graph({ { "a", "toy.tunable", {} } }, {}), { .live = true },
        [](const StateMessage &state, RunControl &control) {
            if (state.state == NodeState::Running)
                control.tunings.set("a", "rate", 0.25);
        });
    QCOMPARE(heard.values["a"], 0.25);
}

void LiveTest::tellsANodeWhatItWasTunedToBeforeItBegan()
{
    Engine engine;
    const Heard heard
        = run(engine, graph({ { "first", "toy.plus", {} }, { "a", "toy.tunable", {} } }, { "first.value -> a.rate" }),
            { .live = true }, [](const StateMessage &state, RunControl &control) {
                if (state.node == "first" && state.state == NodeState::Done)
                    control.tunings.set("a", "rate", 0.25);
            });
    QCOMPARE(heard.values["a"], 0.25);
}

void LiveTest::passesOverATuningThatIsOutOfRange()
{
    Engine engine;
    const Heard heard = run(engine, graph({ { "a", "toy.tunable", { { "patience", 100 } } } }, {}), { .live = true },
        [](const StateMessage &state, RunControl &control) {
            if (state.state == NodeState::Running) {
                control.tunings.set("a", "rate", -1);
                control.tunings.set("a", "nothing", 1);
                control.tunings.set("nobody", "rate", 1);
            }
        });
    QCOMPARE(heard.values["a"], 1.0);
}

void LiveTest::doesNotReuseWhatWasTuned()
{
    Engine engine;
    const Graph chain
        = graph({ { "a", "toy.tunable", { { "patience", 100 } } }, { "b", "toy.plus", {} } }, { "a.value -> b.a" });
    const RunOptions options { .keepResults = true, .live = true };
    const Heard tuned = run(engine, chain, options, [](const StateMessage &state, RunControl &control) {
        if (state.node == "a" && state.state == NodeState::Running)
            control.tunings.set("a", "rate", 0.25);
    });
    QCOMPARE(tuned.values["b"], 0.25);
    const Heard plain = run(engine, chain, options);
    QCOMPARE(plain.states["a"], NodeState::Done);
    QCOMPARE(plain.states["b"], NodeState::Done);
    QCOMPARE(plain.values["b"], 1.0);
    QCOMPARE(run(engine, chain, options).states["b"], NodeState::FromCache);
}

QTEST_GUILESS_MAIN(LiveTest)
#include "live_test.moc"
