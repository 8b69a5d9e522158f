#include "fingerprint.h"

#include <thalweg/descent.h>
#include <thalweg/figure.h>
#include <thalweg/list.h>
#include <thalweg/model.h>

#include <QCryptographicHash>
#include <QJsonDocument>

#include <array>
#include <bit>
#include <cmath>
#include <optional>
#include <ranges>
#include <span>

namespace thalweg {

namespace {

class Bits {
public:
    template <class Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
    void add(Number number)
    {
        if constexpr (std::is_floating_point_v<Number>)
            if (std::isnan(number)) // whichever of the many NaNs
                number = std::numeric_limits<Number>::quiet_NaN();
        const auto bytes = std::bit_cast<std::array<char, sizeof(Number)>>(number);
        hash_.addData(QByteArrayView(bytes.data(), bytes.size()));
    }
    void add(const QString &text) { addBytes(text.toUtf8()); }
    void add(const QJsonObject &json) { addBytes(QJsonDocument(json).toJson(QJsonDocument::Compact)); }
    template <class T> void add(const std::optional<T> &value)
    {
        add(value.has_value());
        if (value)
            add(*value);
    }
    template <std::ranges::range Range> void add(const Range &range)
    {
        add(static_cast<quint64>(std::ranges::distance(range)));
        for (const auto &item : range)
            add(item);
    }
    void add(const Eigen::VectorXd &vector) { add(std::span(vector.data(), static_cast<std::size_t>(vector.size()))); }
    void add(const Grid &grid) { addAll(grid.x, grid.y, grid.z); }
    template <class... Parts> void addAll(const Parts &...parts) { (add(parts), ...); }

    QByteArray result() const { return hash_.result(); }

private:
    void addBytes(const QByteArray &bytes)
    {
        add(static_cast<qint64>(bytes.size()));
        hash_.addData(bytes);
    }

    QCryptographicHash hash_ { QCryptographicHash::Sha1 };
};

void addValue(Bits &bits, const Value &value);

void addTable(Bits &bits, const Table &table)
{
    for (const Column &column : table.columns()) {
        bits.addAll(column.name, column.kind());
        for (std::size_t row = 0; row < column.size(); ++row)
            if (const NumberCells *numbers = column.numbers())
                bits.add((*numbers)[row]);
            else
                bits.addAll(column.isMissing(row), column.text(row));
    }
}

void addObjective(Bits &bits, const Objective &objective)
{
    bits.add(objective.summary());
    for (const double scale : { 0.0, 0.1, -0.7 }) {
        const Eigen::VectorXd theta = Eigen::VectorXd::LinSpaced(objective.dimension(), scale, 2 * scale);
        Eigen::VectorXd gradient = Eigen::VectorXd::Zero(objective.dimension());
        bits.addAll(objective.valueAndGradient(theta, gradient), gradient);
    }
}

void addModel(Bits &bits, const Model &model)
{
    bits.addAll(model.summary(), model.theta());
    const Eigen::Index columns = model.featureNames().size();
    bits.add(model.predict(Matrix::Identity(columns + 2, columns)));
}

void addDescent(Bits &bits, const Descent &descent)
{
    bits.addAll(descent.parameterNames(), descent.reason());
    for (std::size_t i = 0; i < descent.steps().size(); ++i) {
        const DescentStep &step = descent.steps()[i];
        bits.addAll(step.iteration, step.epoch, step.cost, step.gradientNorm, step.rate, step.evaluations, step.full,
            Eigen::VectorXd(descent.theta(i)));
    }
}

void addLayer(Bits &bits, const Layer &layer)
{
    bits.addAll(layer.label, layer.colour, layer.follow, layer.steps, layer.shape.index());
    struct Shapes {
        Bits &bits;
        void operator()(const LineLayer &line)
        {
            bits.addAll(line.x, line.y, line.width, line.dashed, line.markers, line.z);
        }
        void operator()(const ScatterLayer &dots) { bits.addAll(dots.x, dots.y, dots.marker, dots.size, dots.z); }
        void operator()(const BarLayer &bars) { bits.addAll(bars.x, bars.height, bars.width); }
        void operator()(const BandLayer &band) { bits.addAll(band.x, band.lower, band.upper); }
        void operator()(const ErrorBarLayer &bars) { bits.addAll(bars.x, bars.y, bars.low, bars.high); }
        void operator()(const ArrowLayer &arrows)
        {
            bits.addAll(arrows.x, arrows.y, arrows.dx, arrows.dy, arrows.width);
        }
        void operator()(const SurfaceLayer &surface) { (*this)(surface.map); }
        void operator()(const HeatMapLayer &map) { bits.addAll(map.grid, map.colourLabel, map.logColours); }
        void operator()(const ContourLayer &contour) { bits.addAll(contour.grid, contour.levels); }
        void operator()(const ReferenceLayer &line) { bits.addAll(line.x, line.y); }
        void operator()(const TextLayer &text) { bits.addAll(text.x, text.y, text.text); }
        void operator()(const TableLayer &table) { bits.addAll(table.headers, table.rows); }
    };
    std::visit(Shapes { bits }, layer.shape);
}

void addFigure(Bits &bits, const FigureContent &figure)
{
    bits.addAll(figure.title, figure.note);
    for (const FigureAxis *axis : { &figure.x, &figure.y, &figure.z })
        bits.addAll(axis->label, axis->scale, axis->minimum, axis->maximum);
    const Viewpoint &view = figure.view;
    bits.addAll(view.azimuth, view.elevation, view.zoom, view.right, view.up);
    for (const Layer &layer : figure.layers)
        addLayer(bits, layer);
}

void addValue(Bits &bits, const Value &value)
{
    bits.add(value.type().id);
    if (const auto *objective = dynamic_cast<const Objective *>(&value))
        return addObjective(bits, *objective);
    if (const auto *model = dynamic_cast<const Model *>(&value))
        return addModel(bits, *model);
    if (const auto *descent = dynamic_cast<const Descent *>(&value))
        return addDescent(bits, *descent);
    if (const auto *figure = dynamic_cast<const Figure *>(&value))
        return addFigure(bits, figure->content());
    if (const auto *list = dynamic_cast<const List *>(&value)) {
        for (const ValuePtr &item : list->items())
            addValue(bits, *item);
        return;
    }
    bits.addAll(value.text(), value.summary());
    if (const auto table = value.table())
        addTable(bits, *table);
}

} // namespace

QByteArray fingerprint(const Value &value)
{
    Bits bits;
    addValue(bits, value);
    return bits.result();
}

} // namespace thalweg
