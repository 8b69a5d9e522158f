#include "figure/plot_widget.h"
#include "host/gui/figures/sample_figures.h"

#include <QSignalSpy>
#include <QtTest>

Q_DECLARE_METATYPE(std::shared_ptr<const thalweg::Figure>)

using namespace thalweg;

namespace {

void showAt(QWidget &widget, const QSize &size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

} // namespace

class PlotWidgetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCursorDrawsWhatAFillDraws_data();
    void theCursorDrawsWhatAFillDraws();
    void axesStayWhileTheCursorMoves();
    void thePointAtTheCursorIsThatOfTheLastPath();
    void figuresThatComeTooFastArePassedOver();
    void aLargerWidgetIsLaidOutAnew();
    void aSurfaceIsTurnedCoarselyAndThenFinely();
    void placesOnASurfaceAreThoseOfItsPoints();
};

void PlotWidgetTest::theCursorDrawsWhatAFillDraws_data()
{
    QTest::addColumn<std::shared_ptr<const Figure>>("shown");
    QTest::newRow("map") << figure(valley(40));
    QTest::newRow("history") << figure(history({ 0, 1, 2, 5, 9, 30 }));
    QTest::newRow("surface") << figure(valleySurface(40));
}

void PlotWidgetTest::theCursorDrawsWhatAFillDraws()
{
    QFETCH(std::shared_ptr<const Figure>, shown);
    PlotWidget moved;
    moved.setFigure(shown);
    showAt(moved, { 500, 380 });
    std::vector<QImage> seen;
    for (const std::int64_t step : { 30, 0, 7, 2 }) {
        moved.moveCursor(step);
        PlotWidget filled;
        filled.moveCursor(step);
        filled.setFigure(shown);
        showAt(filled, { 500, 380 });
        const QImage image = moved.grab().toImage();
        QCOMPARE(image, filled.grab().toImage());
        for (const QImage &other : seen)
            QVERIFY(image != other); // it does move
        seen.push_back(image);
    }
}

void PlotWidgetTest::axesStayWhileTheCursorMoves()
{
    PlotWidget plot;
    plot.setFigure(figure(history({ 0, 10, 20 })));
    showAt(plot, { 400, 300 });
    const PlotView whole = plot.view();
    const QRectF area = plot.plotArea();
    for (const std::int64_t step : { 0, 10, 20 }) {
        plot.moveCursor(step);
        QCOMPARE(plot.view(), whole);
        QCOMPARE(plot.plotArea(), area);
    }
    QVERIFY(whole.contains(20, 400));
}

void PlotWidgetTest::thePointAtTheCursorIsThatOfTheLastPath()
{
    QCOMPARE(pointAtCursor(valley(), 1), std::optional(QPointF(-1, 1)));
    QCOMPARE(pointAtCursor(history({ 0, 10, 20 }), 15), std::optional(QPointF(10, 100)));
    QCOMPARE(pointAtCursor(history({ 0, 10, 20 }), {}), std::optional(QPointF(20, 400)));
    QVERIFY(!pointAtCursor(history({ 5 }), 0));
    QVERIFY(!pointAtCursor({}, {}));
}

void PlotWidgetTest::figuresThatComeTooFastArePassedOver()
{
    PlotWidget plot;
    plot.setFigure(figure(valley(3)));
    showAt(plot, { 500, 400 });
    QSignalSpy drawn(&plot, &PlotWidget::drawn);
    for (int steps = 4; steps < 54; ++steps)
        plot.setFigure(figure(valley(steps)));
    QVERIFY(drawn.size() < 50);
    PlotWidget last;
    last.setFigure(figure(valley(53)));
    showAt(last, { 500, 400 });
    const QImage expected = last.grab().toImage();
    QTRY_COMPARE(plot.grab().toImage(), expected);
}

void PlotWidgetTest::aLargerWidgetIsLaidOutAnew()
{
    PlotWidget plot;
    plot.setFigure(figure(valley()));
    showAt(plot, { 300, 200 });
    plot.resize(700, 500);
    PlotWidget large;
    large.setFigure(figure(valley()));
    showAt(large, { 700, 500 });
    const QImage expected = large.grab().toImage();
    QTRY_COMPARE(plot.grab().toImage(), expected);
}

void PlotWidgetTest::aSurfaceIsTurnedCoarselyAndThenFinely()
{
    PlotWidget plot;
    plot.setFigure(figure(valleySurface(5, 300)));
    showAt(plot, { 500, 380 });
    QVERIFY(plot.canTurn());
    const QImage before = plot.grab().toImage();
    plot.turn(30, 10);
    plot.turn(30, 100);
    QCOMPARE(plot.viewpoint().azimuth, 0.0);
    QCOMPARE(plot.viewpoint().elevation, 90.0); // no farther
    QVERIFY(!plot.showsWhole());
    QSignalSpy drawn(&plot, &PlotWidget::drawn);
    QTRY_COMPARE(drawn.size(), 1); // both turns at once
    const QImage coarse = plot.grab().toImage();
    QVERIFY(coarse != before);
    QTRY_COMPARE(drawn.size(), 2);
    QVERIFY(plot.grab().toImage() != coarse);
    plot.showWhole();
    QCOMPARE(plot.grab().toImage(), before);
    PlotWidget flat;
    flat.setFigure(figure(valley()));
    flat.turn(10, 10);
    QVERIFY(!flat.canTurn() && flat.showsWhole());
}

void PlotWidgetTest::placesOnASurfaceAreThoseOfItsPoints()
{
    PlotWidget plot;
    plot.setFigure(figure(valleySurface()));
    showAt(plot, { 500, 380 });
    for (const QPointF &point : { QPointF(0, 0), QPointF(-3, 3), QPointF(2, 1) }) {
        const QPointF found = plot.toFigure(plot.toPlace(point.x(), point.y()));
        QVERIFY(std::hypot(found.x() - point.x(), found.y() - point.y()) < 0.01);
    }
    const QPointF place = plot.toPlace(0, 0);
    plot.zoom(place, 0.5);
    QVERIFY(std::hypot(plot.toPlace(0, 0).x() - place.x(), plot.toPlace(0, 0).y() - place.y()) < 0.5);
    QVERIFY(std::abs(plot.viewpoint().zoom - 2) < 1e-9);
    QVERIFY(!std::isfinite(plot.toFigure({ 1, 1 }).x()));
}

QTEST_MAIN(PlotWidgetTest)
#include "plot_widget_test.moc"
