#include "figure/plot_widget.h"

#include "figure/plot.h"
#include "figure/table_drawing.h"

#include <algorithm>

namespace thalweg {

namespace {

/// Keeps a range of an axis where it can be drawn: not nearer than digits tell apart, and not beyond what is kept.
QCPRange limited(const QCPRange &range, const AxisMap &whole)
{
    const double all = whole.upper - whole.lower;
    const double size = std::max(std::abs(whole.lower), std::abs(whole.upper));
    const double least = std::max(all * 1e-9, size * 1e-12);
    constexpr double reach = 40;
    const double length = std::clamp(range.size(), least, reach * all);
    const double middle = std::clamp(
        range.center(), whole.lower - (reach * all - length) / 2, whole.upper + (reach * all - length) / 2);
    return { middle - length / 2, middle + length / 2 };
}

} // namespace

std::optional<QPointF> pointAtCursor(const FigureContent &figure, std::optional<std::int64_t> cursor)
{
    for (auto layer = figure.layers.rbegin(); layer != figure.layers.rend(); ++layer) {
        const auto *line = std::get_if<LineLayer>(&layer->shape);
        if (!line || layer->follow != Follow::UpTo || layer->steps.empty())
            continue;
        const auto end = cursor ? std::ranges::upper_bound(layer->steps, *cursor) : layer->steps.end();
        for (auto i = static_cast<std::size_t>(end - layer->steps.begin()); i-- > 0;)
            if (i < std::min(line->x.size(), line->y.size()) && std::isfinite(line->x[i]) && std::isfinite(line->y[i]))
                return QPointF(line->x[i], line->y[i]);
    }
    return {};
}

PlotWidget::PlotWidget(QWidget *parent) : QWidget(parent), plot_(new QCustomPlot(this))
{
    plot_->setAttribute(Qt::WA_TransparentForMouseEvents);
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setBackground(QBrush(colours(theme_).background));
    later_.setSingleShot(true);
    connect(&later_, &QTimer::timeout, this, &PlotWidget::fill);
}

PlotWidget::~PlotWidget() = default;

void PlotWidget::setFigure(std::shared_ptr<const Figure> figure)
{
    if (figure == figure_)
        return;
    figure_ = std::move(figure);
    fillSoon();
}

void PlotWidget::setTheme(FigureStyle::Theme theme)
{
    if (theme == theme_)
        return;
    theme_ = theme;
    if (isVisible())
        fill();
}

void PlotWidget::setTitleShown(bool shown)
{
    if (shown == hasTitle_)
        return;
    hasTitle_ = shown;
    if (isVisible())
        fill();
}

void PlotWidget::fillSoon()
{
    if (!isVisible())
        return; // showEvent() sees to it
    // Most of the time stays for what people do.
    constexpr qint64 share = 4;
    const qint64 wait = sinceFill_.isValid() ? fillTook_ * share - sinceFill_.elapsed() : 0;
    // And of several figures that come at once each is drawn by itself, with room for input in between.
    if (!later_.isActive())
        later_.start(static_cast<int>(std::max<qint64>(0, wait)));
}

void PlotWidget::fill()
{
    later_.stop();
    if (!figure_ || findTable(figure_->content()) || width() < 1 || height() < 1)
        return;
    QElapsedTimer clock;
    clock.start();
    const Result<Fonts> fonts = figureFonts();
    PlotOptions options { .style = { .theme = theme_, .width = double(width()), .height = double(height()) },
        .fonts = fonts ? *fonts : Fonts {},
        .cursor = cursor_,
        .hasTitle = hasTitle_,
        .canMove = true };
    filled_ = std::make_unique<FilledPlot>(fillPlot(*plot_, figure_->content(), options));
    applyView();
    fillTook_ = clock.elapsed();
    sinceFill_.start();
    follow();
}

void PlotWidget::applyView()
{
    const Canvas &canvas = filled_->canvas();
    if (view_) {
        const QCPRange x(canvas.xMap.toPlot(view_->xFrom), canvas.xMap.toPlot(view_->xTo));
        const QCPRange y(canvas.yMap.toPlot(view_->yFrom), canvas.yMap.toPlot(view_->yTo));
        if (std::isfinite(x.size() + y.size()) && !canvas.xMap.isEmpty && !canvas.yMap.isEmpty) {
            canvas.x->setRange(limited(x, canvas.xMap));
            canvas.y->setRange(limited(y, canvas.yMap));
        } else {
            view_.reset();
        }
    }
    if (!view_) {
        canvas.x->setRange(canvas.xMap.lower, canvas.xMap.upper);
        canvas.y->setRange(canvas.yMap.lower, canvas.yMap.upper);
    }
    plot_->replot(QCustomPlot::rpQueuedRefresh);
    Q_EMIT drawn();
}

/// What a person did to the axes is the view from now on.
void PlotWidget::keepView()
{
    const Canvas &canvas = filled_->canvas();
    canvas.x->setRange(limited(canvas.x->range(), canvas.xMap));
    canvas.y->setRange(limited(canvas.y->range(), canvas.yMap));
    view_ = view();
    const std::optional<QPointF> led = pointAtCursor(figure_->content(), cursor_);
    wasInView_ = led && view_->contains(led->x(), led->y());
    plot_->replot(QCustomPlot::rpQueuedRefresh);
    Q_EMIT drawn();
}

void PlotWidget::moveCursor(std::optional<std::int64_t> cursor)
{
    if (cursor == cursor_)
        return;
    cursor_ = cursor;
    if (!filled_ || !isVisible())
        return;
    if (later_.isActive())
        return; // the fill that comes shows it
    filled_->moveCursor(cursor_);
    follow();
}

void PlotWidget::follow()
{
    if (!view_ || !filled_)
        return;
    const std::optional<QPointF> led = pointAtCursor(figure_->content(), cursor_);
    const bool isIn = led && view_->contains(led->x(), led->y());
    const bool leaves = led && wasInView_ && !isIn;
    wasInView_ = isIn;
    if (!leaves)
        return;
    const Canvas &canvas = filled_->canvas();
    const auto centre = [](QCPAxis *axis, double at) {
        if (std::isfinite(at) && !axis->range().contains(at))
            axis->moveRange(at - axis->range().center());
    };
    centre(canvas.x, canvas.xMap.toPlot(led->x()));
    centre(canvas.y, canvas.yMap.toPlot(led->y()));
    keepView();
    Q_EMIT viewFollowed();
}

QRectF PlotWidget::plotArea() const
{
    return filled_ ? QRectF(filled_->canvas().x->axisRect()->rect()) : QRectF();
}

QPointF PlotWidget::toFigure(const QPointF &place) const
{
    if (!filled_)
        return { qQNaN(), qQNaN() };
    const Canvas &canvas = filled_->canvas();
    return { canvas.xMap.fromPlot(canvas.x->pixelToCoord(place.x())),
        canvas.yMap.fromPlot(canvas.y->pixelToCoord(place.y())) };
}

QPointF PlotWidget::toPlace(double x, double y) const
{
    if (!filled_)
        return { qQNaN(), qQNaN() };
    const Canvas &canvas = filled_->canvas();
    return { canvas.x->coordToPixel(canvas.xMap.toPlot(x)), canvas.y->coordToPixel(canvas.yMap.toPlot(y)) };
}

PlotView PlotWidget::view() const
{
    if (!filled_)
        return {};
    const Canvas &canvas = filled_->canvas();
    return { canvas.xMap.fromPlot(canvas.x->range().lower), canvas.xMap.fromPlot(canvas.x->range().upper),
        canvas.yMap.fromPlot(canvas.y->range().lower), canvas.yMap.fromPlot(canvas.y->range().upper) };
}

void PlotWidget::setView(const PlotView &view)
{
    view_ = view;
    if (!filled_)
        return;
    applyView();
    if (view_)
        keepView();
}

void PlotWidget::showWhole()
{
    view_.reset();
    if (filled_)
        applyView();
}

void PlotWidget::zoom(const QPointF &place, double factor)
{
    if (!filled_)
        return;
    for (QCPAxis *axis : { filled_->canvas().x, filled_->canvas().y }) {
        const bool across = axis->orientation() == Qt::Horizontal;
        axis->scaleRange(factor, axis->pixelToCoord(across ? place.x() : place.y()));
    }
    keepView();
}

void PlotWidget::zoomTo(const QRectF &part)
{
    if (!filled_)
        return;
    const QRectF inside = part.normalized().intersected(plotArea());
    if (inside.width() < 1 || inside.height() < 1)
        return;
    QCPAxis *x = filled_->canvas().x;
    QCPAxis *y = filled_->canvas().y;
    x->setRange(x->pixelToCoord(inside.left()), x->pixelToCoord(inside.right()));
    y->setRange(y->pixelToCoord(inside.bottom()), y->pixelToCoord(inside.top()));
    keepView();
}

void PlotWidget::pan(const QPointF &by)
{
    if (!filled_)
        return;
    QCPAxis *x = filled_->canvas().x;
    QCPAxis *y = filled_->canvas().y;
    x->moveRange(x->pixelToCoord(0) - x->pixelToCoord(by.x()));
    y->moveRange(y->pixelToCoord(0) - y->pixelToCoord(by.y()));
    keepView();
}

void PlotWidget::resizeEvent(QResizeEvent *)
{
    plot_->setGeometry(rect()); // stretches what is there, until the hand rests
    constexpr int rest = 80;
    if (isVisible() && filled_) {
        later_.start(rest);
        Q_EMIT drawn();
    }
}

void PlotWidget::showEvent(QShowEvent *)
{
    plot_->setGeometry(rect());
    later_.start(0); // once, when it has got the size that it will have
}

} // namespace thalweg
