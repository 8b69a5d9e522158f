#pragma once

#include <thalweg/value.h>

namespace thalweg {

/// All that can be seen of a value, to the bit, in a hash; but not how long a descent took. An objective and a model
/// are seen through what they give at a few places.
QByteArray fingerprint(const Value &value);

} // namespace thalweg
