#include <thalweg/inputs.h>
#include <thalweg/node_types.h>
#include <thalweg/plain_values.h>

#include <QtTest>

using namespace thalweg;

namespace {

NodeType sound()
{
    return { .id = "test.scale",
        .title = "Scale",
        .summary = "Multiplies.",
        .parameters = { number("factor", 2).atLeast(0), file("path") },
        .inputs = { input<Number>("value") },
        .outputs = { output<Number>("value") },
        .run = [](const Inputs &, Outputs &, RunContext &) {} };
}

NodeType named(const QString &id)
{
    NodeType type = sound();
    type.id = id;
    return type;
}

/// Mends nothing and breaks one thing.
using Break = std::function<void(NodeType &)>;

} // namespace

Q_DECLARE_METATYPE(Break)

class NodeTypeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsNoFaultInASoundDescription();
    void findsEachFault_data();
    void findsEachFault();
    void findsAllFaultsAtOnce();
    void findsPortsAndParametersByName();
    void standsInTheCategoryBeforeTheLastDot();
    void isFoundInACatalogueById();
    void outlivesTheCatalogueThatItWasAddedTo();
    void findsTheNearestWord_data();
    void findsTheNearestWord();
};

void NodeTypeTest::findsNoFaultInASoundDescription()
{
    QCOMPARE(faults(sound()), QStringList());
    QCOMPARE(faults(named("costs.test-function2")), QStringList());
    QCOMPARE(faults(named("example.costs.cosh-valley")), QStringList());
}

void NodeTypeTest::findsEachFault_data()
{
    QTest::addColumn<Break>("breakIt");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Break &breakIt, const char *words) {
        QTest::newRow(name) << breakIt << QString(words);
    };
    for (const char *id : { "", "scale", "Test.scale", "test.", ".scale", "test..scale", "test scale.x", "test.scale\n",
             "2test.scale", "test.-scale", "test.sc\xc3\xa4le" })
        row(
            qPrintable("the id " + QString(id)), [id](NodeType &t) { t.id = id; }, "lower-case words");
    row(
        "version 0", [](NodeType &t) { t.version = 0; }, "version");
    row(
        "no title", [](NodeType &t) { t.title.clear(); }, "title");
    row(
        "no summary", [](NodeType &t) { t.summary.clear(); }, "summary");
    row(
        "no run", [](NodeType &t) { t.run = nullptr; }, "run");
    row(
        "two parameters of a name", [](NodeType &t) { t.parameters.push_back(number("factor", 1)); },
        "\"factor\": the name is used twice");
    row(
        "two inputs of a name", [](NodeType &t) { t.inputs.push_back(input<Text>("value")); },
        "\"value\": the name is used twice");
    row(
        "two outputs of a name", [](NodeType &t) { t.outputs.push_back(output<Text>("value")); },
        "\"value\": the name is used twice");
    row(
        "an input that is called as a parameter", [](NodeType &t) { t.inputs.push_back(input<Text>("factor")); },
        "\"factor\": the name is used twice");
    for (const char *name : { "", "my value", "2x", "_x", "x.y", "x-y", "x\n", "\xc3\xa4" }) {
        row(
            qPrintable("the parameter name " + QString(name)),
            [name](NodeType &t) { t.parameters.push_back(number(name)); }, "a name is letters");
        row(
            qPrintable("the output name " + QString(name)),
            [name](NodeType &t) { t.outputs.push_back(output<Number>(name)); }, "a name is letters");
    }
    row(
        "a default out of range", [](NodeType &t) { t.parameters.push_back(number("rate", -1).above(0)); },
        "\"rate\": the default must be a number above 0, not -1");
    row(
        "a slider beyond the range",
        [](NodeType &t) { t.parameters.push_back(number("rate", 1).above(0).slider(0, 1)); },
        "\"rate\": the ends of the slider must be a number above 0");
    row(
        "a logarithmic slider from 0", [](NodeType &t) { t.parameters.push_back(number("rate").logSlider(0, 1)); },
        "\"rate\": a slider goes from one number up to another");
    row(
        "a slider for a text", [](NodeType &t) { t.parameters.push_back(text("word").slider(0, 1)); },
        "\"word\": a slider is for numbers");
    row(
        "names from nowhere", [](NodeType &t) { t.parameters.push_back(names("columns").namesFrom("table")); },
        "\"columns\": there is no input \"table\" to take names from");
    row(
        "names for a number", [](NodeType &t) { t.parameters.push_back(number("rate").namesFrom("value")); },
        "\"rate\": names are offered for texts");
    row(
        "a default that is no colour",
        [](NodeType &t) {
            Parameter ink = colour("ink");
            ink.defaultValue = "blue";
            t.parameters.push_back(ink);
        },
        "\"ink\": the default must be a colour such as #1f77b4, not \"blue\"");
    row(
        "a default that is no choice",
        [](NodeType &t) {
            t.parameters.push_back(choice("kind", { "a", "b" }, "c"));
        },
        "\"kind\": the default must be one of");
}

void NodeTypeTest::findsEachFault()
{
    QFETCH(Break, breakIt);
    QFETCH(QString, words);
    NodeType type = sound();
    breakIt(type);
    const QStringList found = faults(type);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found[0].contains(words), qPrintable(found[0]));
}

void NodeTypeTest::findsAllFaultsAtOnce()
{
    NodeType type = sound();
    type.id = "Scale";
    type.title.clear();
    type.run = nullptr;
    type.inputs.push_back(input<Number>("factor"));
    QCOMPARE(faults(type).size(), 4);
}

void NodeTypeTest::findsPortsAndParametersByName()
{
    const NodeType type = sound();
    QCOMPARE(type.parameter("factor"), &type.parameters[0]);
    QCOMPARE(type.input("value"), &type.inputs[0]);
    QCOMPARE(type.output("value"), &type.outputs[0]);
    QVERIFY(!type.parameter("value") && !type.input("factor") && !type.output("Value"));
}

void NodeTypeTest::standsInTheCategoryBeforeTheLastDot()
{
    QCOMPARE(sound().category(), QString("test"));
    QCOMPARE(named("example.costs.valley").category(), QString("example.costs"));
}

void NodeTypeTest::isFoundInACatalogueById()
{
    NodeTypes types({ named("b.x"), named("a.x"), named("a.w") });
    QVERIFY(types.find("a.x"));
    QCOMPARE(types.find("a.x")->id, QString("a.x"));
    QVERIFY(!types.find("a.y"));
    QStringList ids;
    for (const NodeType *type : types.all())
        ids += type->id;
    QCOMPARE(ids, QStringList({ "a.w", "a.x", "b.x" }));
    const Result<void> again = types.add(named("a.x"));
    QVERIFY(!again);
    QVERIFY2(again.error().text().contains("\"a.x\""), qPrintable(again.error().text()));
    QVERIFY_EXCEPTION_THROWN(NodeTypes({ named("a.x"), named("a.x") }), std::logic_error);
}

void NodeTypeTest::outlivesTheCatalogueThatItWasAddedTo()
{
    auto types = std::make_unique<NodeTypes>(std::vector { named("a.x") });
    const NodeTypes copy = *types;
    const NodeType *type = types->find("a.x");
    types.reset();
    QCOMPARE(copy.find("a.x"), type);
    QCOMPARE(type->title, QString("Scale"));
}

void NodeTypeTest::findsTheNearestWord_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("nearest");
    const auto row
        = [](const char *word, const char *nearest) { QTest::newRow(word) << QString(word) << QString(nearest); };
    row("optimizers.adam", "optimizers.adam");
    row("optimizers.adan", "optimizers.adam");
    row("optimisers.adam", "optimizers.adam");
    row("optimizers.damw", "optimizers.adamw");
    row("adam", ""); // 11 letters are missing
    row("rate", "rate");
    row("rte", "rate"); // one change of three letters is a third, not more
    row("rt", ""); // two changes of two letters
    row("ratexx", "rate"); // two changes of six letters
    row("ratexxx", ""); // three changes of seven letters
    row("Rate", "rate");
    row("", "");
}

void NodeTypeTest::findsTheNearestWord()
{
    QFETCH(QString, word);
    QFETCH(QString, nearest);
    QCOMPARE(nearestWord(word, { "optimizers.adam", "optimizers.adamw", "rate" }), nearest);
    QCOMPARE(nearestWord(word, {}), QString());
}

QTEST_GUILESS_MAIN(NodeTypeTest)
#include "node_type_test.moc"
