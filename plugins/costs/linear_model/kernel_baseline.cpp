#define THALWEG_VECTOR 2
#include "kernel_code.h"

const thalweg::Kernel thalweg::baselineKernel = THALWEG_KERNEL("baseline");
