#pragma once

#include <QStringList>

namespace thalweg {

/// Tells the parent process, line by line on stdout, where a check stands and what it found, so that it is known even
/// if the process dies in between. Lines of the plugin's own, on the same stdout, do no harm.
class Report {
public:
    /// What is looked at now: `node costs.formula: with rate = -1`.
    void at(const QString &place);

    /// A fault at that place. Of one node the first is told: the others mostly are of the same cause.
    void fault(const QString &problem);

    /// Everything was looked at.
    void end();

private:
    QString place_;
    QString lastFaultyNode_;
};

/// What the parent makes of it.
struct ReadReport {
    QStringList faults;
    QString place; ///< the last
    bool ended = false;
};

/// Whether there is the beginning of a line of a report's in it.
bool tells(const QByteArray &output);

ReadReport readReport(const QByteArray &output);

} // namespace thalweg
