#pragma once

#include "engine/engine.h"
#include "engine/node_context.h"

namespace thalweg {

/// Says what there is to say of an output that has its value: its summary, its figures, and the files it was asked to
/// be saved in. False if one of those could not be written.
bool tellOutput(
    const QString &node, const QString &port, const ValuePtr &value, const RunOptions &options, Mailbox &mailbox);

/// The figures in a value: itself, or those of its items.
void tellFigures(const QString &node, const QString &port, const ValuePtr &value, bool isLive, Mailbox &mailbox);

} // namespace thalweg
