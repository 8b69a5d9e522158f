#pragma once

#include "graph/graph.h"
#include "report/run_record.h"

#include <thalweg/node_types.h>
#include <thalweg/result.h>

#include <QByteArray>

namespace thalweg {

/// What a report is made of.
struct ReportContent {
    QString file; ///< the workflow's, as it is to be named
    Graph graph; ///< as it ran
    NodeTypes types;
    RunRecord record;
    QString version; ///< of the program
    QByteArray picture = {}; ///< of the canvas, as SVG; empty: the report has none
};

/// One HTML page with everything in it: title and description, the workflow's picture, what each node gave, the figures
/// as SVG, each parameter with its value and whether it was given, the log, versions. Light or dark as the reader's
/// system is; light on paper. Drawing figures needs what renderFigure() needs.
Result<QByteArray> reportPage(const ReportContent &content);

} // namespace thalweg
