#include "gui/canvas/commands/clipboard.h"

#include "gui/canvas/canvas_view.h"
#include "gui/canvas/commands/canvas_edits.h"
#include "workflow/workflow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <cmath>

namespace thalweg {

namespace {

void selectAdded(CanvasView &view, const Edit &edit)
{
    const Selection added = addedBy(edit);
    view.select(added.nodes);
    for (AnnotationItem *item : view.canvas().annotations())
        if (std::ranges::find(added.annotations, item->index()) != added.annotations.end())
            item->setSelected(true);
    if (!added.nodes.isEmpty())
        view.setFocusNode(added.nodes.first());
}

} // namespace

void copySelection(CanvasView &view)
{
    const CanvasScene &scene = view.canvas();
    const Graph piece = pieceOf(scene.placedGraph(), selectionOf(scene));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(bytesOf({ piece, {} })));
}

bool canPaste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    return data && data->hasText() && data->text().contains(QLatin1String("thalweg-workflow"));
}

void pasteAt(CanvasView &view, const QPointF &place)
{
    const Result<Workflow> read = readWorkflow(QGuiApplication::clipboard()->text().toUtf8());
    if (!read) {
        view.announce(CanvasView::tr("The clipboard holds no nodes: %1").arg(read.error().message()));
        return;
    }
    const CanvasScene &scene = view.canvas();
    const QRectF bounds = boundsOf(read->graph);
    QPointF offset = place - bounds.center() - QPointF(nodeMinimumWidth / 2, 50);
    offset = QPointF(std::round(offset.x()), std::round(offset.y()));
    const Edit edit = pasteLinked(scene.graph(), scene.nodeTypes(), read->graph, offset);
    view.make(edit);
    selectAdded(view, edit);
}

void duplicateSelection(CanvasView &view)
{
    CanvasScene &scene = view.canvas();
    Edit edit;
    const Selection selection = selectionOf(scene);
    edit = scene.onPlaced(
        [&](const Graph &graph) { return duplicate(graph, scene.nodeTypes(), selection, QPointF(30, 30), true); });
    view.make(edit);
    selectAdded(view, edit);
}

} // namespace thalweg
