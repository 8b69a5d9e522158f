#pragma once

#include "gui/canvas/auto_scroll.h"
#include "gui/canvas/canvas_scene.h"
#include "gui/canvas/gestures/gesture.h"
#include "gui/canvas/hover.h"
#include "gui/canvas/navigation.h"
#include "gui/canvas/quick_adding.h"

#include <QGraphicsView>

#include <memory>

namespace thalweg {

class InlineEditor;
class Minimap;

/// What a view shows: its scale and the values of its scroll bars.
struct ViewPlace {
    double scale = 0;
    QPoint scrolled;

    bool operator==(const ViewPlace &) const = default;
};

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

    /// How often links are made elsewhere: what is made often is offered first for a link that is let go.
    void setUsualLinks(const LinkCounts &usual) { quickAdding_->setUsualLinks(usual); }

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

    /// Whether what is moved lines up with what stays.
    bool snaps() const { return snaps_; }
    void setSnapping(bool snaps) { snaps_ = snaps; }

    Navigation &navigation() { return navigation_; }
    Minimap &minimap() const { return *minimap_; }
    InlineEditor &inlineEditor() const { return *inlineEditor_; }

    /// Where new things go: below the mouse where it is over the canvas, else the middle of what is seen.
    QPointF placeForNew() const;

    /// Opens the quick search below `place` (scene). With an open end, it offers first what can be linked to it.
    void openQuickSearch(const QPointF &place, const QString &typed = {}, const std::optional<OpenEnd> &from = {});

    /// Adds a node of this type with its top left corner at `place`; gives its id, empty where it was refused.
    QString addNode(const QString &type, const QPointF &place);

    /// Says something that happened: in the status text, and aloud where a screen reader listens.
    void announce(const QString &text);

Q_SIGNALS:
    void runToWanted(const QString &node);
    void helpWanted(const QString &type);
    void outputWanted(const QString &node, const QString &port);
    void parametersWanted(const QString &node);
    void selectionChanged(const QStringList &nodes);
    /// A file was dropped here; its path is absolute.
    void fileDropped(const QString &path, const QPointF &scenePosition);
    void statusText(const QString &text);
    void zoomChanged(double scale);

protected:
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    Pointer pointerAt(const QPoint &viewport, Qt::KeyboardModifiers modifiers) const;
    void moveGesture(const Pointer &pointer);
    void endGesture(bool finishes, const Pointer &pointer = {});
    void showFocus();
    void takeMirrored();
    ViewPlace place() const;
    void keepWhole();
    void tellState(const QString &node);

    Document &document_;
    CanvasScene *scene_;
    Navigation navigation_;
    Hover hover_;
    AutoScroll autoScroll_;
    QuickAdding *quickAdding_;
    InlineEditor *inlineEditor_;
    Minimap *minimap_;
    std::unique_ptr<Gesture> gesture_;
    QString focusNode_;
    ViewPlace whole_; ///< of the view that shows the whole workflow, as it was put last
    bool snaps_ = true;
    bool spaceIsDown_ = false;
    bool spaceDragged_ = false; ///< it moved the canvas while it was down: its release opens no search
    std::vector<QPointF> dots_; ///< of the grid, kept from frame to frame
};

} // namespace thalweg
