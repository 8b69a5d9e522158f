#include "chunks.h"

namespace thalweg {

double divisor(Reduction reduction, double rows)
{
    switch (reduction) {
    case Reduction::Mean:
        return rows;
    case Reduction::HalfMean:
        return 2 * rows;
    case Reduction::Sum:
        return 1;
    case Reduction::HalfSum:
        break;
    }
    return 2;
}

std::size_t rowsInChunk(std::size_t columnCount, std::size_t least)
{
    const std::size_t fitting = 65536 / std::max<std::size_t>(columnCount, 1);
    return std::max(fitting, least) / 8 * 8;
}

void addUp(double *runs, std::size_t count, std::size_t stride, std::size_t width)
{
    if (count == 1)
        return;
    constexpr std::size_t blockWidth = 256;
    const auto addBlock = [=](std::size_t block) {
        const std::size_t begin = block * blockWidth;
        const std::size_t end = std::min(begin + blockWidth, width);
        for (std::size_t step = 1; step < count; step *= 2)
            for (std::size_t i = 0; i + step < count; i += 2 * step)
                for (std::size_t j = begin; j < end; ++j)
                    runs[i * stride + j] += runs[(i + step) * stride + j];
    };
    forEachChunk((width + blockWidth - 1) / blockWidth, addBlock);
}

} // namespace thalweg
