#define THALWEG_VECTOR 8
#include "softmax_code.h"

constinit const thalweg::Kernel thalweg::avx512Kernel = thalweg::makeKernel("AVX-512");
