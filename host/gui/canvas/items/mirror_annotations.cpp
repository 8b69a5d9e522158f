#include "gui/canvas/items/mirror_annotations.h"

#include "graph/annotations.h"

#include <QGraphicsScene>

#include <algorithm>

namespace thalweg {

void mirrorAnnotations(QGraphicsScene &scene, std::vector<AnnotationItem *> &items, const QJsonArray &annotations,
    const std::shared_ptr<const CanvasStyle> &style)
{
    // An item stays with what it shows, also where that has another index now; so it stays selected.
    std::vector<AnnotationItem *> old = std::exchange(items, {});
    const auto takeOld = [&](const auto &fits) -> AnnotationItem * {
        const auto found = std::ranges::find_if(old, fits);
        if (found == old.end())
            return nullptr;
        AnnotationItem *item = *found;
        old.erase(found);
        return item;
    };
    std::vector<std::pair<qsizetype, Annotation>> later;
    const auto place = [&](qsizetype index, const Annotation &annotation, AnnotationItem *item) {
        if (!item) {
            item = std::holds_alternative<Note>(annotation) ? static_cast<AnnotationItem *>(new NoteItem)
                                                            : new FrameItem;
            if (auto *note = std::get_if<Note>(&annotation))
                static_cast<NoteItem *>(item)->setNote(*note, style);
            else
                static_cast<FrameItem *>(item)->setFrame(std::get<Frame>(annotation), style);
            scene.addItem(item);
        } else if (auto *note = qgraphicsitem_cast<NoteItem *>(item)) {
            note->setNote(std::get<Note>(annotation), style);
        } else {
            static_cast<FrameItem *>(item)->setFrame(std::get<Frame>(annotation), style);
        }
        item->setIndex(index);
        items.push_back(item);
    };
    for (qsizetype i = 0; i < annotations.size(); ++i) {
        const Annotation annotation = annotationOf(annotations[i]);
        if (!std::holds_alternative<Note>(annotation) && !std::holds_alternative<Frame>(annotation))
            continue;
        AnnotationItem *same = takeOld([&](AnnotationItem *item) {
            const auto *note = qgraphicsitem_cast<NoteItem *>(item);
            return note ? annotation == Annotation(note->note())
                        : annotation == Annotation(static_cast<FrameItem *>(item)->shown());
        });
        if (same)
            place(i, annotation, same);
        else
            later.emplace_back(i, annotation);
    }
    for (const auto &[index, annotation] : later) {
        const bool isNote = std::holds_alternative<Note>(annotation);
        place(index, annotation, takeOld([&, i = index](AnnotationItem *item) {
            return item->index() == i && isNote == (item->type() == NoteItemType);
        }));
    }
    qDeleteAll(old);
    std::ranges::sort(items, {}, &AnnotationItem::index);
}

} // namespace thalweg
