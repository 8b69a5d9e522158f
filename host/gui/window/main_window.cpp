#include "gui/window/main_window.h"

#include "gui/canvas/canvas_view.h"
#include "gui/figures/step_cursor.h"
#include "gui/files/dropped.h"
#include "gui/files/recent_files.h"
#include "gui/help/help_view.h"
#include "gui/help/welcome_page.h"
#include "gui/palette/find_bar.h"
#include "gui/palette/palette_view.h"
#include "gui/parameters/parameter_panel.h"
#include "gui/preferences/preferences.h"
#include "gui/window/engine_notices.h"
#include "gui/window/figure_area.h"
#include "gui/window/log_view.h"
#include "gui/window/menus/menus.h"
#include "gui/window/message_bar.h"
#include "gui/window/problems_view.h"
#include "gui/window/run_controller.h"
#include "gui/window/status_panel.h"
#include "gui/window/welcome.h"
#include "gui/window/window_layout.h"
#include "gui/window/windows.h"
#include "gui/window/workspace.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QStatusBar>

namespace thalweg {

MainWindow::MainWindow(Windows &windows)
    : windows_(windows), examples_(examplesIn(examplesFolder())),
      fileCommands_(file_, dialogQuestions(this), [this] { return engine_.nodeTypes(); }), recovery_(file_),
      commands_(*this), layout_(std::make_unique<WindowLayout>(*this)),
      notices_(new EngineNotices(
          engine_, *layout_->messages,
          [this](const QStringList &without) {
              const Preferences &preferences = windows_.preferences();
              return EngineCommand {
                  .command = preferences.engineCommand, .without = without, .threads = preferences.threads
              };
          },
          this))
{
    setObjectName(QStringLiteral("window"));
    setUnifiedTitleAndToolBarOnMac(true);
    for (const auto &menu : { fileMenu, canvasMenus, viewMenu, runMenu, helpMenu })
        commands_.add(menu(*this));
    layout_->fillMenus(commands_);
    layout_->fillToolBar(commands_);
    setUpWelcome(*this);
    problemsSoon_.setSingleShot(true);
    problemsSoon_.setInterval(std::chrono::milliseconds(60));
    connect(&problemsSoon_, &QTimer::timeout, this, &MainWindow::updateProblems);
    runSoon_.setSingleShot(true);
    runSoon_.setInterval(std::chrono::milliseconds(30));
    connect(&runSoon_, &QTimer::timeout, this, [this] {
        layout_->status->setRun(workspace_->runs().isRunning(), workspace_->runs().progress());
        commands_.refresh();
    });
    connectFile();
    connectEngine();
    connectViews();
    takeDocument();
    layout_->restore(windows_.settings());
    showWelcome();
    notices_->start();
}

MainWindow::~MainWindow()
{
    // File and engine go after what listens to them here.
    file_.disconnect();
    engine_.disconnect();
    layout_->detachWorkspace();
    workspace_.reset();
}

void MainWindow::connectFile()
{
    connect(&file_, &WorkflowFile::titleChanged, this, &MainWindow::updateTitle);
    connect(&file_, &WorkflowFile::documentReplaced, this, &MainWindow::takeDocument);
    connect(&file_, &WorkflowFile::changedOnDisk, this, [this](WorkflowFile::OnDisk state) {
        const QString text = state == WorkflowFile::OnDisk::Gone
            ? tr("%1 is no longer on disk. What you see here is whole; save it to write it again.")
            : tr("%1 was changed by another program.");
        Notice notice { .id = QStringLiteral("disk"), .kind = Notice::Kind::Warning, .text = text.arg(file_.name()) };
        if (state == WorkflowFile::OnDisk::Changed)
            notice.buttons.push_back({ tr("Load it anew"), [this] { fileCommands_.open(file_.path()); } });
        layout_->messages->show(notice);
    });
    connect(&recovery_, &RecoveryWriter::failed, this, [this](const QString &problem) {
        layout_->messages->show({ .id = QStringLiteral("recovery"),
            .kind = Notice::Kind::Warning,
            .text = tr("Edits cannot be kept safe against a crash: %1").arg(problem) });
    });
    connect(&fileCommands_, &FileCommands::used, this, [this](const QString &path) {
        RecentFiles(windows_.settings()).add(path);
        showCanvas();
    });
    connect(&fileCommands_, &FileCommands::openElsewhere, &windows_, &Windows::openFile);
    connect(&windows_, &Windows::preferencesChanged, this, &MainWindow::takePreferences);
}

void MainWindow::connectEngine()
{
    connect(&engine_, &EngineClient::ready, this, [this] {
        const NodeTypes &types = engine_.nodeTypes();
        workspace_->canvas().setNodeTypes(types);
        layout_->palette->setNodeTypes(types);
        layout_->panel->setNodeTypes(types);
        layout_->help->setNodeTypes(types);
        layout_->findBar->setNodeTypes(types);
        updateProblems();
    });
    connect(&engine_, &EngineClient::message, this, [this](const Message &message) {
        if (const auto *log = std::get_if<LogMessage>(&message))
            layout_->log->take(*log);
    });
    connect(&engine_, &EngineClient::stateChanged, &commands_, &CommandSet::refresh);
    connect(
        notices_, &EngineNotices::nodeBlamed, this, [this](const QString &node) { workspace_->canvas().reveal(node); });
}

void MainWindow::connectViews()
{
    WindowLayout &parts = *layout_;
    const auto canvas = [this]() -> CanvasView & { return workspace_->canvas(); };
    connect(parts.palette, &PaletteView::chosen, this, [this, canvas](const QString &type) {
        showCanvas();
        canvas().addNode(type, canvas().placeForNew());
    });
    connect(parts.palette, &PaletteView::helpWanted, this, &MainWindow::showHelp);
    connect(parts.panel, &ParameterPanel::helpWanted, this, [this](const QString &type) { showHelp(type); });
    connect(parts.panel, &ParameterPanel::namesWanted, this, [this](const End &output) {
        // Once, since it is asked for again and again; and quietly, for nobody asked for a run.
        const NodeStatus::State state = workspace_->board().status(output.node).state;
        if (state == NodeStatus::State::Unknown && !workspace_->runs().isRunning())
            workspace_->runs().runQuietlyTo(output.node);
    });
    connect(parts.panel, &ParameterPanel::refused, this, &MainWindow::say);
    connect(parts.panel, &ParameterPanel::driveWanted, this, [canvas](const QString &node, const QString &parameter) {
        canvas().reveal(node);
        canvas().openQuickSearch(canvas().placeForNew(), {}, OpenEnd { { node, parameter }, Side::Input });
    });
    parts.panel->setLastOutput(
        [this](const End &output) { return workspace_->board().status(output.node).outputs.value(output.port); });
    connect(parts.problems, &ProblemsView::nodeWanted, this, [canvas](const QString &node) { canvas().reveal(node); });
    connect(parts.help, &HelpView::addRequested, this, [this, canvas](const QString &type) {
        showCanvas();
        canvas().addNode(type, canvas().placeForNew());
    });
    connect(parts.help, &HelpView::exampleRequested, this, [this](const QString &path) { openExample(*this, path); });
    connect(parts.findBar, &FindBar::showNode, this, [canvas](const QString &node) { canvas().reveal(node); });
    connect(parts.findBar, &FindBar::closed, this, [canvas] { canvas().setFocus(); });
    connect(parts.figures, &FigureArea::startPicked, this,
        [this](const QString &node, const QJsonObject &place, bool isFinal) {
            workspace_->setStart(node, place, isFinal);
        });
}

void MainWindow::takeDocument()
{
    layout_->detachWorkspace();
    workspace_ = std::make_unique<Workspace>(file_.document(), engine_);
    Workspace &now = *workspace_;
    CanvasView &canvas = now.canvas();
    canvas.setNodeTypes(engine_.nodeTypes());
    std::vector<Graph> graphs;
    for (const Example &example : examples_)
        graphs.push_back(example.graph);
    canvas.setUsualLinks(countLinks(graphs));
    layout_->attach(now, file_.document());

    connect(&canvas, &CanvasView::selectionChanged, layout_->panel, &ParameterPanel::setSelection);
    connect(&canvas, &CanvasView::selectionChanged, &commands_, &CommandSet::refresh);
    connect(&canvas, &CanvasView::parametersWanted, this, [this](const QString &node) {
        layout_->panel->setSelection({ node });
        layout_->panel->focusParameter({});
    });
    connect(&canvas, &CanvasView::helpWanted, this, &MainWindow::showHelp);
    connect(&canvas, &CanvasView::outputWanted, this, &MainWindow::showOutput);
    connect(
        &canvas, &CanvasView::runToWanted, &now.runs(), [&now](const QString &node) { now.runs().runTo({ node }); });
    connect(&canvas, &CanvasView::statusText, this, &MainWindow::say);
    connect(&canvas, &CanvasView::fileDropped, this, &MainWindow::takeDrop);
    connect(&canvas, &CanvasView::zoomChanged, layout_->status, &StatusPanel::setZoom);

    Document &document = file_.document();
    connect(&document, &Document::changed, &now, [this] {
        problemsSoon_.start();
        layout_->findBar->setGraph(file_.document().graph());
    });
    connect(&document.undoStack(), &QUndoStack::indexChanged, &commands_, &CommandSet::refresh);
    connect(&now.board(), &RunBoard::changed, &now, [this](const QString &node) {
        layout_->panel->refreshOutputs(node);
        problemsSoon_.start();
    });
    connect(&now.runs(), &RunController::changed, &now, [this] {
        if (!runSoon_.isActive())
            runSoon_.start();
    });
    connect(&now.runs(), &RunController::refused, this, &MainWindow::say);
    connect(&now.runs(), &RunController::ended, &now, [this](RunStatus status, double seconds) {
        layout_->status->setEnded(endText(status, seconds));
        layout_->log->add(endText(status, seconds));
        layout_->figures->refreshTables();
    });
    layout_->findBar->setGraph(document.graph());
    updateProblems();
    takePreferences();
    updateTitle();
}

void MainWindow::takePreferences()
{
    workspace_->runs().setRunOnChange(windows_.preferences().runOnChange);
    workspace_->cursor().setPace({ Pace::Unit::StepsASecond, windows_.preferences().stepsPerSecond });
    workspace_->canvas().setSnapping(windows_.preferences().snap);
    commands_.refresh();
}

void MainWindow::takeDrop(const QString &path, const QPointF &place)
{
    const Result<Dropped> dropped = classify(path);
    if (!dropped)
        return say(dropped.error().text());
    if (const auto *data = std::get_if<DroppedData>(&*dropped))
        workspace_->canvas().make(
            addData(file_.document().graph(), *data, file_.path().isEmpty() ? QString() : file_.directory(), place));
    else
        fileCommands_.open(path);
}

void MainWindow::updateTitle()
{
    setWindowTitle(showsWelcome() && file_.isPristine() ? QStringLiteral("Thalweg") : file_.windowTitle());
    setWindowModified(file_.isModified());
    // A workflow that was saved elsewhere starts its relative paths there.
    workspace_->runs().setDirectory(file_.directory());
    layout_->panel->setDirectory(file_.directory());
    commands_.refresh();
}

void MainWindow::updateProblems()
{
    const std::vector<Problem> found
        = thalweg::problems(file_.document().graph(), engine_.nodeTypes(), workspace_->board());
    layout_->problems->show(found);
    layout_->status->setProblems(found.size());
}

void MainWindow::showCanvas()
{
    layout_->showCanvas();
    updateTitle();
    workspace_->canvas().setFocus();
}

void MainWindow::showWelcome()
{
    showRecentFiles(*layout_->welcome, windows_.settings());
    layout_->showWelcome();
    updateTitle();
}

bool MainWindow::showsWelcome() const
{
    return layout_->showsWelcome();
}

void MainWindow::showHelp(const QString &type)
{
    if (type.isEmpty())
        layout_->help->showIndex();
    else
        layout_->help->showType(type);
    layout_->helpDock->show();
    layout_->helpDock->raise();
}

void MainWindow::showOutput(const QString &node, const QString &port)
{
    if (!layout_->figures->show(node, port))
        layout_->figures->openTable(engine_, node, port);
}

void MainWindow::say(const QString &text)
{
    statusBar()->showMessage(text, 8000);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!fileCommands_.mayBeLeft())
        return event->ignore();
    layout_->save(windows_.settings());
    engine_.shutDown();
    event->accept();
}

} // namespace thalweg
