#pragma once

#include "gui/files/file_commands.h"
#include "gui/files/recovery_writer.h"
#include "gui/help/examples.h"
#include "gui/run/engine_client.h"
#include "gui/window/command_set.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

namespace thalweg {

class EngineNotices;
class MessageBar;
class WindowLayout;
class Windows;
class Workspace;

/// A window with one workflow. It connects the parts with each other; where they stand is the WindowLayout's affair,
/// what belongs to the open document is the Workspace's, and what can be done is in menus/.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `windows` must outlive it.
    explicit MainWindow(Windows &windows);
    ~MainWindow() override;

    Windows &windows() const { return windows_; }
    WorkflowFile &file() { return file_; }
    FileCommands &fileCommands() { return fileCommands_; }
    RecoveryWriter &recovery() { return recovery_; }
    EngineClient &engine() { return engine_; }
    Workspace &workspace() { return *workspace_; }
    WindowLayout &parts() { return *layout_; }
    CommandSet &commands() { return commands_; }
    /// The workflows that come with the program.
    const QList<Example> &examples() const { return examples_; }

    /// The canvas takes the place of the welcome page, or the other way round.
    void showCanvas();
    void showWelcome();
    bool showsWelcome() const;

    /// Help of a node type; the list of all for an empty id.
    void showHelp(const QString &type = {});
    /// The figure at an output, or the table behind it.
    void showOutput(const QString &node, const QString &port);
    /// Says something in the status bar for a while.
    void say(const QString &text);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectFile();
    void connectEngine();
    void connectViews();
    void takeDocument();
    void takePreferences();
    void takeDrop(const QString &path, const QPointF &place);
    void updateTitle();
    void updateProblems();

    Windows &windows_;
    const QList<Example> examples_;
    WorkflowFile file_;
    FileCommands fileCommands_;
    RecoveryWriter recovery_;
    EngineClient engine_;
    CommandSet commands_;
    std::unique_ptr<WindowLayout> layout_;
    EngineNotices *notices_;
    std::unique_ptr<Workspace> workspace_;
    QTimer problemsSoon_, runSoon_; ///< many changes come at once
};

} // namespace thalweg
