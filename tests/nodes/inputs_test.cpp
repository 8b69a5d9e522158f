#include <thalweg/inputs.h>
#include <thalweg/plain_values.h>
#include <thalweg/run_context.h>
#include <thalweg/table.h>

#include <QJsonArray>
#include <QtTest>

using namespace thalweg;

namespace {

NodeType sample()
{
    return { .id = "test.sample",
        .title = "Sample",
        .summary = "For tests.",
        .parameters = { number("factor", 2).atLeast(0), integer("count", 3), boolean("on", true), text("word", "x"),
            choice("kind", { "a", "b" }, "b"), numbers("values"), names("columns"), number("limit").optional(),
            integer("steps").optional(), formula("formula", "x"), point("start", { "zeros" }) },
        .inputs = { input<Number>("value"), input<Text>("note").optional(), input<Number>("others").optional().many() },
        .outputs = { output<Number>("result"), output<Value>("anything") },
        .run = [](const Inputs &in, Outputs &out, RunContext &) {
            out.set("result", std::make_shared<Number>(in.value<Number>("value")->value * in.number("factor")));
        } };
}

NodeType sampleThatRuns(const std::function<void(const Inputs &, Outputs &, RunContext &)> &run)
{
    NodeType type = sample();
    type.run = run;
    return type;
}

Inputs given(const NodeType &type, const QJsonObject &parameters = {})
{
    Inputs inputs(type, parameters);
    inputs.add("value", std::make_shared<Number>(21));
    return inputs;
}

QString errorOf(const NodeType &type)
{
    RunContext context;
    const Result<Outputs> outputs = runNode(type, given(type), context);
    return outputs ? QString() : outputs.error().text();
}

} // namespace

class InputsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesDefaultsOfWhatWasNotGiven();
    void givesWhatWasGiven();
    void takesNumbersOfWholeParameters();
    void throwsWhereAnUnknownNameIsAskedFor();
    void throwsWhereAnotherKindIsAskedFor();
    void givesTheValuesAtItsPorts();
    void acceptsWhatFits();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void refusesValuesThatDoNotFit();
    void setsOutputsOfTheirType();
    void runsANode();
    void runsNoNodeOnInputsThatDoNotFit();
    void turnsWhateverANodeThrowsIntoAnError();
    void passesOnThatTheRunWasStopped();
};

void InputsTest::givesDefaultsOfWhatWasNotGiven()
{
    const NodeType type = sample();
    const Inputs in = given(type);
    QCOMPARE(in.number("factor"), 2.0);
    QCOMPARE(in.integer("count"), 3);
    QCOMPARE(in.boolean("on"), true);
    QCOMPARE(in.text("word"), QString("x"));
    QCOMPARE(in.text("kind"), QString("b"));
    QCOMPARE(in.text("formula"), QString("x"));
    QVERIFY(in.numbers("values").empty());
    QVERIFY(in.names("columns").isEmpty());
    QVERIFY(!in.optionalNumber("limit"));
    QVERIFY(!in.optionalInteger("steps"));
    QCOMPARE(in.json("start"), QJsonValue("zeros"));
}

void InputsTest::givesWhatWasGiven()
{
    const NodeType type = sample();
    Inputs in = given(type,
        { { "factor", 0.5 }, { "count", qint64(9007199254740992) }, { "on", false }, { "word", "w" }, { "kind", "a" },
            { "values", QJsonArray { 1, 2.5 } }, { "columns", QJsonArray { "p", "q" } }, { "limit", 7.5 },
            { "steps", 8 }, { "start", QJsonArray { 1 } } });
    QCOMPARE(in.number("factor"), 0.5);
    QCOMPARE(in.integer("count"), qint64(9007199254740992));
    QCOMPARE(in.boolean("on"), false);
    QCOMPARE(in.text("word"), QString("w"));
    QCOMPARE(in.text("kind"), QString("a"));
    QVERIFY(in.numbers("values") == (std::vector { 1, 2.5 }));
    QCOMPARE(in.names("columns"), QStringList({ "p", "q" }));
    QCOMPARE(in.optionalNumber("limit"), std::optional(7.5));
    QCOMPARE(in.optionalInteger("steps"), std::optional<qint64>(8));
    QCOMPARE(in.json("start"), QJsonValue(QJsonArray { 1 }));
    in.setParameter("factor", 4);
    QCOMPARE(in.number("factor"), 4.0);
}

void InputsTest::takesNumbersOfWholeParameters()
{
    const NodeType type = sample();
    QCOMPARE(given(type).number("count"), 3.0);
    QCOMPARE(given(type, { { "steps", 4 } }).optionalNumber("steps"), std::optional(4.0));
}

void InputsTest::throwsWhereAnUnknownNameIsAskedFor()
{
    const NodeType type = sample();
    Inputs in = given(type, { { "unheard", 1 } });
    QVERIFY_EXCEPTION_THROWN(in.number("unheard"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.json("of"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.optionalNumber("of"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.value<Number>("of"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.all<Number>("of"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.add("of", std::make_shared<Number>(1)), std::logic_error);
}

void InputsTest::throwsWhereAnotherKindIsAskedFor()
{
    const NodeType type = sample();
    const Inputs in = given(type);
    QVERIFY_EXCEPTION_THROWN(in.number("word"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.integer("factor"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.boolean("count"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.text("on"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.numbers("columns"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.names("values"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.optionalNumber("kind"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.optionalInteger("limit"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.value<Text>("value"), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(in.all<Text>("others"), std::logic_error);
}

void InputsTest::givesTheValuesAtItsPorts()
{
    const NodeType type = sample();
    Inputs in = given(type);
    in.add("others", std::make_shared<Number>(1), "one");
    in.add("others", std::make_shared<Number>(2), "rate = 0.1");
    QCOMPARE(in.value<Number>("value")->value, 21.0);
    QVERIFY(!in.optional<Text>("note"));
    const std::vector<Labelled<Number>> others = in.all<Number>("others");
    QCOMPARE(others.size(), std::size_t(2));
    QCOMPARE(others[0].label, QString("one"));
    QCOMPARE(others[1].label, QString("rate = 0.1"));
    QCOMPARE(others[1].value->value, 2.0);
}

void InputsTest::acceptsWhatFits()
{
    const NodeType type = sample();
    QVERIFY(given(type).check());
    Inputs full = given(type, { { "factor", 0 }, { "limit", QJsonValue() }, { "values", QJsonArray() } });
    full.add("note", std::make_shared<Text>("n"));
    for (int i = 0; i < 3; ++i)
        full.add("others", std::make_shared<Number>(i));
    QVERIFY(full.check());
}

void InputsTest::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *parameter, const QJsonValue &value, const char *words) {
        QTest::newRow(name) << QString(parameter) << value << QString(words);
    };
    row("an unknown parameter", "unheard", 1, "no such parameter");
    row("a wrong type", "factor", "2", "must be a number at least 0, not \"2\"");
    row("out of range", "factor", -1, "must be a number at least 0, not -1");
    row("half of a whole number", "count", 2.5, "a whole number");
    row("a number for true or false", "on", 1, "true or false");
    row("no choice", "kind", "c", "one of \"a\", \"b\"");
    row("null where it may not be open", "factor", QJsonValue(), "must be a number at least 0, not null");
}

void InputsTest::refusesWhatDoesNotFit()
{
    QFETCH(QString, parameter);
    QFETCH(QJsonValue, value);
    QFETCH(QString, words);
    const NodeType type = sample();
    const Result<void> checked = given(type, { { parameter, value } }).check();
    QVERIFY(!checked);
    QVERIFY2(checked.error().text().startsWith("parameter " + parameter + ": "), qPrintable(checked.error().text()));
    QVERIFY2(checked.error().message().contains(words), qPrintable(checked.error().message()));
}

void InputsTest::refusesValuesThatDoNotFit()
{
    NodeType type = sample();
    const auto refusal = [](const Inputs &in) {
        const Result<void> checked = in.check();
        return checked ? QString() : checked.error().text();
    };
    QVERIFY(refusal(Inputs(type, {})).startsWith("port value: needs a link"));

    Inputs twice = given(type);
    twice.add("value", std::make_shared<Number>(1));
    QVERIFY2(refusal(twice).startsWith("port value: takes one value"), qPrintable(refusal(twice)));

    Inputs wrong = given(type);
    wrong.add("others", std::make_shared<Number>(1));
    wrong.add("others", std::make_shared<Text>("1"));
    QVERIFY2(refusal(wrong).startsWith("port others: needs number"), qPrintable(refusal(wrong)));
    QVERIFY(refusal(wrong).contains("text"));

    type.parameters.push_back(file("path"));
    QVERIFY2(refusal(given(type)).startsWith("parameter path: is missing"), qPrintable(refusal(given(type))));
}

void InputsTest::setsOutputsOfTheirType()
{
    const NodeType type = sample();
    Outputs out(type);
    QVERIFY(!out.get("result"));
    QVERIFY_EXCEPTION_THROWN(out.set("result", std::make_shared<Text>("1")), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(out.set("unheard", std::make_shared<Number>(1)), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(out.get("unheard"), std::logic_error);
    const ValuePtr text = std::make_shared<Text>("1");
    out.set("anything", text);
    QCOMPARE(out.get("anything"), text);
    QVERIFY(out.values() == (std::vector<ValuePtr> { nullptr, text }));
}

void InputsTest::runsANode()
{
    const NodeType type = sample();
    RunContext context;
    const Result<Outputs> outputs = runNode(type, given(type), context);
    QVERIFY(outputs);
    QCOMPARE(static_cast<const Number &>(*outputs->get("result")).value, 42.0);
}

void InputsTest::runsNoNodeOnInputsThatDoNotFit()
{
    bool ran = false;
    const NodeType type = sampleThatRuns([&ran](const Inputs &, Outputs &, RunContext &) { ran = true; });
    RunContext context;
    QVERIFY(!runNode(type, given(type, { { "factor", -1 } }), context));
    QVERIFY(!ran);
}

void InputsTest::turnsWhateverANodeThrowsIntoAnError()
{
    using Run = void (*)(const Inputs &, Outputs &, RunContext &);
    const auto thrown = [](Run run) { return errorOf(sampleThatRuns(run)); };
    QCOMPARE(thrown([](const Inputs &, Outputs &, RunContext &) { throw Error("is bad").at("port value"); }),
        QString("port value: is bad"));
    QVERIFY(
        thrown([](const Inputs &, Outputs &, RunContext &) { throw std::runtime_error("broken"); }).contains("broken"));
    QVERIFY(thrown([](const Inputs &, Outputs &, RunContext &) { throw std::bad_alloc(); }).contains("memory"));
    QVERIFY(!thrown([](const Inputs &, Outputs &, RunContext &) { throw 42; }).isEmpty());
    QVERIFY(!thrown([](const Inputs &, Outputs &, RunContext &) { throw "text"; }).isEmpty());
    QVERIFY(thrown([](const Inputs &in, Outputs &, RunContext &) { in.number("unheard"); }).contains("unheard"));
    QVERIFY(thrown([](const Inputs &, Outputs &out, RunContext &) {
        out.set("result", std::make_shared<Text>(""));
    }).contains("result"));
    QVERIFY(!errorOf(sampleThatRuns(nullptr)).isEmpty());
}

void InputsTest::passesOnThatTheRunWasStopped()
{
    class StoppedContext final : public RunContext {
        bool goOn() override { return false; }
    } context;
    const NodeType type = sampleThatRuns([](const Inputs &, Outputs &, RunContext &run) { checkStop(run); });
    QVERIFY_EXCEPTION_THROWN((void)runNode(type, given(type), context), Stopped);
}

QTEST_GUILESS_MAIN(InputsTest)
#include "inputs_test.moc"
