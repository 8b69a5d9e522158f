#pragma once

#include "linear_cost.h"
#include "targets.h"

#include <thalweg/node_type.h>

#include <optional>

namespace thalweg {

/// What makes one linear cost differ from another.
struct LinearCostKind {
    Kernel::Sum Kernel::*loss;
    QString method; ///< what needs its target, for messages: `least squares`
    Link link = Link::Identity;
    Target target = Target::Numbers;
    std::optional<Parameter> shape = {}; ///< the number that shapes the loss
};

/// The ports, parameters and `run` of such a cost, and what help says of all of them, added to the `description`, which
/// has id, title, summary and help.
NodeType linearCostNode(NodeType description, const LinearCostKind &kind);

/// The parameters `intercept` and `reduction`.
Parameter interceptParameter();
Parameter reductionParameter();
Reduction reductionOf(const Inputs &in);

/// The port `dataset` of every cost of rows, and the port `objective`.
Port datasetPort();
Port objectivePort();

} // namespace thalweg
