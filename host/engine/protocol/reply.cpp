#include "engine/protocol/reply.h"

#include "engine/protocol/catalogue_code.h"
#include "engine/protocol/message_code.h"
#include "engine/protocol/table_code.h"

namespace thalweg {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QCborMap toMap(const reply::Hello &hello)
{
    return { { key("kind"), key("hello") }, { key("protocol"), hello.protocol }, { key("program"), hello.program } };
}

QCborMap toMap(const reply::Loading &loading)
{
    return { { key("kind"), key("loading") }, { key("plugin"), loading.plugin }, { key("path"), loading.path } };
}

QCborMap toMap(const reply::Ready &ready)
{
    QCborArray types;
    for (const NodeType *type : ready.types.all())
        types.append(nodeTypeToMap(*type));
    QCborArray plugins;
    for (const PluginInfo &plugin : ready.plugins)
        plugins.append(pluginToMap(plugin));
    return { { key("kind"), key("ready") }, { key("node types"), types }, { key("plugins"), plugins } };
}

QCborMap toMap(const reply::Began &began)
{
    return { { key("kind"), key("began") }, { key("run"), qint64(began.run) },
        { key("nodes"), textArray(began.nodes) } };
}

QCborMap toMap(const reply::Refused &refused)
{
    return { { key("kind"), key("refused") }, { key("run"), qint64(refused.run) },
        { key("problem"), refused.problem } };
}

QCborMap toMap(const Message &message)
{
    return messageToMap(message);
}

QCborMap toMap(const TablePart &part)
{
    QCborMap map = tablePartToMap(part);
    map.insert(key("kind"), key("table"));
    return map;
}

QCborMap toMap(const reply::Pong &pong)
{
    return { { key("kind"), key("pong") }, { key("number"), qint64(pong.number) } };
}

QCborMap toMap(const reply::Fault &fault)
{
    return { { key("kind"), key("fault") }, { key("problem"), fault.problem } };
}

Reply readReply(const Fields &in)
{
    const QString kind = in.text("kind");
    if (kind == QLatin1String("hello"))
        return reply::Hello { in.smallInteger("protocol"), in.text("program") };
    if (kind == QLatin1String("loading"))
        return reply::Loading { in.text("plugin"), in.text("path") };
    if (kind == QLatin1String("ready"))
        return reply::Ready { NodeTypes(in.each("node types", nodeTypeFromMap)), in.each("plugins", pluginFromMap) };
    if (kind == QLatin1String("began"))
        return reply::Began { in.integer("run"), in.texts("nodes") };
    if (kind == QLatin1String("refused"))
        return reply::Refused { in.integer("run"), in.text("problem") };
    if (kind == QLatin1String("table"))
        return tablePartFromMap(in);
    if (kind == QLatin1String("pong"))
        return reply::Pong { in.integer("number") };
    if (kind == QLatin1String("fault"))
        return reply::Fault { in.text("problem") };
    if (std::optional<Message> message = messageFromMap(in))
        return *std::move(message);
    throw Error(QStringLiteral("\"%1\" is no message of protocol %2").arg(kind).arg(protocolVersion)).at(key("kind"));
}

} // namespace

QByteArray encode(const Reply &reply)
{
    return std::visit([](const auto &one) { return QCborValue(toMap(one)).toCbor(); }, reply);
}

Result<Reply> decodeReply(const QByteArray &bytes)
{
    return guardedRead<Reply>([&] { return readReply(Fields(readMap(bytes))); });
}

} // namespace thalweg
