#include "gui/window/workspace.h"

#include "graph/document.h"
#include "gui/canvas/canvas_view.h"
#include "gui/figures/figure_board.h"
#include "gui/figures/start_edit.h"
#include "gui/figures/step_cursor.h"
#include "gui/window/known_starts.h"
#include "gui/window/run_controller.h"
#include "report/figure_files.h"

namespace thalweg {

namespace {

NodeState runState(NodeStatus::State state)
{
    switch (state) {
    case NodeStatus::State::Done:
        return NodeState::Done;
    case NodeStatus::State::FromCache:
        return NodeState::FromCache;
    case NodeStatus::State::Failed:
        return NodeState::Failed;
    case NodeStatus::State::Running:
        return NodeState::Running;
    case NodeStatus::State::Unknown:
    case NodeStatus::State::Waiting:
    case NodeStatus::State::Skipped:
        return NodeState::Skipped;
    }
    Q_UNREACHABLE();
}

} // namespace

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
    figures_->setOrigin([this](const QString &folder) {
        return figureOrigin({ document_.graph(), {} }, engine_.nodeTypes(), runs_->directory(), folder);
    });
    connect(&engine_, &EngineClient::began, figures_.get(), &FigureBoard::begin);
    connect(&engine_, &EngineClient::began, this, [this] { log_.clear(); });
    connect(&engine_, &EngineClient::message, figures_.get(), [this](const Message &message) {
        if (const auto *figure = std::get_if<FigureMessage>(&message)) {
            figures_->take(*figure);
        } else if (const auto *line = std::get_if<LogMessage>(&message)) {
            log_.push_back(*line);
        } else if (const auto *end = std::get_if<EndMessage>(&message)) {
            end_ = *end;
            figures_->end();
        }
    });
    connect(&engine_, &EngineClient::lost, figures_.get(), &FigureBoard::end);
    connect(
        figures_.get(), &FigureBoard::stepsChanged, cursor_.get(), [this] { cursor_->setSteps(figures_->steps()); });
}

RunRecord Workspace::record() const
{
    RunRecord record;
    const QHash<QString, NodeStatus> statuses = board_.all();
    for (auto node = statuses.begin(); node != statuses.end(); ++node) {
        RunRecord::NodeRecord &known = record.nodes[node.key()];
        known = { .state = runState(node->state), .seconds = node->seconds, .problem = node->problem };
        for (auto output = node->outputs.begin(); output != node->outputs.end(); ++output)
            known.outputs.push_back({ output.key(), output->text, output->summary });
    }
    for (const FigureKey &key : figures_->keys()) {
        const QMap<int, FigureItem> &items = figures_->group(key).items;
        for (auto item = items.begin(); item != items.end(); ++item)
            record.figures.push_back(
                { key.node, key.port, item->label.isEmpty() ? -1 : item.key(), item->label, item->plain });
    }
    record.log = log_;
    record.take(end_);
    return record;
}

void Workspace::setStart(const QString &node, const QJsonObject &place, bool isFinal)
{
    document_.make(moveStart(document_.graph(), engine_.nodeTypes(), node, place,
        knownStarts(document_.graph(), board_), QStringLiteral("start %1").arg(drags_)));
    if (isFinal)
        ++drags_;
}

} // namespace thalweg
