#pragma once

/// Random messages, figures and descriptions, and how to tell two of them apart.

#include "engine/protocol/reply.h"
#include "host/samples.h"

#include <tuple>

namespace thalweg {

/// Any number there is: also NaN and the infinite ones.
inline rc::Gen<double> anyNumber()
{
    return rc::gen::oneOf(
        finiteNumbers(), rc::gen::element(std::nan(""), HUGE_VAL, -HUGE_VAL, -0.0), rc::gen::arbitrary<double>());
}

inline std::vector<double> numbers(std::size_t count)
{
    return *rc::gen::container<std::vector<double>>(count, anyNumber());
}

inline std::optional<double> maybeNumber()
{
    return *rc::gen::arbitrary<bool>() ? std::optional(*anyNumber()) : std::nullopt;
}

inline QString someText()
{
    return *anyText();
}

inline QStringList someTexts()
{
    const auto texts = *rc::gen::container<std::vector<QString>>(anyText());
    return QStringList(texts.begin(), texts.end());
}

inline bool flag()
{
    return *rc::gen::arbitrary<bool>();
}

inline int below(int count)
{
    return *rc::gen::inRange(0, count);
}

inline std::int64_t anyInteger()
{
    return *rc::gen::arbitrary<std::int64_t>();
}

inline Grid someGrid()
{
    const auto columns = static_cast<std::size_t>(below(4));
    const auto rows = static_cast<std::size_t>(below(4));
    return { numbers(columns), numbers(rows), numbers(columns * rows) };
}

inline decltype(Layer::shape) someShape()
{
    const auto n = static_cast<std::size_t>(below(6));
    switch (below(12)) {
    case 0:
        return LineLayer { numbers(n), numbers(n), *anyNumber(), flag(), flag(), flag() ? numbers(n) : numbers(0) };
    case 1:
        return ScatterLayer { numbers(n), numbers(n), static_cast<ScatterLayer::Marker>(below(5)), *anyNumber(),
            flag() ? numbers(n) : numbers(0) };
    case 2:
        return BarLayer { numbers(n), numbers(n), *anyNumber() };
    case 3:
        return BandLayer { numbers(n), numbers(n), numbers(n) };
    case 4:
        return HeatMapLayer { someGrid(), someText(), flag(), maybeNumber(), maybeNumber() };
    case 5:
        return ContourLayer { someGrid(), numbers(n) };
    case 6:
        return ReferenceLayer { maybeNumber(), maybeNumber() };
    case 7:
        return TextLayer { *anyNumber(), *anyNumber(), someText() };
    case 8:
        return ErrorBarLayer { numbers(n), numbers(n), numbers(n), numbers(n) };
    case 9:
        return ArrowLayer { numbers(n), numbers(n), numbers(n), numbers(n), *anyNumber() };
    case 10:
        return SurfaceLayer { { someGrid(), someText(), flag(), maybeNumber(), maybeNumber() } };
    default: {
        TableLayer table { someTexts(), {}, {} };
        for (std::size_t row = 0; row < n; ++row) {
            QStringList cells;
            for (qsizetype column = 0; column < table.headers.size(); ++column)
                cells += someText();
            table.rows.push_back(cells);
        }
        for (qsizetype column = 0; column < table.headers.size(); ++column)
            table.numeric.push_back(flag());
        return table;
    }
    }
}

inline FigureAxis someAxis()
{
    FigureAxis axis;
    axis.label = someText();
    axis.scale = static_cast<FigureAxis::Scale>(below(2));
    axis.minimum = maybeNumber();
    axis.maximum = maybeNumber();
    axis.parameter = someText();
    axis.categories = { someText(), someText() };
    return axis;
}

inline FigureContent someFigure()
{
    FigureContent figure;
    figure.title = someText();
    figure.x = someAxis();
    figure.y = someAxis();
    figure.z = someAxis();
    figure.view = { *anyNumber(), *anyNumber(), *anyNumber(), *anyNumber(), *anyNumber() };
    figure.note = someText();
    for (int i = below(4); i > 0; --i) {
        Layer layer;
        layer.label = someText();
        layer.shape = someShape();
        layer.colour = *rc::gen::arbitrary<int>();
        layer.opacity = *anyNumber();
        layer.ownColour = someText();
        layer.epochsAStep = *anyNumber();
        layer.follow = static_cast<Follow>(below(3));
        layer.steps = *rc::gen::arbitrary<std::vector<std::int64_t>>();
        figure.layers.push_back(layer);
    }
    return figure;
}

inline Message someMessage()
{
    const QString node = *nodeIds();
    switch (below(7)) {
    case 0:
        return StateMessage { node, static_cast<NodeState>(below(5)), *anyNumber(), someText() };
    case 1:
        return ProgressMessage { node, *anyNumber() };
    case 2:
        return LogMessage { node, static_cast<RunContext::Level>(below(2)), someText() };
    case 3: {
        QJsonObject summary;
        for (int i = below(5); i > 0; --i)
            summary.insert(*anyKey(), QJsonArray { *finiteNumbers(), someText(), flag(), QJsonValue() });
        return SummaryMessage { node, QStringLiteral("port"), someText(), summary };
    }
    case 4:
        return FigureMessage { node, QStringLiteral("figure"), below(9) - 1, someText(),
            std::make_shared<Figure>(someFigure()), flag() };
    case 5:
        return SavedMessage { node, QStringLiteral("port"), someText(), someText() };
    default:
        return EndMessage { static_cast<RunStatus>(below(3)), *anyNumber(), *rc::gen::arbitrary<int>() };
    }
}

/// To be compared member by member. The bindings do not compile where a member is new: it must cross to the other
/// process, too.
inline auto members(const FigureAxis &axis)
{
    const auto &[label, scale, minimum, maximum, parameter, categories] = axis;
    return std::tie(label, scale, minimum, maximum, parameter, categories);
}
inline auto members(const Grid &grid)
{
    return std::tie(grid.x, grid.y, grid.z);
}
inline auto members(const LineLayer &line)
{
    return std::tie(line.x, line.y, line.width, line.dashed, line.markers, line.z);
}
inline auto members(const ScatterLayer &scatter)
{
    return std::tie(scatter.x, scatter.y, scatter.marker, scatter.size, scatter.z);
}
inline auto members(const BarLayer &bars)
{
    return std::tie(bars.x, bars.height, bars.width);
}
inline auto members(const BandLayer &band)
{
    return std::tie(band.x, band.lower, band.upper);
}
inline auto members(const HeatMapLayer &map)
{
    return std::tie(map.grid, map.colourLabel, map.logColours, map.minimum, map.maximum);
}
inline auto members(const SurfaceLayer &surface)
{
    return members(surface.map);
}
inline auto members(const ErrorBarLayer &errors)
{
    return std::tie(errors.x, errors.y, errors.low, errors.high);
}
inline auto members(const ArrowLayer &arrows)
{
    return std::tie(arrows.x, arrows.y, arrows.dx, arrows.dy, arrows.width);
}
inline auto members(const Viewpoint &view)
{
    return std::tie(view.azimuth, view.elevation, view.zoom, view.right, view.up);
}
inline auto members(const ContourLayer &contours)
{
    return std::tie(contours.grid, contours.levels);
}
inline auto members(const ReferenceLayer &reference)
{
    return std::tie(reference.x, reference.y);
}
inline auto members(const TextLayer &text)
{
    return std::tie(text.x, text.y, text.text);
}
inline auto members(const TableLayer &table)
{
    return std::tie(table.headers, table.rows, table.numeric);
}
inline auto members(const Layer &layer)
{
    const auto &[label, shape, colour, ownColour, opacity, follow, steps, epochsAStep] = layer;
    return std::tie(label, shape, colour, ownColour, opacity, follow, steps, epochsAStep);
}
inline auto members(const FigureContent &figure)
{
    const auto &[title, x, y, z, layers, note, view] = figure;
    return std::tie(title, x, y, z, layers, note, view);
}
inline auto members(const StateMessage &state)
{
    return std::tie(state.node, state.state, state.seconds, state.problem);
}
inline auto members(const ProgressMessage &progress)
{
    return std::tie(progress.node, progress.part);
}
inline auto members(const LogMessage &log)
{
    return std::tie(log.node, log.level, log.text);
}
inline auto members(const SummaryMessage &summary)
{
    return std::tie(summary.node, summary.port, summary.text, summary.summary);
}
inline auto members(const FigureMessage &figure)
{
    return std::tie(figure.node, figure.port, figure.item, figure.label, figure.figure->content(), figure.isLive);
}
inline auto members(const SavedMessage &saved)
{
    return std::tie(saved.node, saved.port, saved.path, saved.problem);
}
inline auto members(const EndMessage &end)
{
    return std::tie(end.status, end.seconds, end.threads);
}
inline auto members(const Port &port)
{
    return std::tie(
        port.name, port.type.id, port.type.title, port.type.colour, port.helpText, port.isOptional, port.isMany);
}
inline auto members(const Parameter::Slider &slider)
{
    return std::tie(slider.from, slider.to, slider.isLogarithmic);
}
inline auto members(const Parameter &parameter)
{
    const auto &[name, kind, defaultValue, unitText, helpText, choices, minimum, maximum, minimumExcluded,
        maximumExcluded, isRequired, isLong, sliderHint, exampleValue, namesInput, takesSchedule]
        = parameter;
    return std::tie(name, kind, defaultValue, unitText, helpText, choices, minimum, maximum, minimumExcluded,
        maximumExcluded, isRequired, isLong, sliderHint, exampleValue, namesInput, takesSchedule);
}
inline auto members(const NodeType &type)
{
    return std::tie(type.id, type.version, type.title, type.summary, type.help, type.parameters, type.inputs,
        type.outputs, type.isLive);
}
inline auto members(const PluginDependency &dependency)
{
    return std::tie(dependency.id, dependency.version);
}
inline auto members(const PluginInfo &plugin)
{
    const auto &[path, state, problem, id, version, title, summary, sdk, toolchain, qt, dependencies, nodeTypeIds]
        = plugin;
    return std::tie(path, state, problem, id, version, title, summary, sdk, toolchain, qt, dependencies, nodeTypeIds);
}

template <class T>
concept HasMembers = requires(const T &value)
{
    members(value);
};

template <class T> struct IsVector : std::false_type {
};
template <class T> struct IsVector<std::vector<T>> : std::true_type {
};
template <> struct IsVector<std::vector<bool>> : std::false_type {
};
template <class T> struct IsVariant : std::false_type {
};
template <class... T> struct IsVariant<std::variant<T...>> : std::true_type {
};

/// Equal to the last bit, and NaN to NaN.
template <class T> bool same(const T &a, const T &b)
{
    if constexpr (std::is_same_v<T, double>) {
        return (std::isnan(a) && std::isnan(b)) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    } else if constexpr (requires { a.has_value(); }) {
        return a.has_value() == b.has_value() && (!a || same(*a, *b));
    } else if constexpr (IsVector<T>::value) {
        return std::ranges::equal(a, b, [](const auto &x, const auto &y) { return same(x, y); });
    } else if constexpr (IsVariant<T>::value) {
        return a.index() == b.index()
            && std::visit([&](const auto &one) { return same(one, std::get<std::decay_t<decltype(one)>>(b)); }, a);
    } else if constexpr (HasMembers<T>) {
        return [&]<std::size_t... I>(std::index_sequence<I...>)
        {
            const auto x = members(a);
            const auto y = members(b);
            return (same(std::get<I>(x), std::get<I>(y)) && ...);
        }
        (std::make_index_sequence<std::tuple_size_v<decltype(members(a))>>());
    } else {
        return a == b;
    }
}

} // namespace thalweg
