#include "figure/plot_widget.h"
#include "gui/figures/figure_panel.h"
#include "gui/figures/figure_view.h"
#include "gui/figures/plot_overlay.h"
#include "gui/figures/step_cursor.h"
#include "gui/figures/table_figure.h"
#include "gui/theme/theme.h"
#include "sample_figures.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSlider>
#include <QtTest>

using namespace thalweg;

namespace {

void showAt(QWidget &widget, const QSize &size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

void wheel(QWidget &widget, const QPointF &place, int angle)
{
    QWheelEvent event(
        place, widget.mapToGlobal(place), {}, { 0, angle }, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

/// A press at `from`, a move half-way and to `to`, and a release.
void drag(
    QWidget &widget, const QPoint &from, const QPoint &to, Qt::MouseButton button, Qt::KeyboardModifiers keys = {})
{
    QTest::mousePress(&widget, button, keys, from);
    for (const QPoint &place : { (from + to) / 2, to }) {
        QMouseEvent move(QEvent::MouseMove, place, widget.mapToGlobal(place), Qt::NoButton, button, keys);
        QApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, button, keys, to);
}

bool isNear(double a, double b, double by = 0.02)
{
    return std::abs(a - b) <= by;
}

} // namespace

class ViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, ThemeChoice::Light); }

    void theWheelZoomsAtTheMouse();
    void aBoxIsZoomedToAndADoubleClickShowsTheWhole();
    void theRightButtonMovesTheView();
    void keysDoTheSame();
    void aNewFigureKeepsTheViewOfThePerson();
    void theViewFollowsADescentThatLeavesIt();
    void aClickPicksAStartWhileItIsDragged();
    void theStartMarkerCanBeDraggedWithoutATool();
    void aStartCanBePickedByKeys();
    void figuresWithoutParametersGiveNoStart();
    void theNumbersUnderTheMouseAreShown();
    void theDescriptionFollowsTheCursor();
    void coloursFollowTheTheme();
    void aTableIsSortedByNumbersAndCopied();
    void aListIsOneViewWithAChooser();
    void theImageIsWhatIsSeen();
    void aSurfaceIsTurnedByMouseAndKeys();
    void aStartIsPickedOnASurface();
};

void ViewTest::theWheelZoomsAtTheMouse()
{
    FigureView view;
    view.setFigure(figure(valley()));
    showAt(view, { 500, 400 });
    PlotWidget &plot = view.plot();
    const QPointF place = plot.toPlace(1, -1);
    wheel(plot, place, 120);
    QVERIFY(isNear(plot.toFigure(place).x(), 1) && isNear(plot.toFigure(place).y(), -1));
    QVERIFY(isNear(plot.view().xTo - plot.view().xFrom, 8 * 0.8));
    wheel(plot, place, -120);
    QVERIFY(isNear(plot.view().xTo - plot.view().xFrom, 8));
    for (int i = 0; i < 150; ++i)
        wheel(plot, place, 120); // as near as digits go, and no nearer
    QVERIFY(plot.view().xTo > plot.view().xFrom);
    for (int i = 0; i < 150; ++i)
        wheel(plot, place, -120);
    QVERIFY(plot.view().xTo - plot.view().xFrom < 1000);
}

void ViewTest::aBoxIsZoomedToAndADoubleClickShowsTheWhole()
{
    FigureView view;
    view.setFigure(figure(valley()));
    showAt(view, { 500, 400 });
    PlotWidget &plot = view.plot();
    const PlotView whole = plot.view();
    drag(plot, plot.toPlace(-2, 2).toPoint(), plot.toPlace(2, -2).toPoint(), Qt::LeftButton);
    QVERIFY(isNear(plot.view().xFrom, -2, 0.05) && isNear(plot.view().xTo, 2, 0.05));
    QVERIFY(isNear(plot.view().yFrom, -2, 0.05) && isNear(plot.view().yTo, 2, 0.05));
    QVERIFY(!plot.showsWhole());
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, plot.plotArea().center().toPoint());
    QCOMPARE(plot.view(), whole);
}

void ViewTest::theRightButtonMovesTheView()
{
    FigureView view;
    view.setFigure(figure(valley()));
    showAt(view, { 500, 400 });
    PlotWidget &plot = view.plot();
    for (const auto &[button, keys] :
        { std::pair(Qt::RightButton, Qt::KeyboardModifiers()), std::pair(Qt::MiddleButton, Qt::KeyboardModifiers()),
            std::pair(Qt::LeftButton, Qt::KeyboardModifiers(Qt::ShiftModifier)) }) {
        plot.showWhole();
        drag(plot, plot.toPlace(0, 0).toPoint(), plot.toPlace(1, 1).toPoint(), button, keys);
        QVERIFY(isNear(plot.view().xFrom, -5, 0.05));
        QVERIFY(isNear(plot.view().yFrom, -5, 0.05));
    }
}

void ViewTest::keysDoTheSame()
{
    FigureView view;
    view.setFigure(figure(valley()));
    showAt(view, { 500, 400 });
    PlotWidget &plot = view.plot();
    QTest::keyClick(&plot, Qt::Key_Plus);
    QVERIFY(isNear(plot.view().xTo - plot.view().xFrom, 6.4));
    QTest::keyClick(&plot, Qt::Key_Minus);
    QTest::keyClick(&plot, Qt::Key_Right);
    QVERIFY(isNear(plot.view().xFrom, -3.2, 0.05));
    QTest::keyClick(&plot, Qt::Key_Up);
    QVERIFY(isNear(plot.view().yFrom, -3.2, 0.05));
    QTest::keyClick(&plot, Qt::Key_0);
    QVERIFY(plot.showsWhole());
}

void ViewTest::aNewFigureKeepsTheViewOfThePerson()
{
    FigureView view;
    view.setFigure(figure(valley(3)));
    showAt(view, { 500, 400 });
    PlotWidget &plot = view.plot();
    plot.setView({ -3.5, 1, -1, 3 }); // with the ends of both
    QSignalSpy drawn(&plot, &PlotWidget::drawn);
    view.setFigure(figure(valley(4)));
    QTRY_VERIFY(!drawn.isEmpty());
    QVERIFY(isNear(plot.view().xFrom, -3.5) && isNear(plot.view().yTo, 3));
    view.showWhole();
    QVERIFY(isNear(plot.view().xFrom, -4));
}

void ViewTest::theViewFollowsADescentThatLeavesIt()
{
    FigureView view;
    view.setFigure(figure(valley(8)));
    view.moveCursor(0);
    showAt(view, { 500, 400 });
    PlotWidget &plot = view.plot();
    plot.setView({ -3.5, -2.5, 2.5, 3.5 }); // around the start
    view.moveCursor(1); // at (−1, 1)
    QVERIFY(plot.view().contains(-1, 1));
    QVERIFY(isNear(plot.view().xTo - plot.view().xFrom, 1)); // no wider than before
    QCOMPARE(view.findChild<PlotOverlay *>()->notice(), QStringLiteral("view follows"));
    // Somewhere else on purpose: it stays.
    plot.setView({ 2, 3, 2, 3 });
    view.moveCursor(2);
    QVERIFY(isNear(plot.view().xFrom, 2));
}

void ViewTest::aClickPicksAStartWhileItIsDragged()
{
    FigureView view;
    view.setFigure(figure(valley()));
    showAt(view, { 500, 400 });
    PlotWidget &plot = view.plot();
    QVERIFY(view.canPick());
    QSignalSpy picked(&view, &FigureView::startPicked);
    drag(plot, plot.toPlace(2, 2).toPoint(), plot.toPlace(3, -1).toPoint(), Qt::LeftButton, Qt::ControlModifier);
    QVERIFY(picked.size() >= 3);
    QVERIFY(!picked.front()[1].toBool());
    QVERIFY(picked.back()[1].toBool());
    const QJsonObject last = picked.back()[0].toJsonObject();
    QVERIFY(isNear(last["a"].toDouble(), 3, 0.05));
    QVERIFY(isNear(last["b"].toDouble(), -1, 0.05));
    picked.clear();
    view.setPicking(true);
    QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.toPlace(0, 0).toPoint());
    QCOMPARE(picked.size(), 2);
    QCOMPARE(plot.cursor().shape(), Qt::PointingHandCursor);
}

void ViewTest::theStartMarkerCanBeDraggedWithoutATool()
{
    FigureView view;
    view.setFigure(figure(valley()));
    showAt(view, { 500, 400 });
    PlotWidget &plot = view.plot();
    QSignalSpy picked(&view, &FigureView::startPicked);
    drag(plot, plot.toPlace(-3, 3).toPoint() + QPoint(2, 2), plot.toPlace(-2, 2).toPoint(), Qt::LeftButton);
    QVERIFY(!picked.isEmpty());
    QVERIFY(isNear(picked.back()[0].toJsonObject()["a"].toDouble(), -2, 0.05));
    QVERIFY(plot.showsWhole()); // and no box
    QTest::mouseMove(&plot, plot.toPlace(-3, 3).toPoint());
    QTRY_COMPARE(plot.cursor().shape(), Qt::SizeAllCursor);
}

void ViewTest::aStartCanBePickedByKeys()
{
    FigureView view;
    view.setFigure(figure(valley()));
    showAt(view, { 500, 400 });
    view.setPicking(true);
    QSignalSpy picked(&view, &FigureView::startPicked);
    QTest::keyClick(&view.plot(), Qt::Key_Right, Qt::ShiftModifier); // a tenth of 8
    QTest::keyClick(&view.plot(), Qt::Key_Return);
    QCOMPARE(picked.size(), 2);
    QVERIFY(picked.back()[1].toBool());
    QVERIFY(isNear(picked.back()[0].toJsonObject()["a"].toDouble(), -2.2, 0.05));
    QVERIFY(isNear(picked.back()[0].toJsonObject()["b"].toDouble(), 3, 0.05));
}

void ViewTest::figuresWithoutParametersGiveNoStart()
{
    FigureView view;
    view.setFigure(figure(history({ 0, 10 })));
    showAt(view, { 500, 400 });
    QVERIFY(!view.canPick());
    QSignalSpy picked(&view, &FigureView::startPicked);
    QTest::mouseClick(&view.plot(), Qt::LeftButton, Qt::ControlModifier, view.plot().plotArea().center().toPoint());
    QCOMPARE(picked.size(), 0);
}

void ViewTest::theNumbersUnderTheMouseAreShown()
{
    FigureView view;
    view.setFigure(figure(valley(5, 9)));
    showAt(view, { 500, 400 });
    auto *overlay = view.findChild<PlotOverlay *>();
    QTest::mouseMove(&view.plot(), view.plot().toPlace(-1, 1).toPoint());
    QTRY_COMPARE(overlay->readout().value(0), QStringLiteral("descent · step 1"));
    QCOMPARE(overlay->readout().last(), QStringLiteral("J(a, b) ≈ 12"));
    QTest::mouseMove(&view.plot(), { 2, 2 });
    QTRY_VERIFY(overlay->readout().isEmpty());
}

void ViewTest::theDescriptionFollowsTheCursor()
{
    FigureView view;
    view.setFigure(figure(valley()));
    QCOMPARE(view.accessibleName(), QStringLiteral("Valley"));
    view.moveCursor(1);
    QTRY_VERIFY(view.accessibleDescription().contains(QStringLiteral("at step 1 a = -1, b = 1")));
}

void ViewTest::coloursFollowTheTheme()
{
    FigureView view;
    view.setFigure(figure(history({ 0, 10 })));
    showAt(view, { 300, 200 });
    QVERIFY(view.grab().toImage().pixelColor(3, 3).lightnessF() > 0.9f);
    applyTheme(*qApp, ThemeChoice::Dark);
    QTRY_VERIFY(view.grab().toImage().pixelColor(3, 3).lightnessF() < 0.2f);
}

void ViewTest::aTableIsSortedByNumbersAndCopied()
{
    FigureContent content { .title = QStringLiteral("Scores") };
    const auto text = [](const char *t) { return QString::fromUtf8(t); };
    content.layers
        = { { .shape = TableLayer { .headers = { text("name"), text("cost") },
                  .rows = { { text("a, b"), text("10") }, { text("c"), text("9") }, { text("d"), text("–") } },
                  .numeric = { false, true } } } };
    FigureView view;
    view.setFigure(figure(content));
    showAt(view, { 300, 200 });
    QVERIFY(view.isTable());
    auto *table = view.findChild<TableFigure *>();
    QVERIFY(table->isVisible());
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), text("name,cost\n\"a, b\",10\nc,9\nd,–\n"));
    table->sortByColumn(1, Qt::AscendingOrder);
    QCOMPARE(table->item(0, 1)->text(), text("9"));
    QCOMPARE(table->item(1, 1)->text(), text("10"));
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), text("name,cost\nc,9\n"));
}

void ViewTest::aListIsOneViewWithAChooser()
{
    FigureBoard board;
    StepCursor cursor;
    const FigureKey key { QStringLiteral("map"), QStringLiteral("figure") };
    for (int i = 0; i < 3; ++i)
        board.take({ .node = key.node,
            .port = key.port,
            .item = i,
            .label = QStringLiteral("rate = 0.%1").arg(i),
            .figure = figure(valley(3 + i)) });
    FigurePanel panel(board, cursor, key);
    showAt(panel, { 500, 400 });
    auto *chooser = panel.findChild<QComboBox *>();
    QVERIFY(chooser->isVisible());
    QCOMPARE(chooser->count(), 3);
    panel.findChild<QSlider *>()->setValue(2);
    QCOMPARE(chooser->currentText(), QStringLiteral("rate = 0.2"));
    QCOMPARE(panel.view().figure(), board.group(key).items[2].figure);
    cursor.setSteps({ 0, 1, 2 });
    QTest::keyClick(&panel.view().plot(), Qt::Key_Home);
    QCOMPARE(panel.view().stepCursor(), std::optional<std::int64_t>(0));
    QSignalSpy picked(&panel, &FigurePanel::startPicked);
    QTest::mouseClick(
        &panel.view().plot(), Qt::LeftButton, Qt::ControlModifier, panel.view().plot().plotArea().center().toPoint());
    QCOMPARE(picked.front()[0].toString(), key.node);
}

void ViewTest::theImageIsWhatIsSeen()
{
    FigureView view;
    view.setFigure(figure(valley()));
    showAt(view, { 500, 400 });
    QCOMPARE(view.image().size(), QSize(1000, 800));
    view.plot().setView({ -1, 1, -2, 2 });
    const FigureContent seen = view.seenFigure()->content();
    QVERIFY(isNear(*seen.x.minimum, -1) && isNear(*seen.x.maximum, 1));
    QVERIFY(isNear(*seen.y.minimum, -2) && isNear(*seen.y.maximum, 2));
}

void ViewTest::aSurfaceIsTurnedByMouseAndKeys()
{
    FigureView view;
    view.setFigure(figure(valleySurface()));
    showAt(view, { 500, 400 });
    PlotWidget &plot = view.plot();
    const Viewpoint before = plot.viewpoint();
    const QPoint corner = plot.plotArea().topLeft().toPoint() + QPoint(5, 5);
    drag(plot, corner, corner + QPoint(50, 20), Qt::LeftButton);
    QVERIFY(plot.viewpoint().azimuth < before.azimuth - 10); // it comes along with the mouse
    QVERIFY(plot.viewpoint().elevation > before.elevation + 4);
    QVERIFY(view.seenFigure()->content().view == plot.viewpoint());
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, corner);
    QVERIFY(plot.viewpoint() == before);
    QTest::keyClick(&plot, Qt::Key_Left);
    QTest::keyClick(&plot, Qt::Key_Up);
    QCOMPARE(plot.viewpoint().azimuth, before.azimuth + 5);
    QCOMPARE(plot.viewpoint().elevation, before.elevation - 5);
    QTest::keyClick(&plot, Qt::Key_0);
    wheel(plot, plot.plotArea().center(), 120);
    QVERIFY(isNear(plot.viewpoint().zoom, 1.25));
    drag(plot, corner, corner + QPoint(30, 0), Qt::RightButton);
    QVERIFY(plot.viewpoint().right < 0);
    QCOMPARE(plot.viewpoint().azimuth, before.azimuth);
}

void ViewTest::aStartIsPickedOnASurface()
{
    FigureView view;
    view.setFigure(figure(valleySurface()));
    showAt(view, { 500, 400 });
    PlotWidget &plot = view.plot();
    QSignalSpy picked(&view, &FigureView::startPicked);
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::ControlModifier, plot.toPlace(0, 0).toPoint());
    QVERIFY(!picked.isEmpty());
    const QJsonObject values = picked.last()[0].toJsonObject();
    QVERIFY(isNear(values["a"].toDouble(), 0, 0.1) && isNear(values["b"].toDouble(), 0, 0.1));
    picked.clear();
    QTest::mouseClick(
        &plot, Qt::LeftButton, Qt::ControlModifier, plot.plotArea().topLeft().toPoint() + QPoint(3, 3)); // beside it
    QVERIFY(picked.isEmpty());
}

QTEST_MAIN(ViewTest)
#include "view_test.moc"
