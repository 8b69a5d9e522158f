#include "host/gui/canvas/canvas_fixture.h"

#include "gui/canvas/inline_editor.h"
#include "gui/palette/quick_search.h"

#include <QMimeData>
#include <QPlainTextEdit>
#include <QUrl>

using namespace thalweg;
using namespace thalweg::test;

class GesturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClickSelectsOneNode()
    {
        Canvas canvas;
        QSignalSpy spy(&canvas.view, &CanvasView::selectionChanged);
        canvas.click(canvas.header("gd"));
        QCOMPARE(canvas.view.selectedNodes(), QStringList { "gd" });
        QCOMPARE(spy.last().at(0).toStringList(), QStringList { "gd" });
        canvas.click(canvas.header("cost"), Qt::ShiftModifier);
        QCOMPARE(canvas.view.selectedNodes(), (QStringList { "cost", "gd" }));
        canvas.click(canvas.header("cost"));
        QCOMPARE(canvas.view.selectedNodes(), QStringList { "cost" });
        QVERIFY(!canvas.document.undoStack().canUndo());
    }

    void aDragMovesTheNodeInOneStep()
    {
        Canvas canvas;
        canvas.drag(canvas.header("gd"), canvas.header("gd") + QPointF(30, 150), Qt::ControlModifier);
        QCOMPARE(canvas.placeOf("gd"), QPointF(690, 150));
        QCOMPARE(canvas.item("gd").pos(), QPointF(690, 150));
        QCOMPARE(canvas.document.undoStack().count(), 1);
        canvas.undo();
        QCOMPARE(canvas.item("gd").pos(), QPointF(660, 0));
    }

    void aDragSnapsToTheEdgesOfNeighbours()
    {
        Canvas canvas;
        // Four units off the line of the others: it falls into it.
        canvas.drag(canvas.header("plot"), canvas.header("plot") + QPointF(100, 4));
        QCOMPARE(canvas.placeOf("plot"), QPointF(980, 0));
    }

    void escapePutsBackWhatIsDragged()
    {
        Canvas canvas;
        canvas.press(canvas.header("gd"));
        canvas.move(canvas.header("gd") + QPointF(40, 60));
        QVERIFY(canvas.item("gd").pos() != QPointF(660, 0));
        QTest::keyClick(&canvas.view, Qt::Key_Escape);
        QCOMPARE(canvas.item("gd").pos(), QPointF(660, 0));
        canvas.release(canvas.header("gd"));
        QVERIFY(!canvas.document.undoStack().canUndo());
    }

    void aRubberBandSelectsWhatItTouches()
    {
        Canvas canvas;
        canvas.drag({ 400, -40 }, { 700, 30 });
        QCOMPARE(canvas.view.selectedNodes(), (QStringList { "cost", "gd" }));
        canvas.drag({ -30, -40 }, { 20, 30 }, Qt::ShiftModifier);
        QCOMPARE(canvas.view.selectedNodes(), (QStringList { "csv", "cost", "gd" }));
    }

    void aLinkIsDrawnFromAnOutputToAnInput()
    {
        Canvas canvas;
        canvas.drag(canvas.output("gd", "descent"), canvas.input("plot", "descent"));
        QVERIFY(canvas.hasLink("gd.descent -> plot.descent"));
        canvas.undo();
        QVERIFY(!canvas.hasLink("gd.descent -> plot.descent"));
    }

    void aLinkIsDrawnFromAnInputToAnOutput()
    {
        Canvas canvas;
        canvas.drag(canvas.input("plot", "descent"), canvas.output("gd", "descent"));
        QVERIFY(canvas.hasLink("gd.descent -> plot.descent"));
    }

    void aLinkThatFallsNearAFittingPortIsHeldByIt()
    {
        Canvas canvas;
        canvas.drag(canvas.output("gd", "descent"), canvas.input("plot", "descent") + QPointF(-12, 8));
        QVERIFY(canvas.hasLink("gd.descent -> plot.descent"));
    }

    void aLinkOnACardGoesToTheFirstPortThatFits()
    {
        Canvas canvas;
        canvas.drag(canvas.output("gd", "descent"), canvas.header("plot"));
        QVERIFY(canvas.hasLink("gd.descent -> plot.descent"));
    }

    void aRefusedLinkSaysWhy()
    {
        Canvas canvas;
        QSignalSpy said(&canvas.view, &CanvasView::statusText);
        canvas.drag(canvas.output("csv", "table"), canvas.input("gd", "objective"));
        QCOMPARE(canvas.graph().links.size(), 4u);
        QCOMPARE(said.last().at(0).toString(), "needs an objective, but csv.table gives a table");
    }

    void aLinkThatWouldMakeACycleIsRefused()
    {
        Graph graph = descentGraph();
        graph.nodes.push_back(node("scale", "tables.standardize"));
        graph.links[1] = link("data.dataset -> scale.dataset");
        graph.links.push_back(link("scale.dataset -> cost.dataset"));
        graph.nodes.push_back(node("scale2", "tables.standardize"));
        graph.links.push_back(link("scale.dataset -> scale2.dataset"));
        graph.layout.insert("scale", place(220, 200));
        graph.layout.insert("scale2", place(440, 200));
        Canvas canvas(graph);
        QSignalSpy said(&canvas.view, &CanvasView::statusText);
        canvas.drag(canvas.output("scale2", "dataset"), canvas.input("scale", "reference"));
        QVERIFY(!canvas.hasLink("scale2.dataset -> scale.reference"));
        QVERIFY2(
            said.last().at(0).toString().startsWith("would make a cycle"), qPrintable(said.last().at(0).toString()));
    }

    void aLinkIsTakenOffItsInputAndDroppedInSpace()
    {
        Canvas canvas;
        canvas.drag(canvas.input("gd", "objective"), { 560, 300 });
        QVERIFY(!canvas.hasLink("cost.objective -> gd.objective"));
        QCOMPARE(canvas.document.undoStack().count(), 1);
    }

    void aLinkThatIsTakenOffAndPutBackIsNoEdit()
    {
        Canvas canvas;
        const QPointF port = canvas.input("gd", "objective");
        canvas.press(port);
        canvas.move(port + QPointF(-60, 60));
        canvas.move(port);
        canvas.release(port);
        QVERIFY(canvas.hasLink("cost.objective -> gd.objective"));
        QVERIFY(!canvas.document.undoStack().canUndo());
    }

    void aLinkIsMovedToAnotherNodeInOneStep()
    {
        Graph graph = descentGraph();
        graph.nodes.push_back(node("gd2", "optimizers.gradient-descent"));
        graph.layout.insert("gd2", place(660, 200));
        Canvas canvas(graph);
        canvas.drag(canvas.input("gd", "objective"), canvas.input("gd2", "objective"));
        QVERIFY(!canvas.hasLink("cost.objective -> gd.objective"));
        QVERIFY(canvas.hasLink("cost.objective -> gd2.objective"));
        canvas.undo();
        QVERIFY(canvas.graph() == graph);
    }

    void aLinkDroppedInSpaceOpensTheQuickSearch()
    {
        Canvas canvas;
        auto *search = canvas.view.findChild<QuickSearch *>();
        QVERIFY(search);
        canvas.drag(canvas.output("gd", "descent"), { 900, 300 });
        QVERIFY(search->isVisible());
        Q_EMIT search->chosen("plots.contour", "descent");
        QVERIFY(canvas.hasLink("gd.descent -> contour.descent"));
        canvas.undo();
        QVERIFY(canvas.graph() == descentGraph());
    }

    void aDoubleClickOnTheEmptyCanvasOpensTheQuickSearch()
    {
        Canvas canvas;
        auto *search = canvas.view.findChild<QuickSearch *>();
        const QPoint at = canvas.view.mapFromScene(QPointF(500, 300));
        QTest::mouseDClick(canvas.view.viewport(), Qt::LeftButton, {}, at);
        QVERIFY(search->isVisible());
        Q_EMIT search->chosen("sources.csv", QString());
        QVERIFY(canvas.graph().find("csv2"));
        QCOMPARE(canvas.placeOf("csv2"), QPointF(500, 300));
        QCOMPARE(canvas.view.selectedNodes(), QStringList { "csv2" });
    }

    void aNodeLetGoOnALinkIsPutIntoIt()
    {
        Graph graph = descentGraph();
        graph.nodes.push_back(node("scale", "tables.standardize"));
        graph.layout.insert("scale", place(300, 200));
        graph.layout.insert("cost", place(640, 0));
        graph.layout.insert("gd", place(900, 0));
        graph.layout.insert("plot", place(1160, 0));
        Canvas canvas(graph);
        const QPointF middle = canvas.view.canvas().link(link("data.dataset -> cost.dataset"))->curve().middle();
        const QPointF grip = canvas.header("scale");
        const QPointF centre = canvas.item("scale").card().center();
        canvas.drag(grip, grip + middle - centre, Qt::ControlModifier);
        QVERIFY(canvas.hasLink("data.dataset -> scale.dataset"));
        QVERIFY(canvas.hasLink("scale.dataset -> cost.dataset"));
        QVERIFY(!canvas.hasLink("data.dataset -> cost.dataset"));
        canvas.undo();
        QVERIFY(canvas.graph() == graph);
    }

    void altDragTakesANodeOutAndJoinsItsLinks()
    {
        Graph graph = descentGraph();
        graph.nodes.push_back(node("scale", "tables.standardize"));
        graph.links[1] = link("data.dataset -> scale.dataset");
        graph.links.push_back(link("scale.dataset -> cost.dataset"));
        graph.layout.insert("scale", place(330, 150));
        Canvas canvas(graph);
        canvas.drag(canvas.header("scale"), canvas.header("scale") + QPointF(0, 120), Qt::AltModifier);
        QVERIFY(canvas.hasLink("data.dataset -> cost.dataset"));
        QVERIFY(!canvas.hasLink("data.dataset -> scale.dataset"));
        QVERIFY(canvas.graph().find("scale"));
        QCOMPARE(canvas.document.undoStack().count(), 1);
        canvas.undo();
        QVERIFY(canvas.graph() == graph);
    }

    void aPaletteTypeIsDroppedWhereTheMouseIs()
    {
        Canvas canvas;
        QMimeData data;
        data.setData("application/x-thalweg-node-type", "plots.contour");
        const QPoint at = canvas.view.mapFromScene(QPointF(500, 300));
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.view.viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(at), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.view.viewport(), &drop);
        QVERIFY(canvas.graph().find("contour"));
        QVERIFY(canvas.item("contour").card().contains(QPointF(500, 300)));
    }

    void aDroppedFileIsToldOf()
    {
        Canvas canvas;
        QSignalSpy dropped(&canvas.view, &CanvasView::fileDropped);
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile("/data/iris.csv") });
        const QPoint at = canvas.view.mapFromScene(QPointF(500, 300));
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.view.viewport(), &enter);
        QDropEvent drop(QPointF(at), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.view.viewport(), &drop);
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped[0][0].toString(), "/data/iris.csv");
        QCOMPARE(dropped[0][1].toPointF(), QPointF(500, 300));
    }

    void aDoubleClickOnAnOutputOpensIt()
    {
        Canvas canvas;
        QSignalSpy wanted(&canvas.view, &CanvasView::outputWanted);
        QTest::mouseDClick(
            canvas.view.viewport(), Qt::LeftButton, {}, canvas.view.mapFromScene(canvas.output("gd", "model")));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), "gd");
        QCOMPARE(wanted[0][1].toString(), "model");
    }

    void theEyeOpensTheFirstOutputThatIsThere()
    {
        Canvas canvas;
        canvas.runs.begin({ "gd" });
        canvas.runs.take(StateMessage { "gd", NodeState::Running });
        canvas.runs.take(SummaryMessage { "gd", "descent", "50 steps", { { "type", "descent" } } });
        canvas.runs.take(StateMessage { "gd", NodeState::Done, 0.01 });
        QSignalSpy wanted(&canvas.view, &CanvasView::outputWanted);
        canvas.click(canvas.item("gd").pos() + canvas.item("gd").shapeOfNode().eye.center());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][1].toString(), "descent");
    }

    void aFrameTakesItsNodesAlong()
    {
        Graph graph = descentGraph();
        graph.annotations = { toJson(Frame { QRectF(430, -50, 430, 250), "Descent" }) };
        Canvas canvas(graph);
        canvas.drag({ 600, -40 }, { 600, 160 }, Qt::ControlModifier);
        // Ctrl adds to a selection, so that the frame is selected by the press.
        QCOMPARE(canvas.placeOf("gd"), QPointF(660, 200));
        QCOMPARE(canvas.placeOf("cost"), QPointF(440, 200));
        QCOMPARE(canvas.placeOf("csv"), QPointF(0, 0));
        canvas.undo();
        QVERIFY(canvas.graph() == graph);
    }

    void theCornerOfANoteResizesIt()
    {
        Graph graph = descentGraph();
        graph.annotations = { toJson(Note { QRectF(0, 200, 200, 100), "**why**" }) };
        Canvas canvas(graph);
        canvas.drag({ 196, 296 }, { 256, 336 });
        QCOMPARE(std::get<Note>(annotationOf(canvas.graph().annotations[0])).rect, QRectF(0, 200, 260, 140));
    }

    void aReroutePointIsAddedAndMoved()
    {
        Canvas canvas;
        const Link bent = link("cost.objective -> plot.objective");
        const QPointF middle = canvas.view.canvas().link(bent)->curve().middle();
        // Below other cards the link cannot be hit: lift the optimizer out of the way.
        canvas.document.make(moveNodes(canvas.graph(), { { "gd", QPointF(660, 300) } }));
        QTest::mouseDClick(canvas.view.viewport(), Qt::LeftButton, {}, canvas.view.mapFromScene(middle));
        qsizetype index = rerouteOf(canvas.graph(), bent);
        QVERIFY(index >= 0);
        const QPointF point = std::get<Reroute>(annotationOf(canvas.graph().annotations[index])).points[0];
        canvas.drag(point, point + QPointF(10, 90));
        index = rerouteOf(canvas.graph(), bent);
        QCOMPARE(std::get<Reroute>(annotationOf(canvas.graph().annotations[index])).points[0], point + QPointF(10, 90));
    }

    void theMiddleButtonPans()
    {
        Canvas canvas;
        const QPointF before = canvas.view.mapToScene(QPoint(100, 100));
        QTest::mousePress(canvas.view.viewport(), Qt::MiddleButton, {}, { 100, 100 });
        QMouseEvent event(QEvent::MouseMove, QPointF(160, 130), canvas.view.viewport()->mapToGlobal(QPointF(160, 130)),
            Qt::NoButton, Qt::MiddleButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.view.viewport(), &event);
        QTest::mouseRelease(canvas.view.viewport(), Qt::MiddleButton, {}, { 160, 130 });
        QCOMPARE(canvas.view.mapToScene(QPoint(160, 130)), before);
    }

    void theWheelZoomsAtTheMouse()
    {
        Canvas canvas;
        const QPoint mouse(300, 200);
        const QPointF below = canvas.view.mapToScene(mouse);
        QWheelEvent wheel(mouse, canvas.view.viewport()->mapToGlobal(mouse), {}, { 0, 120 }, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas.view.viewport(), &wheel);
        QVERIFY(canvas.view.navigation().scale() > 1.1);
        QVERIFY(QLineF(canvas.view.mapToScene(mouse), below).length() < 1.5);
        for (int i = 0; i < 60; ++i)
            QApplication::sendEvent(canvas.view.viewport(), &wheel);
        QCOMPARE(canvas.view.navigation().scale(), 4.0);
    }

    void aNoteIsWrittenOnTheCanvas()
    {
        Canvas canvas;
        canvas.run("add-note");
        auto *editor = canvas.view.viewport()->findChild<QPlainTextEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, "why");
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(std::get<Note>(annotationOf(canvas.graph().annotations[0])).text, "why");
    }

    void undoWhileANodeIsDraggedEndsTheDrag()
    {
        Canvas canvas;
        canvas.document.make(removeNodes(canvas.graph(), { "csv" }));
        canvas.press(canvas.header("gd"));
        canvas.move(canvas.header("gd") + QPointF(50, 50));
        canvas.undo();
        QCOMPARE(canvas.item("gd").pos(), QPointF(660, 0));
        canvas.move({ 900, 300 });
        canvas.release({ 900, 300 });
        QVERIFY(canvas.graph() == descentGraph());
    }
};

QTEST_MAIN(GesturesTest)
#include "gestures_test.moc"
