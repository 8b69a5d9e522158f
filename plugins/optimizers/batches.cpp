#include "batches.h"

#include <algorithm>
#include <numeric>

namespace thalweg {

Batches::Batches(Eigen::Index rowCount, Eigen::Index batchSize, bool shuffled, Random random)
    : rows_(static_cast<std::size_t>(rowCount)), batchSize_(static_cast<std::size_t>(batchSize)), shuffled_(shuffled),
      random_(std::move(random)), dealt_(rows_.size())
{
    std::iota(rows_.begin(), rows_.end(), 0);
}

std::span<const Eigen::Index> Batches::next()
{
    if (isEpochEnd()) {
        dealt_ = 0;
        if (shuffled_)
            shuffle(rows_, random_);
    }
    const std::size_t size = std::min(batchSize_, rows_.size() - dealt_);
    const std::span<const Eigen::Index> batch(rows_.data() + dealt_, size);
    dealt_ += size;
    return batch;
}

std::span<const Eigen::Index> Batches::soon() const
{
    const std::size_t first = std::min(dealt_ + std::max<std::size_t>(batchSize_, 16), rows_.size());
    return { rows_.data() + first, std::min(batchSize_, rows_.size() - first) };
}

} // namespace thalweg
