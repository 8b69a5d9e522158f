#include "engine/node_context.h"

#include <algorithm>

namespace thalweg {

void NodeProgress::advance(double byPartOfAnItem)
{
    double part = 0;
    {
        const std::lock_guard lock(mutex_);
        part_ = std::min(1.0, part_ + byPartOfAnItem / items_);
        if (part_ < told_ + 0.01)
            return;
        told_ = part = part_;
    }
    mailbox_.send(ProgressMessage { node_, part });
}

NodeContext::NodeContext(std::uint64_t seed, const QString &directory, const QString &node, const QString &item,
    NodeProgress &progress, RunControl &control, Mailbox &mailbox)
    : RunContext(seed, directory), node_(node), item_(item), progress_(progress), control_(control), mailbox_(mailbox)
{
}

void NodeContext::progress(double part)
{
    const double before = part_.exchange(part);
    if (part > before)
        progress_.advance(part - before);
}

void NodeContext::log(Level level, const QString &message)
{
    mailbox_.send(LogMessage { node_, level, item_.isEmpty() ? message : item_ + QStringLiteral(": ") + message });
}

} // namespace thalweg
