#include <gui/formula/formula_edit.h>
#include <gui/formula/formula_text.h>
#include <gui/parameters/names_list.h>
#include <gui/parameters/number_spin.h>
#include <gui/parameters/panel_content.h>
#include <gui/parameters/panel_edits.h>
#include <gui/parameters/parameter_panel.h>
#include <gui/parameters/scrub_label.h>

#include <thalweg/inputs.h>
#include <thalweg/plain_values.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace thalweg;

namespace {

NodeTypes toyTypes()
{
    const auto nothing = [](const Inputs &, Outputs &, RunContext &) {};
    const NodeType toy { .id = "toy.all",
        .title = "All kinds",
        .summary = "Has a parameter of every kind.",
        .parameters = { number("rate", 0.1).atLeast(0).logSlider(1e-4, 10).help("Step size."),
            integer("count", 5).atLeast(1), boolean("shuffle", true), choice("kind", { "red", "green" }, "red"),
            choice("many", { "a", "b", "c", "d" }, "a"), text("title"), text("data").lines(), file("path"),
            formula("formula"), numbers("values"), names("features").namesFrom("table"),
            text("target").namesFrom("table"), point("start", { "zeros", "random" }).namesFrom("objective"),
            colour("colour"), number("limit").optional() },
        .inputs = { input<Number>("table").optional(), input<Number>("objective").optional() },
        .outputs = { output<Number>("value") },
        .run = nothing };
    const NodeType range { .id = "sources.range",
        .title = "Range",
        .summary = "Numbers.",
        .parameters = { number("from"), number("to", 1), choice("spacing", { "linear", "log" }, "linear") },
        .outputs = { output<Number>("values") },
        .run = nothing };
    return NodeTypes(std::vector<NodeType> { toy, range });
}

Node node(const QString &id, const QString &type, const QJsonObject &parameters = {})
{
    Node made;
    made.id = id;
    made.type = type;
    made.parameters = parameters;
    return made;
}

Graph graphOf(const QJsonObject &parameters = {})
{
    Graph graph;
    graph.nodes = { node("a", "toy.all", parameters), node("b", "toy.all"), node("up", "sources.range") };
    return graph;
}

/// A panel on a document, with one of its nodes selected.
struct Shown {
    Document document;
    ParameterPanel panel;

    explicit Shown(const Graph &graph = graphOf(), const QStringList &selection = { "a" }) : document(graph)
    {
        panel.resize(340, 900);
        panel.setDocument(&document);
        panel.setNodeTypes(toyTypes());
        panel.setSelection(selection);
        panel.show();
    }

    ParameterRow *row(const QString &parameter) const
    {
        return static_cast<PanelContent *>(panel.widget())->row(parameter);
    }
    template <class W> W *in(const QString &parameter) const { return row(parameter)->field()->findChild<W *>(); }
    QJsonValue value(const QString &parameter, const QString &node = "a") const
    {
        return document.graph().find(node)->parameters.value(parameter);
    }
    QToolButton *button(const QString &parameter, const QString &accessibleName) const
    {
        for (QToolButton *one : row(parameter)->findChildren<QToolButton *>())
            if (one->accessibleName().startsWith(accessibleName))
                return one;
        return nullptr;
    }
    void settle() { QCoreApplication::processEvents(); }
};

void retype(QLineEdit *line, const QString &text)
{
    line->selectAll();
    if (text.isEmpty())
        QTest::keyClick(line, Qt::Key_Delete);
    else
        QTest::keyClicks(line, text);
}

} // namespace

class PanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsTypedSteppedAndSlid();
    void aWrongNumberStaysToBeSeenAndIsNotGiven();
    void typingIsUndoneAtOnceAndAnotherVisitApart();
    void aSliderDragIsUndoneAtOnce();
    void aDragOnTheLabelChangesTheNumber();
    void emptyTextAndTheButtonGoBackToTheDefault();
    void choicesAndSwitchesAreGiven();
    void textsAreGiven();
    void filesAreRelativeToTheFolderAndMissingOnesSaid();
    void formulasAreGivenWhereTheyAreSound();
    void listsOfNumbersAreGiven();
    void columnsArePickedAndMissingOnesKept();
    void aPointIsAWordOrNumbersByName();
    void coloursAreGiven();
    void severalNodesAreSetAtOnce();
    void changesFromElsewhereLeaveTheCursor();
    void renamesAreMadeOrRefusedInWords();
    void aDrivenParameterSaysFromWhereAndCanBeCut();
    void aRangeDrivesInOneStep();
    void unknownTypesAndParametersAreShownAndRemoved();
    void asksForNamesAndHelp();
    void survivesTheDocument();
};

void PanelTest::aNumberIsTypedSteppedAndSlid()
{
    Shown shown;
    auto *spin = shown.in<NumberSpin>("rate");
    auto *line = shown.in<QLineEdit>("rate");
    QCOMPARE(line->placeholderText(), QString("0.1"));
    retype(line, "1e-3");
    QCOMPARE(shown.value("rate"), QJsonValue(0.001));
    retype(line, "0.05");
    QTest::keyClick(spin, Qt::Key_Up);
    QCOMPARE(shown.value("rate"), QJsonValue(0.06));
    retype(line, "0");
    QTest::keyClick(spin, Qt::Key_Down); // below the range
    QCOMPARE(shown.value("rate"), QJsonValue(0));
    shown.in<QSlider>("rate")->setValue(800); // 1e-4 · 10^(5 · 0.8)
    QCOMPARE(shown.value("rate"), QJsonValue(1));
    QCOMPARE(spin->text(), QString("1"));
}

void PanelTest::aWrongNumberStaysToBeSeenAndIsNotGiven()
{
    Shown shown;
    auto *line = shown.in<QLineEdit>("count");
    retype(line, "7");
    retype(line, "2.5");
    QCOMPARE(shown.row("count")->field()->problem(), QString("Must be a whole number at least 1, not 2.5"));
    QCOMPARE(line->text(), QString("2.5"));
    QCOMPARE(shown.value("count"), QJsonValue(2)); // typed on the way
    shown.settle();
    QCOMPARE(line->text(), QString("2.5"));
    retype(line, "x");
    QCOMPARE(shown.row("count")->field()->problem(), QString("\"x\" is not a number"));
    retype(line, "3");
    QVERIFY(shown.row("count")->field()->problem().isEmpty());
    shown.document.undoStack().undo();
    shown.settle();
    QCOMPARE(line->text(), QString());
}

void PanelTest::typingIsUndoneAtOnceAndAnotherVisitApart()
{
    Shown shown;
    auto *line = shown.in<QLineEdit>("title");
    QTest::keyClicks(line, "first");
    Q_EMIT line->editingFinished();
    QTest::keyClicks(line, " second");
    QCOMPARE(shown.document.undoStack().count(), 2);
    shown.document.undoStack().undo();
    shown.settle();
    QCOMPARE(line->text(), QString("first"));
    shown.document.undoStack().undo();
    shown.settle();
    QCOMPARE(line->text(), QString());
    QVERIFY(shown.value("title").isUndefined());
}

void PanelTest::aSliderDragIsUndoneAtOnce()
{
    Shown shown;
    auto *slider = shown.in<QSlider>("rate");
    for (int drag = 0; drag < 2; ++drag) {
        slider->setSliderDown(true);
        for (int tick = 100; tick <= 900; tick += 100)
            slider->setValue(tick + drag);
        slider->setSliderDown(false);
    }
    QCOMPARE(shown.document.undoStack().count(), 2);
    shown.document.undoStack().undo();
    shown.document.undoStack().undo();
    QVERIFY(shown.value("rate").isUndefined());
}

void PanelTest::aDragOnTheLabelChangesTheNumber()
{
    Shown shown;
    auto *label = shown.row("rate")->findChild<ScrubLabel *>();
    QTest::mousePress(label, Qt::LeftButton, {}, QPoint(5, 5));
    QTest::mouseMove(label, QPoint(80, 5));
    QTest::mouseMove(label, QPoint(155, 5));
    QTest::mouseRelease(label, Qt::LeftButton, {}, QPoint(155, 5));
    QCOMPARE(shown.value("rate"), QJsonValue(1)); // a decade in 150 pixels
    QCOMPARE(shown.document.undoStack().count(), 1);
}

void PanelTest::emptyTextAndTheButtonGoBackToTheDefault()
{
    Shown shown(graphOf({ { "rate", 0.5 } }));
    QToolButton *reset = shown.button("rate", "Back to the default");
    QVERIFY(reset->isVisible());
    QVERIFY(reset->toolTip().contains("0.1"));
    QVERIFY(!shown.button("count", "Back to the default")->isVisible());
    reset->click();
    QVERIFY(shown.value("rate").isUndefined());
    QTRY_VERIFY(!reset->isVisible());
    retype(shown.in<QLineEdit>("rate"), "3");
    QTRY_VERIFY(reset->isVisible());
    retype(shown.in<QLineEdit>("rate"), "");
    QVERIFY(shown.value("rate").isUndefined());
}

void PanelTest::choicesAndSwitchesAreGiven()
{
    Shown shown;
    shown.in<QCheckBox>("shuffle")->click();
    QCOMPARE(shown.value("shuffle"), QJsonValue(false));
    QVERIFY(shown.button("kind", "kind: red")->isChecked());
    shown.button("kind", "kind: green")->click();
    QCOMPARE(shown.value("kind"), QJsonValue("green"));
    auto *combo = shown.in<QComboBox>("many");
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(shown.value("many"), QJsonValue("b"));
    shown.document.undoStack().undo();
    QTRY_COMPARE(combo->currentText(), QString("a"));
}

void PanelTest::textsAreGiven()
{
    Shown shown;
    QTest::keyClicks(shown.in<QPlainTextEdit>("data"), "x,y");
    QTest::keyClick(shown.in<QPlainTextEdit>("data"), Qt::Key_Return);
    QTest::keyClicks(shown.in<QPlainTextEdit>("data"), "1,2");
    QCOMPARE(shown.value("data"), QJsonValue("x,y\n1,2"));
    QCOMPARE(shown.document.undoStack().count(), 1);
}

void PanelTest::filesAreRelativeToTheFolderAndMissingOnesSaid()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("rows.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Shown shown;
    shown.panel.setDirectory(folder.path());
    shown.settle();
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(file.fileName()) });
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(shown.row("path")->field(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(shown.row("path")->field(), &drop);
    QCOMPARE(shown.value("path"), QJsonValue("rows.csv"));
    QVERIFY(shown.row("path")->field()->problem().isEmpty());
    retype(shown.in<QLineEdit>("path"), "nowhere.csv");
    QCOMPARE(shown.value("path"), QJsonValue("nowhere.csv")); // it may come to be there
    QCOMPARE(shown.row("path")->field()->problem(), QString("There is no file nowhere.csv"));
}

void PanelTest::formulasAreGivenWhereTheyAreSound()
{
    Shown shown;
    auto *edit = shown.in<FormulaEdit>("formula");
    QTest::keyClicks(edit->editor(), "x^2");
    QCOMPARE(shown.value("formula"), QJsonValue("x^2"));
    QTest::keyClicks(edit->editor(), "+");
    QCOMPARE(shown.value("formula"), QJsonValue("x^2"));
    shown.settle();
    QCOMPARE(edit->text(), QString("x^2+"));
    QTest::keyClicks(edit->editor(), "1");
    QCOMPARE(shown.value("formula"), QJsonValue("x^2+1"));
}

void PanelTest::listsOfNumbersAreGiven()
{
    Shown shown;
    auto *line = shown.in<QLineEdit>("values");
    retype(line, "0.1, 0.2 3");
    QCOMPARE(shown.value("values"), QJsonValue(QJsonArray({ 0.1, 0.2, 3 })));
    retype(line, "1, y");
    QVERIFY(shown.row("values")->field()->problem().startsWith("\"y\" is not a number"));
    retype(line, "");
    QVERIFY(shown.value("values").isUndefined());
}

void PanelTest::columnsArePickedAndMissingOnesKept()
{
    Graph graph = graphOf({ { "features", QJsonArray { "gone", "x" } }, { "target", "y" } });
    graph.links.push_back({ { "up", "values" }, { "a", "table" } });
    Shown shown(graph);
    shown.panel.setLastOutput([](const End &) {
        return OutputStatus { {},
            QJsonObject { { "columns",
                QJsonArray { QJsonObject { { "name", "x" }, { "kind", "number" } },
                    QJsonObject { { "name", "z" }, { "kind", "text" } } } } } };
    });
    shown.settle();
    auto *list = shown.in<NamesList>("features");
    QStringList texts;
    for (int row = 0; row < list->count(); ++row)
        texts += list->item(row)->text();
    QCOMPARE(texts, QStringList({ "gone – missing", "x", "z (text)" }));
    QCOMPARE(shown.row("target")->field()->problem(), QString("There is no \"y\" in up.values"));
    list->item(2)->setCheckState(Qt::Checked);
    QCOMPARE(shown.value("features"), QJsonValue(QJsonArray({ "gone", "x", "z" })));
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(shown.value("features"), QJsonValue(QJsonArray({ "x", "gone", "z" })));
    shown.settle();
    retype(shown.in<QLineEdit>("features"), "new");
    QTest::keyClick(shown.in<QLineEdit>("features"), Qt::Key_Return);
    QCOMPARE(shown.value("features"), QJsonValue(QJsonArray({ "x", "gone", "z", "new" })));
}

void PanelTest::aPointIsAWordOrNumbersByName()
{
    Graph graph = graphOf();
    graph.links.push_back({ { "up", "values" }, { "a", "objective" } });
    Shown shown(graph);
    shown.panel.setLastOutput([](const End &) {
        return OutputStatus { {}, QJsonObject { { "parameters", QJsonArray { "u", "v" } } } };
    });
    shown.settle();
    auto *combo = shown.in<QComboBox>("start");
    auto *table = shown.in<QTableWidget>("start");
    QVERIFY(!table->isVisible());
    Q_EMIT combo->activated(2);
    QCOMPARE(shown.value("start"), QJsonValue(QJsonArray({ 0, 0 })));
    QVERIFY(table->isVisible());
    QCOMPARE(table->item(1, 0)->text(), QString("v"));
    table->item(1, 1)->setText("-1.5");
    QCOMPARE(shown.value("start"), QJsonValue(QJsonArray({ 0, -1.5 })));
    table->item(0, 1)->setText("abc");
    QCOMPARE(shown.row("start")->field()->problem(), QString("\"abc\" is not a number"));
    Q_EMIT combo->activated(1);
    QCOMPARE(shown.value("start"), QJsonValue("random"));
    Q_EMIT combo->activated(0);
    QVERIFY(shown.value("start").isUndefined());
}

void PanelTest::coloursAreGiven()
{
    Shown shown;
    retype(shown.in<QLineEdit>("colour"), "#1f77b4");
    QCOMPARE(shown.value("colour"), QJsonValue("#1f77b4"));
    retype(shown.in<QLineEdit>("colour"), "blue");
    QVERIFY(shown.row("colour")->field()->problem().contains("#1f77b4"));
}

void PanelTest::severalNodesAreSetAtOnce()
{
    Shown shown(graphOf({ { "rate", 0.5 } }), { "a", "b" });
    auto *line = shown.in<QLineEdit>("rate");
    QCOMPARE(line->text(), QString());
    QCOMPARE(line->placeholderText(), QString("several values"));
    retype(line, "2");
    QCOMPARE(shown.value("rate", "a"), QJsonValue(2));
    QCOMPARE(shown.value("rate", "b"), QJsonValue(2));
    shown.document.undoStack().undo();
    QCOMPARE(shown.value("rate", "a"), QJsonValue(0.5));
    QVERIFY(shown.value("rate", "b").isUndefined());
    QTRY_COMPARE(line->placeholderText(), QString("several values"));

    shown.panel.setSelection({ "a", "up" });
    QVERIFY(qobject_cast<QLabel *>(shown.panel.widget())->text().contains("2 types"));
}

void PanelTest::changesFromElsewhereLeaveTheCursor()
{
    Shown shown(graphOf({ { "title", "abcdef" } }));
    auto *line = shown.in<QLineEdit>("title");
    QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
    line->setFocus();
    line->setCursorPosition(3);
    shown.document.make(*setParameter(shown.document.graph(), "a", "title", "abcXYZ"));
    QTRY_COMPARE(line->text(), QString("abcXYZ"));
    QCOMPARE(line->cursorPosition(), 3);
    QVERIFY(line->hasFocus());
}

void PanelTest::renamesAreMadeOrRefusedInWords()
{
    Shown shown;
    QLineEdit *name = nullptr;
    for (QLineEdit *line : shown.panel.findChildren<QLineEdit *>())
        if (line->accessibleName() == "Name of the node")
            name = line;
    QVERIFY(name);
    retype(name, "b");
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(shown.document.graph().find("a"));
    QCOMPARE(name->text(), QString("b"));
    retype(name, "valley");
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(shown.document.graph().find("valley"));
    QCOMPARE(shown.panel.selection(), QStringList("valley"));
    shown.settle();
    retype(shown.in<QLineEdit>("rate"), "3");
    QCOMPARE(shown.value("rate", "valley"), QJsonValue(3));
}

void PanelTest::aDrivenParameterSaysFromWhereAndCanBeCut()
{
    Graph graph = graphOf();
    graph.links.push_back({ { "up", "values" }, { "a", "rate" } });
    Shown shown(graph);
    shown.panel.setLastOutput([](const End &) { return OutputStatus { "5 numbers", { { "type", "list" } } }; });
    shown.settle();
    QVERIFY(!shown.row("rate")->field()->isVisible());
    bool isSaid = false;
    for (const QLabel *label : shown.row("rate")->findChildren<QLabel *>())
        isSaid |= label->isVisible() && label->text() == "from up.values: 5 numbers";
    QVERIFY(isSaid);
    shown.button("rate", "Cut the link")->click();
    QVERIFY(shown.document.graph().links.empty());
    QTRY_VERIFY(shown.row("rate")->field()->isVisible());
}

void PanelTest::aRangeDrivesInOneStep()
{
    Shown shown(graphOf({ { "rate", 0.01 } }));
    const Graph before = shown.document.graph();
    const auto edit = driveWithNewRange(before, toyTypes(), "a", "rate");
    QVERIFY2(edit.ok(), edit.ok() ? "" : edit.error().what());
    shown.document.make(*edit);
    const Graph &after = shown.document.graph();
    const Node *range = after.find("rates");
    QVERIFY(range);
    QCOMPARE(range->parameters, (QJsonObject { { "from", 0.001 }, { "to", 0.1 }, { "spacing", "log" } }));
    QCOMPARE(after.links.back().text(), QString("rates.values -> a.rate"));
    QVERIFY(!driveWithNewRange(after, toyTypes(), "a", "rate"));
    shown.document.undoStack().undo();
    QCOMPARE(shown.document.graph(), before);
}

void PanelTest::unknownTypesAndParametersAreShownAndRemoved()
{
    Graph graph = graphOf({ { "bogus", QJsonArray { 1, "two" } } });
    graph.nodes.push_back(node("odd", "other.thing", { { "k", 1 } }));
    Shown shown(graph);
    const auto button = [&](const QString &name) {
        QToolButton *found = nullptr;
        for (QToolButton *one : shown.panel.findChildren<QToolButton *>())
            if (one->accessibleName() == name)
                found = one;
        return found;
    };
    QVERIFY(button("Remove bogus from the node"));
    button("Remove bogus from the node")->click();
    QTRY_VERIFY(shown.value("bogus").isUndefined());
    shown.panel.setSelection({ "odd" });
    QVERIFY(button("Remove k from the node"));
    bool isSaid = false;
    for (const QLabel *label : shown.panel.findChildren<QLabel *>())
        isSaid |= label->text() == "Unknown node type";
    QVERIFY(isSaid);
}

void PanelTest::asksForNamesAndHelp()
{
    Graph graph = graphOf();
    graph.links.push_back({ { "up", "values" }, { "a", "table" } });
    Shown shown(graph, {});
    QSignalSpy names(&shown.panel, &ParameterPanel::namesWanted);
    shown.panel.setSelection({ "a" });
    QVERIFY(names.size() >= 1);
    QCOMPARE(names.first().first().value<End>().text(), QString("up.values"));
    QSignalSpy help(&shown.panel, &ParameterPanel::helpWanted);
    QTest::keyClick(shown.in<NumberSpin>("rate"), Qt::Key_F1);
    QCOMPARE(help.size(), 1);
    QCOMPARE(help.first().at(0).toString(), QString("toy.all"));
    QCOMPARE(help.first().at(1).toString(), QString("rate"));
}

void PanelTest::survivesTheDocument()
{
    ParameterPanel panel;
    {
        Document document(graphOf());
        panel.setDocument(&document);
        panel.setNodeTypes(toyTypes());
        panel.setSelection({ "a" });
    }
    QCoreApplication::processEvents();
    QVERIFY(panel.selection().isEmpty());
    QVERIFY(qobject_cast<QLabel *>(panel.widget()));
}

QTEST_MAIN(PanelTest)
#include "panel_test.moc"
