#include "engine/protocol/request.h"

#include "engine/protocol/fields.h"

namespace thalweg {

namespace {

QCborMap toMap(const request::Hello &hello)
{
    return { { QStringLiteral("kind"), QStringLiteral("hello") }, { QStringLiteral("protocol"), hello.protocol } };
}

QCborMap toMap(const request::Run &run)
{
    return { { QStringLiteral("kind"), QStringLiteral("run") }, { QStringLiteral("run"), qint64(run.run) },
        { QStringLiteral("workflow"), run.workflow }, { QStringLiteral("directory"), run.directory },
        { QStringLiteral("targets"), textArray(run.targets) }, { QStringLiteral("threads"), run.threads } };
}

QCborMap toMap(const request::Stop &)
{
    return { { QStringLiteral("kind"), QStringLiteral("stop") } };
}

QCborMap toMap(const request::Pause &)
{
    return { { QStringLiteral("kind"), QStringLiteral("pause") } };
}

QCborMap toMap(const request::Resume &)
{
    return { { QStringLiteral("kind"), QStringLiteral("resume") } };
}

QCborMap toMap(const request::Tune &tune)
{
    return { { QStringLiteral("kind"), QStringLiteral("tune") }, { QStringLiteral("node"), tune.node },
        { QStringLiteral("parameter"), tune.parameter }, { QStringLiteral("value"), tune.value } };
}

QCborMap toMap(const request::Table &table)
{
    return { { QStringLiteral("kind"), QStringLiteral("table") }, { QStringLiteral("node"), table.node },
        { QStringLiteral("port"), table.port }, { QStringLiteral("first row"), qint64(table.firstRow) },
        { QStringLiteral("row count"), qint64(table.rowCount) } };
}

QCborMap toMap(const request::Ping &ping)
{
    return { { QStringLiteral("kind"), QStringLiteral("ping") }, { QStringLiteral("number"), qint64(ping.number) } };
}

QCborMap toMap(const request::Quit &)
{
    return { { QStringLiteral("kind"), QStringLiteral("quit") } };
}

Request readRequest(const Fields &in)
{
    const QString kind = in.text("kind");
    if (kind == QLatin1String("hello"))
        return request::Hello { in.smallInteger("protocol") };
    if (kind == QLatin1String("run"))
        return request::Run { in.integer("run"), in.bytes("workflow"), in.text("directory"), in.texts("targets"),
            in.smallInteger("threads") };
    if (kind == QLatin1String("stop"))
        return request::Stop();
    if (kind == QLatin1String("pause"))
        return request::Pause();
    if (kind == QLatin1String("resume"))
        return request::Resume();
    if (kind == QLatin1String("tune"))
        return request::Tune { in.text("node"), in.text("parameter"), in.number("value") };
    if (kind == QLatin1String("table"))
        return request::Table { in.text("node"), in.text("port"), in.integer("first row"), in.integer("row count") };
    if (kind == QLatin1String("ping"))
        return request::Ping { in.integer("number") };
    if (kind == QLatin1String("quit"))
        return request::Quit();
    throw Error(QStringLiteral("\"%1\" is no request of protocol %2").arg(kind).arg(protocolVersion))
        .at(QStringLiteral("kind"));
}

} // namespace

QByteArray encode(const Request &request)
{
    return std::visit([](const auto &one) { return QCborValue(toMap(one)).toCbor(); }, request);
}

Result<Request> decodeRequest(const QByteArray &bytes)
{
    return guardedRead<Request>([&] { return readRequest(Fields(readMap(bytes))); });
}

} // namespace thalweg
