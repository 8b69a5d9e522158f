#pragma once

#include "engine/mapping.h"
#include "engine/node_context.h"
#include "engine/plan.h"

namespace thalweg {

/// Runs a node on what has arrived, once or, over lists, once an item in parallel. Gives one value an output port.
/// Throws Stopped where the node was stopped before it had anything to give.
Result<std::vector<ValuePtr>> runStep(const Plan &plan, const Plan::Step &step, const Mapping &mapping,
    RunControl &control, Mailbox &mailbox, const Watchers &watchers = {});

} // namespace thalweg
