#include "engine/run_step.h"

#include <thalweg/parallel.h>

#include <optional>

namespace thalweg {

namespace {

/// Depends on the workflow's seed, the node and the item, and on nothing else.
std::uint64_t randomSeed(std::uint64_t seed, const QString &node, std::size_t item)
{
    ContentHash hash;
    hash.add(seed);
    hash.add(node);
    hash.add(static_cast<std::uint64_t>(item));
    return hash.key()[0];
}

} // namespace

Result<std::vector<ValuePtr>> runStep(const Plan &plan, const Plan::Step &step, const Mapping &mapping,
    RunControl &control, Mailbox &mailbox, const Watchers &watchers)
{
    std::vector<std::vector<ValuePtr>> outputsByItem(mapping.count());
    std::vector<std::optional<Error>> errors(mapping.count());
    std::atomic<bool> stopped = false;
    NodeProgress progress(step.node, mapping.count(), mailbox);
    const auto runItem = [&](std::size_t item) {
        try {
            const Result<Inputs> inputs = mapping.inputs(item);
            if (!inputs) {
                errors[item] = inputs.error();
                return;
            }
            NodeContext context(randomSeed(plan.seed, step.node, item), plan, step, { item, mapping.label(item) },
                progress, control, mailbox, watchers);
            Result<Outputs> outputs = runNode(*step.type, *inputs, context);
            if (outputs)
                outputsByItem[item] = outputs->values();
            else
                errors[item] = outputs.error();
        } catch (const Stopped &) {
            stopped = true;
        }
    };
    if (mapping.isMapped())
        parallelFor(mapping.count(), runItem);
    else
        runItem(0);

    if (stopped)
        throw Stopped();
    for (std::size_t item = 0; item < errors.size(); ++item)
        if (errors[item])
            return mapping.isMapped() ? errors[item]->at(mapping.label(item)) : *errors[item];
    return mapping.gather(outputsByItem);
}

} // namespace thalweg
