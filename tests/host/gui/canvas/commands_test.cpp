#include "host/gui/canvas/canvas_fixture.h"

#include <QClipboard>
#include <QLineEdit>

using namespace thalweg;
using namespace thalweg::test;

class CommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandHasAnIdATextAndItsOwnShortcuts()
    {
        QStringList ids, keys;
        for (const CanvasCommand &command : canvasCommands()) {
            QVERIFY2(!command.text.isEmpty(), qPrintable(command.id));
            QVERIFY2(!ids.contains(command.id), qPrintable(command.id));
            ids += command.id;
            for (const QKeySequence &key : command.shortcuts) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(command.id + ": " + key.toString()));
                keys += key.toString();
            }
        }
    }

    void nothingSelectedLeavesNothingToDelete()
    {
        Canvas canvas;
        for (const char *id : { "cut", "copy", "delete", "duplicate", "mute", "align-left", "link", "rename" })
            QVERIFY2(!canvas.isEnabled(id), id);
        canvas.view.select({ "gd" });
        for (const char *id : { "cut", "copy", "delete", "duplicate", "mute", "rename" })
            QVERIFY2(canvas.isEnabled(id), id);
    }

    void deletingANodeInTheMiddleJoinsItsNeighbours()
    {
        Graph graph = descentGraph();
        graph.nodes.push_back(node("scale", "tables.standardize"));
        graph.links[1] = link("data.dataset -> scale.dataset");
        graph.links.push_back(link("scale.dataset -> cost.dataset"));
        Canvas canvas(graph);
        canvas.view.select({ "scale" });
        canvas.run("delete");
        QVERIFY(canvas.hasLink("data.dataset -> cost.dataset"));
        QVERIFY(!canvas.view.canvas().node("scale"));
        canvas.undo();
        QVERIFY(canvas.graph() == graph);
        canvas.view.select({ "scale" });
        canvas.run("delete-with-links");
        QVERIFY(!canvas.hasLink("data.dataset -> cost.dataset"));
    }

    void aSelectedLinkIsDeletedAlone()
    {
        Canvas canvas;
        canvas.view.canvas().link(link("data.dataset -> cost.dataset"))->setSelected(true);
        canvas.run("delete");
        QCOMPARE(canvas.graph().links.size(), 3u);
        QCOMPARE(canvas.graph().nodes.size(), 5u);
    }

    void copyAndPasteGoesBetweenWindowsAsText()
    {
        Canvas first;
        first.view.select({ "cost", "gd" });
        first.run("copy");
        QVERIFY(QGuiApplication::clipboard()->text().contains("thalweg-workflow"));
        Canvas second { Graph() };
        second.run("paste");
        QVERIFY(second.graph().find("cost"));
        QVERIFY(second.hasLink("cost.objective -> gd.objective"));
        QCOMPARE(second.view.selectedNodes(), (QStringList { "cost", "gd" }));
        second.undo();
        QVERIFY(second.graph() == Graph());
    }

    void duplicatingKeepsTheLinksAndSelectsTheCopies()
    {
        Canvas canvas;
        canvas.view.select({ "gd" });
        canvas.run("duplicate");
        QVERIFY(canvas.hasLink("cost.objective -> gd2.objective"));
        QCOMPARE(canvas.view.selectedNodes(), QStringList { "gd2" });
    }

    void cuttingTakesThePieceAway()
    {
        Canvas canvas;
        canvas.view.select({ "gd" });
        canvas.run("cut");
        QVERIFY(!canvas.graph().find("gd"));
        canvas.run("paste");
        QVERIFY(canvas.graph().find("gd"));
    }

    void selectAllAndInvert()
    {
        Canvas canvas;
        canvas.run("select-all");
        QCOMPARE(canvas.view.selectedNodes().size(), 5);
        canvas.view.select({ "gd" });
        canvas.run("invert-selection");
        QCOMPARE(canvas.view.selectedNodes(), (QStringList { "csv", "data", "cost", "plot" }));
    }

    void alignedNodesShareTheirLeftEdge()
    {
        Canvas canvas;
        canvas.view.select({ "cost", "gd" });
        canvas.run("align-left");
        QCOMPARE(canvas.placeOf("gd").x(), canvas.placeOf("cost").x());
    }

    void tidyingATwiceTidyWorkflowChangesNothing()
    {
        Graph graph = descentGraph();
        graph.layout.insert("gd", place(13, 777));
        Canvas canvas(graph);
        canvas.run("tidy");
        QVERIFY(canvas.document.undoStack().canUndo());
        QVERIFY(canvas.placeOf("gd").x() > canvas.placeOf("cost").x());
        const int count = canvas.document.undoStack().count();
        canvas.run("tidy");
        QCOMPARE(canvas.document.undoStack().count(), count);
    }

    void mutingTwiceIsRunningAgain()
    {
        Canvas canvas;
        canvas.view.select({ "gd" });
        canvas.run("mute");
        QCOMPARE(canvas.graph().find("gd")->mode, Node::Mode::Mute);
        QVERIFY(canvas.item("gd").look().isMuted);
        canvas.run("bypass");
        QVERIFY(canvas.item("gd").look().isBypassed);
        canvas.run("bypass");
        QCOMPARE(canvas.graph().find("gd")->mode, Node::Mode::Run);
    }

    void twoSelectedNodesAreLinkedByTheirFirstFittingPorts()
    {
        Graph graph = descentGraph();
        graph.links.erase(graph.links.begin() + 2, graph.links.end());
        Canvas canvas(graph);
        canvas.view.select({ "gd", "cost" });
        canvas.run("link");
        QVERIFY(canvas.hasLink("cost.objective -> gd.objective"));
        QSignalSpy said(&canvas.view, &CanvasView::statusText);
        canvas.view.select({ "csv", "gd" });
        canvas.run("link");
        QCOMPARE(said.size(), 1);
    }

    void renamingKeepsTheNodeSelected()
    {
        Canvas canvas;
        canvas.view.select({ "gd" });
        canvas.run("rename");
        auto *field = canvas.view.viewport()->findChild<QLineEdit *>();
        QVERIFY(field);
        field->setText("descent");
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(canvas.hasLink("cost.objective -> descent.objective"));
        QCOMPARE(canvas.view.selectedNodes(), QStringList { "descent" });
    }

    void aFrameIsPutAroundTheSelection()
    {
        Canvas canvas;
        canvas.view.select({ "cost", "gd" });
        canvas.run("frame");
        const QRectF rect = std::get<Frame>(annotationOf(canvas.graph().annotations[0])).rect;
        QVERIFY(rect.contains(canvas.item("cost").card()));
        QVERIFY(rect.contains(canvas.item("gd").card()));
        QVERIFY(!rect.intersects(canvas.item("csv").card()));
    }

    void zoomingKeepsToItsLimits()
    {
        Canvas canvas;
        for (int i = 0; i < 30; ++i)
            canvas.run("zoom-out");
        QCOMPARE(canvas.view.navigation().scale(), 0.1);
        for (int i = 0; i < 30; ++i)
            canvas.run("zoom-in");
        QCOMPARE(canvas.view.navigation().scale(), 4.0);
        canvas.run("zoom-100");
        QCOMPARE(canvas.view.navigation().scale(), 1.0);
        canvas.run("fit");
        const QRectF seen = canvas.view.mapToScene(canvas.view.viewport()->rect()).boundingRect();
        QVERIFY(seen.contains(canvas.view.canvas().contentBounds()));
    }
};

QTEST_MAIN(CommandsTest)
#include "commands_test.moc"
