#include "gui/canvas/commands/annotate.h"

#include "gui/canvas/canvas_view.h"
#include "gui/canvas/commands/canvas_edits.h"
#include "gui/canvas/inline_editor.h"

#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

QIcon swatch(const QColor &colour)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour.darker(130));
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 3, 3);
    return pixmap;
}

} // namespace

void addNote(CanvasView &view, const QPointF &place)
{
    const QPointF whole(std::round(place.x()), std::round(place.y()));
    view.make(addAnnotation(view.canvas().graph(), Note { .rect = QRectF(whole, QSizeF(220, 110)) }));
    view.inlineEditor().editNote(view.canvas().graph().annotations.size() - 1);
}

void frameSelection(CanvasView &view)
{
    CanvasScene &scene = view.canvas();
    const QStringList nodes = view.selectedNodes();
    view.make(scene.onPlaced(
        [&](const Graph &graph) { return frameAround(graph, nodes, scene.sizes(), CanvasView::tr("Frame")); }));
    const std::vector<AnnotationItem *> annotations = scene.annotations();
    const auto newest = std::ranges::max_element(annotations, {}, &AnnotationItem::index);
    if (newest != annotations.end() && (*newest)->type() == FrameItemType)
        view.inlineEditor().editFrameTitle((*newest)->index());
}

void addReroutePoint(CanvasView &view, const Link &link, const QPointF &place)
{
    const LinkItem *item = view.canvas().link(link);
    if (!item)
        return;
    const std::vector<QPointF> &all = item->curve().points();
    std::vector<QPointF> points(all.begin() + 1, all.end() - 1);
    const auto behind = static_cast<std::ptrdiff_t>(item->curve().sectionAt(place));
    points.insert(points.begin() + behind, QPointF(std::round(place.x()), std::round(place.y())));
    view.make(reroute(view.canvas().graph(), link, points));
}

void editAnnotation(CanvasView &view, qsizetype index)
{
    for (const AnnotationItem *item : view.canvas().annotations())
        if (item->index() == index) {
            if (item->type() == NoteItemType)
                view.inlineEditor().editNote(index);
            else
                view.inlineEditor().editFrameTitle(index);
            return;
        }
}

void addColours(QMenu &menu, CanvasView &view, qsizetype index)
{
    QMenu *colours = menu.addMenu(CanvasView::tr("Colour"));
    const std::pair<QString, QString> choices[] = { { CanvasView::tr("Usual"), QString() },
        { CanvasView::tr("Yellow"), QStringLiteral("#ffe9a8") }, { CanvasView::tr("Green"), QStringLiteral("#b7e4c7") },
        { CanvasView::tr("Blue"), QStringLiteral("#bcd7ff") }, { CanvasView::tr("Pink"), QStringLiteral("#fbc4d4") },
        { CanvasView::tr("Violet"), QStringLiteral("#d9c8ff") },
        { CanvasView::tr("Grey"), QStringLiteral("#d5d9e0") } };
    for (const auto &[name, colour] : choices) {
        QAction *action
            = colour.isEmpty() ? colours->addAction(name) : colours->addAction(swatch(QColor(colour)), name);
        QObject::connect(action, &QAction::triggered, &view, [&view, index, colour] {
            const Graph &graph = view.canvas().graph();
            if (index >= graph.annotations.size())
                return;
            Annotation annotation = annotationOf(graph.annotations.at(index));
            if (auto *note = std::get_if<Note>(&annotation))
                note->colour = colour;
            else if (auto *frame = std::get_if<Frame>(&annotation))
                frame->colour = colour;
            view.make(changeAnnotation(graph, index, annotation));
        });
    }
}

} // namespace thalweg
