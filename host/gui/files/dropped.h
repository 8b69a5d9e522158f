#pragma once

#include "graph/edits.h"
#include "workflow/workflow.h"

#include <variant>

namespace thalweg {

/// What a file is that was dropped on a window, or given to it in another way.
struct DroppedWorkflow {
    QString path; ///< a workflow file: to be opened
};
struct DroppedFigure {
    QString path;
    Workflow workflow; ///< that made the figure; WorkflowFile::open() opens it, too
};
struct DroppedData {
    QString path; ///< becomes a node, see addData()
};
using Dropped = std::variant<DroppedWorkflow, DroppedFigure, DroppedData>;

/// Looks at name and contents. The error says why nothing can be done with it, and what could be.
Result<Dropped> classify(const QString &path);

/// A node that reads the file, at this place on the canvas. The path is relative where the file lies in the workflow's
/// folder or beside it (at most two folders up), else absolute. `directory` is where relative paths start; empty while
/// the workflow has no file. Refuses where the file's name gives no id.
Result<Edit> addData(const Graph &graph, const DroppedData &data, const QString &directory, const QPointF &place);

} // namespace thalweg
