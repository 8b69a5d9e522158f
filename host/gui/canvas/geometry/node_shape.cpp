#include "gui/canvas/geometry/node_shape.h"

#include <QLineF>

namespace thalweg {

NodeShape nodeShape(std::size_t inputs, std::size_t outputs, double width)
{
    constexpr double padding = 5;
    const auto rows = static_cast<double>(std::max<std::size_t>(1, std::max(inputs, outputs)));
    const double height = nodeHeaderHeight + padding + rows * nodeRowHeight + padding + nodeFooterHeight;
    NodeShape shape;
    shape.card = QRectF(0, 0, width, height);
    shape.header = QRectF(0, 0, width, nodeHeaderHeight);
    shape.footer = QRectF(0, height - nodeFooterHeight, width, nodeFooterHeight);
    shape.stateMark = QRectF(width - 26, (nodeHeaderHeight - 16) / 2, 16, 16);
    shape.eye = QRectF(width - 24, shape.footer.center().y() - 8, 16, 16);
    const auto centre = [&](double x, std::size_t row) {
        return QPointF(x, nodeHeaderHeight + padding + (static_cast<double>(row) + 0.5) * nodeRowHeight);
    };
    for (std::size_t i = 0; i < inputs; ++i)
        shape.inputs.push_back(centre(0, i));
    for (std::size_t i = 0; i < outputs; ++i)
        shape.outputs.push_back(centre(width, i));
    return shape;
}

int portAt(const std::vector<QPointF> &centres, const QPointF &point, double reach)
{
    int nearest = -1;
    double least = reach;
    for (std::size_t i = 0; i < centres.size(); ++i)
        if (const double distance = QLineF(centres[i], point).length(); distance <= least) {
            least = distance;
            nearest = static_cast<int>(i);
        }
    return nearest;
}

} // namespace thalweg
