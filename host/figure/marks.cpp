#include "figure/marks.h"

namespace thalweg {

QPen linePen(const QColor &colour, double width, bool dashed)
{
    QPen pen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (dashed) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({ 8 / width, 5 / width });
    }
    return pen;
}

QCPAbstractPlottable *addPolylines(const Canvas &canvas, const std::vector<QPolygonF> &lines, const QPen &pen)
{
    QVector<double> x;
    QVector<double> y;
    for (const QPolygonF &line : lines) {
        if (!x.isEmpty()) {
            x += line.front().x();
            y += qQNaN();
        }
        for (const QPointF &point : line) {
            x += point.x();
            y += point.y();
        }
    }
    // A graph of rising x draws a million points as fast as a thousand.
    if (std::is_sorted(x.begin(), x.end())) {
        auto *graph = new QCPGraph(canvas.x, canvas.y);
        graph->setData(x, y, true);
        // Where many points share a column of pixels, it draws their extent, and takes one gap among them for nothing.
        graph->setAdaptiveSampling(lines.size() == 1);
        graph->setPen(pen);
        return graph;
    }
    auto *curve = new QCPCurve(canvas.x, canvas.y);
    curve->setData(x, y);
    curve->setPen(pen);
    return curve;
}

QCPGraph *addMarkers(const Canvas &canvas, const QPolygonF &points, const QCPScatterStyle &style)
{
    QVector<double> x;
    QVector<double> y;
    for (const QPointF &point : points) {
        const QRectF &window = canvas.window;
        if (point.x() < window.left() || point.x() > window.right() || !(point.y() >= window.top())
            || point.y() > window.bottom())
            continue;
        x += point.x();
        y += point.y();
    }
    auto *graph = new QCPGraph(canvas.x, canvas.y);
    graph->setData(x, y);
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(style);
    return graph;
}

QCPScatterStyle capStyle(const QColor &colour, double width)
{
    QPainterPath cap;
    cap.moveTo(-width / 2, 0);
    cap.lineTo(width / 2, 0);
    return { cap, QPen(colour, 1.2, Qt::SolidLine, Qt::FlatCap), Qt::NoBrush, 6 };
}

QCPScatterStyle markerStyle(const Canvas &canvas, const ScatterLayer &scatter, const QColor &colour)
{
    const QPen line(colour, 1.6);
    const QPen edge = canvas.onMap ? QPen(Qt::white, edgeWidth) : QPen(colour, 0.5);
    switch (scatter.marker) {
    case ScatterLayer::Marker::Dot: // not ssDisc, which takes its filling from the pen
        return { QCPScatterStyle::ssCircle, edge, colour, scatter.size };
    case ScatterLayer::Marker::Circle:
        return { QCPScatterStyle::ssCircle, line, canvas.colours.background, scatter.size };
    case ScatterLayer::Marker::Square:
        return { QCPScatterStyle::ssSquare, edge, colour, scatter.size };
    case ScatterLayer::Marker::Cross:
        return { QCPScatterStyle::ssCross, line, Qt::NoBrush, scatter.size };
    case ScatterLayer::Marker::Star:
        break;
    }
    QPainterPath star; // five points, the inner ones at the radius that makes its arms straight
    constexpr int corners = 10;
    for (int i = 0; i < corners; ++i) {
        const double radius = scatter.size * (i % 2 == 0 ? 0.62 : 0.62 * 0.42);
        const double angle = M_PI * (2.0 * i / corners - 0.5);
        const QPointF point(radius * std::cos(angle), radius * std::sin(angle));
        i == 0 ? star.moveTo(point) : star.lineTo(point);
    }
    star.closeSubpath();
    // Custom shapes are drawn for a size of 6.
    return { star, canvas.onMap ? edge : QPen(canvas.colours.background, 1), colour, 6 };
}

} // namespace thalweg
