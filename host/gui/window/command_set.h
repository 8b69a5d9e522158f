#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace thalweg {

/// What can be done in a window by a menu, a key or a button.
struct Command {
    QString id = {}; ///< stable: `file-save`
    QString menu = {}; ///< title of its menu, translated, with its mnemonic
    int group = 0; ///< within its menu: a separator stands where this changes
    QString text = {}; ///< as the menu says it, with its mnemonic
    QString icon = {}; ///< for icon(); may be empty
    QList<QKeySequence> shortcuts = {}; ///< the first is the one that is shown
    QString tip = {}; ///< one sentence; empty: the text says it all
    std::function<bool()> isEnabled = {}; ///< empty: always
    std::function<bool()> isChecked = {}; ///< empty: it is not something that is on or off
    std::function<void()> run = {};
};

/// The commands of a window as actions, made from one list so that menus, tool bar, keys and the list of shortcuts
/// agree. GUI thread.
class CommandSet : public QObject {
    Q_OBJECT

public:
    /// The actions live on `window`, so that their keys work everywhere in it.
    explicit CommandSet(QWidget &window);

    void add(const Command &command);
    void add(const std::vector<Command> &commands);

    /// Null where there is no such command.
    QAction *action(const QString &id) const;

    /// Puts the commands of a menu into it, in the order in which they were added.
    void fill(QMenu &menu) const;

    /// The titles of the menus in the order in which they first came.
    QStringList menus() const;

    const std::vector<Command> &commands() const { return commands_; }

public Q_SLOTS:
    /// Asks every command anew whether it is enabled and checked.
    void refresh();

private:
    QWidget &window_;
    std::vector<Command> commands_;
    QList<QAction *> actions_; ///< in the order of commands_
};

} // namespace thalweg
