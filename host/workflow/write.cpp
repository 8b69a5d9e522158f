#include "workflow/workflow.h"

#include "graph/modes.h"

#include <QJsonDocument>
#include <QSaveFile>

namespace thalweg {

namespace {

/// JSON on one line, with a space after each comma and colon. As deep as what was read, so at most 1,024.
QString inlineJson(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList items;
        for (const QJsonValue &item : value.toArray())
            items += inlineJson(item);
        return QLatin1Char('[') + items.join(QStringLiteral(", ")) + QLatin1Char(']');
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QStringList items;
        for (auto item = object.begin(); item != object.end(); ++item)
            items += inlineJson(item.key()) + QStringLiteral(": ") + inlineJson(*item);
        return QLatin1Char('{') + items.join(QStringLiteral(", ")) + QLatin1Char('}');
    }
    // Qt writes no lone value, so a list of one is written and its brackets are cut off.
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

/// Pairs of key and value on one line, in the order given.
class Object {
public:
    void add(const QString &key, const QJsonValue &value)
    {
        items_ += inlineJson(key) + QStringLiteral(": ") + inlineJson(value);
    }

    void addAll(const QJsonObject &object)
    {
        for (auto item = object.begin(); item != object.end(); ++item)
            add(item.key(), *item);
    }

    QString text() const { return QLatin1Char('{') + items_.join(QStringLiteral(", ")) + QLatin1Char('}'); }
    const QStringList &items() const { return items_; }

private:
    QStringList items_;
};

QString nodeLine(const Node &node)
{
    Object object;
    object.add(QStringLiteral("id"), node.id);
    object.add(QStringLiteral("type"), node.type);
    object.add(QStringLiteral("version"), node.version);
    object.add(QStringLiteral("parameters"), node.parameters);
    if (node.mode != Node::Mode::Run)
        object.add(QStringLiteral("mode"), modeId(node.mode));
    object.addAll(node.extra);
    return object.text();
}

/// A list with one item a line.
QString lines(const QStringList &items)
{
    if (items.isEmpty())
        return QStringLiteral("[]");
    return QStringLiteral("[\n    ") + items.join(QStringLiteral(",\n    ")) + QStringLiteral("\n  ]");
}

QByteArray write(const Graph &graph)
{
    QStringList nodes;
    for (const Node &node : graph.nodes)
        nodes += nodeLine(node);
    QStringList links;
    for (const Link &link : graph.links)
        links += inlineJson(link.text());
    QStringList annotations;
    for (const QJsonValue &annotation : graph.annotations)
        annotations += inlineJson(annotation);

    Object head;
    if (!graph.title.isEmpty())
        head.add(QStringLiteral("title"), graph.title);
    if (!graph.description.isEmpty())
        head.add(QStringLiteral("description"), graph.description);
    head.add(QStringLiteral("seed"), graph.seed);
    Object tail;
    tail.add(QStringLiteral("layout"), graph.layout);

    QStringList parts { QStringLiteral("\"format\": \"thalweg-workflow\", \"version\": %1").arg(workflowVersion) };
    parts += head.items();
    parts += QStringLiteral("\"nodes\": ") + lines(nodes);
    parts += QStringLiteral("\"links\": ") + lines(links);
    parts += tail.items();
    parts += QStringLiteral("\"annotations\": ") + lines(annotations);
    Object unknown;
    unknown.addAll(graph.extra);
    parts += unknown.items();
    QString text = QStringLiteral("{\n  ") + parts.join(QStringLiteral(",\n  ")) + QStringLiteral("\n}\n");
    // Qt's reader takes one at the start of a text for a byte order mark, and drops it.
    text.replace(QChar(0xfeff), QStringLiteral("\\ufeff"));
    return text.toUtf8();
}

} // namespace

QByteArray bytesOf(const Workflow &workflow)
{
    if (!workflow.source.isEmpty())
        if (const Result<Workflow> read = readWorkflow(workflow.source); read && read->graph == workflow.graph)
            return workflow.source;
    return write(workflow.graph);
}

Result<void> saveWorkflow(const Workflow &workflow, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = bytesOf(workflow);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error(QStringLiteral("cannot be written: %1").arg(file.errorString())).at(path);
    return {};
}

} // namespace thalweg
