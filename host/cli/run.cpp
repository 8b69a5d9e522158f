#include "cli/commands.h"

#include "cli/console.h"
#include "cli/load.h"
#include "cli/report.h"
#include "cli/run_request.h"
#include "figure/render.h"
#include "report/figure_files.h"
#include "report/report_page.h"
#include "version.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <csignal>

namespace thalweg {

namespace {

/// While it lives, Ctrl-C and a request to terminate stop the run; a second one ends the program as ever.
class StopOnSignal {
public:
    explicit StopOnSignal(RunControl &control)
    {
        current = &control;
        std::signal(SIGINT, handle);
        std::signal(SIGTERM, handle);
    }
    ~StopOnSignal()
    {
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGTERM, SIG_DFL);
        current = nullptr;
    }
    StopOnSignal(const StopOnSignal &) = delete;
    StopOnSignal &operator=(const StopOnSignal &) = delete;

private:
    static void handle(int signal)
    {
        std::signal(signal, SIG_DFL);
        if (current)
            current->stop();
    }

    static inline RunControl *current = nullptr; // a signal handler is given nothing else to find it by
};

void complainOf(const Message &message, const QString &file)
{
    const auto at = [&](const QString &node) { return QStringLiteral("%1: node %2: ").arg(file, node); };
    if (const auto *state = std::get_if<StateMessage>(&message)) {
        if (state->state == NodeState::Failed)
            complain(at(state->node) + state->problem);
    } else if (const auto *log = std::get_if<LogMessage>(&message)) {
        if (log->level == RunContext::Level::Warning)
            complain(at(log->node) + QStringLiteral("warning: ") + log->text);
    } else if (const auto *saved = std::get_if<SavedMessage>(&message)) {
        if (!saved->problem.isEmpty())
            complain(at(saved->node) + QStringLiteral("port %1: ").arg(saved->port) + saved->problem);
    }
}

/// Draws each figure into its file. False if one could not be.
bool drawFigures(const RunCommand &command, const RunRecord &report, const FigureOrigin &origin, QStringList &written)
{
    bool all = true;
    for (const FigureMessage &figure : report.figures) {
        const QString path = QDir(command.out).filePath(figureFileName(figure, command.format));
        if (const Result<void> drawn = writeFigure(*figure.figure, *figureFormat(command.format), path, {}, {}, origin);
            drawn) {
            written += path;
        } else {
            complain(drawn.error().at(QStringLiteral("node %1").arg(figure.node)).at(command.file));
            all = false;
        }
    }
    return all;
}

/// A file that is opened before the run, so that a name that cannot be written is told at once, and written after it.
class ResultsFile {
public:
    explicit ResultsFile(const QString &path) : path_(path), file_(path) { }

    Result<void> open()
    {
        if (path_.isEmpty() || path_ == QLatin1String("-") || file_.open(QIODevice::WriteOnly))
            return {};
        return Error(QStringLiteral("cannot be written: %1").arg(file_.errorString()))
            .at(QStringLiteral("--results %1").arg(path_));
    }

    Result<void> write(const QJsonObject &results)
    {
        if (path_.isEmpty())
            return {};
        const QByteArray bytes = QJsonDocument(results).toJson();
        if (path_ == QLatin1String("-")) {
            printLine(QString::fromUtf8(bytes.trimmed()));
            return {};
        }
        if (file_.write(bytes) != bytes.size() || !file_.commit())
            return Error(QStringLiteral("cannot be written: %1").arg(file_.errorString()))
                .at(QStringLiteral("--results %1").arg(path_));
        return {};
    }

private:
    QString path_;
    QSaveFile file_;
};

/// Writes what `--report` asks for.
Result<void> writeReport(const RunCommand &command, const Graph &graph, const NodeTypes &types, const RunRecord &record)
{
    const QString place = QStringLiteral("--report %1").arg(command.report);
    const Result<QByteArray> page = reportPage({ .file = QFileInfo(command.file).fileName(),
        .graph = graph,
        .types = types,
        .record = record,
        .version = QStringLiteral(THALWEG_VERSION),
        .picture = command.drawWorkflow ? command.drawWorkflow(graph, types) : QByteArray() });
    if (!page)
        return page.error().at(place);
    QSaveFile file(command.report);
    if (!file.open(QIODevice::WriteOnly) || file.write(*page) != page->size() || !file.commit())
        return Error(QStringLiteral("cannot be written: %1").arg(file.errorString())).at(place);
    return {};
}

/// All that is made ready before anything runs; an error in it means exit status 2.
struct Prepared {
    Graph graph;
    Plan plan;
    RunOptions options;
};

Result<Prepared> prepare(const RunCommand &command, const Graph &loaded, const Registry &registry)
{
    Prepared prepared;
    const Result<Graph> graph = withSettings(loaded, command, registry.nodeTypes());
    if (!graph)
        return graph.error();
    prepared.graph = *graph;
    Result<std::vector<SaveRequest>> saves = saveRequests(command, *graph, registry.nodeTypes());
    if (!saves)
        return saves.error();
    if (!command.out.isEmpty() && !QDir().mkpath(command.out))
        return Error(QStringLiteral("cannot be made a folder; choose another one"))
            .at(QStringLiteral("--out %1").arg(command.out));
    prepared.options.threads = command.threads;
    prepared.options.figures = !command.out.isEmpty() || !command.report.isEmpty();
    prepared.options.saves = *saves;
    return prepared;
}

QString withLineBreaks(const QStringList &lines)
{
    return lines.join(QLatin1Char('\n'));
}

} // namespace

int run(const RunCommand &command)
{
    const Result<Workflow> workflow = openWorkflow(command.file);
    if (!workflow) {
        complain(workflow.error());
        return BadInput;
    }
    const Registry registry = loadAllPlugins();
    const Result<Prepared> prepared = prepare(command, workflow->graph, registry);
    if (!prepared) {
        complain(prepared.error());
        return BadInput;
    }
    if (!isSound(prepared->graph, registry, command.file))
        return BadInput;
    const Result<Plan> plan = makePlan(prepared->graph, registry.nodeTypes(), QFileInfo(command.file).absolutePath());
    if (!plan) {
        complain(plan.error().at(command.file));
        return BadInput;
    }
    ResultsFile resultsFile(command.results);
    if (const Result<void> open = resultsFile.open(); !open) {
        complain(open.error());
        return BadInput;
    }

    RunRecord report;
    RunControl control;
    const bool showsProgress = command.progress || (isTerminal() && !command.quiet);
    {
        const StopOnSignal stopper(control);
        Engine().run(*plan, prepared->options, control, [&](const Message &message) {
            report.take(message);
            complainOf(message, command.file);
            if (const auto *progress = std::get_if<ProgressMessage>(&message); progress && showsProgress)
                printProgress(
                    QStringLiteral("%1: %2 %").arg(progress->node).arg(static_cast<int>(progress->part * 100)));
        });
    }

    QStringList drawn;
    bool allDrawn = command.out.isEmpty()
        || drawFigures(command, report,
            figureOrigin(
                { prepared->graph, workflow->source }, plan->types, plan->directory, QDir(command.out).absolutePath()),
            drawn);
    if (!command.report.isEmpty()) {
        if (const Result<void> reported = writeReport(command, prepared->graph, plan->types, report); reported) {
            drawn += command.report;
        } else {
            complain(reported.error());
            allDrawn = false;
        }
    }
    const Result<void> written = resultsFile.write(resultsJson(report, command.file));
    if (!written)
        complain(written.error());
    if (!command.quiet && command.results != QLatin1String("-")) {
        printLine(withLineBreaks(resultsText(report, prepared->graph)));
        for (const QString &path : drawn)
            printLine(QStringLiteral("wrote %1").arg(path));
    }
    if (report.status == RunStatus::Interrupted)
        return Interrupted;
    return report.status == RunStatus::Finished && allDrawn && written ? Finished : NodeFailed;
}

} // namespace thalweg
