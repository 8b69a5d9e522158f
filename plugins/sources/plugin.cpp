#include "csv.h"
#include "generate.h"
#include "range.h"
#include "typed_table.h"

#include <thalweg/plugin.h>

using namespace thalweg;

THALWEG_PLUGIN(csv, typedTable, generate, range)
