#pragma once

#include "graph/graph.h"
#include "report/run_record.h"

#include <QJsonObject>

namespace thalweg {

/// What `--results` writes.
QJsonObject resultsJson(const RunRecord &report, const QString &workflow);

/// A few lines a node, for people.
QStringList resultsText(const RunRecord &report, const Graph &graph);

} // namespace thalweg
