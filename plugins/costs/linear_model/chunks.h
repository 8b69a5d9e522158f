#pragma once

#include <thalweg/parallel.h>

#include <algorithm>
#include <cstddef>

namespace thalweg {

/// How the losses of m rows become one cost.
enum class Reduction { Mean, HalfMean, Sum, HalfSum };

/// What the sum of the losses of that many rows is divided by.
double divisor(Reduction reduction, double rows);

// Rows are cut into chunks whose size depends on the shape of the data alone; the sums of the chunks are added up in a
// fixed tree, so that the bits do not depend on the number of threads.

/// Half a megabyte of X, but at least `least` rows, so that what a chunk sums up is small beside it.
std::size_t rowsInChunk(std::size_t columnCount, std::size_t least = 64);

/// At least one.
inline std::size_t chunkCount(std::size_t rowCount, std::size_t chunkRows)
{
    return std::max<std::size_t>((rowCount + chunkRows - 1) / chunkRows, 1);
}

template <class Body> void forEachChunk(std::size_t chunks, const Body &body)
{
    if (chunks == 1)
        body(std::size_t(0));
    else
        parallelFor(chunks, body);
}

/// Adds up the first `width` numbers of `count` runs, which lie `stride` apart, into the first run: in pairs, pairs of
/// pairs, …
void addUp(double *runs, std::size_t count, std::size_t stride, std::size_t width);

} // namespace thalweg
