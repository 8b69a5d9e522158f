#pragma once

#include "gui/figures/figure_board.h"

#include <QJsonObject>
#include <QWidget>

namespace thalweg {

class StepCursor;

/// One figure and the transport on a screen of their own, to be looked at from afar. Escape closes it.
class FigureScreen : public QWidget {
    Q_OBJECT

public:
    /// A window of its own on the screen of `parent`. Board and cursor must outlive it.
    FigureScreen(FigureBoard &board, StepCursor &cursor, const FigureKey &key, QWidget *parent);

    const FigureKey &key() const { return key_; }

Q_SIGNALS:
    void startPicked(const QString &node, const QJsonObject &place, bool isFinal);

private:
    FigureKey key_;
};

} // namespace thalweg
