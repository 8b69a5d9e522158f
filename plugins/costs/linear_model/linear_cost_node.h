#pragma once

#include "linear_cost.h"

#include <thalweg/node_type.h>

namespace thalweg {

/// What makes one linear cost differ from another.
struct LinearCostKind {
    Kernel::Sum Kernel::*loss;
    Link link;
    /// Names of the classes that the model tells apart, empty where it tells none. Throws Error where the target does
    /// not suit the loss.
    QStringList (*classes)(const Dataset &dataset);
};

/// The ports, parameters and `run` of such a cost, added to the `description`, which has id, title, summary and help.
NodeType linearCostNode(NodeType description, const LinearCostKind &kind);

} // namespace thalweg
