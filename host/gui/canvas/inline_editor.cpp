#include "gui/canvas/inline_editor.h"

#include "gui/canvas/canvas_view.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace thalweg {

InlineEditor::InlineEditor(CanvasView &view) : QObject(&view), view_(view) { }

void InlineEditor::open(QWidget *field, const QRect &place)
{
    field_ = field;
    field->setParent(view_.viewport());
    field->setGeometry(place & view_.viewport()->rect().adjusted(4, 4, -4, -4));
    if (field->height() < field->sizeHint().height() && qobject_cast<QLineEdit *>(field))
        field->resize(field->width(), field->sizeHint().height());
    field->installEventFilter(this);
    field->show();
    field->setFocus();
}

void InlineEditor::editNote(qsizetype index)
{
    commit();
    const Annotation annotation = annotationOf(view_.canvas().graph().annotations.at(index));
    const auto *note = std::get_if<Note>(&annotation);
    if (!note)
        return;
    what_ = What::Note;
    index_ = index;
    auto *field = new QPlainTextEdit(note->text);
    field->setPlaceholderText(CanvasView::tr("Text of the note, in Markdown"));
    field->setAccessibleName(CanvasView::tr("Text of the note"));
    field->setToolTip(
        CanvasView::tr("Markdown: **bold**, # heading, - list. Ctrl+Enter when done, Escape to discard."));
    const QRect place = view_.mapFromScene(note->rect).boundingRect();
    open(field, place.united(QRect(place.topLeft(), QSize(220, 110))));
    field->selectAll();
}

void InlineEditor::editFrameTitle(qsizetype index)
{
    commit();
    const Annotation annotation = annotationOf(view_.canvas().graph().annotations.at(index));
    const auto *frame = std::get_if<Frame>(&annotation);
    if (!frame)
        return;
    what_ = What::FrameTitle;
    index_ = index;
    auto *field = new QLineEdit(frame->title);
    field->setAccessibleName(CanvasView::tr("Title of the frame"));
    const QPoint corner = view_.mapFromScene(frame->rect.topLeft() + QPointF(6, 2));
    open(field, QRect(corner, QSize(240, field->sizeHint().height())));
    field->selectAll();
}

void InlineEditor::renameNode(const QString &id)
{
    commit();
    const NodeItem *node = view_.canvas().node(id);
    if (!node)
        return;
    view_.navigation().ensureVisible(node->card());
    what_ = What::NodeId;
    node_ = id;
    auto *field = new QLineEdit(id);
    field->setAccessibleName(CanvasView::tr("Id of the node"));
    field->setToolTip(CanvasView::tr("Letters, digits, _ and -, starting with a letter"));
    const QRect header = view_.mapFromScene(node->shapeOfNode().header.translated(node->pos())).boundingRect();
    open(field, header.united(QRect(header.topLeft(), QSize(150, field->sizeHint().height()))));
    field->selectAll();
}

void InlineEditor::commit()
{
    if (!field_)
        return;
    const auto *line = qobject_cast<QLineEdit *>(field_);
    const QString text = line ? line->text() : static_cast<QPlainTextEdit *>(field_.data())->toPlainText();
    discard();
    take(text);
}

void InlineEditor::discard()
{
    if (!field_)
        return;
    QWidget *field = field_;
    field_ = nullptr; // before its focus goes, which would take the text
    field->removeEventFilter(this);
    // Before it hides, or Qt would look for the next to have the focus, and the canvas would go on to its next node.
    if (field->hasFocus())
        view_.setFocus();
    field->hide();
    field->deleteLater();
}

void InlineEditor::take(const QString &text)
{
    const Graph &graph = view_.canvas().graph();
    if (what_ == What::NodeId) {
        if (graph.find(node_))
            view_.make(thalweg::renameNode(graph, node_, text.trimmed()));
        return;
    }
    if (index_ >= graph.annotations.size())
        return;
    Annotation annotation = annotationOf(graph.annotations.at(index_));
    if (auto *note = std::get_if<Note>(&annotation); note && what_ == What::Note)
        note->text = text;
    else if (auto *frame = std::get_if<Frame>(&annotation); frame && what_ == What::FrameTitle)
        frame->title = text;
    else
        return;
    view_.make(changeAnnotation(graph, index_, annotation));
}

bool InlineEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != field_)
        return false;
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        QMetaObject::invokeMethod(this, &InlineEditor::commit, Qt::QueuedConnection);
        return false;
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool takes = isEnter && (what_ != What::Note || key->modifiers() & Qt::ControlModifier);
    if (!takes && key->key() != Qt::Key_Escape)
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        if (takes)
            commit();
        else
            discard();
    }
    return true;
}

} // namespace thalweg
