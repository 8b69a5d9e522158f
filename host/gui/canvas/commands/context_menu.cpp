#include "gui/canvas/commands/context_menu.h"

#include "gui/canvas/canvas_commands.h"
#include "gui/canvas/canvas_view.h"
#include "gui/canvas/commands/annotate.h"
#include "gui/canvas/open_output.h"
#include "gui/theme/icons.h"

#include <QMenu>

namespace thalweg {

namespace {

void addCommands(QMenu &menu, CanvasView &view, const QStringList &ids)
{
    const std::vector<CanvasCommand> commands = canvasCommands();
    for (const QString &id : ids) {
        if (id.isEmpty()) {
            menu.addSeparator();
            continue;
        }
        const CanvasCommand &command = canvasCommand(commands, id);
        QAction *action = menu.addAction(icon(command.icon), command.text);
        if (!command.shortcuts.isEmpty()) {
            // Shown here, heard by the window.
            action->setShortcut(command.shortcuts.first());
            action->setShortcutContext(Qt::WidgetShortcut);
        }
        action->setEnabled(command.isEnabled(view));
        QObject::connect(action, &QAction::triggered, &view, [&view, run = command.run] { run(view); });
    }
}

void addOutputs(QMenu &menu, CanvasView &view, const QString &node)
{
    const QStringList ports = outputsToOpen(view, node);
    QMenu *outputs = menu.addMenu(icon(QStringLiteral("eye")), CanvasView::tr("Show output"));
    outputs->setEnabled(!ports.isEmpty());
    for (const QString &port : ports)
        QObject::connect(outputs->addAction(port), &QAction::triggered, &view,
            [&view, node, port] { Q_EMIT view.outputWanted(node, port); });
}

void addNodeActions(QMenu &menu, CanvasView &view, const NodeItem &node)
{
    const QString id = node.id();
    const auto add = [&](const char *iconName, const QString &text, auto run) {
        QObject::connect(menu.addAction(icon(QLatin1String(iconName)), text), &QAction::triggered, &view, run);
    };
    add("run-here", CanvasView::tr("Run to here"), [&view, id] { Q_EMIT view.runToWanted(id); });
    addOutputs(menu, view, id);
    add("settings", CanvasView::tr("Parameters"), [&view, id] { Q_EMIT view.parametersWanted(id); });
    add("help", CanvasView::tr("Help"), [&view, id] {
        if (const Node *found = view.canvas().graph().find(id))
            Q_EMIT view.helpWanted(found->type);
    });
    menu.addSeparator();
}

} // namespace

void fillContextMenu(QMenu &menu, CanvasView &view, const CanvasHit &hit, const QPointF &place)
{
    using Part = CanvasHit::Part;
    switch (hit.part) {
    case Part::Node:
    case Part::Eye:
    case Part::Port:
        addNodeActions(menu, view, *hit.node);
        addCommands(menu, view,
            { QStringLiteral("rename"), QStringLiteral("mute"), QStringLiteral("bypass"), QString(),
                QStringLiteral("cut"), QStringLiteral("copy"), QStringLiteral("duplicate"), QStringLiteral("delete"),
                QString(), QStringLiteral("frame"), QStringLiteral("tidy"), QStringLiteral("fit-selection") });
        break;
    case Part::Link:
    case Part::LinkEnd:
        QObject::connect(menu.addAction(CanvasView::tr("Add reroute point")), &QAction::triggered, &view,
            [&view, link = hit.link->link(), place] { addReroutePoint(view, link, place); });
        QObject::connect(menu.addAction(icon(QStringLiteral("eye")), CanvasView::tr("Show its value")),
            &QAction::triggered, &view,
            [&view, from = hit.link->link().from] { Q_EMIT view.outputWanted(from.node, from.port); });
        menu.addSeparator();
        addCommands(menu, view, { QStringLiteral("delete") });
        break;
    case Part::Note:
    case Part::Frame:
    case Part::Corner:
        QObject::connect(menu.addAction(CanvasView::tr("Edit text")), &QAction::triggered, &view,
            [&view, index = hit.annotation->index()] { editAnnotation(view, index); });
        addColours(menu, view, hit.annotation->index());
        menu.addSeparator();
        addCommands(menu, view,
            { QStringLiteral("cut"), QStringLiteral("copy"), QStringLiteral("duplicate"), QStringLiteral("delete") });
        break;
    case Part::Reroute:
        addCommands(menu, view, { QStringLiteral("delete") });
        break;
    case Part::Nothing:
        addCommands(menu, view,
            { QStringLiteral("add-node"), QStringLiteral("add-note"), QString(), QStringLiteral("paste"),
                QStringLiteral("select-all"), QString(), QStringLiteral("tidy"), QStringLiteral("fit"),
                QStringLiteral("zoom-100") });
        break;
    }
}

} // namespace thalweg
