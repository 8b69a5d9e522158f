#pragma once

#include "update_rule.h"

#include <thalweg/inputs.h>
#include <thalweg/run_context.h>

#include <functional>
#include <memory>

namespace thalweg {

/// What makes one optimizer different from the next.
struct Optimizer {
    QString id = {};
    QString title = {};
    QString summary = {};
    QString help = {}; ///< about the rule; what all optimizers share is added
    double rate = 0.001; ///< default η
    std::vector<Parameter> parameters = {}; ///< the rule's own
    std::function<std::unique_ptr<UpdateRule>(const Inputs &in, Eigen::Index dimension)> makeRule = {};
    bool hasAverage = false; ///< the rule keeps the mean of its path: the node has outputs for it
};

/// The node of an optimizer: objective → descent and model, with the parameters that all optimizers have.
NodeType optimizerNode(const Optimizer &optimizer);

} // namespace thalweg
