#pragma once

#include "graph/fitting.h"

#include <QObject>
#include <QPointF>

#include <optional>

namespace thalweg {

class CanvasView;
class QuickSearch;

/// An end of a link that a new node is to be linked to.
struct OpenEnd {
    End end;
    Side side;
};

/// Adds what the quick search finds where it was opened, and links it to the end that was open.
class QuickAdding : public QObject {
    Q_OBJECT

public:
    explicit QuickAdding(CanvasView &view);

    /// How often links are made elsewhere; those of the open workflow count as well.
    void setUsualLinks(const LinkCounts &usual) { usual_ = usual; }

    void open(const QPointF &place, const QString &typed, const std::optional<OpenEnd> &from);
    void add(const QString &type, const QString &port);

private:
    CanvasView &view_;
    QuickSearch *search_;
    LinkCounts usual_;
    QPointF place_;
    std::optional<OpenEnd> from_;
};

} // namespace thalweg
