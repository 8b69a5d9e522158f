#pragma once

#include <thalweg/random.h>

#include <Eigen/Core>

#include <span>
#include <vector>

namespace thalweg {

/// Deals out the rows 0 … m-1 in batches, epoch after epoch, each row once an epoch. The last batch of an epoch is
/// smaller where the size does not divide m.
class Batches {
public:
    /// Shuffles before each epoch if `shuffled`, else keeps the rows' order.
    Batches(Eigen::Index rowCount, Eigen::Index batchSize, bool shuffled, Random random);

    /// Valid until the next call.
    std::span<const Eigen::Index> next();

    /// Rows of this epoch that will be dealt a little later: as many as a batch has, from 16 rows or a batch ahead on.
    std::span<const Eigen::Index> soon() const;

    /// Whether the batch that was dealt last was the last of its epoch.
    bool isEpochEnd() const { return dealt_ == rows_.size(); }

private:
    std::vector<Eigen::Index> rows_;
    std::size_t batchSize_;
    bool shuffled_;
    Random random_;
    std::size_t dealt_; ///< rows of this epoch
};

} // namespace thalweg
