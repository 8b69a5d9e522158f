#pragma once

#include "graph/graph.h"

#include <QList>
#include <QString>

namespace thalweg {

/// A workflow that comes with the program.
struct Example {
    QString path;
    QString title; ///< from the file
    QString description; ///< from the file
    Graph graph;

    QStringList types() const; ///< of its nodes, each once
};

/// `share/thalweg/workflows` beside the program, installed or in the build tree; empty where there is none. Needs a
/// QCoreApplication.
QString examplesFolder();

/// The workflows of a folder that can be read, the smallest (by nodes) first: the easiest to begin with.
QList<Example> examplesIn(const QString &folder);

/// Those that have a node of the type.
QList<Example> examplesWith(const QList<Example> &examples, const QString &type);

} // namespace thalweg
