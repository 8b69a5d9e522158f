#pragma once

#include "gui/canvas/items/annotation_items.h"

#include <QJsonArray>

#include <vector>

class QGraphicsScene;

namespace thalweg {

/// Makes the items of a scene show the notes and frames of a workflow, in its order. Items of what is there no more
/// are deleted, those of what only changed or moved in the list stay, and stay selected.
void mirrorAnnotations(QGraphicsScene &scene, std::vector<AnnotationItem *> &items, const QJsonArray &annotations,
    const std::shared_ptr<const CanvasStyle> &style);

} // namespace thalweg
