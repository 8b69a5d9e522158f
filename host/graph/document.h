#pragma once

#include "graph/edits.h"

#include <QObject>
#include <QUndoStack>

namespace thalweg {

/// A graph that is being edited: every edit can be undone, and views hear of every change. Lives on one thread.
class Document : public QObject {
    Q_OBJECT

public:
    explicit Document(Graph graph = {}, QObject *parent = nullptr);
    ~Document() override;

    const Graph &graph() const { return graph_; }

    /// Makes the edit and puts it on the undo stack. An edit without changes does nothing. The edit must have been made
    /// from graph() as it is now.
    void make(const Edit &edit);

    QUndoStack &undoStack() { return undoStack_; }

Q_SIGNALS:
    /// After each change, also when it is undone or made again.
    void changed(const thalweg::Change &change);

private:
    class Command;

    void take(const Change &change);

    Graph graph_;
    QUndoStack undoStack_;
};

} // namespace thalweg
