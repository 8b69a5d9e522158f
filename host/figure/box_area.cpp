#include "figure/box_area.h"

#include "figure/ticks.h"

namespace thalweg {

namespace {

constexpr double tickLength = 4;
constexpr double gap = 4; // between a tick and its number

/// The two sides of the box that are nearest to the eye: −1 or 1.
struct Near {
    double x, y;
};

Near nearSides(const Projection &view)
{
    return { view.eye().x >= 0 ? 1.0 : -1.0, view.eye().y >= 0 ? 1.0 : -1.0 };
}

/// The upright edge that is farthest to the left.
Point3 leftEdge(const Projection &view)
{
    return { view.right().x > 0 ? -1.0 : 1.0, view.right().y > 0 ? -1.0 : 1.0, -boxHeight };
}

Point3 mixed(const Point3 &from, const Point3 &to, double part)
{
    return along(from, part, { to.x - from.x, to.y - from.y, to.z - from.z });
}

/// A text of this size whose nearest side is `distance` away from a point.
QRectF beside(const QPointF &point, const QPointF &direction, double distance, const QSizeF &size)
{
    const double half = (std::abs(direction.x()) * size.width() + std::abs(direction.y()) * size.height()) / 2;
    const QPointF middle = point + (distance + half) * direction;
    return { middle - QPointF(size.width(), size.height()) / 2, size };
}

bool touch(const std::vector<QRectF> &places)
{
    constexpr double apart = 3;
    for (std::size_t i = 1; i < places.size(); ++i)
        if (places[i - 1].adjusted(-apart, 0, apart, 0).intersects(places[i]))
            return true;
    return false;
}

} // namespace

/// One axis along an edge of the box.
struct BoxArea::Edge {
    Point3 from, to;
    QPointF outwards; ///< on the screen, of length 1
    AxisMap map;
    QString name;
    bool isUpright;
    Ticks marks; ///< as many as there is room for
    std::vector<QRectF> places; ///< of their labels

    double part(double mark) const { return (mark - map.lower) / (map.upper - map.lower); }
};

BoxArea::BoxArea(
    QCPAxis *x, QCPAxis *y, std::shared_ptr<const Space> space, QStringList names, const Colours &colours, Fonts fonts)
    : Area(x, y), space_(std::move(space)), names_(std::move(names)), colours_(colours), fonts_(std::move(fonts))
{
}

std::vector<QPolygonF> BoxArea::outline(const Projection &view)
{
    const auto page = [&](double x, double y, double z) { return view.toPage({ x, y, z }); };
    std::vector<QPolygonF> lines;
    const auto level = [&](double end, double z) {
        lines.push_back(
            { page(-end, -end, z), page(end, -end, z), page(end, end, z), page(-end, end, z), page(-end, -end, z) });
    };
    constexpr double withNumbers = 1.25;
    for (double end : { 1.0, withNumbers })
        level(end, -boxHeight);
    level(1, boxHeight);
    for (double x : { -1.0, 1.0 })
        for (double y : { -1.0, 1.0 })
            lines.push_back({ page(x, y, -boxHeight), page(x, y, boxHeight) });
    const Point3 left = leftEdge(view);
    const QPointF top = page(left.x, left.y, boxHeight);
    lines.push_back({ top - QPointF(0.2, 0), top + QPointF(0, 0.15) });
    return lines;
}

QPointF BoxArea::pixel(const Point3 &point) const
{
    const QPointF page = space_->projection.toPage(point);
    return coordsToPixels(page.x(), page.y());
}

std::vector<BoxArea::Edge> BoxArea::edges() const
{
    const Near near = nearSides(space_->projection);
    const Point3 left = leftEdge(space_->projection);
    const double floor = -boxHeight;
    std::vector<Edge> edges {
        { { -1, near.y, floor }, { 1, near.y, floor }, {}, space_->x, names_.value(0), false, {}, {} },
        { { near.x, -1, floor }, { near.x, 1, floor }, {}, space_->y, names_.value(1), false, {}, {} },
        { left, { left.x, left.y, boxHeight }, { -1, 0 }, space_->z, names_.value(2), true, {}, {} },
    };
    const QFontMetricsF metrics(fonts_.small);
    for (Edge &edge : edges) {
        const QLineF line(pixel(edge.from), pixel(edge.to));
        if (!edge.isUpright) {
            const Point3 middle = mixed(edge.from, edge.to, 0.5);
            const QLineF out(pixel({ 0, 0, floor }), pixel(middle));
            edge.outwards = out.length() > 0 ? (out.p2() - out.p1()) / out.length() : QPointF(0, 1);
        }
        const double each = edge.isUpright ? 26 : 42;
        for (int count = static_cast<int>(std::min(12.0, line.length() / each)); count > 0; --count) {
            edge.marks = ticks(edge.map, count);
            edge.places.clear();
            for (qsizetype i = 0; i < edge.marks.major.size(); ++i)
                edge.places.push_back(beside(pixel(mixed(edge.from, edge.to, edge.part(edge.marks.major[i]))),
                    edge.outwards, tickLength + gap, metrics.size(Qt::TextSingleLine, edge.marks.labels.value(i))));
            if (!touch(edge.places))
                break;
            edge.marks = {};
            edge.places.clear();
        }
    }
    return edges;
}

void BoxArea::draw(QCPPainter *painter)
{
    painter->setAntialiasing(true);
    const std::vector<Edge> all = edges();
    drawWalls(*painter, all);
    for (const Edge &edge : all)
        drawEdge(*painter, edge);
}

void BoxArea::drawWalls(QCPPainter &painter, const std::vector<Edge> &edges) const
{
    const Near near = nearSides(space_->projection);
    const double floor = -boxHeight;
    const auto wall = [&](const Point3 &a, const Point3 &b, const Point3 &c, const Point3 &d) {
        painter.drawPolygon(QPolygonF({ pixel(a), pixel(b), pixel(c), pixel(d) }));
    };
    QColor ground = colours_.grid;
    ground.setAlphaF(0.28f);
    painter.setBrush(ground);
    painter.setPen(QPen(colours_.grid, 0.8));
    wall({ -1, -1, floor }, { 1, -1, floor }, { 1, 1, floor }, { -1, 1, floor });
    wall({ -near.x, -1, floor }, { -near.x, 1, floor }, { -near.x, 1, boxHeight }, { -near.x, -1, boxHeight });
    wall({ -1, -near.y, floor }, { 1, -near.y, floor }, { 1, -near.y, boxHeight }, { -1, -near.y, boxHeight });

    const auto line = [&](const Point3 &from, const Point3 &to) { painter.drawLine(pixel(from), pixel(to)); };
    for (double mark : edges[0].marks.major) {
        const double x = edges[0].part(mark) * 2 - 1;
        line({ x, -1, floor }, { x, 1, floor });
        line({ x, -near.y, floor }, { x, -near.y, boxHeight });
    }
    for (double mark : edges[1].marks.major) {
        const double y = edges[1].part(mark) * 2 - 1;
        line({ -1, y, floor }, { 1, y, floor });
        line({ -near.x, y, floor }, { -near.x, y, boxHeight });
    }
    for (double mark : edges[2].marks.major) {
        const double z = (edges[2].part(mark) * 2 - 1) * boxHeight;
        line({ -1, -near.y, z }, { 1, -near.y, z });
        line({ -near.x, -1, z }, { -near.x, 1, z });
    }
}

void BoxArea::drawEdge(QCPPainter &painter, const Edge &edge) const
{
    painter.setPen(QPen(colours_.axis, 0.8));
    painter.drawLine(pixel(edge.from), pixel(edge.to));
    const QFontMetricsF metrics(fonts_.small);
    double widest = 0;
    for (qsizetype i = 0; i < edge.marks.major.size(); ++i) {
        const QPointF at = pixel(mixed(edge.from, edge.to, edge.part(edge.marks.major[i])));
        painter.setPen(QPen(colours_.axis, 0.8));
        painter.drawLine(at, at + tickLength * edge.outwards);
        painter.setPen(colours_.faintText);
        painter.setFont(fonts_.small);
        const QRectF &place = edge.places[static_cast<std::size_t>(i)];
        painter.drawText(place.adjusted(-1, -1, 1, 1), Qt::AlignCenter | Qt::TextDontClip, edge.marks.labels.value(i));
        const QPointF off = place.center() - at;
        widest = std::max(widest,
            QPointF::dotProduct(off, edge.outwards)
                + (std::abs(edge.outwards.x()) * place.width() + std::abs(edge.outwards.y()) * place.height()) / 2);
    }
    constexpr double shortest = 12;
    if (edge.name.isEmpty() || QLineF(pixel(edge.from), pixel(edge.to)).length() < shortest)
        return;
    constexpr double longest = 200;
    const QFontMetricsF large(fonts_.text);
    const QString name = large.elidedText(edge.name, Qt::ElideMiddle, longest);
    const QSizeF size = large.size(Qt::TextSingleLine, name);
    QRectF place;
    if (edge.isUpright) {
        // To the left of the edge, where neither box nor surface comes.
        place = QRectF(pixel(edge.to) - QPointF(size.width() + 2, size.height() + metrics.height() / 2 + gap), size);
        place.moveLeft(std::max(place.left(), double(clipRect().left())));
    } else {
        place = beside(pixel(mixed(edge.from, edge.to, 0.5)), edge.outwards, std::max(widest, tickLength) + gap, size);
    }
    painter.setPen(colours_.text);
    painter.setFont(fonts_.text);
    painter.drawText(place.adjusted(-1, -1, 1, 1), Qt::AlignCenter | Qt::TextDontClip, name);
}

} // namespace thalweg
