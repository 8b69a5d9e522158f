#include "kernels.h"

namespace thalweg {

const std::vector<const Kernel *> &usableKernels()
{
    static const std::vector<const Kernel *> kernels = [] {
        std::vector<const Kernel *> usable { &baselineKernel };
#ifdef THALWEG_X86_KERNELS
        if (__builtin_cpu_supports("avx2"))
            usable.push_back(&avx2Kernel);
        if (__builtin_cpu_supports("avx512f"))
            usable.push_back(&avx512Kernel);
#endif
        return usable;
    }();
    return kernels;
}

} // namespace thalweg
