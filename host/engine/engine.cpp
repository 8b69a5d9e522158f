#include "engine/engine.h"

#include "engine/run_step.h"
#include "engine/tell_output.h"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <QDateTime>
#include <QFileInfo>

#include <chrono>

namespace thalweg {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// One run of one plan.
class Run {
public:
    Run(const Plan &plan, const RunOptions &options, const Engine::Results &known, RunControl &control,
        const Listener &listener)
        : plan_(plan), options_(options), known_(known), control_(control), mailbox_(listener),
          places_(plan.steps.size())
    {
        for (std::size_t i = 0; i < places_.size(); ++i) {
            places_[i].waitsFor = plan.steps[i].waitsFor;
            places_[i].readers = static_cast<std::uint32_t>(plan.steps[i].followers.size());
        }
    }

    void runAll()
    {
        for (std::uint32_t i = 0; i < places_.size(); ++i)
            if (plan_.steps[i].waitsFor == 0)
                tasks_.run([this, i] { runFrom(i); });
        tasks_.wait();
    }

    RunStatus status() const
    {
        if (control_.isStopped())
            return RunStatus::Interrupted;
        return failed_ ? RunStatus::Failed : RunStatus::Finished;
    }

    void tell(const Message &message) { mailbox_.send(message); }

    Engine::Results results() const
    {
        Engine::Results results;
        for (const Place &place : places_)
            if (place.reusable)
                results.emplace(place.key, place.outputs);
        return results;
    }

private:
    /// What becomes of a step in this run.
    struct Place {
        std::atomic<std::uint32_t> waitsFor = 0;
        std::atomic<std::uint32_t> readers = 0; ///< that have not read yet
        ContentKey key {};
        Engine::Outputs outputs; ///< null: failed, skipped, or freed
        bool reusable = false; ///< the outputs are what the key stands for
    };

    /// Runs the step, then those that waited for it alone: the first on this thread, the others on any.
    void runFrom(std::uint32_t index)
    {
        std::optional<std::uint32_t> next = index;
        while (next) {
            const std::uint32_t current = *next;
            next.reset();
            execute(current);
            for (std::uint32_t follower : plan_.steps[current].followers) {
                if (--places_[follower].waitsFor > 0)
                    continue;
                if (!next)
                    next = follower;
                else
                    tasks_.run([this, follower] { runFrom(follower); });
            }
        }
    }

    void execute(std::uint32_t index)
    {
        const Plan::Step &step = plan_.steps[index];
        const Clock::time_point start = Clock::now();
        try {
            if (control_.isStopped()) {
                skip(step, QStringLiteral("the run was stopped"));
            } else if (const QString empty = emptySource(step); !empty.isEmpty()) {
                skip(step, QStringLiteral("node %1, which it needs, gave nothing").arg(empty));
            } else {
                const Result<std::vector<Mapping::Arrival>> arrivals = arrivalsOf(step);
                if (arrivals)
                    runOrReuse(index, *arrivals, start);
                else
                    fail(step, arrivals.error(), start);
            }
        } catch (const Stopped &) {
            skip(step, QStringLiteral("the run was stopped"));
        } catch (const std::exception &error) {
            fail(step, Error(QString::fromUtf8(error.what())), start);
        }
        release(index);
    }

    /// A node that this step reads and that failed or was skipped; empty if there is none.
    QString emptySource(const Plan::Step &step) const
    {
        const auto isEmpty = [this](const auto &link) { return !places_[link.source.step].outputs; };
        if (const auto found = std::ranges::find_if(step.arrivals, isEmpty); found != step.arrivals.end())
            return plan_.steps[found->source.step].node;
        if (const auto found = std::ranges::find_if(step.drives, isEmpty); found != step.drives.end())
            return plan_.steps[found->source.step].node;
        return {};
    }

    /// What has arrived. An output that its node did not set is passed over at an optional input, and is an error
    /// elsewhere.
    Result<std::vector<Mapping::Arrival>> arrivalsOf(const Plan::Step &step) const
    {
        std::vector<Mapping::Arrival> arrivals;
        const auto add = [&](const QString &target, const Parameter *parameter, const Plan::Source &source) {
            const Plan::Step &from = plan_.steps[source.step];
            const ValuePtr &value = (*places_[source.step].outputs)[source.output];
            if (value)
                arrivals.push_back({ target, parameter, from.node, value });
            else if (parameter || !step.type->input(target)->isOptional)
                throw Error(
                    QStringLiteral("node %1 gives no %2 here").arg(from.node, from.type->outputs[source.output].name))
                    .at((parameter ? QStringLiteral("parameter %1") : QStringLiteral("port %1")).arg(target));
        };
        try {
            for (const Plan::Arrival &arrival : step.arrivals)
                add(arrival.port, nullptr, arrival.source);
            for (const Plan::Drive &drive : step.drives)
                add(drive.parameter->name, drive.parameter, drive.source);
        } catch (const Error &error) {
            return error;
        }
        return arrivals;
    }

    void runOrReuse(std::uint32_t index, const std::vector<Mapping::Arrival> &arrivals, Clock::time_point start)
    {
        const Plan::Step &step = plan_.steps[index];
        Place &place = places_[index];
        Result<Mapping> mapping = Mapping::make(*step.type, step.parameters, arrivals);
        if (!mapping)
            return fail(step, mapping.error(), start);
        place.key = keyOf(step, *mapping);
        if (const auto known = known_.find(place.key); known != known_.end()) {
            place.outputs = known->second;
            place.reusable = true;
            return finish(index, NodeState::FromCache, 0);
        }
        tell(StateMessage { step.node, NodeState::Running });
        Result<std::vector<ValuePtr>> outputs = runStep(plan_, step, *mapping, control_, mailbox_);
        if (!outputs)
            return fail(step, outputs.error(), start);
        place.outputs = std::make_shared<const std::vector<ValuePtr>>(std::move(*outputs));
        // A node that was stopped may have given half of what it would have.
        place.reusable = options_.keepResults && !control_.isStopped();
        finish(index, NodeState::Done, secondsSince(start));
    }

    ContentKey keyOf(const Plan::Step &step, const Mapping &mapping) const
    {
        ContentHash hash;
        hash.add(step.fixedKey);
        for (const Plan::Arrival &arrival : step.arrivals) {
            hash.add(arrival.port);
            addSource(hash, arrival.source);
        }
        for (const Plan::Drive &drive : step.drives) {
            hash.add(drive.parameter->name);
            addSource(hash, drive.source);
        }
        for (const Parameter &parameter : step.type->parameters)
            if (parameter.kind == Parameter::Kind::File)
                addFiles(hash, mapping, parameter.name);
        return hash.key();
    }

    void addSource(ContentHash &hash, const Plan::Source &source) const
    {
        hash.add(places_[source.step].key);
        hash.add(plan_.steps[source.step].node);
        hash.add(static_cast<std::uint64_t>(source.output));
    }

    /// The size and time of the files that a node is about to read.
    void addFiles(ContentHash &hash, const Mapping &mapping, const QString &parameter) const
    {
        const RunContext paths(0, plan_.directory);
        for (std::size_t item = 0; item < mapping.count(); ++item) {
            const Result<Inputs> inputs = mapping.inputs(item);
            if (!inputs)
                continue; // it fails when it runs
            const QFileInfo file(paths.path(inputs->text(parameter)));
            hash.add(file.absoluteFilePath());
            hash.add(static_cast<std::uint64_t>(file.size()));
            hash.add(static_cast<std::uint64_t>(file.exists() ? file.lastModified().toMSecsSinceEpoch() : 0));
        }
    }

    void finish(std::uint32_t index, NodeState state, double seconds)
    {
        const Plan::Step &step = plan_.steps[index];
        const std::vector<ValuePtr> &outputs = *places_[index].outputs;
        for (std::size_t port = 0; port < outputs.size(); ++port)
            if (outputs[port]
                && !tellOutput(step.node, step.type->outputs[port].name, outputs[port], options_, mailbox_))
                failed_ = true;
        tell(StateMessage { step.node, state, seconds });
    }

    void fail(const Plan::Step &step, const Error &error, Clock::time_point start)
    {
        failed_ = true;
        tell(StateMessage { step.node, NodeState::Failed, secondsSince(start), error.text() });
    }

    void skip(const Plan::Step &step, const QString &why)
    {
        tell(StateMessage { step.node, NodeState::Skipped, 0, why });
    }

    /// Frees what nobody will read any more: this step's outputs if it has no readers, and those that it was the last
    /// to read.
    void release(std::uint32_t index)
    {
        if (options_.keepResults)
            return;
        if (plan_.steps[index].followers.empty())
            places_[index].outputs.reset();
        std::vector<std::uint32_t> read;
        for (const Plan::Arrival &arrival : plan_.steps[index].arrivals)
            read.push_back(arrival.source.step);
        for (const Plan::Drive &drive : plan_.steps[index].drives)
            read.push_back(drive.source.step);
        std::ranges::sort(read);
        read.erase(std::unique(read.begin(), read.end()), read.end());
        for (std::uint32_t source : read)
            if (--places_[source].readers == 0)
                places_[source].outputs.reset();
    }

    const Plan &plan_;
    const RunOptions &options_;
    const Engine::Results &known_;
    RunControl &control_;
    Mailbox mailbox_;
    std::vector<Place> places_; ///< by step
    std::atomic<bool> failed_ = false;
    tbb::task_group tasks_;
};

} // namespace

RunStatus Engine::run(const Plan &plan, const RunOptions &options, RunControl &control, const Listener &listener)
{
    const Clock::time_point start = Clock::now();
    const int threads = options.threads > 0 ? options.threads : tbb::this_task_arena::max_concurrency();
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    tbb::task_arena arena(threads);

    Run run(plan, options, kept_, control, listener);
    for (const Plan::Inactive &inactive : plan.inactive)
        run.tell(StateMessage { inactive.node, NodeState::Skipped, 0, inactive.why });
    arena.execute([&] { run.runAll(); });
    if (options.keepResults)
        kept_ = run.results();
    run.tell(EndMessage { run.status(), secondsSince(start), threads });
    return run.status();
}

} // namespace thalweg
