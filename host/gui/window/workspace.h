#pragma once

#include "gui/run/run_board.h"

#include <QObject>

#include <memory>

namespace thalweg {

class CanvasView;
class Document;
class EngineClient;
class FigureBoard;
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
    /// Owned by the widget that it is put into, or by the workspace where it is in none.
    CanvasView &canvas() { return *canvas_; }
    FigureBoard &figures() { return *figures_; }
    StepCursor &cursor() { return *cursor_; }

private:
    RunBoard board_;
    std::unique_ptr<RunController> runs_;
    std::unique_ptr<CanvasView> canvas_;
    std::unique_ptr<FigureBoard> figures_;
    std::unique_ptr<StepCursor> cursor_;
};

} // namespace thalweg
