#pragma once

#include "kernel.h"

#include <vector>

namespace thalweg {

/// The kernels that this processor can run, the fastest last. All give the same bits.
const std::vector<const Kernel *> &usableKernels();

inline const Kernel &fastestKernel()
{
    return *usableKernels().back();
}

} // namespace thalweg
