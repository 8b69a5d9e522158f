#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `sources.range`: a list of numbers, for a parameter that is to take each of them in turn.
NodeType range();

} // namespace thalweg
