#pragma once

#include <thalweg/descent.h>
#include <thalweg/figure.h>
#include <thalweg/inputs.h>

#include <vector>

namespace thalweg {

using Descents = std::vector<Labelled<Descent>>;

/// The steps of a descent that are worth drawing where it is seen in the space of its parameters: all, but of one that
/// runs away only those before its cost is ten times as far above its lowest as it was at the start; and of more
/// than `most` every so manieth, with the first and the last.
std::vector<std::size_t> shownSteps(const Descent &descent, std::size_t most = 5000);

/// The inputs of a plot of an objective: `objective`, and `descent` for runs on it.
std::vector<Port> objectiveAndDescents();

/// Throws unless every descent has the parameters of the objective, as many and by the same names.
void checkSameParameters(const QStringList &parameterNames, const Descents &descents);

/// Where the parameters that are not on an axis are held: at the end of the last descent, or 0 where there is none.
Eigen::VectorXd heldAt(Eigen::Index dimension, const Descents &descents);

/// `θ₂ = 3, θ₃ = 1.5` for those parameters that are not in `shown`; empty where there are none.
QString heldNote(const QStringList &parameterNames, const Eigen::VectorXd &held, const std::vector<qsizetype> &shown);

/// The part of all rows that one update of the descent reads; 0 where it made none.
double epochsAStep(const Descent &descent);

/// A path with its start and its place at the step cursor, as layers of the palette's colour `colour`.
/// `width` is the line's, in points; `showMarks` gives start and end a line in the legend. `z` are its heights in a
/// figure with a surface.
void addPath(std::vector<Layer> &layers, const QString &label, int colour, std::vector<double> x, std::vector<double> y,
    std::vector<std::int64_t> steps, double width, bool showMarks, double epochsAStep, std::vector<double> z = {});

} // namespace thalweg
