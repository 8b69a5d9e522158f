#include "gui/figures/figure_probe.h"

#include <thalweg/plain_values.h>

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

struct Points {
    const std::vector<double> *x = nullptr;
    const std::vector<double> *y = nullptr;

    std::size_t size() const { return x ? std::min(x->size(), y->size()) : 0; }
};

Points pointsOf(const Layer &layer)
{
    if (const auto *line = std::get_if<LineLayer>(&layer.shape))
        return { &line->x, &line->y };
    if (const auto *scatter = std::get_if<ScatterLayer>(&layer.shape))
        return { &scatter->x, &scatter->y };
    if (const auto *bars = std::get_if<BarLayer>(&layer.shape))
        return { &bars->x, &bars->height };
    if (const auto *errors = std::get_if<ErrorBarLayer>(&layer.shape))
        return { &errors->x, &errors->y };
    return {};
}

/// The points of a layer that are seen at the cursor: [from, to).
std::pair<std::size_t, std::size_t> seen(const Layer &layer, std::size_t count, std::optional<std::int64_t> cursor)
{
    if (layer.follow == Follow::Nothing || layer.steps.empty())
        return { 0, count };
    const auto end = cursor ? std::ranges::upper_bound(layer.steps, *cursor) : layer.steps.end();
    const auto to = std::min(count, static_cast<std::size_t>(end - layer.steps.begin()));
    if (layer.follow == Follow::UpTo || to == 0)
        return { 0, to };
    const auto from = std::ranges::lower_bound(layer.steps, layer.steps[to - 1]);
    return { static_cast<std::size_t>(from - layer.steps.begin()), to };
}

const HeatMapLayer *mapOf(const FigureContent &figure)
{
    for (const Layer &layer : figure.layers)
        if (const auto *map = std::get_if<HeatMapLayer>(&layer.shape))
            return map;
        else if (const auto *surface = std::get_if<SurfaceLayer>(&layer.shape))
            return &surface->map;
    return nullptr;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("thalweg::readout", text);
}

} // namespace

std::optional<Probe> nearestPoint(const FigureContent &figure, std::optional<std::int64_t> cursor,
    const ToPlace &toPlace, const QPointF &place, double reach)
{
    std::optional<Probe> nearest;
    double least = reach * reach;
    for (std::size_t i = 0; i < figure.layers.size(); ++i) {
        const Layer &layer = figure.layers[i];
        const Points points = pointsOf(layer);
        const auto [from, to] = seen(layer, points.size(), cursor);
        for (std::size_t k = from; k < to; ++k) {
            const QPointF off = toPlace((*points.x)[k], (*points.y)[k]) - place;
            const double distance = QPointF::dotProduct(off, off);
            // Of points at one spot the first that has a step tells most: that of the path, not of the mark on it.
            const bool hasStep = !layer.steps.empty() && k < layer.steps.size();
            const bool isNearer = distance < least || (distance == least && (!nearest || (hasStep && !nearest->step)));
            if (!(distance <= reach * reach) || !isNearer)
                continue;
            least = distance;
            nearest = { i, (*points.x)[k], (*points.y)[k],
                hasStep ? std::optional(layer.steps[k]) : std::optional<std::int64_t>() };
        }
    }
    return nearest;
}

std::optional<double> gridValue(const Grid &grid, double x, double y)
{
    const std::size_t columns = grid.x.size();
    const std::size_t rows = grid.y.size();
    if (columns < 2 || rows < 2 || grid.z.size() != columns * rows)
        return {};
    const auto place = [](const std::vector<double> &even, double at) {
        return (at - even.front()) / (even.back() - even.front()) * static_cast<double>(even.size() - 1);
    };
    const double c = place(grid.x, x);
    const double r = place(grid.y, y);
    if (!(c >= 0 && r >= 0 && c <= static_cast<double>(columns - 1) && r <= static_cast<double>(rows - 1)))
        return {};
    const auto column = std::min(static_cast<std::size_t>(c), columns - 2);
    const auto row = std::min(static_cast<std::size_t>(r), rows - 2);
    const double u = c - static_cast<double>(column);
    const double v = r - static_cast<double>(row);
    const double *z = grid.z.data() + row * columns + column;
    const double value = (1 - v) * ((1 - u) * z[0] + u * z[1]) + v * ((1 - u) * z[columns] + u * z[columns + 1]);
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::vector<QPointF> starts(const FigureContent &figure)
{
    std::vector<QPointF> found;
    if (figure.x.parameter.isEmpty() && figure.y.parameter.isEmpty())
        return found;
    for (const Layer &layer : figure.layers) {
        const auto *line = std::get_if<LineLayer>(&layer.shape);
        const bool isPath = line && layer.follow == Follow::UpTo && !layer.steps.empty() && layer.steps.front() == 0;
        const bool isPinned = layer.colour < 0;
        if (isPath && !isPinned && !line->x.empty() && !line->y.empty())
            found.emplace_back(line->x.front(), line->y.front());
    }
    return found;
}

QJsonObject parametersAt(const FigureContent &figure, const QPointF &point)
{
    QJsonObject picked;
    if (!figure.x.parameter.isEmpty() && std::isfinite(point.x()))
        picked.insert(figure.x.parameter, point.x());
    if (!figure.y.parameter.isEmpty() && std::isfinite(point.y()))
        picked.insert(figure.y.parameter, point.y());
    return picked;
}

QStringList readout(const FigureContent &figure, const std::optional<Probe> &probe, const QPointF &at)
{
    QStringList lines;
    const QPointF point = probe ? QPointF(probe->x, probe->y) : at;
    if (!std::isfinite(point.x()) || !std::isfinite(point.y()))
        return lines;
    if (probe) {
        QStringList head;
        const QString &label = figure.layers[probe->layer].label;
        const QString &before = probe->layer > 0 ? figure.layers[probe->layer - 1].label : label;
        if (!label.isEmpty() || !before.isEmpty())
            head += label.isEmpty() ? before : label;
        if (probe->step)
            head += tr("step %1").arg(*probe->step);
        if (!head.isEmpty())
            lines += head.join(QStringLiteral(" · "));
    }
    const auto line = [](const FigureAxis &axis, const QString &fallback, double value) {
        return QStringLiteral("%1 = %2").arg(axis.label.isEmpty() ? fallback : axis.label, shortNumber(value));
    };
    lines += line(figure.x, QStringLiteral("x"), point.x());
    lines += line(figure.y, QStringLiteral("y"), point.y());
    if (const HeatMapLayer *map = mapOf(figure))
        if (const std::optional<double> z = gridValue(map->grid, point.x(), point.y()))
            lines += QStringLiteral("%1 ≈ %2").arg(
                map->colourLabel.isEmpty() ? QStringLiteral("z") : map->colourLabel, shortNumber(*z));
    return lines;
}

} // namespace thalweg
