#pragma once

#include "gui/canvas/items/item_types.h"
#include "gui/canvas/painting/paint_annotations.h"

#include <QTextDocument>

#include <memory>

namespace thalweg {

/// What notes and frames have in common: a rectangle that is one of the workflow's annotations.
class AnnotationItem : public QGraphicsItem {
public:
    AnnotationItem();

    qsizetype index() const { return index_; } ///< into Graph::annotations
    void setIndex(qsizetype index) { index_ = index; }

    void setHovered(bool hovered);
    /// Where its rectangle lies, in the scene.
    QRectF rect() const { return QRectF(pos(), size_); }
    /// Shows it at this place and size, whatever the workflow says.
    virtual void showAt(const QRectF &rect);
    bool isAtCorner(const QPointF &scenePosition) const;

    QRectF boundingRect() const override;

protected:
    AnnotationFrame frame_;
    std::shared_ptr<const CanvasStyle> style_;

private:
    qsizetype index_ = -1;
    QSizeF size_;
};

class NoteItem : public AnnotationItem {
public:
    enum { Type = NoteItemType };
    int type() const override { return Type; }

    NoteItem();

    void setNote(const Note &note, std::shared_ptr<const CanvasStyle> style);
    const Note &note() const { return note_; }
    void showAt(const QRectF &rect) override;

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    Note note_;
    QTextDocument text_;
};

class FrameItem : public AnnotationItem {
public:
    enum { Type = FrameItemType };
    int type() const override { return Type; }

    FrameItem();

    void setFrame(const Frame &shown, std::shared_ptr<const CanvasStyle> style);
    const Frame &shown() const { return shown_; }
    void showAt(const QRectF &rect) override;

    /// It is taken hold of at its title, its edge and its corner; between them the canvas goes on.
    bool contains(const QPointF &point) const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    Frame shown_;
};

} // namespace thalweg
