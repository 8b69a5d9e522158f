#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

NodeType gradientDescent();
NodeType momentum();
NodeType adam();

} // namespace thalweg
