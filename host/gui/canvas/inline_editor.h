#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace thalweg {

class CanvasView;

/// A field over the canvas for the text of a note, the title of a frame or the id of a node. Enter (in a note
/// Ctrl+Enter) and a click elsewhere take what was typed; Escape leaves all as it was.
class InlineEditor : public QObject {
    Q_OBJECT

public:
    explicit InlineEditor(CanvasView &view);

    void editNote(qsizetype index);
    void editFrameTitle(qsizetype index);
    void renameNode(const QString &id);

    bool isOpen() const { return field_; }
    /// Takes what was typed.
    void commit();
    void discard();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(QWidget *field, const QRect &place);
    void take(const QString &text);

    enum class What { Note, FrameTitle, NodeId };

    CanvasView &view_;
    QPointer<QWidget> field_;
    What what_ = What::Note;
    qsizetype index_ = -1;
    QString node_;
};

} // namespace thalweg
