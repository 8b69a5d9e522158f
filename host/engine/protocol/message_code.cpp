#include "engine/protocol/message_code.h"

#include "engine/protocol/figure_code.h"

namespace thalweg {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QCborMap toMap(const StateMessage &state)
{
    return { { key("kind"), key("state") }, { key("node"), state.node },
        { key("state"), static_cast<int>(state.state) }, { key("seconds"), state.seconds },
        { key("problem"), state.problem } };
}

QCborMap toMap(const ProgressMessage &progress)
{
    return { { key("kind"), key("progress") }, { key("node"), progress.node }, { key("part"), progress.part } };
}

QCborMap toMap(const LogMessage &log)
{
    return { { key("kind"), key("log") }, { key("node"), log.node }, { key("level"), static_cast<int>(log.level) },
        { key("text"), log.text } };
}

QCborMap toMap(const SummaryMessage &summary)
{
    return { { key("kind"), key("summary") }, { key("node"), summary.node }, { key("port"), summary.port },
        { key("text"), summary.text }, { key("summary"), QCborMap::fromJsonObject(summary.summary) } };
}

QCborMap toMap(const FigureMessage &figure)
{
    return { { key("kind"), key("figure") }, { key("node"), figure.node }, { key("port"), figure.port },
        { key("item"), figure.item }, { key("label"), figure.label },
        { key("figure"), figureToMap(figure.figure->content()) }, { key("live"), figure.isLive } };
}

QCborMap toMap(const SavedMessage &saved)
{
    return { { key("kind"), key("saved") }, { key("node"), saved.node }, { key("port"), saved.port },
        { key("path"), saved.path }, { key("problem"), saved.problem } };
}

QCborMap toMap(const EndMessage &end)
{
    return { { key("kind"), key("end") }, { key("status"), static_cast<int>(end.status) },
        { key("seconds"), end.seconds }, { key("threads"), end.threads } };
}

FigureContent figureOf(const Fields &in)
{
    try {
        return figureFromMap(in.map("figure"));
    } catch (const Error &error) {
        throw error.at(QStringLiteral("figure of node %1").arg(in.text("node")));
    }
}

} // namespace

QCborMap messageToMap(const Message &message)
{
    return std::visit([](const auto &one) { return toMap(one); }, message);
}

std::optional<Message> messageFromMap(const Fields &in)
{
    const QString kind = in.text("kind");
    if (kind == QLatin1String("state"))
        return StateMessage { in.text("node"), static_cast<NodeState>(in.choice("state", 5)), in.number("seconds"),
            in.text("problem") };
    if (kind == QLatin1String("progress"))
        return ProgressMessage { in.text("node"), in.number("part") };
    if (kind == QLatin1String("log"))
        return LogMessage { in.text("node"), static_cast<RunContext::Level>(in.choice("level", 2)), in.text("text") };
    if (kind == QLatin1String("summary"))
        return SummaryMessage { in.text("node"), in.text("port"), in.text("text"), in.object("summary") };
    if (kind == QLatin1String("figure"))
        return FigureMessage { in.text("node"), in.text("port"), in.smallInteger("item"), in.text("label"),
            std::make_shared<Figure>(figureOf(in)), in.boolean("live") };
    if (kind == QLatin1String("saved"))
        return SavedMessage { in.text("node"), in.text("port"), in.text("path"), in.text("problem") };
    if (kind == QLatin1String("end"))
        return EndMessage { static_cast<RunStatus>(in.choice("status", 3)), in.number("seconds"),
            in.smallInteger("threads") };
    return {};
}

} // namespace thalweg
