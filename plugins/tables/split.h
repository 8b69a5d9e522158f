#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `tables.split`: rows to train on, and rows to test on.
NodeType split();

} // namespace thalweg
