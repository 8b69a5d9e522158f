#include "host/gui/canvas/canvas_fixture.h"

#include "gui/canvas/render_canvas.h"
#include "gui/canvas/tooltips.h"

#include <QImage>
#include <QSvgRenderer>

using namespace thalweg;
using namespace thalweg::test;

namespace {

QStringList inputNames(const NodeItem &item)
{
    QStringList names;
    for (const PortLook &port : item.look().inputs)
        names += port.name;
    return names;
}

} // namespace

class SceneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aParameterThatALinkDrivesIsAPort()
    {
        Canvas canvas;
        QCOMPARE(inputNames(canvas.item("gd")), QStringList { "objective" });
        canvas.document.make(*addNode(canvas.graph(), node("sweep", "sources.range"), { 400, 300 }));
        canvas.document.make(addLink(canvas.graph(), link("sweep.values -> gd.rate")));
        QCOMPARE(inputNames(canvas.item("gd")), (QStringList { "objective", "rate" }));
        QCOMPARE(canvas.item("gd").look().inputs[1].kind, PortLook::Kind::Parameter);
        canvas.undo();
        QCOMPARE(inputNames(canvas.item("gd")), QStringList { "objective" });
    }

    void aViewThatNobodyMovedShowsTheWholeWorkflowAtAnySize()
    {
        Canvas canvas;
        const auto seen = [&] { return canvas.view.mapToScene(canvas.view.viewport()->rect()).boundingRect(); };
        for (const QSize size : { QSize(500, 300), QSize(1400, 900), QSize(300, 200) }) {
            canvas.view.resize(size);
            QVERIFY(seen().contains(canvas.view.canvas().contentBounds()));
        }
        canvas.view.navigation().zoomTo(0.8);
        canvas.view.resize(320, 240);
        QCOMPARE(canvas.view.navigation().scale(), 0.8);
    }

    void anUnknownNodeTypeKeepsItsLinks()
    {
        Canvas canvas(descentGraph(), NodeTypes());
        QVERIFY(!canvas.item("gd").look().isKnown);
        QCOMPARE(inputNames(canvas.item("gd")), QStringList { "objective" });
        QVERIFY(canvas.view.canvas().link(link("cost.objective -> gd.objective")));
        canvas.view.setNodeTypes(someTypes());
        QVERIFY(canvas.item("gd").look().isKnown);
        QCOMPARE(canvas.item("gd").look().outputs.size(), 2u);
    }

    void aLinkThatBreaksARuleSaysSo()
    {
        Graph graph = descentGraph();
        graph.links.push_back(link("csv.table -> plot.descent"));
        Canvas canvas(graph);
        QCOMPARE(canvas.view.canvas().link(link("csv.table -> plot.descent"))->look().problem,
            "needs a descent, but csv.table gives a table");
        QCOMPARE(canvas.view.canvas().link(link("data.dataset -> cost.dataset"))->look().problem, QString());
    }

    void nodesWithoutAPlaceAreShownSomewhereWithoutAnEdit()
    {
        Graph graph = descentGraph();
        graph.layout = {};
        Canvas canvas(graph);
        const std::vector<NodeItem *> nodes = canvas.view.canvas().nodes();
        for (const NodeItem *a : nodes)
            for (const NodeItem *b : nodes)
                QVERIFY(a == b || !a->card().intersects(b->card()));
        QVERIFY(canvas.graph() == graph);
        // The first move writes down all places, and one undo takes them away again.
        canvas.drag(canvas.header("gd"), canvas.header("gd") + QPointF(0, 150), Qt::ControlModifier);
        QCOMPARE(canvas.graph().layout.size(), 5);
        canvas.undo();
        QVERIFY(canvas.graph() == graph);
    }

    void newNodesWithoutAPlaceStandClearOfTheOthers()
    {
        Graph graph = descentGraph();
        graph.nodes.push_back(node("extra", "plots.contour"));
        Canvas canvas(graph);
        for (const NodeItem *other : canvas.view.canvas().nodes())
            QVERIFY(other->id() == "extra" || !other->card().intersects(canvas.item("extra").card()));
    }

    void aNodeShowsWhatItsRunTells()
    {
        Canvas canvas;
        canvas.runs.begin({ "gd" });
        QCOMPARE(stateText(canvas.item("gd").look()), "Waiting");
        canvas.runs.take(StateMessage { "gd", NodeState::Running });
        canvas.runs.take(ProgressMessage { "gd", 0.4 });
        QCOMPARE(stateText(canvas.item("gd").look()), "Running, 40 %");
        canvas.runs.take(SummaryMessage { "gd", "descent", "50 steps, cost 0.00123",
            { { "type", "descent" }, { "cost", 0.001234 }, { "iterations", 50 }, { "reason", "iterations" } } });
        canvas.runs.take(StateMessage { "gd", NodeState::Done, 0.0124 });
        QCOMPARE(shortResult(canvas.item("gd").look()), "cost 0.00123 · 50 steps");
        QCOMPARE(stateText(canvas.item("gd").look()), "Done in 12 ms");
        QVERIFY(canvas.item("gd").picture().canOpen);
    }

    void aDescentThatDivergedSaysSo()
    {
        Canvas canvas;
        canvas.runs.take(SummaryMessage { "gd", "descent", QString(),
            { { "type", "descent" }, { "cost", 1e30 }, { "iterations", 7 }, { "reason", "diverged" } } });
        QCOMPARE(shortResult(canvas.item("gd").look()), "diverged · cost 1e+30 · 7 steps");
        QVERIFY(canvas.item("gd").picture().footerIsWarning);
    }

    void aLinkTellsTheValueItCarries()
    {
        Canvas canvas;
        const LinkItem &item = *canvas.view.canvas().link(link("csv.table -> data.table"));
        const CanvasHit hit { .part = CanvasHit::Part::Link, .link = const_cast<LinkItem *>(&item) };
        QVERIFY(tooltip(canvas.view.canvas(), hit).contains("run to see it"));
        canvas.runs.take(SummaryMessage { "csv", "table", "344 rows × 7 columns", { { "type", "table" } } });
        QVERIFY(tooltip(canvas.view.canvas(), hit).contains("344 rows × 7 columns"));
    }

    void secondsAreShort_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0.0 << QString();
        QTest::newRow("microseconds") << 2e-5 << "< 1 ms";
        QTest::newRow("milliseconds") << 0.0124 << "12 ms";
        QTest::newRow("seconds") << 1.26 << "1.3 s";
        QTest::newRow("minutes") << 125.2 << "2 min 5 s";
    }

    void secondsAreShort()
    {
        QFETCH(double, seconds);
        QTEST(shortSeconds(seconds), "text");
    }

    void linksFollowTheirNodes()
    {
        Canvas canvas;
        canvas.document.make(moveNodes(canvas.graph(), { { "gd", QPointF(700, 333) } }));
        const LinkCurve &curve = canvas.view.canvas().link(link("cost.objective -> gd.objective"))->curve();
        QCOMPARE(curve.to(), canvas.input("gd", "objective"));
        QCOMPARE(curve.from(), canvas.output("cost", "objective"));
        QVERIFY(curve.distance(curve.middle()) < 0.01);
        QVERIFY(curve.distance(curve.middle() + QPointF(0, 400)) > 30);
    }

    void pictureHasTheSizeOfTheWorkflow()
    {
        const Graph graph = descentGraph();
        Canvas canvas(graph);
        const QSizeF size = canvas.view.canvas().contentBounds().adjusted(-10, -10, 10, 10).size();
        CanvasPicture picture { .scale = 2, .margin = 10 };
        const QImage image = QImage::fromData(renderCanvas(graph, someTypes(), picture));
        QVERIFY(std::abs(image.width() - 2 * size.width()) <= 4);
        QVERIFY(std::abs(image.height() - 2 * size.height()) <= 4);
        QCOMPARE(image.pixelColor(1, 1), picture.theme.canvas);
        picture.format = CanvasFormat::Svg;
        const QByteArray svg = renderCanvas(graph, someTypes(), picture);
        QVERIFY(svg.contains("Gradient descent"));
        QVERIFY(QSvgRenderer(svg).isValid());
    }

    void thePictureOfAnEmptyWorkflowIsNotEmpty() { QVERIFY(!QImage::fromData(renderCanvas({}, someTypes())).isNull()); }
};

QTEST_MAIN(SceneTest)
#include "scene_test.moc"
