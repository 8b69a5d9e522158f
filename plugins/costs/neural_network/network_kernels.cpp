#include "network_kernel.h"

namespace thalweg {

const NetworkKernel &networkKernel([[maybe_unused]] const Kernel &kernel)
{
#ifdef THALWEG_X86_KERNELS
    if (&kernel == &avx2Kernel)
        return avx2NetworkKernel;
    if (&kernel == &avx512Kernel)
        return avx512NetworkKernel;
#endif
    return baselineNetworkKernel;
}

} // namespace thalweg
