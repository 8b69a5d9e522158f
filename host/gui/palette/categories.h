#pragma once

#include <thalweg/node_types.h>

#include <QIcon>

namespace thalweg {

/// A heading of the palette with its node types.
struct Category {
    QString id; ///< `costs`
    QString title; ///< `Costs`, translated where it is a known one
    std::vector<const NodeType *> types; ///< by title
};

/// From data to plots: sources, tables, costs, optimizers, models, plots, then others by name.
std::vector<Category> categories(const NodeTypes &types);

QString categoryTitle(const QString &id);

/// A disc in the colour of what the node type gives (of its first output).
QIcon typeIcon(const NodeType &type);

/// The MIME type of a node type that is dragged; the data is its id in UTF-8.
inline constexpr char nodeTypeMime[] = "application/x-thalweg-node-type";

} // namespace thalweg
