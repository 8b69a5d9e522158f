#define THALWEG_VECTOR 4
#include "network_code.h"

constinit const thalweg::NetworkKernel thalweg::avx2NetworkKernel = thalweg::makeNetworkKernel();
