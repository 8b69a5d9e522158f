#pragma once

#include <thalweg/dataset.h>
#include <thalweg/run_context.h>

namespace thalweg {

/// Mean and standard deviation of every feature of X.
struct Statistics {
    Eigen::VectorXd mean;
    Eigen::VectorXd deviation; ///< population: √(Σ(x − mean)² / m); exactly 0 where all rows are the same
};

/// In two passes with corrected sums (T. F. Chan, G. H. Golub, R. J. LeVeque, Algorithms for computing the sample
/// variance, The American Statistician 37 (1983), p. 242), so that a mean far from 0 costs no digits. Throws Stopped.
Statistics statisticsOf(const Matrix &features, RunContext &context);

} // namespace thalweg
