#include "gui/palette/find.h"

#include "graph/annotations.h"

#include <QJsonDocument>

namespace thalweg {

namespace {

/// A value as it is typed: texts without quotes.
QString shown(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString firstLineWith(const QString &text, const QString &wanted)
{
    for (const QString &line : text.split(QLatin1Char('\n')))
        if (line.contains(wanted, Qt::CaseInsensitive))
            return line.trimmed();
    return text;
}

} // namespace

std::vector<Found> find(const Graph &graph, const NodeTypes &types, const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return {};
    std::vector<Found> found;
    for (const Node &node : graph.nodes) {
        const NodeType *type = types.find(node.type);
        QStringList places { node.id, type ? type->title : node.type };
        for (auto parameter = node.parameters.begin(); parameter != node.parameters.end(); ++parameter)
            places += QStringLiteral("%1 = %2").arg(parameter.key(), shown(*parameter));
        for (const QString &place : places)
            if (place.contains(wanted, Qt::CaseInsensitive)) {
                found.push_back({ node.id, -1, place });
                break;
            }
    }
    for (qsizetype i = 0; i < graph.annotations.size(); ++i) {
        const Annotation annotation = annotationOf(graph.annotations[i]);
        QString content;
        if (const auto *note = std::get_if<Note>(&annotation))
            content = note->text;
        else if (const auto *frame = std::get_if<Frame>(&annotation))
            content = frame->title;
        if (content.contains(wanted, Qt::CaseInsensitive))
            found.push_back({ {}, i, firstLineWith(content, wanted) });
    }
    return found;
}

} // namespace thalweg
