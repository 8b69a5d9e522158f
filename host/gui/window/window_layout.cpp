#include "gui/window/window_layout.h"

#include "gui/canvas/canvas_view.h"
#include "gui/help/help_view.h"
#include "gui/help/welcome_page.h"
#include "gui/palette/find_bar.h"
#include "gui/palette/palette_view.h"
#include "gui/parameters/parameter_panel.h"
#include "gui/window/command_set.h"
#include "gui/window/figure_area.h"
#include "gui/window/log_view.h"
#include "gui/window/message_bar.h"
#include "gui/window/problems_view.h"
#include "gui/window/status_panel.h"
#include "gui/window/workspace.h"

#include <QAction>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace thalweg {

namespace {

constexpr int stateVersion = 1; // of the docks' names and number
const QString geometryKey = QStringLiteral("window/geometry");
const QString stateKey = QStringLiteral("window/state");
const QString recentTypesKey = QStringLiteral("window/recentTypes");

QString tr(const char *text)
{
    return QCoreApplication::translate("WindowLayout", text);
}

} // namespace

WindowLayout::WindowLayout(QMainWindow &window)
    : messages(new MessageBar), welcome(new WelcomePage), findBar(new FindBar), palette(new PaletteView),
      panel(new ParameterPanel), figures(new FigureArea), problems(new ProblemsView), log(new LogView),
      help(new HelpView), status(new StatusPanel), window_(window), centre_(new QStackedWidget),
      canvasPage_(new QWidget)
{
    auto *page = new QVBoxLayout(canvasPage_);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(findBar);
    findBar->hide();
    centre_->addWidget(welcome);
    centre_->addWidget(canvasPage_);
    welcome->setMinimumSize(300, 200); // or the canvas must be as large as it, which has the docks beside it

    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(messages);
    column->addWidget(centre_, 1);
    window_.setCentralWidget(middle);
    window_.setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    window_.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window_.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);

    paletteDock = dock(QStringLiteral("palette"), tr("Nodes"), palette, Qt::LeftDockWidgetArea);
    panelDock = dock(QStringLiteral("parameters"), tr("Parameters"), panel, Qt::RightDockWidgetArea);
    figuresDock = dock(QStringLiteral("figures"), tr("Figures"), figures, Qt::BottomDockWidgetArea);
    problemsDock = dock(QStringLiteral("problems"), tr("Problems"), problems, Qt::BottomDockWidgetArea);
    logDock = dock(QStringLiteral("log"), tr("Log"), log, Qt::BottomDockWidgetArea);
    helpDock = dock(QStringLiteral("help"), tr("Help"), help, Qt::RightDockWidgetArea);
    window_.tabifyDockWidget(panelDock, helpDock);
    window_.tabifyDockWidget(figuresDock, problemsDock);
    window_.tabifyDockWidget(problemsDock, logDock);
    for (QDockWidget *later : { figuresDock, problemsDock, logDock, helpDock })
        later->hide();
    window_.resize(1280, 720);
    // The figures' own titles say what they are.
    figuresDock->setTitleBarWidget(new QWidget);
    window_.resizeDocks({ paletteDock, panelDock }, { 214, 324 }, Qt::Horizontal);
    window_.statusBar()->addPermanentWidget(status);
    window_.statusBar()->setSizeGripEnabled(false);
    firstState_ = window_.saveState(stateVersion);

    QObject::connect(status, &StatusPanel::problemsWanted, problemsDock, [this] {
        problemsDock->show();
        problemsDock->raise();
    });
    QObject::connect(figures, &FigureArea::appeared, figuresDock, [this] {
        figuresDock->show();
        figuresDock->raise();
    });
}

QDockWidget *WindowLayout::dock(const QString &id, const QString &title, QWidget *widget, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, &window_);
    dock->setObjectName(id);
    dock->setWidget(widget);
    window_.addDockWidget(area, dock);
    return dock;
}

void WindowLayout::fillMenus(const CommandSet &commands)
{
    for (const QString &title : commands.menus()) {
        QMenu *menu = window_.menuBar()->addMenu(title);
        menu->setToolTipsVisible(true);
        commands.fill(*menu);
    }
}

void WindowLayout::fillToolBar(const CommandSet &commands)
{
    QToolBar *bar = window_.addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setIconSize({ 20, 20 });
    for (const char *id : { "file-new", "file-open", "file-save", "", "edit-undo", "edit-redo", "", "run-all",
             "run-stop", "run-pause", "run-on-change", "", "fit", "tidy" }) {
        if (QAction *action = commands.action(QString::fromLatin1(id)))
            bar->addAction(action);
        else
            bar->addSeparator();
    }
}

void WindowLayout::attach(Workspace &workspace, Document &document)
{
    canvasPage_->layout()->addWidget(&workspace.canvas());
    panel->setDocument(&document);
    figures->setSources(&workspace.figures(), &workspace.cursor());
}

void WindowLayout::detachWorkspace()
{
    panel->setDocument(nullptr);
    figures->setSources(nullptr, nullptr);
    if (auto *canvas = canvasPage_->findChild<CanvasView *>(QString(), Qt::FindDirectChildrenOnly)) {
        canvasPage_->layout()->removeWidget(canvas);
        canvas->setParent(nullptr);
    }
}

void WindowLayout::openDocks(bool open)
{
    if (!open) {
        if (stateBefore_.isEmpty())
            stateBefore_ = window_.saveState(stateVersion);
        for (QDockWidget *each : { paletteDock, panelDock, figuresDock, problemsDock, logDock })
            each->hide();
    } else if (!stateBefore_.isEmpty()) {
        window_.restoreState(stateBefore_, stateVersion);
        stateBefore_.clear();
    }
}

void WindowLayout::showCanvas()
{
    if (!showsWelcome())
        return;
    openDocks(true);
    centre_->setCurrentWidget(canvasPage_);
}

void WindowLayout::showWelcome()
{
    openDocks(false);
    centre_->setCurrentWidget(welcome);
    welcome->setFocus();
}

bool WindowLayout::showsWelcome() const
{
    return centre_->currentWidget() == welcome;
}

void WindowLayout::setPresenting(bool on)
{
    if (on == isPresenting_ || showsWelcome())
        return;
    isPresenting_ = on;
    openDocks(!on);
    if (on) {
        figuresDock->show();
        window_.showFullScreen();
    } else {
        window_.showNormal();
    }
}

void WindowLayout::save(QSettings &settings) const
{
    settings.setValue(geometryKey, window_.saveGeometry());
    settings.setValue(stateKey, stateBefore_.isEmpty() ? window_.saveState(stateVersion) : stateBefore_);
    settings.setValue(recentTypesKey, palette->recent());
}

void WindowLayout::restore(const QSettings &settings)
{
    window_.restoreGeometry(settings.value(geometryKey).toByteArray());
    window_.restoreState(settings.value(stateKey).toByteArray(), stateVersion);
    palette->setRecent(settings.value(recentTypesKey).toStringList());
}

void WindowLayout::reset()
{
    window_.restoreState(firstState_, stateVersion);
}

} // namespace thalweg
