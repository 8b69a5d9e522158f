#define THALWEG_VECTOR 8
#include "network_code.h"

constinit const thalweg::NetworkKernel thalweg::avx512NetworkKernel = thalweg::makeNetworkKernel();
