#include "checks.h"

#include "check_objective.h"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

namespace thalweg {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 1s; // for one run; a descent of a default length takes milliseconds

QString nodePlace(const NodeType &type, const QString &place)
{
    return QStringLiteral("node %1: %2").arg(type.id, place);
}

Attempt tryOut(const Subject &subject, const NodeType &type, const Trial &trial)
{
    TrialContext context(subject.folder, patience);
    return attempt(type, trial, context);
}

// Tries it, and reports the fault there may be.
Attempt tryOut(const Subject &subject, const NodeType &type, const Trial &trial, Report &report)
{
    report.at(nodePlace(type, trial.place));
    const Attempt attempt = tryOut(subject, type, trial);
    if (!attempt.fault.isEmpty())
        report.fault(attempt.fault);
    return attempt;
}

template <class Do> void forEachTrial(const Subject &subject, const Samples &samples, const Do &work)
{
    for (const NodeType *type : subject.nodes)
        for (const Trial &trial : plausibleTrials(*type, samples))
            work(*type, trial);
}

} // namespace

void checkDescriptions(const Subject &subject, Report &report)
{
    if (subject.nodes.empty())
        report.fault(QStringLiteral("it gives no nodes"));
    for (const NodeType *type : subject.nodes) {
        report.at(QStringLiteral("node %1").arg(type->id));
        const auto want = [&](const QString &text, const QString &what) {
            if (text.trimmed().isEmpty())
                report.fault(QStringLiteral("%1 has no help").arg(what));
        };
        if (type->summary.contains(QLatin1Char('\n')) || type->title.contains(QLatin1Char('\n')))
            report.fault(QStringLiteral("title and summary must be of one line"));
        want(type->help, QStringLiteral("it"));
        for (const Parameter &parameter : type->parameters)
            want(parameter.helpText, QStringLiteral("parameter %1").arg(parameter.name));
        for (const Port &port : type->inputs)
            want(port.helpText, QStringLiteral("input %1").arg(port.name));
        for (const Port &port : type->outputs)
            want(port.helpText, QStringLiteral("output %1").arg(port.name));
    }
}

void checkDefaults(const Subject &subject, Report &report)
{
    for (const NodeType *type : subject.nodes)
        tryOut(subject, *type, { .place = QStringLiteral("with its defaults and no inputs") }, report);
}

void checkEdgeValues(const Subject &subject, Report &report)
{
    for (const NodeType *type : subject.nodes) {
        const std::vector<Trial> trials = plausibleTrials(*type, subject.plausible);
        for (const Parameter &parameter : type->parameters)
            for (const QJsonValue &value : edgeValues(parameter)) {
                Trial trial = trials.empty() ? Trial() : trials.front();
                trial.parameters.insert(parameter.name, value);
                const QString text = value.isDouble() ? QString::number(value.toDouble()) : value.toString();
                trial.place = QStringLiteral("with parameter %1 at an edge (%2)").arg(parameter.name, text.left(40));
                tryOut(subject, *type, trial, report);
            }
    }
}

void checkPlausibleInputs(const Subject &subject, Report &report)
{
    forEachTrial(subject, subject.plausible,
        [&](const NodeType &type, const Trial &trial) { tryOut(subject, type, trial, report); });
}

void checkRepetition(const Subject &subject, Report &report)
{
    forEachTrial(subject, subject.plausible, [&](const NodeType &type, const Trial &trial) {
        const Attempt first = tryOut(subject, type, trial, report);
        const Attempt second = tryOut(subject, type, trial);
        if (!first.stopped && !second.stopped && fingerprint(first) != fingerprint(second))
            report.fault(QStringLiteral("gives other bits the second time"));
    });
}

void checkThreads(const Subject &subject, Report &report)
{
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, 8);
    forEachTrial(subject, subject.plausible, [&](const NodeType &type, const Trial &trial) {
        QByteArray alone;
        for (const int threads : { 1, 2, 8 }) {
            tbb::task_arena arena(threads);
            bool stopped = false;
            QByteArray bits;
            arena.execute([&] {
                const Attempt attempt = tryOut(subject, type, trial, report);
                stopped = attempt.stopped;
                bits = fingerprint(attempt);
            });
            if (stopped)
                return;
            if (threads == 1)
                alone = bits;
            else if (bits != alone)
                report.fault(QStringLiteral("gives other bits with %1 threads than with one").arg(threads));
        }
    });
}

void checkObjectives(const Subject &subject, Report &report)
{
    forEachTrial(subject, subject.plausible, [&](const NodeType &type, const Trial &trial) {
        for (const ValuePtr &value : tryOut(subject, type, trial, report).outputs)
            if (const auto *objective = dynamic_cast<const Objective *>(value.get()))
                try {
                    if (const QString fault = objectiveFault(*objective); !fault.isEmpty())
                        report.fault(fault);
                } catch (const std::exception &error) {
                    report.fault(
                        QStringLiteral("its objective threw an exception: %1").arg(QString::fromUtf8(error.what())));
                }
    });
    forEachTrial(subject, subject.hostile,
        [&](const NodeType &type, const Trial &trial) { tryOut(subject, type, trial, report); });
}

void harvest(const std::vector<const NodeType *> &nodes, const QString &folder, Samples &samples)
{
    const Subject subject { .folder = folder };
    for (int round = 0; round < 3; ++round) // what one node gives may be what the next needs
        for (const NodeType *type : nodes) {
            const auto known = [&](const Port &port) { return !samples.of(port.type).empty(); };
            if (std::ranges::all_of(type->outputs, known))
                continue;
            for (const Trial &trial : plausibleTrials(*type, samples))
                for (const ValuePtr &value : tryOut(subject, *type, trial).outputs)
                    if (value && samples.of(value->type()).empty())
                        samples.add(value);
        }
}

} // namespace thalweg
