#pragma once

#include "canvas/canvas_scene.h"
#include "canvas/gestures/gesture.h"
#include "canvas/navigation.h"

#include <QGraphicsView>

#include <memory>

namespace thalweg {

class Minimap;

/// The canvas: where a workflow is seen and wired. It shows a Document and a RunBoard, makes every edit through the
/// document, and asks for what lies beyond its room by signals. Document and RunBoard must outlive it.
class CanvasView : public QGraphicsView {
    Q_OBJECT

public:
    CanvasView(Document &document, const RunBoard &runs, QWidget *parent = nullptr);
    ~CanvasView() override;

    Document &document() const { return document_; }
    CanvasScene &canvas() const { return *scene_; }

    /// What can be placed and linked; again whenever an engine knows other types.
    void setNodeTypes(const NodeTypes &types);

    /// Makes the edit; where it is refused, says why in the status text and gives false.
    bool make(const Result<Edit> &edit);
    bool make(const Edit &edit);

    /// Ids of the selected nodes, in the workflow's order.
    QStringList selectedNodes() const;
    void select(const QStringList &nodes);

    /// Selects the node, gives it the focus and brings it into sight: from a problems list, from a search.
    void reveal(const QString &node);

    /// The node that the keyboard is at; empty where there is none.
    QString focusNode() const { return focusNode_; }
    void setFocusNode(const QString &node);

    Navigation &navigation() { return navigation_; }
    Minimap &minimap() const { return *minimap_; }

    /// Where new things go: below the mouse where it is over the canvas, else the middle of what is seen.
    QPointF placeForNew() const;

    /// Opens the quick search below `place` (scene). With an end, it offers what can be linked to it, and links it.
    void openQuickSearch(const QPointF &place, const QString &typed = {}, const std::optional<End> &from = {});

    /// Adds a node of this type with its top left corner at `place`; gives its id, empty where it was refused.
    QString addNode(const QString &type, const QPointF &place);

    /// Says something that happened: in the status text, and aloud where a screen reader listens.
    void announce(const QString &text);

    /// Tells how the pointer should look at rest and shows what the hover shows.
    void hoverAt(const QPointF &scenePosition);

Q_SIGNALS:
    void runToWanted(const QString &node);
    void helpWanted(const QString &type);
    void outputWanted(const QString &node, const QString &port);
    void parametersWanted(const QString &node);
    void selectionChanged(const QStringList &nodes);
    /// A file was dropped, or chosen for a drop at this place.
    void fileDropped(const QString &path, const QPointF &scenePosition);
    void statusText(const QString &text);
    void zoomChanged(double scale);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
};

} // namespace thalweg
