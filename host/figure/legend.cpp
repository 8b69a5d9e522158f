#include "figure/legend.h"

#include <array>

namespace thalweg {

namespace {

/// Points along the ink, as parts of the window from its top left: close to each other, or, where there is very much of
/// it, as close as a share of this many.
std::vector<QPointF> samples(const Ink &ink, const QRectF &window)
{
    constexpr double most = 20'000;
    double length = 0; // of all ink, as far as it can be seen
    for (const QPolygonF &line : ink)
        for (qsizetype i = 1; i < line.size(); ++i) {
            const double along = std::hypot(
                (line[i].x() - line[i - 1].x()) / window.width(), (line[i].y() - line[i - 1].y()) / window.height());
            length += std::isfinite(along) ? std::min(2.0, along) : 0;
        }
    const double stride = std::max(0.01, length / most);
    std::vector<QPointF> points;
    for (const QPolygonF &line : ink) {
        QPointF last;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QPointF at(
                (line[i].x() - window.left()) / window.width(), (window.bottom() - line[i].y()) / window.height());
            if (!std::isfinite(at.x()) || !std::isfinite(at.y()))
                continue;
            const double piece = i == 0 ? 0 : std::min(2.0, QLineF(last, at).length());
            for (double along = stride; along < piece; along += stride)
                points.push_back(last + along / piece * (at - last));
            if (i == 0 || piece >= stride / 4) { // of a million points on one spot, one is enough
                points.push_back(at);
                last = at;
            }
        }
    }
    return points;
}

struct Corner {
    Qt::Alignment alignment;
    bool right, bottom;
};

} // namespace

QCPLegend *makeLegend(QCPAxisRect &rect, const Colours &colours, const Fonts &fonts)
{
    auto *legend = new QCPLegend;
    rect.insetLayout()->setMargins(QMargins(8, 8, 8, 8));
    rect.insetLayout()->addElement(legend, Qt::AlignTop | Qt::AlignRight);
    legend->setLayer(QStringLiteral("legend"));
    QColor ground = colours.background;
    ground.setAlpha(225);
    legend->setBrush(ground);
    legend->setBorderPen(QPen(colours.grid, 0.8));
    legend->setFont(fonts.small);
    legend->setTextColor(colours.text);
    legend->setIconSize(22, 15);
    legend->setIconTextPadding(9);
    legend->setMargins(QMargins(7, 5, 8, 5));
    legend->setRowSpacing(1);
    return legend;
}

void placeLegend(QCPLegend *legend, QCPAxisRect &rect, QCPLayoutGrid &outside, const QSizeF &size, const Ink &ink,
    const QRectF &window)
{
    constexpr double gap = 10;
    const QSizeF hint = legend->minimumOuterSizeHint();
    const double width = (hint.width() + gap) / size.width();
    const double height = (hint.height() + gap) / size.height();
    const std::vector<QPointF> points = samples(ink, window);

    static const std::array corners { Corner { Qt::AlignTop | Qt::AlignRight, true, false },
        Corner { Qt::AlignTop | Qt::AlignLeft, false, false }, Corner { Qt::AlignBottom | Qt::AlignRight, true, true },
        Corner { Qt::AlignBottom | Qt::AlignLeft, false, true } };
    const Corner *best = nullptr;
    std::ptrdiff_t least = 0;
    for (const Corner &corner : corners) {
        const QRectF place(corner.right ? 1 - width : 0, corner.bottom ? 1 - height : 0, width, height);
        const std::ptrdiff_t hidden
            = std::ranges::count_if(points, [&](const QPointF &point) { return place.contains(point); });
        if (!best || hidden < least) {
            best = &corner;
            least = hidden;
        }
    }
    constexpr double nextToNothing = 0.01;
    constexpr double most = 0.6; // of the plot's width or height
    const bool fits = width < most && height < most;
    const bool hidesNothing = static_cast<double>(least) <= nextToNothing * static_cast<double>(points.size());
    constexpr double leastBeside = 150; // points that a plot needs beside its legend
    const bool hasRoomBeside = size.width() - hint.width() - gap >= leastBeside;
    if (fits && (hidesNothing || !hasRoomBeside)) {
        rect.insetLayout()->setInsetAlignment(0, best->alignment);
        return;
    }
    if (!hasRoomBeside) {
        rect.insetLayout()->remove(legend);
        return;
    }
    outside.addElement(0, 0, legend);
    outside.addElement(1, 0, new QCPLayoutElement(legend->parentPlot()));
    outside.setRowStretchFactor(0, 0.001);
}

} // namespace thalweg
