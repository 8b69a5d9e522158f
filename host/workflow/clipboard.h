#pragma once

#include "graph/graph.h"

#include <thalweg/result.h>

namespace thalweg {

/// A piece of a graph (pieceOf() in graph/selection.h) as text: a workflow file of its own.
QString clipboardText(const Graph &piece);

/// The piece again, or any other workflow's text. The error says in words that the text is no workflow, and why.
Result<Graph> pieceFromText(const QString &text);

} // namespace thalweg
