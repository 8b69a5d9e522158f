#pragma once

#include "rule_parts.h"
#include "update_rule.h"

#include <thalweg/inputs.h>

#include <memory>

namespace thalweg {

/// What Adam and its nearest relatives differ in.
struct AdamVariant {
    bool keepsMaximum = false; ///< AMSGrad: the mean square never falls
    bool isDecoupled = false; ///< AdamW: θ itself is shrunk, the gradient has no penalty
};

/// Reads `beta1`, `beta2`, `eps` and `weight_decay`.
std::unique_ptr<UpdateRule> makeAdamRule(const Inputs &in, Eigen::Index dimension, AdamVariant variant);

} // namespace thalweg
