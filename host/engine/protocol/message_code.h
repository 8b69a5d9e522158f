#pragma once

#include "engine/messages.h"
#include "engine/protocol/fields.h"

#include <optional>

namespace thalweg {

QCborMap messageToMap(const Message &message);

/// Nothing where the map's kind is not that of a message of a run.
std::optional<Message> messageFromMap(const Fields &in);

} // namespace thalweg
