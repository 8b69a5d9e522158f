#pragma once

#include <QString>

class QDockWidget;
class QMainWindow;
class QSettings;
class QStackedWidget;
class QWidget;

namespace thalweg {

class CommandSet;
class Document;
class FigureArea;
class FindBar;
class HelpView;
class LogView;
class MessageBar;
class PaletteView;
class ParameterPanel;
class ProblemsView;
class StatusPanel;
class WelcomePage;
class Workspace;

/// The parts of a window and where they stand: palette on the left, canvas in the middle, parameters on the right,
/// figures below, problems, log and help in docks that open when they are wanted. All parts are owned by the window.
class WindowLayout {
public:
    /// `window` must outlive it.
    explicit WindowLayout(QMainWindow &window);

    MessageBar *messages;
    WelcomePage *welcome;
    FindBar *findBar;
    PaletteView *palette;
    ParameterPanel *panel;
    FigureArea *figures;
    ProblemsView *problems;
    LogView *log;
    HelpView *help;
    StatusPanel *status;
    QDockWidget *paletteDock, *panelDock, *figuresDock, *problemsDock, *logDock, *helpDock;

    void fillMenus(const CommandSet &commands);
    void fillToolBar(const CommandSet &commands);

    /// Puts the workspace's canvas and figures into their places, and takes them out again.
    void attach(Workspace &workspace, Document &document);
    void detachWorkspace();

    void showCanvas();
    void showWelcome();
    bool showsWelcome() const;
    /// The canvas and the figures alone, to look on; or everything again.
    void setPresenting(bool on);
    bool isPresenting() const { return isPresenting_; }

    void save(QSettings &settings) const;
    /// As it was saved last, or as it is at first.
    void restore(const QSettings &settings);
    void reset();

private:
    QDockWidget *dock(const QString &id, const QString &title, QWidget *widget, Qt::DockWidgetArea area);
    void openDocks(bool open);

    QMainWindow &window_;
    QStackedWidget *centre_;
    QWidget *canvasPage_;
    QByteArray firstState_, stateBefore_; ///< of the docks: as made; before the welcome page or presenting hid them
    bool isPresenting_ = false;
};

} // namespace thalweg
