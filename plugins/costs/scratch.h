#pragma once

#include <cstddef>
#include <vector>

namespace thalweg {

/// Calls use(scratch) with room for `size` numbers, not initialised: on the stack where they are few, else in memory
/// that the thread keeps for this place of the code, so that nothing is allocated from the second call on. `use` must
/// not come to the same place again on the same thread.
template <class Use> decltype(auto) withScratch(std::size_t size, const Use &use)
{
    constexpr std::size_t few = 1024;
    if (size <= few) {
        double scratch[few];
        return use(static_cast<double *>(scratch));
    }
    static thread_local std::vector<double> scratch;
    if (scratch.size() < size)
        scratch.resize(size);
    return use(scratch.data());
}

} // namespace thalweg
