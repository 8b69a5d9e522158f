#include "host/gui/canvas/canvas_fixture.h"

#include "gui/palette/quick_search.h"

#include <QAccessible>

using namespace thalweg;
using namespace thalweg::test;

class KeyboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tabGoesThroughTheNodesAndThenOn()
    {
        Canvas canvas;
        QStringList visited;
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(&canvas.view, Qt::Key_Tab);
            visited += canvas.view.focusNode();
        }
        QCOMPARE(visited, (QStringList { "csv", "data", "cost", "gd", "plot" }));
        QCOMPARE(canvas.view.selectedNodes(), QStringList { "plot" });
        QTest::keyClick(&canvas.view, Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(canvas.view.focusNode(), "gd");
    }

    void arrowsGoToTheNextNodeThatWay()
    {
        Graph graph = descentGraph();
        graph.layout.insert("plot", place(660, 200));
        Canvas canvas(graph);
        canvas.view.setFocusNode("cost");
        QTest::keyClick(&canvas.view, Qt::Key_Right);
        QCOMPARE(canvas.view.focusNode(), "gd");
        QTest::keyClick(&canvas.view, Qt::Key_Down);
        QCOMPARE(canvas.view.focusNode(), "plot");
        QTest::keyClick(&canvas.view, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(canvas.view.selectedNodes(), (QStringList { "gd", "plot" }));
    }

    void ctrlArrowsMoveWhatIsSelectedInOneStep()
    {
        Canvas canvas;
        canvas.view.select({ "gd" });
        QTest::keyClick(&canvas.view, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(&canvas.view, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(&canvas.view, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(canvas.placeOf("gd"), QPointF(680, 10));
        canvas.undo();
        QVERIFY(canvas.graph() == descentGraph());
    }

    void enterAsksForTheParameters()
    {
        Canvas canvas;
        QSignalSpy wanted(&canvas.view, &CanvasView::parametersWanted);
        canvas.view.setFocusNode("gd");
        QTest::keyClick(&canvas.view, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), "gd");
    }

    void spaceOrALetterOpensTheQuickSearch()
    {
        Canvas canvas;
        auto *search = canvas.view.findChild<QuickSearch *>();
        QTest::keyClick(&canvas.view, Qt::Key_Space);
        QVERIFY(search->isVisible());
        search->hide();
        QTest::keyClicks(&canvas.view, "g");
        QVERIFY(search->isVisible());
        search->hide();
    }

    void nodesAndPortsHaveNamesForScreenReaders()
    {
        Canvas canvas;
        QAccessibleInterface *view = QAccessible::queryAccessibleInterface(&canvas.view);
        QVERIFY(view);
        QCOMPARE(view->childCount(), 5);
        QAccessibleInterface *gd = view->child(3);
        QCOMPARE(gd->text(QAccessible::Name), "Gradient descent gd, Not run yet");
        QCOMPARE(gd->childCount(), 3);
        QCOMPARE(gd->child(0)->text(QAccessible::Name), "input objective, Objective, linked from cost.objective");
        QCOMPARE(gd->child(1)->text(QAccessible::Name), "output descent, Descent, not linked");
        canvas.runs.take(StateMessage { "gd", NodeState::Failed, 0, "parameter start: too long" });
        QCOMPARE(gd->text(QAccessible::Name), "Gradient descent gd, Failed: parameter start: too long");
        canvas.view.setFocusNode("gd");
        QVERIFY(gd->state().focused);
        QCOMPARE(view->focusChild(), gd);
        canvas.document.make(removeNodes(canvas.graph(), { "gd" }));
        QVERIFY(!gd->isValid());
    }
};

QTEST_MAIN(KeyboardTest)
#include "keyboard_test.moc"
