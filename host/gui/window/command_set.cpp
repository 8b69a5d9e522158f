#include "gui/window/command_set.h"

#include "gui/theme/icons.h"

#include <QAction>
#include <QMenu>

namespace thalweg {

namespace {

/// `Save (Ctrl+S)`, with the tip where there is one.
QString toolTip(const Command &command)
{
    QString text = command.tip.isEmpty() ? QString(command.text).remove(u'&').remove(u'…') : command.tip;
    if (!command.shortcuts.isEmpty())
        text += QStringLiteral(" (%1)").arg(command.shortcuts.first().toString(QKeySequence::NativeText));
    return text;
}

} // namespace

CommandSet::CommandSet(QWidget &window) : QObject(&window), window_(window) { }

void CommandSet::add(const Command &command)
{
    auto *action = new QAction(command.text, &window_);
    action->setObjectName(command.id);
    if (!command.icon.isEmpty())
        action->setIcon(icon(command.icon));
    action->setShortcuts(command.shortcuts);
    action->setToolTip(toolTip(command));
    action->setStatusTip(command.tip);
    action->setCheckable(static_cast<bool>(command.isChecked));
    // By the action's own view of things, the key of a command that cannot be done now does nothing.
    connect(action, &QAction::triggered, this, [this, isEnabled = command.isEnabled, run = command.run] {
        if (!isEnabled || isEnabled())
            run();
        refresh();
    });
    window_.addAction(action);
    commands_.push_back(command);
    actions_.append(action);
}

void CommandSet::add(const std::vector<Command> &commands)
{
    for (const Command &command : commands)
        add(command);
}

QAction *CommandSet::action(const QString &id) const
{
    for (qsizetype i = 0; i < actions_.size(); ++i)
        if (commands_[static_cast<std::size_t>(i)].id == id)
            return actions_[i];
    return nullptr;
}

void CommandSet::fill(QMenu &menu) const
{
    int group = -1;
    for (qsizetype i = 0; i < actions_.size(); ++i) {
        const Command &command = commands_[static_cast<std::size_t>(i)];
        if (command.menu != menu.title())
            continue;
        if (group >= 0 && command.group != group)
            menu.addSeparator();
        group = command.group;
        menu.addAction(actions_[i]);
    }
}

QStringList CommandSet::menus() const
{
    QStringList menus;
    for (const Command &command : commands_)
        if (!menus.contains(command.menu))
            menus += command.menu;
    return menus;
}

void CommandSet::refresh()
{
    for (qsizetype i = 0; i < actions_.size(); ++i) {
        const Command &command = commands_[static_cast<std::size_t>(i)];
        if (command.isEnabled)
            actions_[i]->setEnabled(command.isEnabled());
        if (command.isChecked)
            actions_[i]->setChecked(command.isChecked());
    }
}

} // namespace thalweg
