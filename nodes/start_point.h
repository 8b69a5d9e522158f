#pragma once

#include "objective.h"
#include "random.h"

#include <QJsonValue>

namespace thalweg {

/// The θ that a parameter of kind Point means for this objective: numbers in order, one number where n = 1, numbers by
/// name (the rest 0), `zeros`, `random`, or `automatic`. Where the objective suggests a start, `random` and `automatic`
/// are that; where it does not, `random` is independent, normal, of mean 0 and variance 1, and `automatic` is zeros.
/// Throws an Error where length or names do not fit.
THALWEG_EXPORT Eigen::VectorXd startPoint(const QJsonValue &start, const Objective &objective, Random &random);

} // namespace thalweg
