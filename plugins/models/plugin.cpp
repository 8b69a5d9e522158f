#include "predict.h"
#include "score.h"

#include <thalweg/plugin.h>

using namespace thalweg;

THALWEG_PLUGIN(predictRows, scoreModel)
