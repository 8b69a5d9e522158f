#include "gui/files/graph_difference.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace thalweg {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Difference)
};

/// The names of the parameters in which two nodes differ.
QStringList changedParameters(const Node &before, const Node &after)
{
    QStringList names;
    for (const QString &name : before.parameters.keys() + after.parameters.keys())
        if (before.parameters.value(name) != after.parameters.value(name) && !names.contains(name))
            names += name;
    return names;
}

void say(QStringList &words, qsizetype count, const QString &one, const QString &many)
{
    if (count > 0)
        words += count == 1 ? one : many.arg(count);
}

void sayNodes(QStringList &words, const Graph &before, const Graph &after)
{
    QHash<QString, const Node *> old;
    for (const Node &node : before.nodes)
        old.insert(node.id, &node);
    qsizetype added = 0;
    qsizetype kept = 0;
    qsizetype moved = 0;
    qsizetype otherwise = 0;
    QStringList parameters;
    for (const Node &node : after.nodes) {
        const Node *was = old.value(node.id);
        if (!was || was->type != node.type) {
            ++added;
            continue;
        }
        ++kept;
        const QStringList changed = changedParameters(*was, node);
        for (const QString &name : changed)
            parameters += Words::tr("%1 of %2 changed").arg(name, node.id);
        otherwise += changed.isEmpty() && *was != node;
        moved += before.layout.value(node.id) != after.layout.value(node.id);
    }
    say(words, added, Words::tr("1 node added"), Words::tr("%1 nodes added"));
    say(words, static_cast<qsizetype>(before.nodes.size()) - kept, Words::tr("1 node removed"),
        Words::tr("%1 nodes removed"));
    constexpr qsizetype most = 2;
    if (parameters.size() <= most)
        words += parameters;
    else
        words += Words::tr("%1 parameters changed").arg(parameters.size());
    say(words, otherwise, Words::tr("1 node changed"), Words::tr("%1 nodes changed"));
    say(words, moved, Words::tr("1 node moved"), Words::tr("%1 nodes moved"));
}

qsizetype missingIn(const std::vector<Link> &links, const std::vector<Link> &others)
{
    QSet<QString> there;
    for (const Link &link : others)
        there.insert(link.text());
    return std::count_if(links.begin(), links.end(), [&](const Link &link) { return !there.contains(link.text()); });
}

} // namespace

QString differenceInWords(const Graph &before, const Graph &after)
{
    QStringList words;
    sayNodes(words, before, after);
    say(words, missingIn(after.links, before.links), Words::tr("1 link added"), Words::tr("%1 links added"));
    say(words, missingIn(before.links, after.links), Words::tr("1 link removed"), Words::tr("%1 links removed"));
    if (before.title != after.title)
        words += Words::tr("title changed");
    if (before.description != after.description)
        words += Words::tr("description changed");
    if (before.seed != after.seed)
        words += Words::tr("seed changed");
    if (before.annotations != after.annotations)
        words += Words::tr("notes and frames changed");
    if (words.isEmpty())
        return before == after ? Words::tr("no changes") : Words::tr("the order of nodes or links changed");
    return words.join(QStringLiteral(", "));
}

} // namespace thalweg
