#include "dataset_node.h"
#include "split.h"
#include "standardize.h"

#include <thalweg/plugin.h>

using namespace thalweg;

THALWEG_PLUGIN(datasetOfTable, standardize, split)
