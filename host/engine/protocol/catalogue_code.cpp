#include "engine/protocol/catalogue_code.h"

namespace thalweg {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

template <class Described> QCborArray all(const std::vector<Described> &described, QCborMap (*toMap)(const Described &))
{
    QCborArray array;
    for (const Described &one : described)
        array.append(toMap(one));
    return array;
}

QCborMap portToMap(const Port &port)
{
    return { { key("name"), port.name }, { key("type"), port.type.id }, { key("type title"), port.type.title },
        { key("type colour"), port.type.colour }, { key("help"), port.helpText }, { key("optional"), port.isOptional },
        { key("many"), port.isMany } };
}

Port portFromMap(const Fields &in)
{
    return { .name = in.text("name"),
        .type = { in.text("type"), in.text("type title"), in.text("type colour") },
        .helpText = in.text("help"),
        .isOptional = in.boolean("optional"),
        .isMany = in.boolean("many") };
}

QCborValue sliderValue(const std::optional<Parameter::Slider> &slider)
{
    if (!slider)
        return nullptr;
    return QCborMap { { key("from"), slider->from }, { key("to"), slider->to },
        { key("logarithmic"), slider->isLogarithmic } };
}

QCborMap parameterToMap(const Parameter &parameter)
{
    return { { key("name"), parameter.name }, { key("kind"), static_cast<int>(parameter.kind) },
        { key("default"), QCborValue::fromJsonValue(parameter.defaultValue) }, { key("unit"), parameter.unitText },
        { key("help"), parameter.helpText }, { key("choices"), textArray(parameter.choices) },
        { key("minimum"), parameter.minimum }, { key("maximum"), parameter.maximum },
        { key("minimum excluded"), parameter.minimumExcluded }, { key("maximum excluded"), parameter.maximumExcluded },
        { key("required"), parameter.isRequired }, { key("long"), parameter.isLong },
        { key("takes schedule"), parameter.takesSchedule },
        { key("example"), QCborValue::fromJsonValue(parameter.exampleValue) },
        { key("names from"), textValue(parameter.namesInput) }, { key("slider"), sliderValue(parameter.sliderHint) } };
}

Parameter parameterFromMap(const Fields &in)
{
    constexpr int kinds = static_cast<int>(Parameter::Kind::Colour) + 1;
    Parameter parameter(in.text("name"), static_cast<Parameter::Kind>(in.choice("kind", kinds)), in.json("default"));
    parameter.unitText = in.text("unit");
    parameter.helpText = in.text("help");
    parameter.choices = in.texts("choices");
    parameter.minimum = in.number("minimum");
    parameter.maximum = in.number("maximum");
    parameter.minimumExcluded = in.boolean("minimum excluded");
    parameter.maximumExcluded = in.boolean("maximum excluded");
    parameter.isRequired = in.boolean("required");
    parameter.isLong = in.boolean("long");
    parameter.takesSchedule = in.boolean("takes schedule");
    parameter.exampleValue = in.json("example");
    parameter.namesInput = in.text("names from");
    if (!in.isNull("slider")) {
        const Fields slider = in.map("slider");
        parameter.sliderHint = { slider.number("from"), slider.number("to"), slider.boolean("logarithmic") };
    }
    return parameter;
}

QCborMap dependencyToMap(const PluginDependency &dependency)
{
    return { { key("id"), dependency.id }, { key("version"), dependency.version } };
}

PluginDependency dependencyFromMap(const Fields &in)
{
    return { .id = in.text("id"), .version = in.text("version") };
}

} // namespace

QCborMap nodeTypeToMap(const NodeType &type)
{
    return { { key("id"), type.id }, { key("version"), type.version }, { key("title"), type.title },
        { key("summary"), type.summary }, { key("help"), type.help },
        { key("parameters"), all(type.parameters, parameterToMap) }, { key("inputs"), all(type.inputs, portToMap) },
        { key("outputs"), all(type.outputs, portToMap) }, { key("live"), type.isLive } };
}

NodeType nodeTypeFromMap(const Fields &in)
{
    return { .id = in.text("id"),
        .version = in.smallInteger("version"),
        .title = in.text("title"),
        .summary = in.text("summary"),
        .help = in.text("help"),
        .parameters = in.each("parameters", parameterFromMap),
        .inputs = in.each("inputs", portFromMap),
        .outputs = in.each("outputs", portFromMap),
        .isLive = in.boolean("live") };
}

QCborMap pluginToMap(const PluginInfo &plugin)
{
    return { { key("path"), plugin.path }, { key("state"), static_cast<int>(plugin.state) },
        { key("problem"), plugin.problem }, { key("id"), plugin.id }, { key("version"), plugin.version },
        { key("title"), plugin.title }, { key("summary"), plugin.summary }, { key("sdk"), plugin.sdk },
        { key("toolchain"), plugin.toolchain }, { key("qt"), plugin.qt },
        { key("dependencies"), all(plugin.dependencies, dependencyToMap) },
        { key("node types"), textArray(plugin.nodeTypeIds) } };
}

PluginInfo pluginFromMap(const Fields &in)
{
    constexpr int states = static_cast<int>(PluginState::Initialized) + 1;
    return { .path = in.text("path"),
        .state = static_cast<PluginState>(in.choice("state", states)),
        .problem = in.text("problem"),
        .id = in.text("id"),
        .version = in.text("version"),
        .title = in.text("title"),
        .summary = in.text("summary"),
        .sdk = in.smallInteger("sdk"),
        .toolchain = in.text("toolchain"),
        .qt = in.text("qt"),
        .dependencies = in.each("dependencies", dependencyFromMap),
        .nodeTypeIds = in.texts("node types") };
}

} // namespace thalweg
