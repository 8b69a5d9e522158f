#include "checks.h"

#include <future>
#include <thread>

namespace thalweg {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto allowed = 100ms;
constexpr auto tooLong = 5s; // a run that goes on as long after it was asked to stop cannot be waited for

// How long the run goes on after it was asked to stop; 0 where it had ended before.
Clock::duration lateness(const NodeType &type, const Trial &trial, const QString &folder)
{
    // Shared with the run, which may outlive this call.
    const auto context = std::make_shared<TrialContext>(folder, 1h);
    const auto done = std::make_shared<std::promise<Clock::time_point>>();
    std::future<Clock::time_point> end = done->get_future();
    std::thread([context, done, &type, trial] {
        (void)attempt(type, trial, *context);
        done->set_value(Clock::now());
    }).detach();
    if (end.wait_for(50ms) == std::future_status::ready)
        return {};
    const auto asked = Clock::now();
    context->stop();
    if (end.wait_for(tooLong) != std::future_status::ready)
        return tooLong;
    return std::max(end.get() - asked, Clock::duration());
}

} // namespace

void checkStopping(const Subject &subject, Report &report)
{
    Samples slow = subject.plausible;
    slow.add(slowObjective());
    for (const NodeType *type : subject.nodes)
        for (const Trial &plausible : plausibleTrials(*type, slow)) {
            std::vector<Trial> trials { plausible };
            for (const Parameter &parameter : type->parameters)
                if (plausible.byDefault && parameter.kind == Parameter::Kind::Integer) {
                    trials.push_back(plausible);
                    trials.back().parameters.insert(parameter.name, std::min(1e5, parameter.maximum));
                    trials.back().place += QStringLiteral(", with a large %1").arg(parameter.name);
                }
            for (const Trial &trial : trials) {
                report.at(QStringLiteral("node %1: %2").arg(type->id, trial.place));
                // A busy machine may delay a run now and then, but not thrice.
                auto least = lateness(*type, trial, subject.folder);
                for (int again = 0; again < 2 && least > allowed && least < tooLong; ++again)
                    least = std::min(least, lateness(*type, trial, subject.folder));
                if (least <= allowed)
                    continue;
                const auto late = std::chrono::duration_cast<std::chrono::milliseconds>(least).count();
                report.fault(
                    QStringLiteral("goes on for %1 ms after it was asked to stop; ask goOn() or checkStop() at "
                                   "least every 50 ms")
                        .arg(late));
                break;
            }
        }
}

} // namespace thalweg
