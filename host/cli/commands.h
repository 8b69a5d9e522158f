#pragma once

#include "graph/graph.h"

#include <thalweg/node_types.h>

#include <functional>
#include <optional>

/// What the commands of `thalweg` do. Each gives the exit status.
namespace thalweg {

enum ExitStatus { Finished = 0, NodeFailed = 1, BadInput = 2, Interrupted = 130 };

struct RunCommand {
    QString file;
    QStringList sets; ///< NODE.PARAM=VALUE
    QString out; ///< folder for figures; empty: none are drawn
    QString format = QStringLiteral("png"); ///< png, svg or pdf
    QString report; ///< file for a page of HTML; empty for none
    /// The picture of a workflow in the report, as SVG: the canvas is not known here.
    std::function<QByteArray(const Graph &, const NodeTypes &)> drawWorkflow = {};
    QString results; ///< file, `-` for stdout, empty for none
    QStringList saves; ///< NODE.PORT=FILE
    int threads = 0; ///< 0: one a core
    std::optional<qint64> seed;
    bool quiet = false;
    bool progress = false; ///< also where stderr is no terminal
};

/// Needs a QApplication if figures are to be drawn, else a QCoreApplication, as all of these do.
int run(const RunCommand &command);

int check(const QString &file);

/// `type` empty: a line for each.
int listNodes(const QString &type, bool asJson);

int listPlugins(bool asJson);

/// An engine for a window in another process, with all plugins but those of these ids or paths: requests on stdin,
/// answers on stdout (engine/protocol). Does not return; the process ends with its input.
int serve(const QStringList &without);

} // namespace thalweg
