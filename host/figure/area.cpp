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

} // namespace thalweg
