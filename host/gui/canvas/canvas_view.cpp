#include "gui/canvas/canvas_view.h"

#include "gui/canvas/accessibility/accessible_canvas.h"
#include "gui/canvas/commands/canvas_edits.h"
#include "gui/canvas/inline_editor.h"
#include "gui/canvas/keyboard/keys.h"
#include "gui/canvas/minimap.h"
#include "gui/canvas/painting/paint_ground.h"
#include "gui/canvas/painting/paint_hint.h"
#include "gui/canvas/tooltips.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QScrollBar>

namespace thalweg {

CanvasView::CanvasView(Document &document, const RunBoard &runs, QWidget *parent)
    : QGraphicsView(parent), document_(document), scene_(new CanvasScene(document, &runs, theme(palette()), this)),
      navigation_(*this), hover_(*this), autoScroll_([this](const QPoint &by) {
          navigation_.panBy(by);
          if (gesture_)
              gesture_->move(pointerAt(viewport()->mapFromGlobal(QCursor::pos()), QApplication::keyboardModifiers()));
      }),
      quickAdding_(new QuickAdding(*this)), inlineEditor_(new InlineEditor(*this)), minimap_(new Minimap(*this))
{
    installAccessibleCanvas();
    setScene(scene_);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Room to go on in every direction, however large the workflow is.
    setSceneRect(-60000, -60000, 120000, 120000);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    setOptimizationFlags(DontAdjustForAntialiasing);
    setViewportUpdateMode(SmartViewportUpdate);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Canvas"));
    setAccessibleDescription(
        tr("The workflow's nodes and links. Tab and arrows go through the nodes, Space adds one."));

    connect(scene_, &QGraphicsScene::selectionChanged, this, [this] {
        Q_EMIT selectionChanged(selectedNodes());
        minimap_->recolour();
    });
    connect(scene_, &CanvasScene::mirrored, this, &CanvasView::takeMirrored);
    connect(scene_, &CanvasScene::stateChanged, this, &CanvasView::tellState);
    centerOn(0, 0);
    whole_ = place();
}

CanvasView::~CanvasView()
{
    gesture_.reset();
}

void CanvasView::setNodeTypes(const NodeTypes &types)
{
    scene_->setNodeTypes(types);
    keepWhole();
}

bool CanvasView::make(const Result<Edit> &edit)
{
    if (!edit) {
        announce(edit.error().text());
        return false;
    }
    return make(*edit);
}

bool CanvasView::make(const Edit &edit)
{
    document_.make(edit);
    scene_->mirror();
    return !edit.changes.empty();
}

QStringList CanvasView::selectedNodes() const
{
    return selectionOf(*scene_).nodes;
}

void CanvasView::select(const QStringList &nodes)
{
    {
        const QSignalBlocker blocker(scene_);
        scene_->clearSelection();
        for (const QString &id : nodes)
            if (NodeItem *item = scene_->node(id))
                item->setSelected(true);
    }
    Q_EMIT scene_->selectionChanged();
}

void CanvasView::reveal(const QString &node)
{
    const NodeItem *item = scene_->node(node);
    if (!item)
        return;
    select({ node });
    setFocusNode(node);
    if (navigation_.scale() < 0.65)
        navigation_.zoomTo(1);
    navigation_.ensureVisible(item->card());
}

void CanvasView::setFocusNode(const QString &node)
{
    if (NodeItem *before = scene_->node(focusNode_))
        before->setFocused(false);
    focusNode_ = scene_->node(node) ? node : QString();
    showFocus();
    if (!focusNode_.isEmpty() && hasFocus())
        tellAccessibleFocus(*this, focusNode_);
}

/// The ring is for the keyboard; it goes with the focus to other widgets, and comes back with it.
void CanvasView::showFocus()
{
    if (NodeItem *node = scene_->node(focusNode_))
        node->setFocused(hasFocus());
}

QPointF CanvasView::placeForNew() const
{
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    const bool isHere = viewport()->rect().contains(mouse) && viewport()->underMouse();
    return mapToScene(isHere ? mouse : viewport()->rect().center());
}

void CanvasView::openQuickSearch(const QPointF &place, const QString &typed, const std::optional<OpenEnd> &from)
{
    hover_.leave();
    quickAdding_->open(place, typed, from);
}

QString CanvasView::addNode(const QString &type, const QPointF &place)
{
    const Node node = newNode(scene_->graph(), scene_->nodeTypes(), type);
    if (!make(thalweg::addNode(scene_->graph(), node, QPointF(std::round(place.x()), std::round(place.y())))))
        return {};
    select({ node.id });
    setFocusNode(node.id);
    return node.id;
}

void CanvasView::announce(const QString &text)
{
    Q_EMIT statusText(text);
    tellAccessible(*this, text);
}

void CanvasView::takeMirrored()
{
    // What is being dragged may not be there any more: undo was called, or an engine came.
    if (gesture_)
        endGesture(false);
    hover_.leave();
    if (!focusNode_.isEmpty() && !scene_->node(focusNode_))
        focusNode_.clear();
    minimap_->refresh();
    viewport()->update();
}

void CanvasView::tellState(const QString &node)
{
    minimap_->recolour();
    if (const NodeItem *item = scene_->node(node))
        tellAccessible(*this, nodeText(*item));
}

void CanvasView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        scene_->setTheme(theme(palette()));
    QGraphicsView::changeEvent(event);
}

ViewPlace CanvasView::place() const
{
    return { navigation_.scale(), { horizontalScrollBar()->value(), verticalScrollBar()->value() } };
}

/// Until a person moves the view, it shows the whole workflow, whatever size it takes.
void CanvasView::keepWhole()
{
    if (gesture_ || scene_->contentBounds().isEmpty() || !(place() == whole_))
        return;
    navigation_.fit(scene_->contentBounds());
    whole_ = place();
}

void CanvasView::resizeEvent(QResizeEvent *event)
{
    const bool isWhole = place() == whole_;
    QGraphicsView::resizeEvent(event);
    if (isWhole)
        whole_ = place(); // it was not a person who moved it
    keepWhole();
    minimap_->follow();
}

void CanvasView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    // Not while the base class is being made, when there is no map yet.
    if (minimap_) {
        minimap_->follow();
        Q_EMIT zoomChanged(navigation_.scale());
    }
}

void CanvasView::drawBackground(QPainter *painter, const QRectF &rect)
{
    paintGround(*painter, rect, scene_->style(), dots_);
}

void CanvasView::drawForeground(QPainter *painter, const QRectF &)
{
    if (gesture_)
        gesture_->paint(*painter, scene_->style());
    if (scene_->graph().nodes.empty() && scene_->annotations().empty()) {
        painter->save();
        painter->resetTransform();
        paintHint(*painter, viewport()->rect(), scene_->style());
        painter->restore();
    }
}

} // namespace thalweg
