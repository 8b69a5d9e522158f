#include "graph/document.h"
#include "graph/fitting.h"
#include "graph/modes.h"
#include "graph/selection.h"
#include "host/samples.h"
#include "workflow/workflow.h"

#include <QtTest>

#include <algorithm>

using namespace thalweg;

namespace {

/// Some edit of the graph as it is, of any kind.
Edit someEdit(const Graph &graph)
{
    std::vector<QString> ids { QStringLiteral("nowhere") };
    for (const Node &node : graph.nodes)
        ids.push_back(node.id);
    const auto id = [&] { return *rc::gen::elementOf(ids); };
    const auto place = [] { return QPointF(*rc::gen::inRange(-5, 5), *rc::gen::inRange(-5, 5)); };
    const auto orNothing = [](const Result<Edit> &edit) { return edit ? edit.value() : Edit(); };

    const auto selection = [&] { return Selection { { id(), id() }, { *rc::gen::inRange<qsizetype>(0, 4) } }; };
    const auto sizes = [&] {
        NodeSizes all;
        for (const QString &each : ids)
            all.insert(each, { 100, 50 });
        return all;
    };
    static const NodeTypes types = sampleTypes();
    const QString gesture = *rc::gen::element<QString>("", "a", "b");

    switch (*rc::gen::inRange(0, 27)) {
    case 10:
        return setMode(graph, { id(), id() }, *rc::gen::element(Node::Mode::Run, Node::Mode::Mute, Node::Mode::Bypass));
    case 11:
        return orNothing(linkOrReplace(graph, types, *linksAmong(graph.nodes)));
    case 12:
        return graph.links.empty()
            ? Edit()
            : orNothing(insertOnLink(graph, types, *nodesOfAnyType(), place(), *rc::gen::elementOf(graph.links)));
    case 13:
        return removeAndRejoin(graph, types, { id(), id() });
    case 14:
        return orNothing(addLinked(graph, types, node("fresh", "test.show"), place(), "value",
            { id(), *rc::gen::element<QString>("table", "descent") }, Side::Output));
    case 15:
        return align(graph, { id(), id(), id() },
            *rc::gen::element(Alignment::Left, Alignment::Centre, Alignment::Right, Alignment::Top, Alignment::Middle,
                Alignment::Bottom),
            sizes());
    case 16:
        return distribute(graph, { id(), id(), id(), id() }, *rc::gen::element(Qt::Horizontal, Qt::Vertical), sizes());
    case 17:
        return tidy(graph, sizes(), *rc::gen::element(QStringList(), QStringList { id(), id() }));
    case 18:
        return addAnnotation(graph,
            *rc::gen::element(Annotation(Note { { 0, 0, 9, 9 }, "n", {} }), Annotation(Frame { { -9, -9, 200, 99 } })));
    case 19:
        return changeAnnotation(
            graph, *rc::gen::inRange<qsizetype>(0, 3), Note { { 1, 1, 5, 5 }, "changed", {} }, gesture);
    case 20:
        return removeAnnotations(graph, { *rc::gen::inRange<qsizetype>(0, 3) });
    case 21:
        return graph.links.empty() ? Edit()
                                   : reroute(graph, *rc::gen::elementOf(graph.links),
                                       std::vector<QPointF>(*rc::gen::inRange<std::size_t>(0, 3)), gesture);
    case 22:
        return frameAround(graph, { id(), id() }, sizes(), "Frame");
    case 23:
        return moveSelection(graph, withContents(graph, selection(), sizes()), place(), gesture);
    case 24:
        return nudge(graph, selection(), place());
    case 25:
        return removeSelection(graph, selection());
    case 26:
        return duplicate(graph, types, selection(), place(), *rc::gen::arbitrary<bool>());
    case 0:
        return orNothing(addNode(graph, *nodesOfAnyType(), place()));
    case 1:
        return removeNodes(graph, { id(), id() });
    case 2:
        return orNothing(renameNode(graph, id(), *nodeIds()));
    case 3:
    case 4:
        return orNothing(setParameter(graph, id(), *rc::gen::element<QString>("rate", "start"),
            *rc::gen::element<QJsonValue>(QJsonValue::Undefined, QJsonValue(), 1, 0.5, "x")));
    case 5:
        return moveNodes(graph, { { id(), place() }, { id(), place() } });
    case 6:
        return addLink(graph, *linksAmong(graph.nodes));
    case 7:
        return graph.links.empty() ? Edit() : removeLink(graph, *rc::gen::elementOf(graph.links));
    case 8: {
        Details details = detailsOf(graph);
        details.title = *rc::gen::element<QString>("", "a", "b");
        details.seed = *rc::gen::inRange(0, 3);
        details.annotations = { *rc::gen::inRange(0, 3) };
        return setDetails(graph, details, QStringLiteral("Set title"));
    }
    default: {
        Graph piece;
        const std::size_t count = std::min<std::size_t>(graph.nodes.size(), 3);
        piece.nodes.assign(graph.nodes.begin(), graph.nodes.begin() + static_cast<std::ptrdiff_t>(count));
        piece.links = graph.links;
        piece.layout = graph.layout;
        return paste(graph, piece, place());
    }
    }
}

Edit set(const Document &document, const QJsonValue &rate)
{
    return setParameter(document.graph(), "gd", "rate", rate).value();
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoesAndRedoesEveryRowOfEditsExactly();
    void undoesEditsOfOneThingAsOne();
    void doesNotMergeAcrossAnotherEdit();
    void doesNotMergeIntoWhatHasBeenSaved();
    void doesNothingForAnEditWithoutChanges();
    void namesWhatCanBeUndone();
};

void DocumentTest::undoesAndRedoesEveryRowOfEditsExactly()
{
    QVERIFY(rc::check("any edits, undone and made again", [] {
        const Graph start = *graphs();
        const QByteArray bytes = bytesOf({ start, {} }) + "\n"; // as a person may have laid them out
        Document document(start);
        Graph view = start; // hears of changes only
        connect(&document, &Document::changed, [&view](const Change &change) { apply(view, change); });
        QUndoStack &stack = document.undoStack();

        std::vector<Graph> graphAt { start }; // by index of the undo stack
        const int count = *rc::gen::inRange(1, 201);
        for (int i = 0; i < count; ++i) {
            const int dice = *rc::gen::inRange(0, 10);
            if (dice == 0 && stack.canUndo()) {
                stack.undo();
            } else if (dice == 1 && stack.canRedo()) {
                stack.redo();
            } else {
                const Edit edit = someEdit(document.graph());
                Graph expected = document.graph();
                for (const Change &change : edit.changes)
                    thalweg::apply(expected, change);
                document.make(edit);
                RC_ASSERT(document.graph() == expected);
                if (!edit.changes.empty()) {
                    graphAt.resize(static_cast<std::size_t>(stack.index()));
                    graphAt.push_back(document.graph());
                }
            }
            RC_ASSERT(document.graph() == graphAt[static_cast<std::size_t>(stack.index())]);
            RC_ASSERT(view == document.graph());
        }
        RC_ASSERT(static_cast<std::size_t>(stack.count()) + 1 >= graphAt.size());
        while (stack.canUndo()) {
            stack.undo();
            RC_ASSERT(document.graph() == graphAt[static_cast<std::size_t>(stack.index())]);
            RC_ASSERT(view == document.graph());
        }
        RC_ASSERT(document.graph() == start);
        RC_ASSERT(bytesOf({ document.graph(), bytes }) == bytes);
        while (stack.canRedo()) {
            stack.redo();
            RC_ASSERT(document.graph() == graphAt[static_cast<std::size_t>(stack.index())]);
            RC_ASSERT(view == document.graph());
        }
    }));
}

void DocumentTest::undoesEditsOfOneThingAsOne()
{
    Graph start;
    start.nodes = { node("gd", "test.descend", { { "rate", 0.1 } }) };
    Document document(start);
    for (const double rate : { 0.2, 0.25, 0.3 })
        document.make(set(document, rate));
    QCOMPARE(document.undoStack().count(), 1);
    const Graph last = document.graph();
    document.undoStack().undo();
    QVERIFY(document.graph() == start);
    document.undoStack().redo();
    QVERIFY(document.graph() == last);
    QCOMPARE(document.graph().nodes[0].parameters.value("rate"), QJsonValue(0.3));
}

void DocumentTest::doesNotMergeAcrossAnotherEdit()
{
    Graph start;
    start.nodes = { node("gd", "test.descend"), node("gd2", "test.descend") };
    Document document(start);
    document.make(set(document, 1));
    document.make(moveNodes(document.graph(), { { "gd", { 1, 1 } } }));
    document.make(set(document, 2));
    document.make(setParameter(document.graph(), "gd", "iterations", 2).value());
    document.make(setParameter(document.graph(), "gd2", "iterations", 2).value());
    QCOMPARE(document.undoStack().count(), 5);
}

void DocumentTest::doesNotMergeIntoWhatHasBeenSaved()
{
    Graph start;
    start.nodes = { node("gd", "test.descend") };
    Document document(start);
    document.make(set(document, 1));
    document.undoStack().setClean();
    const Graph saved = document.graph();
    document.make(set(document, 2));
    QVERIFY(!document.undoStack().isClean());
    document.undoStack().undo();
    QVERIFY(document.undoStack().isClean());
    QVERIFY(document.graph() == saved);
}

void DocumentTest::doesNothingForAnEditWithoutChanges()
{
    Graph start;
    start.nodes = { node("gd", "test.descend", { { "rate", 1 } }) };
    Document document(start);
    QSignalSpy changed(&document, &Document::changed);
    document.make(set(document, 1));
    document.make(removeNodes(document.graph(), { "nowhere" }));
    QCOMPARE(document.undoStack().count(), 0);
    QCOMPARE(changed.count(), 0);
}

void DocumentTest::namesWhatCanBeUndone()
{
    Document document;
    document.make(addNode(document.graph(), node("gd", "test.descend"), {}).value());
    QCOMPARE(document.undoStack().undoText(), QString("Add node gd"));
}

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
