#pragma once

#include "engine/messages.h"
#include "figure/origin.h"
#include "workflow/workflow.h"

#include <thalweg/node_types.h>

namespace thalweg {

/// What a figure's file is called: `NODE.png`, or `NODE-3.png` for the third of a list. `format` is the extension.
QString figureFileName(const FigureMessage &figure, const QString &format);

/// What figure files in the folder `to` carry: the workflow that ran in the folder `from`, with relative paths as they
/// are from there. Both are absolute.
FigureOrigin figureOrigin(const Workflow &ran, const NodeTypes &types, const QString &from, const QString &to);

} // namespace thalweg
