#define THALWEG_VECTOR 4
#include "kernel_code.h"

const thalweg::Kernel thalweg::avx2Kernel = THALWEG_KERNEL("AVX2");
