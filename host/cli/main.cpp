#include "cli/commands.h"

#include "cli/console.h"
#include "cli/plugins/check_plugin.h"
#include "cli/plugins/new_plugin.h"
#include "figure/application.h"
#include "gui/canvas/render_canvas.h"
#include "gui/window/open_window.h"
#include "version.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTextStream>

using namespace thalweg;

namespace {

/// The command line, read: one of the commands with what it was given.
struct CommandLine {
    std::string file;
    std::vector<std::string> sets;
    std::string out;
    std::string format = "png";
    std::string report;
    std::string results;
    std::vector<std::string> saves;
    int threads = 0;
    std::optional<std::int64_t> seed;
    bool quiet = false;
    bool progress = false;
    bool json = false;
    std::string nodeType;
    std::string library;
    int level = 5;
    bool child = false;
    std::string name;
    std::vector<std::string> without;
};

QString text(const std::string &argument)
{
    return QString::fromLocal8Bit(argument.data(), static_cast<qsizetype>(argument.size()));
}

QStringList texts(const std::vector<std::string> &arguments)
{
    QStringList list;
    for (const std::string &argument : arguments)
        list += text(argument);
    return list;
}

void describe(CLI::App &app, CommandLine &line)
{
    app.set_version_flag("--version", "thalweg " THALWEG_VERSION);
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.require_subcommand(0, 1);
    app.add_option("FILE", line.file, "A workflow file, to be opened");

    CLI::App *run = app.add_subcommand("run", "Run a workflow file without a window");
    run->add_option("FILE", line.file, "The workflow file, or a figure with its workflow inside")->required();
    run->add_option(
           "--set", line.sets, "NODE.PARAM=VALUE: set a parameter (VALUE is JSON, or else text); may be repeated")
        ->allow_extra_args(false);
    run->add_option("--out", line.out, "Draw the figures into this folder, one file each, named after their nodes");
    run->add_option("--format", line.format, "Of the figures: png, svg or pdf")
        ->check(CLI::IsMember({ "png", "svg", "pdf" }));
    run->add_option("--report", line.report, "Write one HTML page with results, figures, parameters and log");
    run->add_option("--results", line.results, "Write the results as JSON to this file; - is stdout");
    run->add_option("--save", line.saves, "NODE.PORT=FILE: save a whole value as .csv, .json or .npy; may be repeated")
        ->allow_extra_args(false);
    run->add_option("--threads", line.threads, "Use at most so many threads (default: one a core)")
        ->check(CLI::Range(1, 1024));
    run->add_option("--seed", line.seed, "Seed of all random numbers, instead of the file's");
    run->add_flag("--quiet", line.quiet, "Print no results and no progress");
    run->add_flag("--progress", line.progress, "Print progress to stderr, even where it is no terminal");

    app.add_subcommand("check", "Check a workflow file without running it")
        ->add_option("FILE", line.file, "The workflow file, or a figure with its workflow inside")
        ->required();

    CLI::App *nodes = app.add_subcommand("nodes", "List the node types, or describe one");
    nodes->add_option("TYPE", line.nodeType, "Id of a node type, such as costs.formula");
    nodes->add_flag("--json", line.json, "As JSON");

    app.add_subcommand("plugins", "List the plugins, and why one did not load")
        ->add_flag("--json", line.json, "As JSON");

    CLI::App *checkPlugin = app.add_subcommand("check-plugin", "Test a plugin's behaviour in a process of its own");
    checkPlugin->add_option("LIB", line.library, "The plugin's library")->required();
    checkPlugin->add_option("--level", line.level, "How thorough: 1 (does it load) to 10 (random inputs, many times)")
        ->check(CLI::Range(1, 10));
    checkPlugin->add_flag("--child", line.child)->group("");

    app.add_subcommand("new-plugin", "Write a plugin project that builds, with a node and a test")
        ->add_option("NAME", line.name, "Letters, digits and -; the folder ./NAME is made")
        ->required();

    app.add_subcommand("engine", "An engine for a window in another process, on stdin and stdout")
        ->add_option("--without", line.without, "Id or path of a plugin that is not to be loaded; may be repeated")
        ->allow_extra_args(false);
}

int runCommand(const CommandLine &line)
{
    return run({ .file = text(line.file),
        .sets = texts(line.sets),
        .out = text(line.out),
        .format = text(line.format),
        .report = text(line.report),
        .drawWorkflow =
            [](const Graph &graph, const NodeTypes &types) {
                const Theme light = theme(QPalette(QColor(Qt::white)));
                return renderCanvas(graph, types, { .format = CanvasFormat::Svg, .theme = light });
            },
        .results = text(line.results),
        .saves = texts(line.saves),
        .threads = line.threads,
        .seed = line.seed ? std::optional<qint64>(*line.seed) : std::nullopt,
        .quiet = line.quiet,
        .progress = line.progress });
}

int runCheckPlugin(const CommandLine &line)
{
    if (line.child)
        return checkPluginChild(text(line.library), line.level);
    QTextStream out(stdout);
    return checkPlugin(text(line.library), line.level, QCoreApplication::applicationFilePath(), out);
}

int runNewPlugin(const CommandLine &line)
{
    const Result<void> written = newPlugin(text(line.name), QDir::currentPath());
    if (!written) {
        complain(written.error());
        return BadInput;
    }
    printLine(
        QStringLiteral("wrote %1; its README.md says how to build it").arg(QDir::current().filePath(text(line.name))));
    return Finished;
}

/// No command: the window, with a file or without, where it can be seen.
int window(const CommandLine &line, int &argc, char **argv)
{
    const QString file = text(line.file);
    if (!file.isEmpty() && !QFile::exists(file)) {
        complain(
            QStringLiteral("\"%1\" is neither a command nor a file; `thalweg --help` lists the commands").arg(file));
        return BadInput;
    }
    if (hasDisplay())
        return openWindow(argc, argv, file);
    if (!file.isEmpty()) {
        complain(QStringLiteral("%1: there is no display to open a window on; `thalweg run %1` runs it without one")
                     .arg(file));
        return BadInput;
    }
    printLine(QStringLiteral("There is no display to open a window on; `thalweg --help` says what else can be done."));
    return Finished;
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app("Wire data, cost, optimizer and plot; watch gradient descent run.", "thalweg");
    CommandLine line;
    describe(app, line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? Finished : BadInput;
    }

    if (app.get_subcommands().empty())
        return window(line, argc, argv);

    const bool draws = app.got_subcommand("run") && (!line.out.empty() || !line.report.empty());
    const std::unique_ptr<QCoreApplication> application
        = draws ? drawingApplication(argc, argv) : std::make_unique<QCoreApplication>(argc, argv);

    if (app.got_subcommand("run"))
        return runCommand(line);
    if (app.got_subcommand("check"))
        return check(text(line.file));
    if (app.got_subcommand("nodes"))
        return listNodes(text(line.nodeType), line.json);
    if (app.got_subcommand("plugins"))
        return listPlugins(line.json);
    if (app.got_subcommand("check-plugin"))
        return runCheckPlugin(line);
    if (app.got_subcommand("new-plugin"))
        return runNewPlugin(line);
    return serve(texts(line.without));
}
