#include "checks.h"

#include <thalweg/parallel.h>

#include <QJsonDocument>

#include <tbb/global_control.h>

namespace thalweg {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t trialsOfANode = 100;
constexpr auto patience = 20ms; // for one run

Trial randomTrial(const NodeType &type, const Subject &subject, Random &random)
{
    Trial trial;
    for (const Parameter &parameter : type.parameters)
        if (parameter.isRequired || random.uniform() < 0.5)
            trial.parameters.insert(parameter.name, randomValue(parameter, random));
    for (const Port &port : type.inputs) {
        const Samples &samples = random.uniform() < 0.7 ? subject.plausible : subject.hostile;
        const std::vector<ValuePtr> values = samples.of(port.type);
        for (auto links = port.isMany ? random.below(4) : 1; links > 0 && !values.empty(); --links)
            if (!port.isOptional || random.uniform() < 0.5)
                trial.values.emplace_back(port.name, values[random.below(values.size())]);
    }
    return trial;
}

} // namespace

void checkRandomInputs(const Subject &subject, Report &report)
{
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, 4);
    tbb::task_arena arena(4);
    Random random(2718);
    for (const NodeType *type : subject.nodes) {
        report.at(QStringLiteral("node %1: with random inputs").arg(type->id));
        std::vector<Trial> trials;
        for (std::size_t i = 0; i < trialsOfANode; ++i)
            trials.push_back(randomTrial(*type, subject, random));
        // Each trial twice, so that one and the same runs on two threads at once now and then.
        std::vector<Attempt> attempts(2 * trialsOfANode);
        arena.execute([&] {
            parallelFor(attempts.size(), [&](std::size_t i) {
                TrialContext context(subject.folder, patience);
                attempts[i] = attempt(*type, trials[i / 2], context);
            });
        });
        for (std::size_t i = 0; i < attempts.size(); i += 2) {
            const Attempt &first = attempts[i], &second = attempts[i + 1];
            const bool ended = !first.stopped && !second.stopped;
            QString fault = first.fault;
            if (fault.isEmpty() && ended && fingerprint(first) != fingerprint(second))
                fault = QStringLiteral("gives other bits when it runs on two threads at once");
            if (fault.isEmpty())
                continue;
            const QByteArray parameters = QJsonDocument(trials[i / 2].parameters).toJson(QJsonDocument::Compact);
            report.at(QStringLiteral("node %1: with random inputs and %2")
                          .arg(type->id, QString::fromUtf8(parameters).left(500)));
            report.fault(fault);
        }
    }
}

} // namespace thalweg
