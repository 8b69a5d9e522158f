#include "workflow/workflow.h"

#include "graph/annotations.h"
#include "graph/modes.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

namespace thalweg {

namespace {

constexpr qint64 largestFile = 256 << 20;

/// `line 3, column 14` of what is wrong in a UTF-8 text; columns count characters.
QString position(const QByteArray &bytes, const QJsonParseError &fault)
{
    qsizetype offset = fault.offset;
    // Qt has taken the character that it cannot use before it reports one of these.
    static const QSet<int> tookOne { QJsonParseError::IllegalValue, QJsonParseError::MissingObject,
        QJsonParseError::MissingNameSeparator, QJsonParseError::MissingValueSeparator,
        QJsonParseError::UnterminatedArray, QJsonParseError::UnterminatedObject };
    if (tookOne.contains(fault.error) && offset > 0 && offset < bytes.size())
        --offset;
    const QByteArray before = bytes.left(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return QStringLiteral("line %1, column %2")
        .arg(before.count('\n') + 1)
        .arg(QString::fromUtf8(before.mid(lineStart)).toUcs4().size() + 1);
}

QString kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return QStringLiteral("true or false");
    case QJsonValue::Double:
        return QStringLiteral("a number (%1)").arg(value.toDouble());
    case QJsonValue::String:
        return QStringLiteral("a text");
    case QJsonValue::Array:
        return QStringLiteral("a list");
    case QJsonValue::Object:
        return QStringLiteral("an object");
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("missing");
}

[[noreturn]] void wrongType(const QString &key, const QString &needed, const QJsonValue &value)
{
    throw Error(value.isUndefined() ? QStringLiteral("is missing; it must be %1").arg(needed)
                                    : QStringLiteral("must be %1, but is %2").arg(needed, kindOf(value)))
        .at(QStringLiteral("key \"%1\"").arg(key));
}

/// Takes known keys out of an object one by one; what is left over is what this program does not know.
class Keys {
public:
    explicit Keys(QJsonObject object) : object_(std::move(object)) { }

    bool has(const QString &key) const { return object_.contains(key); }

    QString text(const QString &key, const std::optional<QString> &fallback = {})
    {
        const QJsonValue value = object_.take(key);
        if (value.isUndefined() && fallback)
            return *fallback;
        if (!value.isString())
            wrongType(key, QStringLiteral("a text"), value);
        return value.toString();
    }

    qint64 wholeNumber(const QString &key, std::optional<qint64> fallback = {})
    {
        const QJsonValue value = object_.take(key);
        if (value.isUndefined() && fallback)
            return *fallback;
        const qint64 number = value.toInteger(0);
        if (number == 0 && value.toInteger(1) != 0) // it falls back: no whole number of 64 bits
            wrongType(key, QStringLiteral("a whole number"), value);
        return number;
    }

    QJsonArray array(const QString &key, bool required)
    {
        const QJsonValue value = object_.take(key);
        if (!value.isArray() && (required || !value.isUndefined()))
            wrongType(key, QStringLiteral("a list"), value);
        return value.toArray();
    }

    QJsonObject object(const QString &key)
    {
        const QJsonValue value = object_.take(key);
        if (!value.isObject() && !value.isUndefined())
            wrongType(key, QStringLiteral("an object"), value);
        return value.toObject();
    }

    QJsonObject rest() const { return object_; }

private:
    QJsonObject object_;
};

Node::Mode readMode(Keys &keys)
{
    const QString key = QStringLiteral("mode");
    if (!keys.has(key))
        return Node::Mode::Run;
    const QString id = keys.text(key);
    for (const Node::Mode mode : { Node::Mode::Mute, Node::Mode::Bypass })
        if (modeId(mode) == id)
            return mode;
    throw Error(QStringLiteral("must be \"mute\" or \"bypass\", or be left out, but is \"%1\"").arg(id.left(60)))
        .at(QStringLiteral("key \"%1\"").arg(key));
}

Node readNode(const QJsonValue &value, qsizetype index)
{
    const QString place = QStringLiteral("node number %1").arg(index + 1);
    if (!value.isObject())
        throw Error(QStringLiteral("must be an object, but is %1").arg(kindOf(value))).at(place);
    Keys keys(value.toObject());
    Node node;
    try {
        node.id = keys.text(QStringLiteral("id"));
    } catch (const Error &error) {
        throw error.at(place);
    }
    if (!isNodeId(node.id))
        throw Error(QStringLiteral("\"%1\" cannot be a node's id; use letters, digits, _ and -, starting with a letter")
                        .arg(node.id.left(60)))
            .at(place);
    try {
        node.type = keys.text(QStringLiteral("type"));
        const qint64 version = keys.wholeNumber(QStringLiteral("version"), 1);
        if (version < 1 || version > 1'000'000)
            throw Error(QStringLiteral("must be 1 or more, not %1").arg(version)).at(QStringLiteral("key \"version\""));
        node.version = static_cast<int>(version);
        node.parameters = keys.object(QStringLiteral("parameters"));
        node.mode = readMode(keys);
    } catch (const Error &error) {
        throw error.at(QStringLiteral("node %1").arg(node.id));
    }
    node.extra = keys.rest();
    return node;
}

Link readLink(const QJsonValue &value, qsizetype index)
{
    const std::optional<Link> link = parseLink(value.toString());
    if (!link)
        throw Error(QStringLiteral("must be a text of the form \"node.output -> node.input\", but is %1")
                        .arg(value.isString() ? QLatin1Char('"') + value.toString().left(80) + QLatin1Char('"')
                                              : kindOf(value)))
            .at(QStringLiteral("link number %1").arg(index + 1));
    return *link;
}

void checkLayout(const QJsonObject &layout)
{
    for (auto place = layout.begin(); place != layout.end(); ++place) {
        const QJsonArray numbers = place->toArray();
        if (numbers.size() != 2 || !numbers[0].isDouble() || !numbers[1].isDouble())
            throw Error(QStringLiteral("must be a place like [220, 0], but is %1")
                            .arg(place->isArray() ? QStringLiteral("another list") : kindOf(*place)))
                .at(QStringLiteral("key \"layout\": node %1").arg(place.key()));
    }
}

void checkAnnotations(const QJsonArray &annotations)
{
    for (qsizetype i = 0; i < annotations.size(); ++i)
        if (const Result<Annotation> read = readAnnotation(annotations[i]); !read)
            throw read.error().at(QStringLiteral("annotation number %1").arg(i + 1));
}

Graph readGraph(const QJsonObject &object)
{
    Keys keys(object);
    const QString format = keys.text(QStringLiteral("format"));
    if (format != QLatin1String("thalweg-workflow"))
        throw Error(QStringLiteral("must be \"thalweg-workflow\", but is \"%1\"; this is no workflow file")
                        .arg(format.left(60)))
            .at(QStringLiteral("key \"format\""));
    const qint64 version = keys.wholeNumber(QStringLiteral("version"));
    if (version < 1)
        throw Error(QStringLiteral("must be 1 or more, not %1").arg(version)).at(QStringLiteral("key \"version\""));
    if (version > workflowVersion)
        throw Error(QStringLiteral(
                        "the file is of version %1, and this program reads up to version %2; open it with a newer one")
                        .arg(version)
                        .arg(workflowVersion))
            .at(QStringLiteral("key \"version\""));

    Graph graph;
    graph.title = keys.text(QStringLiteral("title"), QString());
    graph.description = keys.text(QStringLiteral("description"), QString());
    graph.seed = keys.wholeNumber(QStringLiteral("seed"), 1);

    QSet<QString> ids;
    const QJsonArray nodes = keys.array(QStringLiteral("nodes"), true);
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        graph.nodes.push_back(readNode(nodes[i], i));
        const QString &id = graph.nodes.back().id;
        if (ids.contains(id))
            throw Error(QStringLiteral("there are two nodes of this id; give each its own"))
                .at(QStringLiteral("node %1").arg(id));
        ids.insert(id);
    }
    const QJsonArray links = keys.array(QStringLiteral("links"), true);
    for (qsizetype i = 0; i < links.size(); ++i)
        graph.links.push_back(readLink(links[i], i));

    graph.layout = keys.object(QStringLiteral("layout"));
    checkLayout(graph.layout);
    graph.annotations = keys.array(QStringLiteral("annotations"), false);
    checkAnnotations(graph.annotations);
    graph.extra = keys.rest();
    return graph;
}

} // namespace

Result<Workflow> readWorkflow(const QByteArray &bytes)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error == QJsonParseError::DeepNesting)
        return Error(QStringLiteral("lists and objects are nested more than 1,024 deep; a workflow needs a handful"));
    if (fault.error != QJsonParseError::NoError) {
        if (bytes.trimmed().isEmpty())
            return Error(QStringLiteral("the file is empty; a workflow file is a JSON object"));
        return Error(QStringLiteral("not valid JSON: %1").arg(fault.errorString())).at(position(bytes, fault));
    }
    if (!document.isObject())
        return Error(QStringLiteral("a workflow file is a JSON object, and this is a list"));
    try {
        return Workflow { readGraph(document.object()), bytes };
    } catch (const Error &error) {
        return error;
    }
}

Result<Workflow> openWorkflow(const QString &path)
{
    if (QFileInfo(path).isDir())
        return Error(QStringLiteral("is a folder; give a workflow file")).at(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(QStringLiteral("cannot be read: %1").arg(file.errorString())).at(path);
    if (file.size() > largestFile)
        return Error(QStringLiteral("is larger than 256 MiB; this is no workflow file")).at(path);
    Result<Workflow> workflow = readWorkflow(file.readAll());
    if (!workflow)
        return workflow.error().at(path);
    return workflow;
}

} // namespace thalweg
