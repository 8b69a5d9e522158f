#include "residuals.h"

namespace thalweg {

Residuals::~Residuals() = default;

} // namespace thalweg
