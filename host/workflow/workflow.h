#pragma once

#include "graph/graph.h"

#include <thalweg/result.h>

#include <QByteArray>

namespace thalweg {

/// A workflow and the bytes that it was read from.
struct Workflow {
    Graph graph;
    QByteArray source; ///< empty for a new one
};

inline constexpr int workflowVersion = 1;

/// Reads the text of a workflow file (JSON, UTF-8). Computes nothing, loads nothing, keeps what it does not know. The
/// error names line and column, or the node and key that is of the wrong type.
Result<Workflow> readWorkflow(const QByteArray &bytes);

/// Reads a file of at most 256 MiB: a workflow, or a figure with one inside. Relative paths in it start at the file's
/// folder. Errors are placed at its path.
Result<Workflow> openWorkflow(const QString &path);

/// The bytes to be saved: those that were read, if the graph is as it was read; else the graph written anew, one node
/// or link a line in the graph's order. Reading them gives the same graph.
QByteArray bytesOf(const Workflow &workflow);

/// Writes to a new file that then takes the place of the old one, so that there is a whole file at any moment.
Result<void> saveWorkflow(const Workflow &workflow, const QString &path);

} // namespace thalweg
