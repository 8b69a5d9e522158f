#include "engine/node_context.h"

#include <thalweg/inputs.h>

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

NodeContext::NodeContext(std::uint64_t seed, const Plan &plan, const Plan::Step &step, const ItemPlace &item,
    NodeProgress &progress, RunControl &control, Mailbox &mailbox, const Watchers &watchers)
    : RunContext(seed, plan.directory), step_(step), item_(item), progress_(progress), control_(control),
      mailbox_(mailbox), watchers_(watchers)
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
    mailbox_.send(LogMessage {
        step_.node, level, item_.label.isEmpty() ? message : item_.label + QStringLiteral(": ") + message });
}

void NodeContext::publish(const QString &port, const ValuePtr &value)
{
    Outputs checked(*step_.type);
    checked.set(port, value);
    if (!watchers_.publisher || !value)
        return;
    for (std::size_t output = 0; output < checked.values().size(); ++output)
        if (checked.values()[output])
            watchers_.publisher->publish(item_.index, output, value);
}

} // namespace thalweg
