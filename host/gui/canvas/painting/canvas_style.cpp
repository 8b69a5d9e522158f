#include "gui/canvas/painting/canvas_style.h"

#include "gui/canvas/geometry/node_shape.h"

#include <QApplication>
#include <QHash>
#include <QPaintEngine>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <cmath>
#include <numeric>

namespace thalweg {

namespace {

constexpr int shadowReach = 14; ///< canvas units that a shadow spreads
constexpr int shadowDrop = 3;

/// Square, with a middle of one pixel that stretches.
QImage shadowImage(const QColor &colour)
{
    const int border = shadowReach + static_cast<int>(nodeCornerRadius);
    const int side = 2 * border + 1;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    const double half = side / 2.0;
    const double inner = half - shadowReach - nodeCornerRadius;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double dx = std::max(std::abs(x + 0.5 - half) - inner, 0.0);
            const double dy = std::max(std::abs(y + 0.5 - half) - inner, 0.0);
            const double distance = std::hypot(dx, dy) - nodeCornerRadius; // to the card's edge
            const double t = std::clamp(1 - (distance + 2) / shadowReach, 0.0, 1.0);
            const int alpha = static_cast<int>(std::lround(colour.alpha() * t * t * (3 - 2 * t) * 0.8));
            image.setPixel(x, y, qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha)));
        }
    return image;
}

QFont pixelFont(int pixels, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPixelSize(pixels);
    font.setWeight(weight);
    // Letters keep their distances at every zoom.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

Detail detailAt(double scale)
{
    return scale >= 0.65 ? Detail::Full : scale >= 0.3 ? Detail::Titles : Detail::Blocks;
}

CanvasStyle::CanvasStyle(const Theme &theme)
    : theme(theme), title(pixelFont(13, QFont::DemiBold)), text(pixelFont(11, QFont::Normal)),
      bold(pixelFont(11, QFont::DemiBold)), large(pixelFont(22, QFont::DemiBold)), shadow_(shadowImage(theme.shadow))
{
}

QColor CanvasStyle::category(const QString &category) const
{
    // Of the colour of what such nodes give: a plot is pink as figures are, a cost is blue as objectives are.
    static const QHash<QString, QColor> own {
        { QStringLiteral("sources"), QColor(0xb4, 0x53, 0x09) },
        { QStringLiteral("tables"), QColor(0xc2, 0x41, 0x0c) },
        { QStringLiteral("costs"), QColor(0x25, 0x63, 0xeb) },
        { QStringLiteral("optimizers"), QColor(0x15, 0x80, 0x3d) },
        { QStringLiteral("models"), QColor(0x7c, 0x3a, 0xed) },
        { QStringLiteral("plots"), QColor(0xbe, 0x18, 0x5d) },
    };
    const auto found = own.find(category);
    if (found != own.end())
        return value(found->name());
    const uint sum = std::accumulate(
        category.begin(), category.end(), 7u, [](uint hash, QChar letter) { return hash * 31 + letter.unicode(); });
    return value(QColor::fromHsl(static_cast<int>(sum % 360), 130, 100).name());
}

QColor CanvasStyle::header(const QString &name) const
{
    return mixed(theme.card, category(name), theme.isDark ? 0.34 : 0.17);
}

QColor CanvasStyle::value(const QString &colour) const
{
    const QColor given(colour);
    if (!given.isValid())
        return theme.faintText;
    if (!theme.isDark)
        return given;
    return QColor::fromHslF(
        given.hslHueF() < 0 ? 0 : given.hslHueF(), given.hslSaturationF() * 0.85f, std::max(given.lightnessF(), 0.62f));
}

void CanvasStyle::paintShadow(QPainter &painter, const QRectF &card) const
{
    if (painter.paintEngine()->type() == QPaintEngine::SVG)
        return; // pictures in a drawing are no longer one, and none looks like a shadow at every size
    const QRectF outer = card.adjusted(-shadowReach, -shadowReach, shadowReach, shadowReach).translated(0, shadowDrop);
    const double border = shadowReach + nodeCornerRadius;
    const double side = shadow_.width();
    // Smooth scaling costs most of a frame, and is seen on large shadows only.
    const bool wasSmooth = painter.testRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, unitsFor(painter, 1) < 0.75);
    const double xs[] = { outer.left(), outer.left() + border, outer.right() - border, outer.right() };
    const double ys[] = { outer.top(), outer.top() + border, outer.bottom() - border, outer.bottom() };
    const double from[] = { 0, border, side - border, side };
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column) {
            if (row == 1 && column == 1)
                continue; // below the card
            painter.drawImage(QRectF(QPointF(xs[column], ys[row]), QPointF(xs[column + 1], ys[row + 1])), shadow_,
                QRectF(QPointF(from[column], from[row]), QPointF(from[column + 1], from[row + 1])));
        }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, wasSmooth);
}

QColor mixed(const QColor &from, const QColor &to, double part)
{
    const auto mix = [&](float a, float b) { return a + (b - a) * static_cast<float>(part); };
    return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()), mix(from.blueF(), to.blueF()),
        mix(from.alphaF(), to.alphaF()));
}

double unitsFor(const QPainter &painter, double pixels)
{
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
    return scale > 0 ? pixels / scale : pixels;
}

} // namespace thalweg
