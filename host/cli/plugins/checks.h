#pragma once

#include "attempt.h"
#include "report.h"

namespace thalweg {

/// A plugin's nodes, and what they are tried with.
struct Subject {
    std::vector<const NodeType *> nodes = {};
    Samples plausible = {};
    Samples hostile = {};
    QString folder = {}; ///< where the sample file lies
};

void checkDescriptions(const Subject &subject, Report &report); ///< level 2
void checkDefaults(const Subject &subject, Report &report); ///< level 3
void checkEdgeValues(const Subject &subject, Report &report); ///< level 4
void checkPlausibleInputs(const Subject &subject, Report &report); ///< level 5
void checkRepetition(const Subject &subject, Report &report); ///< level 6
void checkThreads(const Subject &subject, Report &report); ///< level 7
void checkStopping(const Subject &subject, Report &report); ///< level 8
void checkObjectives(const Subject &subject, Report &report); ///< level 9
void checkRandomInputs(const Subject &subject, Report &report); ///< level 10

/// Adds to `samples` a value of each type that no sample has and a node of the plugin gives.
void harvest(const std::vector<const NodeType *> &nodes, const QString &folder, Samples &samples);

} // namespace thalweg
