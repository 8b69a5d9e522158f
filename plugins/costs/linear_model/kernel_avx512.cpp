#define THALWEG_VECTOR 8
#include "kernel_code.h"

const thalweg::Kernel thalweg::avx512Kernel = THALWEG_KERNEL("AVX-512");
