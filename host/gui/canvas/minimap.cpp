#include "gui/canvas/minimap.h"

#include "gui/canvas/canvas_view.h"
#include "gui/canvas/painting/paint_marks.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace thalweg {

namespace {

constexpr QSize mapSize { 184, 124 };
constexpr int away = 12; ///< from the corner
constexpr double margin = 8;

} // namespace

Minimap::Minimap(CanvasView &view) : QWidget(&view), view_(view)
{
    setAccessibleName(tr("Overview"));
    setToolTip(tr("The whole workflow. Click or drag to go there."));
    setFixedSize(mapSize);
    setCursor(Qt::PointingHandCursor);
    hide();
}

void Minimap::setWanted(bool wanted)
{
    isWanted_ = wanted;
    follow();
}

void Minimap::follow()
{
    const QRect room = view_.viewport()->geometry();
    move(room.right() - width() - away, room.bottom() - height() - away);
    const QRectF seen = view_.mapToScene(view_.viewport()->rect()).boundingRect();
    const bool isUseful = !bounds_.isEmpty() && !seen.contains(bounds_);
    const bool hasRoom = room.width() > 3 * width() && room.height() > 2 * height();
    setVisible(isWanted_ && isUseful && hasRoom);
    update();
}

void Minimap::refresh()
{
    bounds_ = view_.canvas().contentBounds();
    picture_ = {};
    follow();
}

void Minimap::recolour()
{
    picture_ = {};
    update();
}

QTransform Minimap::toMap() const
{
    const QRectF inner = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    const double scale = std::min(inner.width() / bounds_.width(), inner.height() / bounds_.height());
    QTransform transform;
    transform.translate(inner.center().x(), inner.center().y());
    transform.scale(scale, scale);
    transform.translate(-bounds_.center().x(), -bounds_.center().y());
    return transform;
}

QPixmap Minimap::picture() const
{
    const CanvasStyle &style = view_.canvas().style();
    QPixmap picture(size() * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(style.theme.border);
    painter.setBrush(style.theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    if (bounds_.isEmpty())
        return picture;
    const QTransform map = toMap();
    for (const AnnotationItem *annotation : view_.canvas().annotations())
        painter.fillRect(
            map.mapRect(annotation->rect()), annotation->type() == NoteItemType ? style.theme.note : style.theme.frame);
    for (const NodeItem *node : view_.canvas().nodes()) {
        const QColor state = stateColour(node->look(), style.theme);
        const bool isLoud = state == style.theme.failed || state == style.theme.running;
        QRectF block = map.mapRect(node->card());
        block.setSize(block.size().expandedTo(QSizeF(2, 2)));
        painter.fillRect(block,
            node->isSelected() ? style.theme.accent
                : isLoud       ? state
                               : style.category(node->look().category));
    }
    return picture;
}

void Minimap::paintEvent(QPaintEvent *)
{
    if (picture_.isNull() || picture_.devicePixelRatio() != devicePixelRatioF())
        picture_ = picture();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(0, 0, picture_);
    if (bounds_.isEmpty())
        return;
    const CanvasStyle &style = view_.canvas().style();
    const QRectF seen = toMap().mapRect(view_.mapToScene(view_.viewport()->rect()).boundingRect())
        & QRectF(rect()).adjusted(2, 2, -2, -2);
    QColor veil = style.theme.accent;
    veil.setAlphaF(0.1f);
    painter.setBrush(veil);
    painter.setPen(QPen(style.theme.accent, 1.2));
    painter.drawRoundedRect(seen, 3, 3);
}

void Minimap::lookAt(const QPointF &place)
{
    view_.centerOn(toMap().inverted().map(place));
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    lookAt(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        lookAt(event->position());
}

void Minimap::wheelEvent(QWheelEvent *event)
{
    view_.navigation().step(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

} // namespace thalweg
