#include "gui/figures/figure_view.h"

#include "figure/plot_widget.h"
#include "figure/render.h"
#include "figure/table_drawing.h"
#include "gui/figures/figure_probe.h"
#include "gui/figures/figure_words.h"
#include "gui/figures/plot_gestures.h"
#include "gui/figures/plot_overlay.h"
#include "gui/figures/table_figure.h"
#include "gui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>

namespace thalweg {

FigureView::FigureView(QWidget *parent)
    : QWidget(parent), plot_(new PlotWidget(this)), overlay_(new PlotOverlay(plot_)),
      gestures_(new PlotGestures(*plot_, *overlay_, this)), table_(new TableFigure(this))
{
    constexpr QSize least(160, 120);
    setMinimumSize(least);
    plot_->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(plot_);
    table_->hide();
    takeColours();
    words_.setSingleShot(true);
    constexpr int rest = 300;
    words_.setInterval(rest);
    connect(&words_, &QTimer::timeout, this, &FigureView::describe);
    connect(plot_, &PlotWidget::viewFollowed, overlay_, [this] { overlay_->notify(tr("view follows")); });
    connect(plot_, &PlotWidget::drawn, overlay_, [this] { overlay_->setReadout({}, {}, false); });
    connect(gestures_, &PlotGestures::hovered, this, &FigureView::showNumbers);
    connect(gestures_, &PlotGestures::left, overlay_, [this] { overlay_->setReadout({}, {}, false); });
    connect(gestures_, &PlotGestures::picked, this, [this](const QPointF &point, bool isFinal) {
        const QJsonObject values = parametersAt(figure_->content(), point);
        overlay_->setReadout(plot_->toPlace(point.x(), point.y()),
            isFinal ? QStringList() : readout(figure_->content(), {}, point), false);
        Q_EMIT startPicked(values, isFinal);
    });
}

bool FigureView::isTable() const
{
    return figure_ && findTable(figure_->content());
}

bool FigureView::canPick() const
{
    return !isTable() && gestures_->canPick();
}

void FigureView::setFigure(std::shared_ptr<const Figure> figure)
{
    if (figure == figure_)
        return;
    figure_ = std::move(figure);
    const bool table = isTable();
    if (table)
        table_->setTable(*findTable(figure_->content()));
    else
        plot_->setFigure(figure_);
    table_->setVisible(table);
    plot_->setVisible(!table);
    setFocusProxy(table ? static_cast<QWidget *>(table_) : plot_);
    if (canPick() != couldPick_) {
        couldPick_ = canPick();
        gestures_->setPicking(gestures_->isPicking());
        Q_EMIT canPickChanged(couldPick_);
    }
    if (accessibleName().isEmpty())
        describe();
    else if (!words_.isActive())
        words_.start();
}

void FigureView::moveCursor(std::optional<std::int64_t> cursor)
{
    cursor_ = cursor;
    plot_->moveCursor(cursor);
    words_.start();
}

void FigureView::setPicking(bool picking)
{
    gestures_->setPicking(picking);
}

void FigureView::showWhole()
{
    plot_->showWhole();
}

void FigureView::zoomIn()
{
    constexpr double nearer = 0.8;
    plot_->zoom(plot_->plotArea().center(), nearer);
}

void FigureView::zoomOut()
{
    constexpr double farther = 1.25;
    plot_->zoom(plot_->plotArea().center(), farther);
}

void FigureView::describe()
{
    const QString name = figure_ ? nameOf(figure_->content()) : tr("No figure");
    const QString words = figure_ ? inWords(figure_->content(), cursor_) : QString();
    setAccessibleName(name);
    setAccessibleDescription(words);
    for (QWidget *part : { static_cast<QWidget *>(plot_), static_cast<QWidget *>(table_) }) {
        part->setAccessibleName(name);
        part->setAccessibleDescription(words);
    }
}

void FigureView::showNumbers(const QPointF &place)
{
    if (!figure_ || !plot_->plotArea().contains(place)) {
        overlay_->setReadout({}, {}, false);
        return;
    }
    constexpr double reach = 20;
    const auto toPlace = [this](double x, double y) { return plot_->toPlace(x, y); };
    const std::optional<Probe> probe = nearestPoint(figure_->content(), cursor_, toPlace, place, reach);
    const QPointF at = probe ? plot_->toPlace(probe->x, probe->y) : place;
    overlay_->setReadout(at, readout(figure_->content(), probe, plot_->toFigure(place)), probe.has_value());
}

std::shared_ptr<const Figure> FigureView::seenFigure() const
{
    if (!figure_ || isTable() || plot_->showsWhole())
        return figure_;
    FigureContent content = figure_->content();
    if (plot_->canTurn()) {
        content.view = plot_->viewpoint();
        return std::make_shared<const Figure>(std::move(content));
    }
    const PlotView view = plot_->view();
    content.x.minimum = view.xFrom;
    content.x.maximum = view.xTo;
    content.y.minimum = view.yFrom;
    content.y.maximum = view.yTo;
    return std::make_shared<const Figure>(std::move(content));
}

QImage FigureView::image() const
{
    if (!figure_)
        return {};
    const FigureStyle style { .theme = theme().isDark ? FigureStyle::Theme::Dark : FigureStyle::Theme::Light,
        .width = double(width()),
        .height = double(height()) };
    const Result<QByteArray> png = renderFigure(*seenFigure(), FigureFormat::Png, style, cursor_);
    return png ? QImage::fromData(*png, "png") : QImage();
}

void FigureView::copy() const
{
    if (isTable())
        table_->copy();
    else if (figure_)
        QGuiApplication::clipboard()->setImage(image());
}

void FigureView::takeColours()
{
    plot_->setTheme(theme().isDark ? FigureStyle::Theme::Dark : FigureStyle::Theme::Light);
}

void FigureView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        takeColours();
    QWidget::changeEvent(event);
}

void FigureView::resizeEvent(QResizeEvent *)
{
    plot_->setGeometry(rect());
    overlay_->setGeometry(plot_->rect());
    table_->setGeometry(rect());
}

void FigureView::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept(); // the right button moves the view
}

} // namespace thalweg
