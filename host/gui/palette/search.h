#pragma once

#include <thalweg/node_types.h>

#include <vector>

namespace thalweg {

/// How well a text is found in words that count in falling order (title, id, summary): 0 where a word of it is in none,
/// else above 0, the more the better. Words may stand in any order and be begun only; in a word of four letters and
/// more one may be wrong, left out, added or swapped with its neighbour, in one of eight and more two. Case and accents
/// do not count.
double searchScore(const QString &query, const QStringList &texts);

/// What a node type is searched by: title, id, summary, category.
double searchScore(const QString &query, const NodeType &type);

/// Those that are found, the best first, then by title. All of them, in their order, for an empty query.
std::vector<const NodeType *> search(const std::vector<const NodeType *> &types, const QString &query);

} // namespace thalweg
