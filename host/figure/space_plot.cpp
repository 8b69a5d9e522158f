#include "figure/space_plot.h"

#include "figure/box_area.h"

namespace thalweg {

Ink addBox(const Canvas &canvas, const FigureContent &figure, const Colours &colours, const Fonts &fonts)
{
    for (QCPAxis *axis : { canvas.x, canvas.y })
        axis->setVisible(false);
    canvas.x->parentPlot()->setCurrentLayer(QStringLiteral("grid"));
    new BoxArea(canvas.x, canvas.y, canvas.space, { figure.x.label, figure.y.label, figure.z.label }, colours, fonts);
    return BoxArea::outline(Projection(figure.view));
}

void fitSpace(Canvas &canvas, const FigureStyle &style, const Viewpoint &view)
{
    QCustomPlot &plot = *canvas.x->parentPlot();
    plot.setViewport(QRectF(0, 0, style.width, style.height).toRect());
    for (auto phase : { QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins, QCPLayoutElement::upLayout })
        plot.plotLayout()->update(phase);
    const QRectF room = canvas.x->axisRect()->rect();

    constexpr double beside = 46; // points for numbers and names
    constexpr double below = 34;
    constexpr double above = 14;
    const Projection &projection = canvas.space->projection;
    const double halfWidth = std::sqrt(2);
    const double halfHeight = std::sqrt(2) * projection.eye().z + boxHeight * projection.up().z;
    constexpr double least = 8;
    const double unit = std::max({ least, // points
        std::min((room.width() / 2 - beside) / halfWidth, ((room.height() - above - below) / 2) / halfHeight) });

    const double zoom = view.zoom > 0 ? view.zoom : 1;
    const auto show = [&](QCPAxis *axis, AxisMap &map, double length, double middle, double off) {
        const double half = length / unit / 2;
        map.lower = middle - half;
        map.upper = middle + half;
        axis->setRange(middle + off - half / zoom, middle + off + half / zoom);
    };
    show(canvas.x, canvas.xMap, room.width(), 0, view.right);
    show(canvas.y, canvas.yMap, room.height(), (above - below) / 2 / unit, view.up);
}

} // namespace thalweg
