#include "gui/canvas/render_canvas.h"

#include "gui/canvas/canvas_scene.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace thalweg {

namespace {

constexpr QPainter::RenderHints hints
    = QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform;

QByteArray png(CanvasScene &scene, const QRectF &area, const CanvasPicture &picture)
{
    constexpr double longest = 16384;
    const double scale = std::min({ picture.scale, longest / area.width(), longest / area.height() });
    const QSize size(
        static_cast<int>(std::ceil(area.width() * scale)), static_cast<int>(std::ceil(area.height() * scale)));
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(picture.background ? picture.theme.canvas : QColor(Qt::transparent));
    QPainter painter(&image);
    painter.setRenderHints(hints);
    scene.render(&painter, QRectF(QPointF(), area.size() * scale), area);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 80);
    return bytes;
}

QByteArray svg(CanvasScene &scene, const QRectF &area, const CanvasPicture &picture, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96); // else text shrinks
    generator.setSize(area.size().toSize());
    generator.setViewBox(QRectF(QPointF(), area.size()));
    generator.setTitle(title);
    QPainter painter(&generator);
    painter.setRenderHints(hints);
    if (picture.background)
        painter.fillRect(QRectF(QPointF(), area.size()), picture.theme.canvas);
    scene.render(&painter, QRectF(QPointF(), area.size()), area);
    painter.end();
    return bytes;
}

} // namespace

QByteArray renderCanvas(const Graph &graph, const NodeTypes &types, const CanvasPicture &picture, const RunBoard *runs)
{
    const Document document(graph);
    CanvasScene scene(document, runs, picture.theme);
    scene.setNodeTypes(types);
    QRectF area = scene.contentBounds();
    if (area.isEmpty())
        area = QRectF(0, 0, 200, 100);
    area = area.adjusted(-picture.margin, -picture.margin, picture.margin, picture.margin).toAlignedRect();
    return picture.format == CanvasFormat::Png ? png(scene, area, picture) : svg(scene, area, picture, graph.title);
}

} // namespace thalweg
