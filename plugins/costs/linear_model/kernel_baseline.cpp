#define THALWEG_VECTOR 2
#include "softmax_code.h"

constinit const thalweg::Kernel thalweg::baselineKernel = thalweg::makeKernel("baseline");
