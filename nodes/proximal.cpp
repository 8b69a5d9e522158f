#include "proximal.h"

namespace thalweg {

Proximal::~Proximal() = default;

} // namespace thalweg
