#pragma once

#include <thalweg/dataset.h>
#include <thalweg/figure.h>

#include <vector>

namespace thalweg {

/// Two axes of places and a matrix of scores over them: row r * x.size() + c holds the score of each class at
/// (x[c], y[r]). The class of the highest score, the first of several, owns the place.
struct ClassField {
    const std::vector<double> &x;
    const std::vector<double> &y;
    const Matrix &scores;

    Eigen::Index rowAt(std::size_t column, std::size_t row) const
    {
        return static_cast<Eigen::Index>(row * x.size() + column);
    }
};

/// Where the owner changes: short straight lines from edge to edge of the grid's cells with gaps between them
/// (marching squares on the lead of each class over the best of the others, linear between the grid's points).
LineLayer boundaries(const ClassField &field);

/// The region of each class as bands over x, in the order of the classes. Edges run straight from column to column;
/// where the classes that follow each other upwards change between two columns, there is a step half-way.
std::vector<BandLayer> regions(const ClassField &field);

} // namespace thalweg
