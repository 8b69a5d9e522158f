#pragma once

#include <thalweg/figure.h>
#include <thalweg/plugin.h>

namespace thalweg {

struct Arrival {
    const char *port;
    ValuePtr value;
    QString label = {};
};

inline Result<Outputs> runPlot(
    const NodeType &type, const QJsonObject &parameters, const std::vector<Arrival> &arrivals)
{
    Inputs inputs(type, parameters);
    for (const Arrival &arrival : arrivals)
        inputs.add(QString::fromLatin1(arrival.port), arrival.value, arrival.label);
    RunContext context;
    return runNode(type, inputs, context);
}

/// The figure that a plot makes, or an empty one with the error as its title.
inline FigureContent figureOf(const NodeType &type, const QJsonObject &parameters, const std::vector<Arrival> &arrivals)
{
    const Result<Outputs> outputs = runPlot(type, parameters, arrivals);
    if (!outputs)
        return { .title = outputs.error().text() };
    return std::static_pointer_cast<const Figure>(outputs->get(QStringLiteral("figure")))->content();
}

inline QString errorOf(const NodeType &type, const QJsonObject &parameters, const std::vector<Arrival> &arrivals)
{
    const Result<Outputs> outputs = runPlot(type, parameters, arrivals);
    return outputs ? QString() : outputs.error().text();
}

template <class Shape> const Shape &shapeOf(const FigureContent &figure, std::size_t layer)
{
    return std::get<Shape>(figure.layers.at(layer).shape);
}

} // namespace thalweg
