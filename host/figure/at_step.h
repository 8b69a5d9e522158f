#pragma once

#include <thalweg/figure.h>

namespace thalweg {

/// Whether what is seen of a layer depends on the step cursor.
inline bool followsSteps(const Layer &layer)
{
    return layer.follow != Follow::Nothing && !layer.steps.empty();
}

/// The points of a layer that are to be seen with the step cursor at iteration `cursor`; at the end where it is empty.
/// Between two recorded iterations the cursor stands at the earlier one.
Layer atStep(const Layer &layer, std::optional<std::int64_t> cursor);

} // namespace thalweg
