#pragma once

#include <QStringList>

#include <Eigen/Core>

#include <vector>

namespace thalweg {

/// A function that optimizers are tried on, as a formula of x[1] … x[n]. In all its texts `n` stands for the dimension,
/// and in those of a coordinate `i` for its number, from 1. Coordinates repeat: { "-1.2", "1" } is -1.2, 1, -1.2, 1, …
struct TestFunction {
    QString name;
    QString formula;
    int dimension; ///< the usual one
    int step; ///< other dimensions are its multiples; 0: there are none
    int least; ///< dimension
    QStringList minimum; ///< a global minimum, as published
    QString minimumValue;
    QStringList start; ///< the usual one, where there is such
    double from; ///< where to look at it: the range of each coordinate
    double to;
};

// The families.
std::vector<TestFunction> bowls();
std::vector<TestFunction> valleys();
std::vector<TestFunction> functionsOfManyMinima();
std::vector<TestFunction> moreGarbowHillstrom();
std::vector<TestFunction> fits();

/// All of them.
const std::vector<TestFunction> &testFunctions();

/// The formula in that dimension.
QString formulaOf(const TestFunction &function, int dimension);

/// What such texts mean in that dimension.
double numberOf(const QString &text, int dimension);
Eigen::VectorXd pointOf(const QStringList &coordinates, int dimension);

} // namespace thalweg
