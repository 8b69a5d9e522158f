#include "figure/layers.h"

#include "figure/area.h"
#include "figure/clip.h"
#include "figure/heat_map.h"
#include "figure/iso_lines.h"
#include "figure/marks.h"

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

void addToLegend(const Canvas &canvas, QCPAbstractPlottable *plottable, const QString &label)
{
    if (label.isEmpty())
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
        const QPolygonF points = plotPoints(canvas, line.x, line.y);
        const Ink inside = clippedLine(points, canvas.window);
        const bool dashed = line.dashed || canvas.colours.repeats(layer.colour);
        QCPAbstractPlottable *drawn = addLines(canvas, inside, linePen(colour(), line.width, dashed));
        if (line.markers)
            addMarkers(canvas, points, { QCPScatterStyle::ssCircle, QPen(colour(), 0.5), colour(), line.width + 2.5 });
        addToLegend(canvas, drawn, layer.label);
        return inside;
    }

    Ink operator()(const ScatterLayer &scatter) const
    {
        const QPolygonF points = plotPoints(canvas, scatter.x, scatter.y);
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
            for (QPolygonF line : isoLines(contour.grid, level)) {
                for (QPointF &point : line)
                    point = { canvas.xMap.toPlot(point.x()), canvas.yMap.toPlot(point.y()) };
                for (QPolygonF &part : clippedLine(line, canvas.window))
                    lines.push_back(std::move(part));
            }
        }
        // On a map the lines are part of the ground; white shows on every colour of it but the last.
        const QColor pen
            = canvas.onMap && layer.colour < 0 && layer.ownColour.isEmpty() ? QColor(255, 255, 255, 110) : colour();
        addToLegend(canvas, addPolylines(canvas, lines, linePen(pen, 0.8, false)), layer.label);
        return {};
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
    return std::visit(Drawer { canvas, layer }, layer.shape);
}

} // namespace thalweg
