#pragma once

#include "search.h"

#include <thalweg/inputs.h>

#include <functional>
#include <memory>

namespace thalweg {

/// What makes one node that searches different from the next.
struct SearchNode {
    QString id = {};
    QString title = {};
    QString summary = {};
    QString help = {}; ///< about the method; what all searches share is added
    QString rateHelp = {}; ///< what `rate` is to the method
    std::vector<Parameter> parameters = {}; ///< the method's own
    /// The objective outlives the method. May throw an Error where objective and method do not fit.
    std::function<std::unique_ptr<SearchMethod>(const Inputs &in, const Objective &objective, RunContext &context)>
        makeMethod = {};
};

/// The node of a search: objective → descent and model, with the parameters that all searches have: `start`, `rate`
/// (left open: the method chooses), `iterations`, `evaluations` and the tolerances.
NodeType searchNode(const SearchNode &search);

} // namespace thalweg
