#pragma once

#include <thalweg/node_type.h>
#include <thalweg/random.h>

#include <QHash>
#include <QJsonArray>

namespace thalweg {

/// Values to try a node with, by the id of their type.
class Samples {
public:
    void add(ValuePtr value) { byType_[value->type().id].push_back(std::move(value)); }

    /// Those that may come to a port of that type; none where no sample of it is known.
    std::vector<ValuePtr> of(const ValueType &type) const;

private:
    QHash<QString, std::vector<ValuePtr>> byType_;
};

/// Small values such as a workflow has.
Samples plausibleSamples();

/// Values of the same types at the edge of sense: empty, with missing and infinite numbers, objectives that are nowhere
/// finite.
Samples hostileSamples();

/// An objective of a few parameters whose evaluation takes a millisecond: a descent on it is long.
ValuePtr slowObjective();

/// The name of a file that lies in the folder in which nodes are tried, with the columns of the sample table.
inline constexpr char sampleFile[] = "sample.csv";
QByteArray sampleFileContent();

/// What a person might give where a parameter has no default.
QJsonValue plausibleValue(const Parameter &parameter);

/// Values of wrong types, beyond the range, at its ends, and odd ones within.
QJsonArray edgeValues(const Parameter &parameter);

/// Any value that the parameter's description allows, now and then one that it does not.
QJsonValue randomValue(const Parameter &parameter, Random &random);

} // namespace thalweg
