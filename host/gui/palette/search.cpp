#include "gui/palette/search.h"

#include "gui/palette/categories.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace thalweg {

namespace {

/// In lower case and without accents, cut into words.
QStringList wordsOf(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D).toLower())
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return plain.split(between, Qt::SkipEmptyParts);
}

/// The changes of letters (replaced, added, left out, swapped with the next) that make `word` the beginning of
/// `target`: the distance of optimal string alignment.
int changesToBegin(const QString &word, const QString &target)
{
    const auto columns = static_cast<std::size_t>(target.size()) + 1;
    std::vector<int> before(columns), row(columns), next(columns);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < word.size(); ++i) {
        next[0] = row[0] + 1;
        for (qsizetype j = 0; j < target.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            next[at + 1] = std::min({ next[at] + 1, row[at + 1] + 1, row[at] + (word[i] == target[j] ? 0 : 1) });
            if (i > 0 && j > 0 && word[i] == target[j - 1] && word[i - 1] == target[j])
                next[at + 1] = std::min(next[at + 1], before[at - 1] + 1);
        }
        before.swap(row);
        row.swap(next);
    }
    return *std::ranges::min_element(row);
}

/// How well `word` is found as `target`; 0: not at all.
double likeness(const QString &word, const QString &target, Spelling spelling)
{
    if (word == target)
        return 1;
    if (target.startsWith(word))
        return 0.8;
    if (target.contains(word))
        return 0.5;
    const int allowed = word.size() >= 8 ? 2 : word.size() >= 4 ? 1 : 0;
    if (spelling == Spelling::Lenient && changesToBegin(word, target) <= allowed)
        return 0.3;
    return 0;
}

QStringList textsOf(const NodeType &type)
{
    return { type.title, type.id, categoryTitle(type.category()), type.summary };
}

std::vector<const NodeType *> search(
    const std::vector<const NodeType *> &types, const QString &query, Spelling spelling)
{
    std::vector<std::pair<double, const NodeType *>> found;
    for (const NodeType *type : types)
        if (const double score = searchScore(query, textsOf(*type), spelling); score > 0)
            found.emplace_back(-score, type);
    std::ranges::stable_sort(found, [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : a.second->title.localeAwareCompare(b.second->title) < 0;
    });
    std::vector<const NodeType *> sorted;
    for (const auto &[score, type] : found)
        sorted.push_back(type);
    return sorted;
}

} // namespace

double searchScore(const QString &query, const QStringList &texts, Spelling spelling)
{
    const QStringList words = wordsOf(query);
    if (words.isEmpty())
        return 0;
    double sum = 0;
    for (const QString &word : words) {
        double best = 0;
        double weight = 1;
        for (const QString &text : texts) {
            for (const QString &target : wordsOf(text))
                best = std::max(best, weight * likeness(word, target, spelling));
            weight /= 2;
        }
        if (best == 0)
            return 0;
        sum += best;
    }
    // Of two titles that hold the words, the one that says nothing else.
    const auto titleWords = static_cast<double>(wordsOf(texts.first()).size());
    const auto count = static_cast<double>(words.size());
    return sum / count + 0.1 * std::min(1.0, count / std::max(1.0, titleWords));
}

std::vector<const NodeType *> search(const std::vector<const NodeType *> &types, const QString &query)
{
    if (query.trimmed().isEmpty())
        return types;
    const std::vector<const NodeType *> exact = search(types, query, Spelling::Exact);
    return exact.empty() ? search(types, query, Spelling::Lenient) : exact;
}

} // namespace thalweg
