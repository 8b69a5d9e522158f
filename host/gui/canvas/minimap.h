#pragma once

#include <QPixmap>
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

    /// The view has moved: finds its corner; shows itself where there is more than is seen.
    void follow();
    /// What is on the canvas has changed.
    void refresh();
    /// Things have taken other colours: they were selected, or nodes ran.
    void recolour();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// From the scene to this widget.
    QTransform toMap() const;
    void lookAt(const QPointF &place);

    QPixmap picture() const;

    CanvasView &view_;
    QRectF bounds_; ///< of the workflow, in the scene
    QPixmap picture_; ///< of it, kept while only the view moves; null: to be drawn
    bool isWanted_ = true;
};

} // namespace thalweg
