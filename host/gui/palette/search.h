#pragma once

#include <thalweg/node_types.h>

#include <vector>

namespace thalweg {

enum class Spelling {
    Exact,
    /// In a word of four letters and more one may be wrong, left out, added or swapped with its neighbour; in one of
    /// eight and more two.
    Lenient,
};

/// How well a query is found in texts that count in falling order (title, id, summary): 0 where a word of it is in
/// none, else above 0, the more the better. Words may stand in any order and be begun only. Case and accents do not
/// count.
double searchScore(const QString &query, const QStringList &texts, Spelling spelling);

/// Those of the types whose title, id, category or summary holds the query, the best first, then by title; where it is
/// in none, those that hold it when it is read leniently. For an empty query all, in their order.
std::vector<const NodeType *> search(const std::vector<const NodeType *> &types, const QString &query);

} // namespace thalweg
