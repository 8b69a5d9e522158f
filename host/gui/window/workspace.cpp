#include "gui/window/workspace.h"

#include "gui/canvas/canvas_view.h"
#include "gui/figures/figure_board.h"
#include "gui/figures/step_cursor.h"
#include "gui/window/run_controller.h"

namespace thalweg {

Workspace::Workspace(Document &document, EngineClient &engine)
    : runs_(std::make_unique<RunController>(document, engine, board_)),
      canvas_(std::make_unique<CanvasView>(document, board_)), figures_(std::make_unique<FigureBoard>()),
      cursor_(std::make_unique<StepCursor>())
{
    connect(&engine, &EngineClient::message, figures_.get(), &FigureBoard::take);
}

Workspace::~Workspace() = default;

} // namespace thalweg
