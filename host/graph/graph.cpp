#include "graph/graph.h"

#include <QRegularExpression>

#include <algorithm>

namespace thalweg {

const Node *Graph::find(const QString &id) const
{
    const auto found = std::ranges::find(nodes, id, &Node::id);
    return found == nodes.end() ? nullptr : &*found;
}

std::vector<Link> Graph::linksOf(const QString &id) const
{
    std::vector<Link> found;
    std::ranges::copy_if(
        links, std::back_inserter(found), [&](const Link &link) { return link.from.node == id || link.to.node == id; });
    return found;
}

bool isNodeId(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z][A-Za-z0-9_-]*$"));
    return form.match(id).hasMatch() && !id.endsWith(QLatin1Char('\n'));
}

QString freeNodeId(const Graph &graph, const QString &wanted)
{
    QString id = wanted;
    for (int number = 2; graph.find(id); ++number)
        id = wanted + QString::number(number);
    return id;
}

std::optional<Link> parseLink(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^\\s*([A-Za-z][A-Za-z0-9_-]*)\\.([A-Za-z][A-Za-z0-9_]*)\\s*->"
                                                        "\\s*([A-Za-z][A-Za-z0-9_-]*)\\.([A-Za-z][A-Za-z0-9_]*)\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    return Link { { match.captured(1), match.captured(2) }, { match.captured(3), match.captured(4) } };
}

} // namespace thalweg
