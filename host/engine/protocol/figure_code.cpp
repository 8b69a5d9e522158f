#include "engine/protocol/figure_code.h"

namespace thalweg {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QCborMap axisToMap(const FigureAxis &axis)
{
    return { { key("label"), axis.label }, { key("scale"), static_cast<int>(axis.scale) },
        { key("minimum"), optionalNumber(axis.minimum) }, { key("maximum"), optionalNumber(axis.maximum) },
        { key("parameter"), textValue(axis.parameter) }, { key("categories"), textArray(axis.categories) } };
}

FigureAxis axisFromMap(const Fields &in)
{
    return { .label = in.text("label"),
        .scale = static_cast<FigureAxis::Scale>(in.choice("scale", 2)),
        .minimum = in.optionalNumber("minimum"),
        .maximum = in.optionalNumber("maximum"),
        .parameter = in.text("parameter"),
        .categories = in.texts("categories") };
}

QCborMap viewToMap(const Viewpoint &view)
{
    return { { key("azimuth"), view.azimuth }, { key("elevation"), view.elevation }, { key("zoom"), view.zoom },
        { key("right"), view.right }, { key("up"), view.up } };
}

Viewpoint viewFromMap(const Fields &in)
{
    return { in.number("azimuth"), in.number("elevation"), in.number("zoom"), in.number("right"), in.number("up") };
}

QCborMap gridToMap(const Grid &grid)
{
    return { { key("x"), typedArray(grid.x) }, { key("y"), typedArray(grid.y) }, { key("z"), typedArray(grid.z) } };
}

Grid gridFromMap(const Fields &in)
{
    Grid grid { in.numbers("x"), in.numbers("y"), in.numbers("z") };
    // Divided, for a product could overflow.
    const bool fits = grid.x.empty() || grid.y.empty()
        ? grid.z.empty()
        : grid.z.size() % grid.x.size() == 0 && grid.z.size() / grid.x.size() == grid.y.size();
    if (!fits)
        throw Error(QStringLiteral("a grid of %1 × %2 has %3 numbers")
                        .arg(grid.x.size())
                        .arg(grid.y.size())
                        .arg(grid.z.size()));
    return grid;
}

void checkSameLength(std::initializer_list<std::size_t> sizes)
{
    for (std::size_t size : sizes)
        if (size != *sizes.begin())
            throw Error(
                QStringLiteral("its columns are of different lengths, %1 and %2").arg(*sizes.begin()).arg(size));
}

QCborMap shapeToMap(const LineLayer &line)
{
    return { { key("shape"), key("line") }, { key("x"), typedArray(line.x) }, { key("y"), typedArray(line.y) },
        { key("width"), line.width }, { key("dashed"), line.dashed }, { key("markers"), line.markers },
        { key("z"), typedArray(line.z) } };
}

QCborMap shapeToMap(const ScatterLayer &scatter)
{
    return { { key("shape"), key("scatter") }, { key("x"), typedArray(scatter.x) }, { key("y"), typedArray(scatter.y) },
        { key("marker"), static_cast<int>(scatter.marker) }, { key("size"), scatter.size },
        { key("z"), typedArray(scatter.z) } };
}

QCborMap shapeToMap(const BarLayer &bars)
{
    return { { key("shape"), key("bars") }, { key("x"), typedArray(bars.x) },
        { key("height"), typedArray(bars.height) }, { key("width"), bars.width } };
}

QCborMap shapeToMap(const BandLayer &band)
{
    return { { key("shape"), key("band") }, { key("x"), typedArray(band.x) }, { key("lower"), typedArray(band.lower) },
        { key("upper"), typedArray(band.upper) } };
}

QCborMap shapeToMap(const HeatMapLayer &map)
{
    return { { key("shape"), key("heat map") }, { key("grid"), gridToMap(map.grid) },
        { key("colour label"), map.colourLabel }, { key("log colours"), map.logColours },
        { key("minimum"), optionalNumber(map.minimum) }, { key("maximum"), optionalNumber(map.maximum) } };
}

QCborMap shapeToMap(const SurfaceLayer &surface)
{
    QCborMap map = shapeToMap(surface.map);
    map[key("shape")] = key("surface");
    return map;
}

QCborMap shapeToMap(const ErrorBarLayer &errors)
{
    return { { key("shape"), key("error bars") }, { key("x"), typedArray(errors.x) },
        { key("y"), typedArray(errors.y) }, { key("low"), typedArray(errors.low) },
        { key("high"), typedArray(errors.high) } };
}

QCborMap shapeToMap(const ArrowLayer &arrows)
{
    return { { key("shape"), key("arrows") }, { key("x"), typedArray(arrows.x) }, { key("y"), typedArray(arrows.y) },
        { key("dx"), typedArray(arrows.dx) }, { key("dy"), typedArray(arrows.dy) }, { key("width"), arrows.width } };
}

QCborMap shapeToMap(const ContourLayer &contours)
{
    return { { key("shape"), key("contours") }, { key("grid"), gridToMap(contours.grid) },
        { key("levels"), typedArray(contours.levels) } };
}

QCborMap shapeToMap(const ReferenceLayer &reference)
{
    return { { key("shape"), key("reference") }, { key("x"), optionalNumber(reference.x) },
        { key("y"), optionalNumber(reference.y) } };
}

QCborMap shapeToMap(const TextLayer &text)
{
    return { { key("shape"), key("text") }, { key("x"), text.x }, { key("y"), text.y }, { key("text"), text.text } };
}

QCborMap shapeToMap(const TableLayer &table)
{
    QCborArray rows;
    for (const QStringList &row : table.rows)
        rows.append(textArray(row));
    QCborArray numeric;
    for (bool column : table.numeric)
        numeric.append(column);
    return { { key("shape"), key("table") }, { key("headers"), textArray(table.headers) }, { key("rows"), rows },
        { key("numeric"), numeric } };
}

HeatMapLayer mapFromMap(const Fields &in)
{
    return { gridFromMap(in.map("grid")), in.text("colour label"), in.boolean("log colours"),
        in.optionalNumber("minimum"), in.optionalNumber("maximum") };
}

TableLayer tableFromMap(const Fields &in)
{
    TableLayer table { .headers = in.texts("headers") };
    for (const QCborValue &cells : in.array("rows")) {
        QStringList row;
        for (const QCborValue &cell : cells.toArray())
            row += cell.toString();
        checkSameLength({ static_cast<std::size_t>(table.headers.size()), static_cast<std::size_t>(row.size()) });
        table.rows.push_back(row);
    }
    for (const QCborValue &numeric : in.array("numeric"))
        table.numeric.push_back(numeric.toBool());
    return table;
}

decltype(Layer::shape) shapeFromMap(const Fields &in)
{
    const QString shape = in.text("shape");
    if (shape == QLatin1String("line")) {
        LineLayer line { in.numbers("x"), in.numbers("y"), in.number("width"), in.boolean("dashed"),
            in.boolean("markers"), in.numbers("z") };
        checkSameLength({ line.x.size(), line.y.size(), line.z.empty() ? line.x.size() : line.z.size() });
        return line;
    }
    if (shape == QLatin1String("scatter")) {
        ScatterLayer scatter { in.numbers("x"), in.numbers("y"),
            static_cast<ScatterLayer::Marker>(in.choice("marker", 5)), in.number("size"), in.numbers("z") };
        checkSameLength(
            { scatter.x.size(), scatter.y.size(), scatter.z.empty() ? scatter.x.size() : scatter.z.size() });
        return scatter;
    }
    if (shape == QLatin1String("bars")) {
        BarLayer bars { in.numbers("x"), in.numbers("height"), in.number("width") };
        checkSameLength({ bars.x.size(), bars.height.size() });
        return bars;
    }
    if (shape == QLatin1String("band")) {
        BandLayer band { in.numbers("x"), in.numbers("lower"), in.numbers("upper") };
        checkSameLength({ band.x.size(), band.lower.size(), band.upper.size() });
        return band;
    }
    if (shape == QLatin1String("error bars")) {
        ErrorBarLayer errors { in.numbers("x"), in.numbers("y"), in.numbers("low"), in.numbers("high") };
        checkSameLength({ errors.x.size(), errors.y.size(), errors.low.size(), errors.high.size() });
        return errors;
    }
    if (shape == QLatin1String("arrows")) {
        ArrowLayer arrows { in.numbers("x"), in.numbers("y"), in.numbers("dx"), in.numbers("dy"), in.number("width") };
        checkSameLength({ arrows.x.size(), arrows.y.size(), arrows.dx.size(), arrows.dy.size() });
        return arrows;
    }
    if (shape == QLatin1String("heat map"))
        return mapFromMap(in);
    if (shape == QLatin1String("surface"))
        return SurfaceLayer { mapFromMap(in) };
    if (shape == QLatin1String("contours"))
        return ContourLayer { gridFromMap(in.map("grid")), in.numbers("levels") };
    if (shape == QLatin1String("reference"))
        return ReferenceLayer { in.optionalNumber("x"), in.optionalNumber("y") };
    if (shape == QLatin1String("text"))
        return TextLayer { in.number("x"), in.number("y"), in.text("text") };
    if (shape == QLatin1String("table"))
        return tableFromMap(in);
    throw Error(QStringLiteral("\"%1\" is no layer that this program knows").arg(shape));
}

QCborMap layerToMap(const Layer &layer)
{
    QCborMap map = std::visit([](const auto &shape) { return shapeToMap(shape); }, layer.shape);
    map.insert(key("label"), layer.label);
    map.insert(key("colour"), layer.colour);
    map.insert(key("own colour"), textValue(layer.ownColour));
    map.insert(key("opacity"), layer.opacity);
    map.insert(key("follow"), static_cast<int>(layer.follow));
    map.insert(key("steps"), typedArray(layer.steps));
    map.insert(key("epochs a step"), layer.epochsAStep);
    return map;
}

Layer layerFromMap(const Fields &in)
{
    return { .label = in.text("label"),
        .shape = shapeFromMap(in),
        .colour = in.smallInteger("colour"),
        .ownColour = in.text("own colour"),
        .opacity = in.number("opacity"),
        .follow = static_cast<Follow>(in.choice("follow", 3)),
        .steps = in.integers("steps"),
        .epochsAStep = in.number("epochs a step") };
}

} // namespace

QCborMap figureToMap(const FigureContent &figure)
{
    QCborArray layers;
    for (const Layer &layer : figure.layers)
        layers.append(layerToMap(layer));
    return { { key("title"), figure.title }, { key("x"), axisToMap(figure.x) }, { key("y"), axisToMap(figure.y) },
        { key("z"), axisToMap(figure.z) }, { key("layers"), layers }, { key("note"), figure.note },
        { key("view"), viewToMap(figure.view) } };
}

FigureContent figureFromMap(const Fields &in)
{
    return { .title = in.text("title"),
        .x = axisFromMap(in.map("x")),
        .y = axisFromMap(in.map("y")),
        .z = axisFromMap(in.map("z")),
        .layers = in.each("layers", layerFromMap),
        .note = in.text("note"),
        .view = viewFromMap(in.map("view")) };
}

} // namespace thalweg
