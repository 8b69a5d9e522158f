#pragma once

#include "traces.h"

#include <thalweg/figure.h>
#include <thalweg/objective.h>
#include <thalweg/run_context.h>

namespace thalweg {

/// The cost over two parameters of an objective, the others held, and what a figure needs to show it.
struct CostPlane {
    std::shared_ptr<const Objective> objective = {};
    Descents descents = {};
    qsizetype x = 0, y = 1; ///< which parameters
    Eigen::VectorXd held = {}; ///< all of them, where they are held
    Grid grid = {};
    bool isLog = false; ///< colours and heights
    double leastShown = 0; ///< where they begin
    double greatest = 0;
    QString label = {}; ///< `J(θ₀, θ₁)`

    /// With the axes x and y, the note that says what is held, and the title `kind` of the label, if none was given.
    FigureContent content(const Inputs &in, const QString &kind) const;
};

/// Settings: `x`, `y`, `x_from`, `x_to`, `y_from`, `y_to`, `resolution`, `levels`, `scale`, `title`.
std::vector<Parameter> planeParameters(int resolution);

/// Evaluates the objective of the inputs over the plane that the settings say; the errors name the setting.
CostPlane costPlane(const Inputs &in, RunContext &context);

/// The lines of equal cost that the setting `levels` asks for.
std::vector<double> planeLevels(const Inputs &in, const CostPlane &plane);

/// Adds the paths of the descents; with `heights`, as they are on the surface over the plane.
void addPaths(std::vector<Layer> &layers, const CostPlane &plane, bool heights, RunContext &context);

} // namespace thalweg
