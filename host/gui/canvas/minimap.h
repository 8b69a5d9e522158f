#pragma once

#include <QPointer>
#include <QWidget>

namespace thalweg {

class CanvasView;

/// The whole workflow in a corner, with what is seen of it; a click or drag moves the view. It can be hidden, and hides
/// by itself while all is in sight.
class Minimap : public QWidget {
    Q_OBJECT

public:
    explicit Minimap(CanvasView &view);

    bool isWanted() const { return isWanted_; }
    void setWanted(bool wanted);

    /// Finds its corner; shows itself where there is more than is seen.
    void follow();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// From the scene to this widget.
    QTransform toMap() const;
    void lookAt(const QPointF &place);

    CanvasView &view_;
    QRectF bounds_; ///< of the workflow, in the scene
    bool isWanted_ = true;
};

} // namespace thalweg
