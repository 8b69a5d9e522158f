#include "gui/canvas/painting/node_look.h"

#include <thalweg/descent.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("thalweg::NodeLook", text);
}

const QString separator = QStringLiteral(" · ");

/// What can be told of a port that the node type does not have.
PortLook strayPort(const QString &name)
{
    return { .name = name,
        .typeTitle = {},
        .help = tr("The node type has no such port."),
        .colour = {},
        .kind = PortLook::Kind::Unknown,
        .isLinked = true };
}

PortLook portLook(const Port &port, bool isLinked)
{
    return { .name = port.name,
        .typeTitle = port.type.title,
        .help = port.helpText,
        .colour = port.type.colour,
        .kind = port.isMany ? PortLook::Kind::Many : PortLook::Kind::Plain,
        .isOptional = port.isOptional,
        .isLinked = isLinked };
}

QString shortValue(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 6);
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (value.isArray()) {
        QStringList parts;
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < std::min<qsizetype>(items.size(), 4); ++i)
            parts += shortValue(items[i]);
        if (items.size() > 4)
            parts += QStringLiteral("…");
        return parts.join(QStringLiteral(", "));
    }
    if (value.isObject())
        return QStringLiteral("…");
    return value.toString().simplified();
}

/// A formula, a file, a choice that stands alone needs no name; numbers do.
QString settingsText(const Node &node, const NodeType *type)
{
    QStringList texts;
    const auto add = [&](const QString &name, const QJsonValue &value, const Parameter *parameter) {
        const bool speaksForItself = parameter
            && (parameter->kind == Parameter::Kind::Formula || parameter->kind == Parameter::Kind::File
                || parameter->kind == Parameter::Kind::Choice);
        const bool isFile = parameter && parameter->kind == Parameter::Kind::File;
        const QString text = isFile ? QFileInfo(value.toString()).fileName() : shortValue(value);
        if (!text.isEmpty())
            texts += speaksForItself ? text : name + QLatin1Char(' ') + text;
    };
    if (!type) {
        for (auto it = node.parameters.begin(); it != node.parameters.end(); ++it)
            add(it.key(), it.value(), nullptr);
    } else {
        for (const Parameter &parameter : type->parameters)
            if (const QJsonValue value = node.parameters.value(parameter.name); !value.isUndefined())
                add(parameter.name, value, &parameter);
    }
    return texts.join(separator);
}

QString number(double value)
{
    return QString::number(value, 'g', 3);
}

} // namespace

NodeLook nodeLook(const Node &node, const NodeType *type, const std::vector<const Link *> &links)
{
    QStringList in, out; // ports that links name, in the order of the links
    for (const Link *link : links) {
        if (link->to.node == node.id && !in.contains(link->to.port))
            in += link->to.port;
        if (link->from.node == node.id && !out.contains(link->from.port))
            out += link->from.port;
    }
    NodeLook look;
    look.id = node.id;
    look.isKnown = type != nullptr;
    look.title = type ? type->title : node.type;
    look.category = type ? type->category() : node.type.left(node.type.lastIndexOf(QLatin1Char('.')));
    look.isMuted = node.mode == Node::Mode::Mute;
    look.isBypassed = node.mode == Node::Mode::Bypass;
    look.settings = settingsText(node, type);
    if (type) {
        for (const Port &port : type->inputs)
            look.inputs.push_back(portLook(port, in.removeAll(port.name) > 0));
        for (const Parameter &parameter : type->parameters)
            if (in.removeAll(parameter.name) > 0)
                look.inputs.push_back({ .name = parameter.name,
                    .typeTitle = parameter.range(),
                    .help = parameter.helpText,
                    .colour = {},
                    .kind = PortLook::Kind::Parameter,
                    .isLinked = true });
        for (const Port &port : type->outputs)
            look.outputs.push_back(portLook(port, out.removeAll(port.name) > 0));
    }
    for (const QString &name : in)
        look.inputs.push_back(strayPort(name));
    for (const QString &name : out)
        look.outputs.push_back(strayPort(name));
    return look;
}

bool isDimmed(const NodeLook &look)
{
    return look.isMuted || look.isBypassed || !look.inactive.isEmpty();
}

bool hasDiverged(const NodeLook &look)
{
    return std::ranges::any_of(look.status.outputs, [](const OutputStatus &output) {
        return output.summary.value(QLatin1String("reason")).toString() == reasonId(StopReason::Diverged);
    });
}

QString shortResult(const NodeLook &look)
{
    const auto textOf = [&](const OutputStatus &output) {
        const QJsonObject &summary = output.summary;
        if (summary.value(QLatin1String("type")).toString() != Descent::staticType().id)
            return output.text;
        const auto steps = summary.value(QLatin1String("iterations")).toInteger();
        QStringList parts { tr("cost %1").arg(number(summary.value(QLatin1String("cost")).toDouble())),
            steps == 1 ? tr("1 step") : tr("%1 steps").arg(steps) };
        if (hasDiverged(look))
            parts.prepend(tr("diverged"));
        return parts.join(separator);
    };
    for (const PortLook &port : look.outputs)
        if (const auto found = look.status.outputs.find(port.name); found != look.status.outputs.end())
            if (const QString text = textOf(*found); !text.isEmpty())
                return text;
    return {};
}

QString shortSeconds(double seconds)
{
    if (!(seconds > 0))
        return {};
    if (seconds < 0.001)
        return tr("< 1 ms");
    if (seconds < 0.9995)
        return tr("%1 ms").arg(std::lround(seconds * 1000));
    if (seconds < 59.95)
        return tr("%1 s").arg(seconds, 0, 'f', 1);
    const auto whole = std::llround(seconds);
    return tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString stateText(const NodeLook &look)
{
    using State = NodeStatus::State;
    const NodeStatus &status = look.status;
    if (look.isMuted)
        return tr("Muted: it does not run, nor does what needs it");
    if (look.isBypassed)
        return tr("Bypassed: its input goes on unchanged");
    if (!look.inactive.isEmpty())
        return tr("Does not run: %1").arg(look.inactive);
    if (!look.isKnown)
        return tr("Unknown node type");
    switch (status.state) {
    case State::Unknown:
        return tr("Not run yet");
    case State::Waiting:
        return tr("Waiting");
    case State::Running:
        return status.progress > 0 ? tr("Running, %1 %").arg(std::lround(status.progress * 100)) : tr("Running");
    case State::Done:
        return status.seconds > 0 ? tr("Done in %1").arg(shortSeconds(status.seconds)) : tr("Done");
    case State::FromCache:
        return tr("Done before, and nothing has changed since");
    case State::Failed:
        return tr("Failed: %1").arg(status.problem);
    case State::Skipped:
        return tr("Skipped: %1").arg(status.problem);
    }
    return {};
}

} // namespace thalweg
