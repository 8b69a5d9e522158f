#pragma once

#include <thalweg/random.h>
#include <thalweg/table.h>

#include <span>

namespace thalweg {

/// How rows of one kind are made up.
struct Generator {
    /// What a row is made from.
    struct Setting {
        double noise;
        int classes;
        std::size_t row;
    };
    enum class Target { Number, ZeroOrOne, Class };

    QString kind;
    int features; ///< as few as the law needs
    bool usesAllFeatures; ///< else the ones above `features` are pure noise, N(0, 1)
    double noise; ///< where none is given
    Target target;
    int mostClasses; ///< 0 where there are none

    /// Fills the features that the law reads and gives the target, for a class its number 0 … classes-1.
    double (*row)(std::span<double> x, const Setting &setting, Random &random);
};

/// All kinds, in the order in which they are offered; each is described in the node's help.
const std::vector<Generator> &generators();

} // namespace thalweg
