#pragma once

#include "graph/edits.h"

namespace thalweg {

/// Joins edits into one that is undone as one. Each is made from graph(), the graph as those before it have left it:
///
///     EditBuilder builder(document.graph());
///     builder.add(removeNodes(builder.graph(), { "gd" }));
///     if (const Result<void> added = builder.add(addNode(builder.graph(), node, place)); !added)
///         return added.error();
///     document.make(builder.edit(tr("Replace node gd")));
class EditBuilder {
public:
    explicit EditBuilder(Graph graph) : graph_(std::move(graph)) { }

    const Graph &graph() const { return graph_; }

    void add(const Edit &edit);
    /// Passes on why there is no edit, and is then as it was before.
    Result<void> add(const Result<Edit> &edit);

    /// All of it; `mergeKey` as in Edit.
    Edit edit(const QString &name, const QString &mergeKey = {}) const { return { name, changes_, mergeKey }; }

private:
    Graph graph_;
    std::vector<Change> changes_;
};

} // namespace thalweg
