#pragma once

#include <thalweg/dataset.h>

#include <span>
#include <vector>

namespace thalweg {

/// One measure of how well predictions fit; NaN where it is not defined.
struct Measure {
    QString name;
    double value;
};

/// Of m numbers yᵢ that were predicted as pᵢ: R² = 1 − Σ(yᵢ − pᵢ)² / Σ(yᵢ − ȳ)² (not defined where all yᵢ are the
/// same), RMSE = √(Σ(yᵢ − pᵢ)² / m), MAE = Σ|yᵢ − pᵢ| / m.
std::vector<Measure> regressionMeasures(const Eigen::VectorXd &target, const Eigen::VectorXd &predicted);

/// The part of the rows whose class was predicted.
double accuracy(std::span<const int> target, std::span<const int> predicted);

/// −Σ ln(probability of the class that the row has) / m, natural; probabilities are kept from 2⁻⁵² to 1 − 2⁻⁵², so that
/// one row cannot make it infinite.
double logLoss(std::span<const int> target, const Matrix &probabilities);

/// How often one class was rightly found, wrongly found, and missed.
struct Counts {
    std::size_t found = 0;
    std::size_t wronglyFound = 0;
    std::size_t missed = 0;

    double precision() const; ///< found / (found + wronglyFound); not defined where nothing was found
    double recall() const; ///< found / (found + missed); not defined where there is nothing to find
    double f1() const; ///< 2·found / (2·found + wronglyFound + missed), the harmonic mean of the two
};
Counts countsOf(int positive, std::span<const int> target, std::span<const int> predicted);

/// The area under the ROC curve: how likely a row of class 1 has a higher score than one of class 0, ties counted half
/// (J. A. Hanley, B. J. McNeil, Radiology 143 (1982), p. 29). Not defined where there is one class only.
double areaUnderCurve(std::span<const int> target, const Eigen::VectorXd &score);

} // namespace thalweg
