#include "gui/window/menus/menus.h"

#include "gui/palette/palette_view.h"
#include "gui/window/main_window.h"
#include "gui/window/window_layout.h"

#include <QCoreApplication>
#include <QDockWidget>

namespace thalweg {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ViewMenu", text);
}

/// Opens and closes a dock; opening one that lies behind another brings it to the front.
Command dockCommand(
    MainWindow &window, const QString &id, const QString &text, const QString &keys, QDockWidget *WindowLayout::*dock)
{
    MainWindow *w = &window;
    const auto get = [w, dock] { return w->parts().*dock; };
    return { .id = id,
        .menu = tr("&View"),
        .group = 101,
        .text = text,
        .shortcuts = { QKeySequence(keys) },
        .isEnabled = [w] { return !w->showsWelcome(); },
        .isChecked = [get] { return get()->isVisible(); },
        .run =
            [get] {
                const bool open = !get()->isVisible();
                get()->setVisible(open);
                if (open)
                    get()->raise();
            } };
}

} // namespace

std::vector<Command> viewMenu(MainWindow &window)
{
    const QString menu = tr("&View");
    MainWindow *w = &window;
    return {
        { .id = QStringLiteral("view-search-nodes"),
            .menu = menu,
            .group = 100,
            .text = tr("Search the &Palette"),
            .shortcuts = { QKeySequence(QStringLiteral("Ctrl+E")) },
            .tip = tr("Put the keyboard into the palette's search field"),
            .isEnabled = [w] { return !w->showsWelcome(); },
            .run =
                [w] {
                    w->parts().paletteDock->show();
                    w->parts().palette->focusSearch();
                } },
        dockCommand(
            window, QStringLiteral("view-palette"), tr("&Nodes"), QStringLiteral("Alt+1"), &WindowLayout::paletteDock),
        dockCommand(window, QStringLiteral("view-parameters"), tr("&Parameters"), QStringLiteral("Alt+2"),
            &WindowLayout::panelDock),
        dockCommand(window, QStringLiteral("view-figures"), tr("&Figures"), QStringLiteral("Alt+3"),
            &WindowLayout::figuresDock),
        dockCommand(window, QStringLiteral("view-problems"), tr("Pr&oblems"), QStringLiteral("Alt+4"),
            &WindowLayout::problemsDock),
        dockCommand(window, QStringLiteral("view-log"), tr("&Log"), QStringLiteral("Alt+5"), &WindowLayout::logDock),
        dockCommand(window, QStringLiteral("view-help"), tr("&Help"), QStringLiteral("Alt+6"), &WindowLayout::helpDock),
        { .id = QStringLiteral("view-present"),
            .menu = menu,
            .group = 102,
            .text = tr("P&resent"),
            .icon = QStringLiteral("full-screen"),
            .shortcuts = { QKeySequence(QStringLiteral("F11")) },
            .tip = tr("The whole screen for canvas and figures"),
            .isEnabled = [w] { return !w->showsWelcome(); },
            .isChecked = [w] { return w->parts().isPresenting(); },
            .run = [w] { w->parts().setPresenting(!w->parts().isPresenting()); } },
        { .id = QStringLiteral("view-reset"),
            .menu = menu,
            .group = 102,
            .text = tr("Reset the La&yout"),
            .tip = tr("Put all docks back where they were at first"),
            .isEnabled = [w] { return !w->showsWelcome(); },
            .run = [w] { w->parts().reset(); } },
    };
}

} // namespace thalweg
