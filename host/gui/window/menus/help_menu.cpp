#include "gui/window/menus/menus.h"

#include "gui/canvas/canvas_view.h"
#include "gui/help/about_dialog.h"
#include "gui/help/shortcuts_dialog.h"
#include "gui/window/main_window.h"
#include "gui/window/workspace.h"
#include "version.h"

#include <QCoreApplication>

namespace thalweg {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HelpMenu", text);
}

/// Help of the selected node's type, or the list of all.
void showHelp(MainWindow &window)
{
    const QStringList nodes = window.workspace().canvas().selectedNodes();
    const Node *node = nodes.isEmpty() ? nullptr : window.file().document().graph().find(nodes.first());
    window.showHelp(node ? node->type : QString());
}

QList<ShortcutEntry> shortcuts(const CommandSet &commands)
{
    QList<ShortcutEntry> entries;
    for (const Command &command : commands.commands()) {
        if (command.shortcuts.isEmpty())
            continue;
        const auto plain = [](QString text) { return text.remove(u'&'); };
        entries.append({ plain(command.menu), plain(command.text),
            QKeySequence::listToString(command.shortcuts, QKeySequence::NativeText) });
    }
    const QString canvas = tr("Canvas");
    entries.append({ canvas, tr("Search for a node and add it"), tr("Space, double click, or just type") });
    entries.append({ canvas, tr("Go to the next node"), tr("Tab, arrow keys") });
    entries.append({ canvas, tr("Move the selected nodes"), tr("Ctrl + arrow keys, drag") });
    entries.append({ canvas, tr("Link"), tr("drag from port to port, in either direction") });
    entries.append({ canvas, tr("Insert a node into a link"), tr("drop it on the link") });
    entries.append({ canvas, tr("Move the view"), tr("middle button, Space + drag, scroll") });
    entries.append({ canvas, tr("Zoom"), tr("Ctrl + wheel, pinch") });
    return entries;
}

void open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

std::vector<Command> helpMenu(MainWindow &window)
{
    const QString menu = tr("&Help");
    MainWindow *w = &window;
    return {
        { .id = QStringLiteral("help-node"),
            .menu = menu,
            .group = 0,
            .text = tr("&Help"),
            .icon = QStringLiteral("help"),
            .shortcuts = { QKeySequence(QStringLiteral("F1")) },
            .tip = tr("Explain the selected node, or list all"),
            .run = [w] { showHelp(*w); } },
        { .id = QStringLiteral("help-shortcuts"),
            .menu = menu,
            .group = 0,
            .text = tr("&Keyboard and Mouse"),
            .shortcuts = { QKeySequence(QStringLiteral("Ctrl+?")) },
            .run = [w] { open(new ShortcutsDialog(shortcuts(w->commands()), w)); } },
        { .id = QStringLiteral("help-about"),
            .menu = menu,
            .group = 1,
            .text = tr("&About Thalweg"),
            .run = [w] { open(new AboutDialog(QStringLiteral(THALWEG_VERSION), w)); } },
    };
}

} // namespace thalweg
