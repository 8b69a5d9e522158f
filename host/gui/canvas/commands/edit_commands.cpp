#include "gui/canvas/commands/clipboard.h"
#include "gui/canvas/commands/command_groups.h"
#include "gui/canvas/commands/conditions.h"

namespace thalweg {

namespace {

void selectAll(CanvasView &view)
{
    {
        const QSignalBlocker blocker(view.canvas());
        for (NodeItem *node : view.canvas().nodes())
            node->setSelected(true);
        for (AnnotationItem *annotation : view.canvas().annotations())
            annotation->setSelected(true);
    }
    Q_EMIT view.canvas().selectionChanged();
}

void invertSelection(CanvasView &view)
{
    {
        const QSignalBlocker blocker(view.canvas());
        for (NodeItem *node : view.canvas().nodes())
            node->setSelected(!node->isSelected());
        for (AnnotationItem *annotation : view.canvas().annotations())
            annotation->setSelected(!annotation->isSelected());
        for (LinkItem *link : view.canvas().links())
            link->setSelected(false);
    }
    Q_EMIT view.canvas().selectionChanged();
}

void remove(CanvasView &view, bool rejoins)
{
    view.make(removeSelected(view.canvas(), rejoins));
}

} // namespace

std::vector<CanvasCommand> editCommands()
{
    using Menu = CanvasCommand::Menu;
    const auto tr = [](const char *text) { return CanvasView::tr(text); };
    const auto keys = [](QKeySequence::StandardKey key) { return QKeySequence::keyBindings(key); };
    return {
        { QStringLiteral("cut"), tr("Cu&t"), QStringLiteral("cut"), keys(QKeySequence::Cut), Menu::Edit, 0, hasPiece,
            [](CanvasView &view) {
                copySelection(view);
                remove(view, true);
            } },
        { QStringLiteral("copy"), tr("&Copy"), QStringLiteral("copy"), keys(QKeySequence::Copy), Menu::Edit, 0,
            hasPiece, [](CanvasView &view) { copySelection(view); } },
        { QStringLiteral("paste"), tr("&Paste"), QStringLiteral("paste"), keys(QKeySequence::Paste), Menu::Edit, 0,
            [](const CanvasView &) { return canPaste(); },
            [](CanvasView &view) { pasteAt(view, view.placeForNew()); } },
        { QStringLiteral("duplicate"), tr("D&uplicate"), QStringLiteral("duplicate"),
            { QKeySequence(Qt::CTRL | Qt::Key_D) }, Menu::Edit, 0, hasPiece,
            [](CanvasView &view) { duplicateSelection(view); } },
        { QStringLiteral("delete"), tr("&Delete"), QStringLiteral("delete"),
            { QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace) }, Menu::Edit, 1, hasSelection,
            [](CanvasView &view) { remove(view, true); } },
        { QStringLiteral("delete-with-links"), tr("Delete with &Links"), {},
            { QKeySequence(Qt::CTRL | Qt::Key_Delete) }, Menu::Edit, 1, hasSelection,
            [](CanvasView &view) { remove(view, false); } },
        { QStringLiteral("select-all"), tr("Select &All"), {}, keys(QKeySequence::SelectAll), Menu::Edit, 2, hasNodes,
            selectAll },
        { QStringLiteral("invert-selection"), tr("&Invert Selection"), {},
            { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I) }, Menu::Edit, 2, hasNodes, invertSelection },
    };
}

} // namespace thalweg
