#pragma once

#include <thalweg/figure.h>
#include <thalweg/inputs.h>

#include <vector>

namespace thalweg {

struct Range {
    double from = 0;
    double to = 0;

    double span() const { return to - from; }
};

/// `count` (at least 2) numbers from the one end to the other, both included.
std::vector<double> evenlySpaced(const Range &range, std::size_t count);

/// The range that two optional parameters give, each end on its own, in place of `automatic`'s; the error names them.
Range rangeOf(const Inputs &in, const QString &from, const QString &to, const Range &automatic);

/// What is to be seen around points of a descent: all of them with a margin, and where `best` lies at an end of them,
/// as much beyond it that the other side of the valley is seen, too. −10 … 10 where there are no points.
Range valleyAround(const std::vector<double> &points, const std::vector<double> &best);

/// Makes an axis for `data` with a little room, and for what of `rest` is no further beyond them than half their
/// length.
void showMostly(FigureAxis &axis, const Range &data, const Range &rest);

} // namespace thalweg
