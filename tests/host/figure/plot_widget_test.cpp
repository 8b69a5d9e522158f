#include "figure/plot_widget.h"
#include "host/gui/figures/sample_figures.h"

#include <QSignalSpy>
#include <QtTest>

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
};

void PlotWidgetTest::theCursorDrawsWhatAFillDraws_data()
{
    QTest::addColumn<bool>("isMap");
    QTest::newRow("map") << true;
    QTest::newRow("history") << false;
}

void PlotWidgetTest::theCursorDrawsWhatAFillDraws()
{
    QFETCH(bool, isMap);
    const auto shown = figure(isMap ? valley(40) : history({ 0, 1, 2, 5, 9, 30 }));
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

QTEST_MAIN(PlotWidgetTest)
#include "plot_widget_test.moc"
