#define THALWEG_VECTOR 4
#include "softmax_code.h"

constinit const thalweg::Kernel thalweg::avx2Kernel = thalweg::makeKernel("AVX2");
