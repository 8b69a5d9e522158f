#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `sources.generate`: random rows whose law is known.
NodeType generate();

} // namespace thalweg
