#pragma once

#include "node_type.h"

#include <QHash>

#include <memory>

namespace thalweg {

/// The node types that a program knows, by id. Descriptions live as long as any copy of the catalogue that holds them.
class THALWEG_EXPORT NodeTypes {
public:
    NodeTypes() = default;
    explicit NodeTypes(std::vector<NodeType> types);

    /// Refuses an id that is there already.
    Result<void> add(NodeType type);

    /// Null where there is none.
    const NodeType *find(const QString &id) const;

    /// Sorted by id.
    std::vector<const NodeType *> all() const;

    /// Sorted.
    QStringList ids() const;

private:
    QHash<QString, std::shared_ptr<const NodeType>> types_;
};

/// Of `candidates` the one that takes the fewest changes of letters to become `word`; empty where that is more than a
/// third of its length.
THALWEG_EXPORT QString nearestWord(const QString &word, const QStringList &candidates);

/// What to say after "there is no x": `; did you mean "y"?`, or where none is near, the first of what there is:
/// `; there are: a, b, …`. Empty where there is nothing.
THALWEG_EXPORT QString suggestion(const QString &word, const QStringList &candidates);

} // namespace thalweg
