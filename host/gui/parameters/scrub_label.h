#pragma once

#include <QLabel>

namespace thalweg {

/// A label that wraps between words; where it can scrub, a drag to the sides says how far it went.
class ScrubLabel : public QLabel {
    Q_OBJECT

public:
    explicit ScrubLabel(const QString &text);

    void setCanScrub(bool can);

Q_SIGNALS:
    void begun();
    void moved(double pixels);
    void ended();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool canScrub_ = false;
    bool isMoving_ = false;
    QPointF start_;
};

} // namespace thalweg
