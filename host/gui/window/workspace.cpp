#include "gui/window/workspace.h"

#include "graph/document.h"
#include "gui/canvas/canvas_view.h"
#include "gui/figures/figure_board.h"
#include "gui/figures/start_edit.h"
#include "gui/figures/step_cursor.h"
#include "gui/window/known_starts.h"
#include "gui/window/run_controller.h"

namespace thalweg {

Workspace::Workspace(Document &document, EngineClient &engine)
    : document_(document), engine_(engine), runs_(std::make_unique<RunController>(document, engine, board_)),
      figures_(std::make_unique<FigureBoard>()), cursor_(std::make_unique<StepCursor>()),
      canvas_(std::make_unique<CanvasView>(document, board_))
{
    connectFigures();
    // Nodes that go or take another name do so everywhere.
    connect(&document, &Document::changed, this, [this](const Change &change) {
        const auto *node = std::get_if<NodeChange>(&change);
        if (!node || !node->before)
            return;
        if (!node->after) {
            board_.remove(node->before->id);
            figures_->remove(node->before->id);
        } else if (node->before->id != node->after->id) {
            board_.rename(node->before->id, node->after->id);
            figures_->rename(node->before->id, node->after->id);
        }
    });
}

Workspace::~Workspace() = default;

void Workspace::connectFigures()
{
    connect(&engine_, &EngineClient::began, figures_.get(), &FigureBoard::begin);
    connect(&engine_, &EngineClient::message, figures_.get(), [this](const Message &message) {
        if (const auto *figure = std::get_if<FigureMessage>(&message))
            figures_->take(*figure);
        else if (std::holds_alternative<EndMessage>(message))
            figures_->end();
    });
    connect(&engine_, &EngineClient::lost, figures_.get(), &FigureBoard::end);
    connect(
        figures_.get(), &FigureBoard::stepsChanged, cursor_.get(), [this] { cursor_->setSteps(figures_->steps()); });
}

void Workspace::setStart(const QString &node, const QJsonObject &place, bool isFinal)
{
    document_.make(moveStart(document_.graph(), engine_.nodeTypes(), node, place,
        knownStarts(document_.graph(), board_), QStringLiteral("start %1").arg(drags_)));
    if (isFinal)
        ++drags_;
}

} // namespace thalweg
