#include "figure/plot.h"

#include "figure/at_step.h"
#include "figure/axes.h"
#include "figure/heat_map.h"
#include "figure/layers.h"
#include "figure/legend.h"

#include <algorithm>

namespace thalweg {

namespace {

constexpr int margin = 14;

/// The layers of a plot that hold those of a figure, from below. What moves has a paint buffer of its own, and so
/// have, by that, those below and above it.
constexpr const char *stillBelow = "still below";
constexpr const char *moving = "moving";
constexpr const char *stillAbove = "still above";
/// Out of sight: what lines of the legend are drawn from where the thing itself comes and goes with the cursor.
constexpr const char *samples = "samples";

/// Breaks a text into at most two lines that fit; what is still too long loses its end.
QString fitted(const QString &text, const QFont &font, double width)
{
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    qsizetype length = 0;
    for (qsizetype space = text.indexOf(u' '); space > 0; space = text.indexOf(u' ', space + 1)) {
        if (metrics.horizontalAdvance(text.left(space)) > width)
            break;
        length = space;
    }
    if (length == 0)
        return metrics.elidedText(text, Qt::ElideRight, width);
    return text.left(length) + u'\n' + metrics.elidedText(text.mid(length + 1), Qt::ElideRight, width);
}

void addHeading(QCustomPlot &plot, const QString &text, const QFont &font, const QColor &colour, double width)
{
    if (text.isEmpty())
        return;
    auto *element = new QCPTextElement(&plot, fitted(text, font, width), font);
    element->setTextColor(colour);
    element->setTextFlags(Qt::AlignLeft | Qt::AlignTop);
    element->setMargins(QMargins(0, 0, 0, 2));
    plot.plotLayout()->addElement(plot.plotLayout()->rowCount(), 0, element);
}

void clear(QCustomPlot &plot)
{
    plot.clearPlottables();
    plot.clearItems();
    plot.plotLayout()->clear();
    for (const char *name : { stillBelow, moving, stillAbove, samples })
        if (QCPLayer *layer = plot.layer(QString::fromLatin1(name)))
            plot.removeLayer(layer);
    plot.setCurrentLayer(QStringLiteral("main"));
    plot.setAutoAddPlottableToLegend(false);
    plot.setNoAntialiasingOnDrag(false);
    plot.setAntialiasedElements(QCP::aeAll);
    plot.plotLayout()->setMargins(QMargins(margin, margin, margin, margin));
    plot.plotLayout()->setRowSpacing(4);
}

void addPlotLayers(QCustomPlot &plot)
{
    QCPLayer *below = plot.layer(QStringLiteral("main"));
    for (const char *name : { samples, stillBelow, moving, stillAbove }) {
        const QString id = QString::fromLatin1(name);
        plot.addLayer(id, below);
        below = plot.layer(id);
    }
    plot.layer(QString::fromLatin1(samples))->setVisible(false);
}

void showNothingToDraw(QCPAxisRect &rect, const Colours &colours, const Fonts &fonts)
{
    auto *item = new QCPItemText(rect.parentPlot());
    item->position->setAxisRect(&rect);
    item->position->setType(QCPItemPosition::ptAxisRectRatio);
    item->position->setCoords(0.5, 0.5);
    item->setText(QStringLiteral("nothing to draw"));
    item->setFont(fonts.text);
    item->setColor(colours.faintText);
}

const HeatMapLayer *findHeatMap(const FigureContent &figure)
{
    for (const Layer &layer : figure.layers)
        if (const auto *map = std::get_if<HeatMapLayer>(&layer.shape))
            return map;
    return nullptr;
}

/// A figure's layers from the first that follows the steps to the last that does: [from, to).
struct Span {
    std::size_t from, to;
};

Span movingLayers(const std::vector<Layer> &layers)
{
    const auto from = std::ranges::find_if(layers, followsSteps);
    auto to = layers.end();
    while (to != from && !followsSteps(*(to - 1)))
        --to;
    return { static_cast<std::size_t>(from - layers.begin()), static_cast<std::size_t>(to - layers.begin()) };
}

/// Draws all layers with the cursor at the end; gives what they cover.
Ink addLayers(QCustomPlot &plot, const Canvas &canvas, const std::vector<Layer> &layers, const Span &moves)
{
    Ink ink;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const char *place = i < moves.from ? stillBelow : i < moves.to ? samples : stillAbove;
        plot.setCurrentLayer(QString::fromLatin1(place));
        for (QPolygonF &line : addLayer(canvas, atStep(layers[i], {})))
            ink.push_back(std::move(line));
    }
    return ink;
}

} // namespace

void FilledPlot::moveCursor(std::optional<std::int64_t> cursor) const
{
    QCustomPlot &plot = *layer_->parentPlot();
    for (QCPLayerable *old : layer_->children()) {
        if (auto *plottable = qobject_cast<QCPAbstractPlottable *>(old))
            plot.removePlottable(plottable);
        else if (auto *item = qobject_cast<QCPAbstractItem *>(old))
            plot.removeItem(item);
    }
    plot.setCurrentLayer(layer_->name());
    for (const Layer &layer : moving_)
        addLayer(canvas_, atStep(layer, cursor));
    if (layer_->mode() == QCPLayer::lmBuffered)
        layer_->replot();
}

FilledPlot fillPlot(QCustomPlot &plot, const FigureContent &figure, const PlotOptions &options)
{
    const FigureStyle &style = options.style;
    const Colours looks = colours(style.theme);
    const Fonts &fonts = options.fonts;
    clear(plot);
    plot.setBackground(QBrush(looks.background));
    // One long line that crosses itself takes a hundred times as long as its pieces; a file can wait for its finer
    // joints.
    plot.setPlottingHint(QCP::phFastPolylines, options.canMove);

    const double width = style.width - 2 * margin;
    if (options.hasTitle)
        addHeading(plot, figure.title, fonts.title, looks.text, width);
    addHeading(plot, figure.note, fonts.small, looks.faintText, width);
    auto *body = new QCPLayoutGrid;
    plot.plotLayout()->addElement(plot.plotLayout()->rowCount(), 0, body);
    body->setColumnSpacing(12);

    const Extents covered = extents(figure.layers);
    const double room = covered.filled ? 0 : 0.04;
    const AxisMap xMap = axisMap(figure.x, covered.x, room);
    const AxisMap yMap = axisMap(figure.y, covered.y, room);
    const HeatMapLayer *map = findHeatMap(figure);

    auto *rect = new QCPAxisRect(&plot, false);
    rect->setLayer(QStringLiteral("background"));
    rect->setMinimumMargins(QMargins(0, 6, 12, 0));
    body->addElement(0, 0, rect);
    QCPAxis *x = rect->addAxis(QCPAxis::atBottom);
    QCPAxis *y = rect->addAxis(QCPAxis::atLeft);
    const auto count = [](double length, double each) { return std::max(2, static_cast<int>(length / each)); };
    dressAxis(*x, xMap, figure.x.label, count(style.width, 90), style.width * 0.78, looks, fonts);
    dressAxis(*y, yMap, figure.y.label, count(style.height, 65), style.height * 0.75, looks, fonts);
    for (QCPAxis *axis : { x, y }) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
    }

    // A map has the same colours in every theme, and so has what lies on it.
    const Colours onGround = map ? colours(FigureStyle::Theme::Light) : looks;
    QCPLegend *legend = makeLegend(*rect, onGround, fonts);
    QRectF window(xMap.lower, yMap.lower, xMap.upper - xMap.lower, yMap.upper - yMap.lower);
    const QRectF shown = window;
    if (options.canMove) {
        const double reach = 50; // far enough for people, and near enough to be drawn
        window.adjust(-reach * shown.width(), -reach * shown.height(), reach * shown.width(), reach * shown.height());
    }
    addPlotLayers(plot);
    Canvas canvas { x, y, legend, xMap, yMap, window, onGround, fonts.small, map != nullptr };
    const bool isEmpty = xMap.isEmpty || yMap.isEmpty;
    const Span moves = isEmpty ? Span {} : movingLayers(figure.layers);
    Ink ink;
    if (isEmpty)
        showNothingToDraw(*rect, looks, fonts);
    else
        ink = addLayers(plot, canvas, figure.layers, moves);
    canvas.legend = nullptr;
    const auto layer = figure.layers.begin();
    FilledPlot filled(canvas,
        { layer + static_cast<std::ptrdiff_t>(moves.from), layer + static_cast<std::ptrdiff_t>(moves.to) },
        plot.layer(QString::fromLatin1(moving)));
    filled.moveCursor(options.cursor);
    plot.setCurrentLayer(QString::fromLatin1(stillAbove));
    plot.layer(QString::fromLatin1(moving))->setMode(options.canMove ? QCPLayer::lmBuffered : QCPLayer::lmLogical);

    int column = 1;
    if (map) {
        QCPColorScale *bar = colourBar(plot, heatMapColours(*map), map->colourLabel, style, looks, fonts);
        body->addElement(0, column++, bar);
        auto *group = new QCPMarginGroup(&plot);
        rect->setMarginGroup(QCP::msTop | QCP::msBottom, group);
        bar->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    }
    if (legend->itemCount() == 0) {
        rect->insetLayout()->remove(legend);
        return filled;
    }
    auto *outside = new QCPLayoutGrid;
    const QSizeF size(style.width - (map ? 170 : 90), style.height - 100);
    placeLegend(legend, *rect, *outside, size, ink, shown);
    if (outside->elementCount() == 0) {
        delete outside;
        return filled;
    }
    body->addElement(0, column, outside);
    body->setColumnStretchFactor(column, 0.001);
    return filled;
}

} // namespace thalweg
