#include "gui/figures/transport_keys.h"

#include "gui/figures/step_cursor.h"

#include <QKeyEvent>

namespace thalweg {

bool takeTransportKey(StepCursor &cursor, const QKeyEvent &event, bool arrows)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Space:
        cursor.togglePlaying();
        return true;
    case Qt::Key_Home:
        cursor.toStart();
        return true;
    case Qt::Key_End:
        cursor.toEnd();
        return true;
    case Qt::Key_Period:
        cursor.stepForward();
        return true;
    case Qt::Key_Comma:
        cursor.stepBack();
        return true;
    case Qt::Key_Right:
    case Qt::Key_Left:
        if (arrows)
            event.key() == Qt::Key_Right ? cursor.stepForward() : cursor.stepBack();
        return arrows;
    default:
        return false;
    }
}

} // namespace thalweg
