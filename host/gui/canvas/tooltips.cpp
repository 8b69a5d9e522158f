#include "gui/canvas/tooltips.h"

#include <QCoreApplication>

#include <algorithm>

namespace thalweg {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("thalweg::Tooltips", text);
}

QString paragraph(const QString &text)
{
    return QStringLiteral("<p style='margin:2px 0'>%1</p>").arg(text.toHtmlEscaped());
}

QString heading(const QString &text)
{
    return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped());
}

/// The value that an output gave in the last run, in short.
QString valueText(const CanvasScene &scene, const End &output)
{
    const NodeItem *node = scene.node(output.node);
    if (!node)
        return {};
    const auto found = node->look().status.outputs.find(output.port);
    return found == node->look().status.outputs.end() ? QString() : found->text;
}

QString orNotYet(const QString &value)
{
    return value.isEmpty() ? tr("No value yet: run to see it.") : value;
}

QString linkTip(const CanvasScene &scene, const LinkItem &item)
{
    const Link &link = item.link();
    QString text = heading(QStringLiteral("%1 → %2").arg(link.from.text(), link.to.text()));
    if (!item.look().problem.isEmpty())
        return text + paragraph(item.look().problem);
    return text + paragraph(orNotYet(valueText(scene, link.from)));
}

QString portTip(const CanvasScene &scene, const CanvasHit &hit)
{
    const auto &ports = hit.side == Side::Input ? hit.node->look().inputs : hit.node->look().outputs;
    const auto port = std::ranges::find(ports, hit.port, &PortLook::name);
    if (port == ports.end())
        return {};
    QString text = heading(port->name);
    if (!port->typeTitle.isEmpty())
        text += QStringLiteral(" · ") + port->typeTitle.toHtmlEscaped();
    if (port->isOptional)
        text += QStringLiteral(" · ") + tr("optional");
    if (!port->help.isEmpty())
        text += paragraph(port->help);
    if (hit.side == Side::Output)
        return text + paragraph(orNotYet(valueText(scene, hit.end())));
    for (const Link &link : scene.graph().links)
        if (link.to == hit.end())
            text += paragraph(QStringLiteral("← %1: %2").arg(link.from.text(), orNotYet(valueText(scene, link.from))));
    return text;
}

QString nodeTip(const NodeItem &node)
{
    const NodeLook &look = node.look();
    QString text = heading(look.title) + QStringLiteral(" · ") + look.id.toHtmlEscaped();
    text += paragraph(stateText(look));
    if (const QString result = shortResult(look); !result.isEmpty() && look.status.problem.isEmpty())
        text += paragraph(result);
    if (!look.settings.isEmpty())
        text += paragraph(look.settings);
    return text;
}

} // namespace

QString tooltip(const CanvasScene &scene, const CanvasHit &hit)
{
    using Part = CanvasHit::Part;
    switch (hit.part) {
    case Part::Port:
        return portTip(scene, hit);
    case Part::Eye:
        return tr("Show the output");
    case Part::Node:
        return nodeTip(*hit.node);
    case Part::Link:
    case Part::LinkEnd:
        return linkTip(scene, *hit.link);
    default:
        return {};
    }
}

QString portText(const CanvasScene &scene, const NodeItem &node, Side side, const PortLook &port)
{
    const End end { node.id(), port.name };
    QStringList linked;
    for (const Link &link : scene.graph().links) {
        if (side == Side::Input && link.to == end)
            linked += link.from.text();
        if (side == Side::Output && link.from == end)
            linked += link.to.text();
    }
    const QString kind = port.kind == PortLook::Kind::Parameter ? tr("parameter %1")
        : side == Side::Input                                   ? tr("input %1")
                                                                : tr("output %1");
    QStringList parts { kind.arg(port.name) };
    if (!port.typeTitle.isEmpty())
        parts += port.typeTitle;
    if (linked.isEmpty())
        parts += port.isOptional ? tr("optional, not linked") : tr("not linked");
    else
        parts
            += (side == Side::Input ? tr("linked from %1") : tr("linked to %1")).arg(linked.join(QStringLiteral(", ")));
    return parts.join(QStringLiteral(", "));
}

QString nodeText(const NodeItem &node)
{
    const NodeLook &look = node.look();
    QStringList parts { QStringLiteral("%1 %2").arg(look.title, look.id), stateText(look) };
    if (const QString result = shortResult(look); !result.isEmpty() && look.status.problem.isEmpty())
        parts += result;
    return parts.join(QStringLiteral(", "));
}

} // namespace thalweg
