#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace thalweg {

/// The colours of what the window paints itself, beside those of QPalette. Read them again on
/// QEvent::PaletteChange.
struct Theme {
    bool isDark = false;
    QColor canvas; ///< behind the nodes
    QColor grid; ///< dots on the canvas
    QColor card; ///< the body of a node, a panel, a tile
    QColor cardHeader;
    QColor border;
    QColor text;
    QColor faintText; ///< at least 4.5 : 1 against `card`
    QColor accent; ///< selection, focus, the step cursor
    QColor running, done, cached, failed, warning, muted; ///< the states of nodes
    QColor shadow;
    QColor note, frame; ///< behind annotations of no colour of their own
};

/// The theme that belongs to a palette: dark where its window is darker than its text.
Theme theme(const QPalette &palette);

/// The theme of the application's palette.
Theme theme();

enum class ThemeChoice { System, Light, Dark };

/// Gives the application its style (the same on every desktop) and the palette of the choice; System asks the desktop
/// (the settings portal, else the palette that the platform gave) and follows it while the program runs.
void applyTheme(QApplication &application, ThemeChoice choice);

} // namespace thalweg
