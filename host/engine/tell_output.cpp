#include "engine/tell_output.h"

#include "engine/save_value.h"

#include <thalweg/list.h>

namespace thalweg {

void tellFigures(const QString &node, const QString &port, const ValuePtr &value, bool isLive, Mailbox &mailbox)
{
    if (auto figure = std::dynamic_pointer_cast<const Figure>(value)) {
        mailbox.send(FigureMessage { node, port, -1, {}, figure, isLive });
    } else if (const auto *list = dynamic_cast<const List *>(value.get())) {
        for (std::size_t item = 0; item < list->items().size(); ++item)
            if (auto one = std::dynamic_pointer_cast<const Figure>(list->items()[item]))
                mailbox.send(FigureMessage { node, port, static_cast<int>(item), list->label(item), one, isLive });
    }
}

bool tellOutput(
    const QString &node, const QString &port, const ValuePtr &value, const RunOptions &options, Mailbox &mailbox)
{
    if (options.summaries)
        mailbox.send(SummaryMessage { node, port, value->text(), typedSummary(*value) });
    if (options.figures)
        tellFigures(node, port, value, false, mailbox);
    bool allSaved = true;
    for (const SaveRequest &save : options.saves) {
        if (save.node != node || save.port != port)
            continue;
        const Result<void> saved = saveValue(*value, save.path);
        allSaved = allSaved && saved;
        mailbox.send(SavedMessage { node, port, save.path, saved ? QString() : saved.error().text() });
    }
    return allSaved;
}

} // namespace thalweg
