#include "figure/area.h"

namespace thalweg {

QCPRange Area::getKeyRange(bool &foundRange, QCP::SignDomain) const
{
    foundRange = false;
    return {};
}

QCPRange Area::getValueRange(bool &foundRange, QCP::SignDomain, const QCPRange &) const
{
    foundRange = false;
    return {};
}

void Area::drawLegendIcon(QCPPainter *painter, const QRectF &rect) const
{
    painter->fillRect(rect.adjusted(0, 1, 0, -1), mBrush);
}

PolygonArea::PolygonArea(QCPAxis *x, QCPAxis *y, std::vector<QPolygonF> polygons)
    : Area(x, y), polygons_(std::move(polygons))
{
}

void PolygonArea::draw(QCPPainter *painter)
{
    applyFillAntialiasingHint(painter);
    painter->setPen(mPen);
    painter->setBrush(mBrush);
    for (QPolygonF polygon : polygons_) {
        for (QPointF &point : polygon)
            point = coordsToPixels(point.x(), point.y());
        painter->drawPolygon(polygon);
    }
}

ImageArea::ImageArea(QCPAxis *x, QCPAxis *y, QImage image, const QRectF &rect)
    : Area(x, y), image_(std::move(image)), rect_(rect)
{
}

void ImageArea::draw(QCPPainter *painter)
{
    const QRectF target(coordsToPixels(rect_.left(), rect_.bottom()), coordsToPixels(rect_.right(), rect_.top()));
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(target, image_);
}

ArrowArea::ArrowArea(QCPAxis *x, QCPAxis *y, std::vector<QLineF> arrows) : Area(x, y), arrows_(std::move(arrows)) { }

void ArrowArea::draw(QCPPainter *painter)
{
    applyDefaultAntialiasingHint(painter);
    for (const QLineF &arrow : arrows_)
        drawArrow(*painter, QLineF(coordsToPixels(arrow.x1(), arrow.y1()), coordsToPixels(arrow.x2(), arrow.y2())));
}

void ArrowArea::drawLegendIcon(QCPPainter *painter, const QRectF &rect) const
{
    drawArrow(*painter, QLineF(rect.left(), rect.center().y(), rect.right(), rect.center().y()));
}

void ArrowArea::drawArrow(QCPPainter &painter, const QLineF &arrow) const
{
    const double length = arrow.length();
    if (!(length > 0))
        return; // it points nowhere
    const QPointF ahead = (arrow.p2() - arrow.p1()) / length;
    const QPointF aside(-ahead.y(), ahead.x());
    const double head = std::min(length, 4 + 2.5 * mPen.widthF());
    const QPointF neck = arrow.p2() - head * ahead;
    painter.setPen(mPen);
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(arrow.p1(), neck);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mPen.color());
    painter.drawPolygon(QPolygonF({ arrow.p2(), neck + head * 0.4 * aside, neck - head * 0.4 * aside }));
}

} // namespace thalweg
