#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace thalweg {

class CanvasView;

/// What can be done on a canvas by a menu, a key or a button: the one list that menus, context menu, shortcuts list and
/// tests come from.
struct CanvasCommand {
    enum class Menu { Edit, Insert, Node, Arrange, View };

    QString id = {}; ///< stable: `align-left`
    QString text = {}; ///< as a menu says it, translated, with its mnemonic
    QString icon = {}; ///< for icon() of theme/icons.h; may be empty
    QList<QKeySequence> shortcuts = {}; ///< the first is the one that is shown
    Menu menu = Menu::Edit;
    int group = 0; ///< within its menu: a separator stands where this changes
    std::function<bool(const CanvasView &)> isEnabled = {};
    std::function<void(CanvasView &)> run = {};
};

/// In the order of the menus. The canvas itself binds no shortcut: bind each to a QAction whose context is the window.
std::vector<CanvasCommand> canvasCommands();

/// The command of this id, which must be there, from `commands`.
const CanvasCommand &canvasCommand(const std::vector<CanvasCommand> &commands, const QString &id);

} // namespace thalweg
