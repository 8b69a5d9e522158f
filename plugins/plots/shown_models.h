#pragma once

#include "traces.h"

#include <thalweg/model.h>
#include <thalweg/objective.h>

namespace thalweg {

/// A model that a plot shows: as it was fitted, or as it was at steps of the descent that fitted it.
struct ShownModel {
    QString label = {}; ///< may be empty
    std::vector<std::shared_ptr<const Model>> models = {}; ///< one, or one a step
    std::vector<std::int64_t> steps = {}; ///< the iteration of each; empty: it does not follow the step cursor
    double epochsAStep = 0;

    const Model &last() const { return *models.back(); }
    bool follows() const { return !steps.empty(); }

    /// Whether, and how, a layer made from these models follows the cursor. `pointsAStep` are as many points of the
    /// layer as belong to each step.
    void follow(Layer &layer, const std::vector<std::size_t> &pointsAStep) const;
};

/// The inputs of a plot of data and what models make of them: `dataset`, `model`, and `objective` with `descent`, of
/// which one or the other must be linked.
std::vector<Port> dataAndModels(const QString &datasetHelp);

/// The models at the port `model`, then those of the descents, which the objective gives, each at no more than `most`
/// steps: the first half of them one by one, where most happens, and then evenly to the last.
/// Throws Error where there is none, or where the objective predicts nothing.
std::vector<ShownModel> shownModels(const Inputs &in, std::size_t most);

/// Of a plot that can show one only.
ShownModel shownModel(const Inputs &in, std::size_t most);

} // namespace thalweg
