#include "gui/parameters/scrub_label.h"

#include <QApplication>
#include <QMouseEvent>

namespace thalweg {

ScrubLabel::ScrubLabel(const QString &text) : QLabel(text)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void ScrubLabel::setCanScrub(bool can)
{
    canScrub_ = can;
    setCursor(can ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void ScrubLabel::mousePressEvent(QMouseEvent *event)
{
    isMoving_ = false;
    start_ = event->position();
    if (!canScrub_ || event->button() != Qt::LeftButton)
        QLabel::mousePressEvent(event);
}

void ScrubLabel::mouseMoveEvent(QMouseEvent *event)
{
    if (!canScrub_ || !(event->buttons() & Qt::LeftButton))
        return;
    const double way = event->position().x() - start_.x();
    if (!isMoving_ && std::abs(way) >= QApplication::startDragDistance() / 2.0) {
        isMoving_ = true;
        Q_EMIT begun();
    }
    if (isMoving_)
        Q_EMIT moved(way);
}

void ScrubLabel::mouseReleaseEvent(QMouseEvent *event)
{
    if (isMoving_)
        Q_EMIT ended();
    else
        QLabel::mouseReleaseEvent(event); // a click on a label gives its field the focus
    if (!isMoving_ && buddy())
        buddy()->setFocus(Qt::MouseFocusReason);
    isMoving_ = false;
}

} // namespace thalweg
