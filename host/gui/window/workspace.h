#pragma once

#include "gui/run/run_board.h"
#include "report/run_record.h"

#include <QJsonObject>
#include <QObject>

#include <memory>

namespace thalweg {

class CanvasView;
class Document;
class EngineClient;
class FigureBoard;
class NodeTypes;
class RunController;
class StepCursor;

/// All that belongs to one open document and goes with it: its canvas, its runs, their figures and the step at which
/// these are looked at. GUI thread.
class Workspace : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    Workspace(Document &document, EngineClient &engine);
    ~Workspace() override;

    RunBoard &board() { return board_; }
    RunController &runs() { return *runs_; }
    /// It may be put into a window, but must be taken out of it again before the workspace goes.
    CanvasView &canvas() { return *canvas_; }
    FigureBoard &figures() { return *figures_; }
    StepCursor &cursor() { return *cursor_; }

    /// What is known of the runs so far: of each node the last one that it was part of.
    RunRecord record() const;

    /// Moves the start of the descents that the figure of `node` shows; the moves of one drag are undone as one.
    void setStart(const QString &node, const QJsonObject &place, bool isFinal);

private:
    void connectFigures();

    Document &document_;
    EngineClient &engine_;
    RunBoard board_;
    std::unique_ptr<RunController> runs_;
    std::unique_ptr<FigureBoard> figures_;
    std::unique_ptr<StepCursor> cursor_;
    std::unique_ptr<CanvasView> canvas_;
    std::vector<LogMessage> log_; ///< of the last run
    EndMessage end_ { RunStatus::Interrupted, 0, 0 }; ///< of the last run that ended
    int drags_ = 0; ///< of starts, so far
};

} // namespace thalweg
