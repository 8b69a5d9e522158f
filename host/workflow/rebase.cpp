#include "workflow/rebase.h"

#include <QDir>

namespace thalweg {

Graph rebased(const Graph &graph, const NodeTypes &types, const QString &from, const QString &to)
{
    Graph moved = graph;
    for (Node &node : moved.nodes) {
        const NodeType *type = types.find(node.type);
        if (!type)
            continue;
        for (const Parameter &parameter : type->parameters) {
            const QString path = node.parameters.value(parameter.name).toString();
            if (parameter.kind == Parameter::Kind::File && !path.isEmpty() && QDir::isRelativePath(path))
                node.parameters.insert(parameter.name,
                    QDir(QDir::cleanPath(to)).relativeFilePath(QDir::cleanPath(QDir(from).absoluteFilePath(path))));
        }
    }
    return moved;
}

} // namespace thalweg
