#pragma once

#include <QRectF>

#include <vector>

namespace thalweg {

enum class Direction { Left, Right, Up, Down };

/// The rectangle that a person would call the next one from `from` in a direction, as an index into `rects`; -1 if none
/// lies there. What lies straight ahead is nearer than what lies aside.
int neighbour(const std::vector<QRectF> &rects, const QRectF &from, Direction direction);

/// The order in which Tab goes through rectangles: by columns from the left, in a column from the top.
std::vector<int> readingOrder(const std::vector<QRectF> &rects);

} // namespace thalweg
