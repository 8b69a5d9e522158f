#include "node_types.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace thalweg {

NodeTypes::NodeTypes(std::vector<NodeType> types)
{
    for (NodeType &type : types)
        if (const Result<void> added = add(std::move(type)); !added)
            throw std::logic_error(added.error().what());
}

Result<void> NodeTypes::add(NodeType type)
{
    if (types_.contains(type.id))
        return Error(QStringLiteral("the node type \"%1\" is there already").arg(type.id));
    const QString id = type.id;
    types_.insert(id, std::make_shared<const NodeType>(std::move(type)));
    return {};
}

const NodeType *NodeTypes::find(const QString &id) const
{
    const auto found = types_.find(id);
    return found == types_.end() ? nullptr : found->get();
}

std::vector<const NodeType *> NodeTypes::all() const
{
    std::vector<const NodeType *> all;
    for (const auto &type : types_)
        all.push_back(type.get());
    std::ranges::sort(all, {}, &NodeType::id);
    return all;
}

QStringList NodeTypes::ids() const
{
    QStringList ids = types_.keys();
    ids.sort();
    return ids;
}

QString nearestWord(const QString &word, const QStringList &candidates)
{
    // Levenshtein's distance, a row at a time.
    const auto distance = [](const QString &a, const QString &b) {
        std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
        std::iota(row.begin(), row.end(), 0);
        for (qsizetype i = 0; i < a.size(); ++i) {
            qsizetype diagonal = row[0];
            row[0] = i + 1;
            for (std::size_t j = 0; j < static_cast<std::size_t>(b.size()); ++j) {
                const qsizetype replaced = diagonal + (a[i] == b[static_cast<qsizetype>(j)] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = std::min({ row[j] + 1, row[j + 1] + 1, replaced });
            }
        }
        return row.back();
    };
    QString nearest;
    qsizetype least = word.size() / 3 + 1;
    for (const QString &candidate : candidates) {
        // As many changes as the lengths differ by are needed in any case; this keeps a word of a megabyte cheap.
        if (std::abs(word.size() - candidate.size()) >= least)
            continue;
        const qsizetype changes = distance(word, candidate);
        if (changes < least) {
            least = changes;
            nearest = candidate;
        }
    }
    return nearest;
}

QString suggestion(const QString &word, const QStringList &candidates)
{
    constexpr qsizetype longestName = 100;
    constexpr qsizetype mostNames = 10;
    if (const QString near = nearestWord(word, candidates); !near.isEmpty())
        return QStringLiteral("; did you mean \"%1\"?").arg(near.left(longestName));
    if (candidates.isEmpty())
        return {};
    QStringList shown;
    for (const QString &candidate : candidates.mid(0, mostNames))
        shown += candidate.left(longestName);
    if (candidates.size() > mostNames)
        shown += QStringLiteral("…");
    return QStringLiteral("; there are: ") + shown.join(QStringLiteral(", "));
}

} // namespace thalweg
