#include "figure/layers.h"

#include "figure/area.h"
#include "figure/clip.h"
#include "figure/heat_map.h"
#include "figure/iso_lines.h"
#include "figure/marks.h"
#include "figure/surface_area.h"

#include <algorithm>

namespace thalweg {

namespace {

QPolygonF plotPoints(const Canvas &canvas, const std::vector<double> &x, const std::vector<double> &y)
{
    QPolygonF points;
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
        points += QPointF(canvas.xMap.toPlot(x[i]), canvas.yMap.toPlot(y[i]));
    return points;
}

/// The points of a line or a scatter that can be seen; gaps where they cannot.
template <class Points> QPolygonF pointsOf(const Canvas &canvas, const Points &points)
{
    return canvas.space ? canvas.space->seenPoints(points.x, points.y, points.z)
                        : plotPoints(canvas, points.x, points.y);
}

void addToLegend(const Canvas &canvas, QCPAbstractPlottable *plottable, const QString &label)
{
    if (label.isEmpty() || !canvas.legend)
        return;
    plottable->setName(canvas.legend->font().pixelSize() > 0
            ? QFontMetrics(canvas.legend->font()).elidedText(label, Qt::ElideRight, 260)
            : label);
    plottable->addToLegend(canvas.legend);
}

QCPAbstractPlottable *addLines(const Canvas &canvas, const std::vector<QPolygonF> &lines, const QPen &pen)
{
    if (canvas.onMap && pen.widthF() > 1) {
        QPen edge(pen);
        edge.setColor(QColor(255, 255, 255, 220));
        edge.setWidthF(pen.widthF() + 2 * edgeWidth);
        addPolylines(canvas, lines, edge);
    }
    return addPolylines(canvas, lines, pen);
}

struct Drawer {
    const Canvas &canvas;
    const Layer &layer;

    QColor colour() const { return canvas.colours.of(layer); }
    QColor fill(double strength) const { return canvas.colours.of(layer, strength); }

    Ink operator()(const LineLayer &line) const
    {
        const QPolygonF points = pointsOf(canvas, line);
        const Ink inside
            = canvas.space ? canvas.space->seenLine(line.x, line.y, line.z) : clippedLine(points, canvas.window);
        const bool dashed = line.dashed || canvas.colours.repeats(layer.colour);
        QCPAbstractPlottable *drawn = addLines(canvas, inside, linePen(colour(), line.width, dashed));
        if (line.markers)
            addMarkers(canvas, points, { QCPScatterStyle::ssCircle, QPen(colour(), 0.5), colour(), line.width + 2.5 });
        addToLegend(canvas, drawn, layer.label);
        return inside;
    }

    Ink operator()(const ScatterLayer &scatter) const
    {
        const QPolygonF points = pointsOf(canvas, scatter);
        addToLegend(canvas, addMarkers(canvas, points, markerStyle(canvas, scatter, colour())), layer.label);
        Ink ink;
        for (const QPointF &point : points)
            ink.push_back({ point });
        return ink;
    }

    Ink operator()(const BarLayer &bars) const
    {
        Ink polygons;
        // On a log axis there is no 0 to stand on.
        const double base = canvas.yMap.log ? canvas.yMap.lower : 0;
        for (std::size_t i = 0; i < std::min(bars.x.size(), bars.height.size()); ++i) {
            const QPointF from(canvas.xMap.toPlot(bars.x[i] - bars.width / 2), base);
            const QPointF to(canvas.xMap.toPlot(bars.x[i] + bars.width / 2), canvas.yMap.toPlot(bars.height[i]));
            const QRectF bar(from, to);
            if (std::isfinite(from.x()) && std::isfinite(to.x()) && std::isfinite(to.y()))
                polygons.push_back(clippedPolygon(bar, canvas.window));
        }
        return addPolygons(std::move(polygons), fill(0.85), QPen(canvas.colours.background, 0.5));
    }

    Ink operator()(const BandLayer &band) const
    {
        const QPolygonF lower = plotPoints(canvas, band.x, band.lower);
        const QPolygonF upper = plotPoints(canvas, band.x, band.upper);
        Ink polygons;
        QPolygonF forth;
        QPolygonF back;
        const auto close = [&] {
            std::reverse(back.begin(), back.end());
            if (forth.size() > 1)
                polygons.push_back(clippedPolygon(forth + back, canvas.window));
            forth.clear();
            back.clear();
        };
        for (qsizetype i = 0; i < std::min(lower.size(), upper.size()); ++i) {
            if (!std::isfinite(lower[i].x() + lower[i].y() + upper[i].y())) {
                close();
                continue;
            }
            forth += lower[i];
            back += upper[i];
        }
        close();
        return addPolygons(std::move(polygons), fill(0.22), QPen(Qt::NoPen));
    }

    Ink operator()(const HeatMapLayer &layerMap) const
    {
        HeatMap map = heatMap(layerMap, canvas.xMap, canvas.yMap);
        if (!map.image.isNull())
            new ImageArea(canvas.x, canvas.y, std::move(map.image), map.rect);
        return {};
    }

    Ink operator()(const ContourLayer &contour) const
    {
        std::vector<QPolygonF> lines;
        for (double level : contour.levels) {
            for (const QPolygonF &line : isoLines(contour.grid, level))
                for (QPolygonF &part : canvas.space ? onSurface(line, level) : onPlot(line))
                    lines.push_back(std::move(part));
        }
        // On a map the lines are part of the ground; white shows on every colour of it but the last.
        const QColor pen
            = canvas.onMap && layer.colour < 0 && layer.ownColour.isEmpty() ? QColor(255, 255, 255, 110) : colour();
        addToLegend(canvas, addPolylines(canvas, lines, linePen(pen, 0.8, false)), layer.label);
        return {};
    }

    Ink onPlot(QPolygonF line) const
    {
        for (QPointF &point : line)
            point = { canvas.xMap.toPlot(point.x()), canvas.yMap.toPlot(point.y()) };
        return clippedLine(line, canvas.window);
    }

    Ink onSurface(const QPolygonF &line, double level) const
    {
        std::vector<double> x;
        std::vector<double> y;
        for (const QPointF &point : line) {
            x.push_back(point.x());
            y.push_back(point.y());
        }
        return canvas.space->seenLine(x, y, std::vector<double>(x.size(), level));
    }

    Ink operator()(const SurfaceLayer &surface) const
    {
        new SurfaceArea(canvas.x, canvas.y, canvas.space, heatMapColours(surface.map), canvas.isQuick);
        return {};
    }

    Ink operator()(const ErrorBarLayer &errors) const
    {
        const QPolygonF points = plotPoints(canvas, errors.x, errors.y);
        QPolygonF ends = plotPoints(canvas, errors.x, errors.low);
        const QPolygonF highs = plotPoints(canvas, errors.x, errors.high);
        Ink bars;
        for (qsizetype i = 0; i < std::min({ points.size(), ends.size(), highs.size() }); ++i) {
            // Down to nothing, which a log axis does not have: the bar leaves the plot.
            if (canvas.yMap.log && errors.low[static_cast<std::size_t>(i)] <= 0)
                ends[i].setY(canvas.window.top() - 1);
            for (QPolygonF &bar : clippedLine({ ends[i], highs[i] }, canvas.window))
                bars.push_back(std::move(bar));
        }
        addLines(canvas, bars, linePen(colour(), 1.2, false));
        constexpr double capSize = 8;
        addMarkers(canvas, ends + highs, capStyle(colour(), capSize));
        ScatterLayer dots { .x = errors.x, .y = errors.y };
        addToLegend(canvas, addMarkers(canvas, points, markerStyle(canvas, dots, colour())), layer.label);
        for (const QPointF &point : points)
            bars.push_back({ point });
        return bars;
    }

    Ink operator()(const ArrowLayer &arrows) const
    {
        const QPolygonF from = plotPoints(canvas, arrows.x, arrows.y);
        std::vector<QLineF> lines;
        Ink ink;
        for (std::size_t i = 0; i < std::min({ arrows.x.size(), arrows.y.size(), arrows.dx.size(), arrows.dy.size() });
             ++i) {
            const QPointF &tail = from[static_cast<qsizetype>(i)];
            const QPointF head(
                canvas.xMap.toPlot(arrows.x[i] + arrows.dx[i]), canvas.yMap.toPlot(arrows.y[i] + arrows.dy[i]));
            // Whole or not at all: an arrow that is cut off says something else.
            if (!std::isfinite(head.x() + head.y()) || !canvas.window.contains(tail) || !canvas.window.contains(head))
                continue;
            lines.emplace_back(tail, head);
            ink.push_back({ tail, head });
        }
        auto *area = new ArrowArea(canvas.x, canvas.y, std::move(lines));
        area->setPen(linePen(colour(), arrows.width, false));
        addToLegend(canvas, area, layer.label);
        return ink;
    }

    Ink operator()(const ReferenceLayer &reference) const
    {
        const QRectF &window = canvas.window;
        const double x = reference.x ? canvas.xMap.toPlot(*reference.x) : 0;
        const double y = reference.y ? canvas.yMap.toPlot(*reference.y) : 0;
        const QPolygonF line = reference.x ? QPolygonF({ QPointF(x, window.top()), QPointF(x, window.bottom()) })
                                           : QPolygonF({ QPointF(window.left(), y), QPointF(window.right(), y) });
        const Ink inside = clippedLine(line, window);
        addToLegend(canvas, addPolylines(canvas, inside, linePen(colour(), 1.2, true)), layer.label);
        return inside;
    }

    Ink operator()(const TextLayer &text) const
    {
        const QPointF place(canvas.xMap.toPlot(text.x), canvas.yMap.toPlot(text.y));
        if (!std::isfinite(place.x()) || !std::isfinite(place.y()) || !canvas.window.contains(place))
            return {};
        auto *item = new QCPItemText(canvas.x->parentPlot());
        item->position->setAxes(canvas.x, canvas.y);
        item->position->setCoords(place);
        item->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        item->setText(text.text);
        item->setFont(canvas.font);
        item->setColor(colour());
        item->setClipToAxisRect(false);
        return { { place } };
    }

    Ink operator()(const TableLayer &) const { return {}; }

    Ink addPolygons(Ink polygons, const QColor &brush, const QPen &pen) const
    {
        auto *area = new PolygonArea(canvas.x, canvas.y, polygons);
        area->setBrush(brush);
        area->setPen(pen);
        addToLegend(canvas, area, layer.label);
        return polygons;
    }
};

} // namespace

Ink addLayer(const Canvas &canvas, const Layer &layer)
{
    const auto is = [&]<class... Shape>() { return (std::holds_alternative<Shape>(layer.shape) || ...); };
    if (canvas.space && !is.operator()<LineLayer, ScatterLayer, ContourLayer, SurfaceLayer>())
        return {};
    return std::visit(Drawer { canvas, layer }, layer.shape);
}

} // namespace thalweg
