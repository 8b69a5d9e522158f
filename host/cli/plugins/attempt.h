#pragma once

#include "samples.h"

#include <thalweg/inputs.h>
#include <thalweg/run_context.h>

#include <atomic>
#include <chrono>

namespace thalweg {

/// What a node is tried with.
struct Trial {
    QString place = {}; ///< for the report: `with rate = -1`
    QJsonObject parameters = {};
    std::vector<std::pair<QString, ValuePtr>> values = {}; ///< by port
    bool byDefault = true; ///< with no parameters but those that must be given
};

/// What came of it.
struct Attempt {
    std::vector<ValuePtr> outputs = {}; ///< empty unless it ran to its end
    QString fault = {}; ///< empty where it ran, or refused in words
    bool stopped = false; ///< it was asked to stop in mid-run
};

/// A context that asks the node to stop once its time is over, or when told to.
class TrialContext : public RunContext {
public:
    TrialContext(const QString &folder, std::chrono::milliseconds patience);

    bool goOn() override;
    void stop() { stopped_ = true; }
    bool stopped() const { return stopped_; }

private:
    std::chrono::steady_clock::time_point end_;
    std::atomic<bool> stopped_ = false;
};

/// Runs the node. It may refuse with an Error of one line and at most 2,000 characters; any other exception is a fault,
/// and so is an output that cannot be described, or none at all.
Attempt attempt(const NodeType &type, const Trial &trial, TrialContext &context);

/// The trials with every port filled, by each of the samples: with the defaults, and with each choice and switch.
/// None where a port is of a type of which there is no sample.
std::vector<Trial> plausibleTrials(const NodeType &type, const Samples &samples);

/// All outputs' fingerprints.
QByteArray fingerprint(const Attempt &attempt);

} // namespace thalweg
