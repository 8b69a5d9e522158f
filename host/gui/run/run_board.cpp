#include "gui/run/run_board.h"

namespace thalweg {

namespace {

NodeStatus::State stateOf(NodeState state)
{
    switch (state) {
    case NodeState::Running:
        return NodeStatus::State::Running;
    case NodeState::Done:
        return NodeStatus::State::Done;
    case NodeState::FromCache:
        return NodeStatus::State::FromCache;
    case NodeState::Failed:
        return NodeStatus::State::Failed;
    case NodeState::Skipped:
        return NodeStatus::State::Skipped;
    }
    Q_UNREACHABLE();
}

} // namespace

const NodeStatus &RunBoard::status(const QString &node) const
{
    static const NodeStatus unknown;
    const auto found = statuses_.constFind(node);
    return found == statuses_.cend() ? unknown : *found;
}

void RunBoard::begin(const QStringList &nodes)
{
    for (const QString &node : nodes) {
        NodeStatus &status = statuses_[node];
        status = { .state = NodeStatus::State::Waiting, .outputs = std::move(status.outputs) };
        outdated_.insert(node);
        Q_EMIT changed(node);
    }
}

void RunBoard::take(const Message &message)
{
    if (const auto *state = std::get_if<StateMessage>(&message)) {
        NodeStatus &status = statuses_[state->node];
        status.state = stateOf(state->state);
        status.seconds = state->seconds;
        status.problem = state->problem;
        status.progress = status.state == NodeStatus::State::Done ? 1 : 0;
        // A node that was skipped has not run; one that ended has told its outputs before, or has none.
        const bool hasEnded = state->state != NodeState::Running && state->state != NodeState::Skipped;
        if (hasEnded && outdated_.remove(state->node))
            status.outputs.clear();
        Q_EMIT changed(state->node);
    } else if (const auto *progress = std::get_if<ProgressMessage>(&message)) {
        statuses_[progress->node].progress = progress->part;
        Q_EMIT changed(progress->node);
    } else if (const auto *summary = std::get_if<SummaryMessage>(&message)) {
        NodeStatus &status = statuses_[summary->node];
        if (outdated_.remove(summary->node))
            status.outputs.clear();
        status.outputs.insert(summary->port, { summary->text, summary->summary });
        Q_EMIT changed(summary->node);
    }
}

void RunBoard::abandon(const QString &why)
{
    const QStringList nodes = statuses_.keys();
    for (const QString &node : nodes) {
        NodeStatus &status = statuses_[node];
        if (status.state != NodeStatus::State::Waiting && status.state != NodeStatus::State::Running)
            continue;
        status.state = NodeStatus::State::Skipped;
        status.progress = 0;
        status.problem = why;
        Q_EMIT changed(node);
    }
}

void RunBoard::rename(const QString &from, const QString &to)
{
    const auto found = statuses_.constFind(from);
    if (from == to || found == statuses_.cend())
        return;
    statuses_.insert(to, statuses_.take(from));
    if (outdated_.remove(from))
        outdated_.insert(to);
    Q_EMIT changed(from);
    Q_EMIT changed(to);
}

void RunBoard::remove(const QString &node)
{
    outdated_.remove(node);
    if (statuses_.remove(node) > 0)
        Q_EMIT changed(node);
}

} // namespace thalweg
