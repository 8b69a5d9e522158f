#pragma once

#include <qcustomplot.h>

namespace thalweg {

/// What fills a part of a plot: polygons or an image, in plot coordinates. It takes no part in the choice of ranges.
class Area : public QCPAbstractPlottable {
public:
    using QCPAbstractPlottable::QCPAbstractPlottable;

    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &foundRange, QCP::SignDomain) const override;
    QCPRange getValueRange(bool &foundRange, QCP::SignDomain, const QCPRange &) const override;

protected:
    void drawLegendIcon(QCPPainter *painter, const QRectF &rect) const override;
};

/// Bars and bands, in the brush of the plottable.
class PolygonArea final : public Area {
public:
    PolygonArea(QCPAxis *x, QCPAxis *y, std::vector<QPolygonF> polygons);

protected:
    void draw(QCPPainter *painter) override;

private:
    std::vector<QPolygonF> polygons_;
};

/// An image, its first row on top, over the whole of `rect` (which has its least coordinates at the top left).
class ImageArea final : public Area {
public:
    ImageArea(QCPAxis *x, QCPAxis *y, QImage image, const QRectF &rect);

protected:
    void draw(QCPPainter *painter) override;

private:
    QImage image_;
    QRectF rect_;
};

/// Arrows in the pen of the plottable, with heads of one size.
class ArrowArea final : public Area {
public:
    ArrowArea(QCPAxis *x, QCPAxis *y, std::vector<QLineF> arrows);

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *painter, const QRectF &rect) const override;

private:
    void drawArrow(QCPPainter &painter, const QLineF &arrow) const;

    std::vector<QLineF> arrows_;
};

} // namespace thalweg
