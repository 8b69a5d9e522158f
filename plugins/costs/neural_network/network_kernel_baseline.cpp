#define THALWEG_VECTOR 2
#include "network_code.h"

constinit const thalweg::NetworkKernel thalweg::baselineNetworkKernel = thalweg::makeNetworkKernel();
