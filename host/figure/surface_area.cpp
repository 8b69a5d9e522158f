#include "figure/surface_area.h"

#include "figure/colours.h"

namespace thalweg {

namespace {

struct Shade {
    double amount; ///< 0: black, 1: the colour itself
    bool isBelow; ///< its lower side is seen
};

/// Light from above the left shoulder of who looks, mild enough for colours to keep their meaning.
Shade shadeOf(const Point3 &alongRow, const Point3 &alongColumn, const Projection &view)
{
    Point3 normal { alongRow.y * alongColumn.z - alongRow.z * alongColumn.y,
        alongRow.z * alongColumn.x - alongRow.x * alongColumn.z,
        alongRow.x * alongColumn.y - alongRow.y * alongColumn.x };
    const bool isBelow = dot(normal, view.eye()) < 0;
    const Point3 lamp = along(along(view.eye(), -0.55, view.right()), 0.65, view.up());
    const double length = std::sqrt(dot(normal, normal) * dot(lamp, lamp));
    const double light = length > 0 ? (isBelow ? -1 : 1) * dot(normal, lamp) / length : 1;
    constexpr double dark = 0.62;
    return { dark + (1 - dark) * std::max(0.0, light), isBelow };
}

QRgb shaded(QRgb colour, const Shade &shade)
{
    const double amount = shade.amount * (shade.isBelow ? 0.8 : 1);
    const auto part = [amount](int channel) { return static_cast<int>(channel * amount + 0.5); };
    return qRgb(part(qRed(colour)), part(qGreen(colour)), part(qBlue(colour)));
}

/// Coordinates of cells in the order in which they are painted.
struct Order {
    std::size_t count;
    bool isRising;

    std::size_t at(std::size_t i) const { return isRising ? i : count - 1 - i; }
};

} // namespace

SurfaceArea::SurfaceArea(
    QCPAxis *x, QCPAxis *y, std::shared_ptr<const Space> space, const AxisMap &colours, bool isQuick)
    : Area(x, y), space_(std::move(space)), colours_(colours), isQuick_(isQuick)
{
}

void SurfaceArea::draw(QCPPainter *painter)
{
    if (painter->modes().testFlag(QCPPainter::pmVectorized)) {
        paintCells(*painter, true);
        return;
    }
    // Cells that are painted with soft edges let the ground shine through between them. So they are painted with hard
    // ones, at twice the resolution.
    const double ratio = painter->device()->devicePixelRatioF() * (isQuick_ ? 1 : 2);
    const QRect place = clipRect();
    QImage image((QSizeF(place.size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return;
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    {
        QPainter inner(&image);
        inner.translate(-place.topLeft());
        paintCells(inner, false);
    }
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(QRectF(place), image);
}

void SurfaceArea::paintCells(QPainter &painter, bool closeSeams) const
{
    // Fewer cells would show their edges; a cell has one colour.
    constexpr std::size_t least = 48;
    constexpr std::size_t fewEnoughToTurn = 100;
    constexpr std::size_t all = 1'000'000;
    const Relief relief = space_->relief.withCells(isQuick_ ? 1 : least, isQuick_ ? fewEnoughToTurn : all);
    if (relief.isEmpty())
        return;
    const std::size_t columns = relief.columns();
    std::vector<QPointF> pixels(columns * relief.rows());
    for (std::size_t row = 0; row < relief.rows(); ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const QPointF page = space_->projection.toPage(relief.corner(column, row));
            pixels[row * columns + column] = coordsToPixels(page.x(), page.y());
        }
    }
    std::vector<QRgb> palette(256);
    for (std::size_t i = 0; i < palette.size(); ++i)
        palette[i] = mapColour(static_cast<double>(i) / 255).rgb();
    const auto colourOf = [&](double height) {
        const double part = (height / boxHeight + 1) / 2;
        const double value = space_->z.fromPlot(space_->z.lower + part * (space_->z.upper - space_->z.lower));
        const double place = (colours_.toPlot(value) - colours_.lower) / (colours_.upper - colours_.lower);
        return palette[static_cast<std::size_t>(std::clamp(std::isfinite(place) ? place : 0, 0.0, 1.0) * 255 + 0.5)];
    };

    const Projection &view = space_->projection;
    const Order across { columns - 1, view.eye().x > 0 };
    const Order up { relief.rows() - 1, view.eye().y > 0 };
    painter.setRenderHint(QPainter::Antialiasing, closeSeams);
    painter.setPen(Qt::NoPen);
    for (std::size_t j = 0; j < up.count; ++j) {
        const std::size_t row = up.at(j);
        for (std::size_t i = 0; i < across.count; ++i) {
            const std::size_t column = across.at(i);
            const Point3 a = relief.corner(column, row);
            const Point3 b = relief.corner(column + 1, row);
            const Point3 c = relief.corner(column + 1, row + 1);
            const Point3 d = relief.corner(column, row + 1);
            const double height = (a.z + b.z + c.z + d.z) / 4;
            if (!std::isfinite(height))
                continue;
            const Point3 alongRow { b.x - a.x + c.x - d.x, 0, b.z - a.z + c.z - d.z };
            const Point3 alongColumn { 0, d.y - a.y + c.y - b.y, d.z - a.z + c.z - b.z };
            const QColor colour(shaded(colourOf(height), shadeOf(alongRow, alongColumn, view)));
            const std::size_t first = row * columns + column;
            const QPointF corners[4] { pixels[first], pixels[first + 1], pixels[first + columns + 1],
                pixels[first + columns] };
            painter.setBrush(colour);
            if (closeSeams)
                painter.setPen(QPen(colour, 0.4, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
            painter.drawPolygon(corners, 4);
        }
    }
}

} // namespace thalweg
