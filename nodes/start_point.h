#pragma once

#include "export.h"
#include "random.h"

#include <QJsonValue>
#include <QStringList>

#include <Eigen/Core>

namespace thalweg {

/// The θ that a parameter of kind Point means for these parameter names: numbers in order, one number where n = 1,
/// numbers by name (the rest 0), `zeros`, or `random` (independent, normal, mean 0, variance 1). Throws an Error where
/// length or names do not fit.
THALWEG_EXPORT Eigen::VectorXd startPoint(const QJsonValue &start, const QStringList &parameterNames, Random &random);

} // namespace thalweg
