#pragma once

#include <QStringList>

namespace thalweg {

class CanvasView;

/// The outputs of a node that the last run has told of, in the order of its ports.
QStringList outputsToOpen(const CanvasView &view, const QString &node);

/// Asks for the first of them to be shown; where there is none, says that it must be run before.
void openOutput(CanvasView &view, const QString &node);

} // namespace thalweg
