#include "report/run_record.h"

namespace thalweg {

void RunRecord::take(const Message &message)
{
    if (const auto *state = std::get_if<StateMessage>(&message)) {
        NodeRecord &node = nodes[state->node];
        node.state = state->state;
        node.seconds = state->seconds;
        node.problem = state->problem;
    } else if (const auto *summary = std::get_if<SummaryMessage>(&message)) {
        nodes[summary->node].outputs.push_back({ summary->port, summary->text, summary->summary });
    } else if (const auto *figure = std::get_if<FigureMessage>(&message)) {
        if (!figure->isLive)
            figures.push_back(*figure);
    } else if (const auto *line = std::get_if<LogMessage>(&message)) {
        log.push_back(*line);
    } else if (const auto *end = std::get_if<EndMessage>(&message)) {
        status = end->status;
        seconds = end->seconds;
        threads = end->threads;
    }
}

} // namespace thalweg
