#include "plugin.h"

namespace thalweg {

Plugin::~Plugin() = default;

} // namespace thalweg
