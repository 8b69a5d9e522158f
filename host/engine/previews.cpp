#include "engine/previews.h"

#include "engine/run_step.h"
#include "engine/tell_output.h"

namespace thalweg {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds shortestRest(34); // 30 times a second, rounded to the slow side

template <class Visit> void visitSources(const Plan::Step &step, const Visit &visit)
{
    for (const Plan::Arrival &arrival : step.arrivals)
        visit(arrival.source);
    for (const Plan::Drive &drive : step.drives)
        visit(drive.source);
}

/// One value an output of what the items have published: the only item's, or a list of those that are there. Null where
/// that cannot be told yet.
std::vector<ValuePtr> valuesSoFar(
    const NodeType &type, const Mapping &mapping, const std::vector<std::vector<ValuePtr>> &published)
{
    if (!mapping.isMapped())
        return published.front();
    std::vector<ValuePtr> values(type.outputs.size());
    for (std::size_t output = 0; output < values.size(); ++output) {
        std::vector<ValuePtr> items;
        QJsonArray places;
        for (std::size_t item = 0; item < published.size(); ++item) {
            if (!published[item][output])
                continue;
            items.push_back(published[item][output]);
            if (mapping.axes().size() == 1)
                places.append(mapping.axes()[0].values[static_cast<qsizetype>(item)]);
        }
        const ValueType &itemType = type.outputs[output].type;
        if (items.size() == published.size())
            values[output] = std::make_shared<List>(mapping.axes(), std::move(items), itemType);
        else if (!items.empty() && mapping.axes().size() == 1)
            values[output] = std::make_shared<List>(
                std::vector { Axis { mapping.axes()[0].name, places } }, std::move(items), itemType);
    }
    return values;
}

} // namespace

Previews::Previews(const Plan &plan, Mailbox &mailbox) : plan_(plan), mailbox_(mailbox), sources_(plan.steps.size())
{
    for (std::uint32_t i = 0; i < plan.steps.size(); ++i) {
        if (!plan.steps[i].type->isLive)
            continue;
        liveSteps_.push_back(i);
        visitSources(plan.steps[i], [&](const Plan::Source &from) {
            if (sources_[from.step])
                return;
            sources_[from.step] = std::make_unique<Source>(*this);
            sources_[from.step]->type = plan.steps[from.step].type;
        });
    }
}

Previews::~Previews()
{
    {
        const std::lock_guard lock(mutex_);
        isEnded_ = true;
        if (control_)
            control_->stop();
    }
    ended_.notify_all();
    if (thread_.joinable())
        thread_.join();
}

Publisher *Previews::open(std::uint32_t step, const Mapping &mapping)
{
    Source *source = sources_[step].get();
    if (!source)
        return nullptr;
    const std::lock_guard lock(mutex_);
    source->mapping = mapping;
    source->isWanted = std::make_unique<std::atomic<bool>[]>(mapping.count());
    source->published.assign(mapping.count(), std::vector<ValuePtr>(source->type->outputs.size()));
    if (!thread_.joinable())
        thread_ = std::thread([this] { loop(); });
    return source;
}

void Previews::close(std::uint32_t step, const OutputValues &outputs)
{
    Source *source = sources_[step].get();
    if (!source)
        return;
    const std::lock_guard lock(mutex_);
    source->ended = outputs;
    source->isClosed = true;
    source->isNew = false;
    source->published.clear();
    if (shown_ && !isOpen(*shown_))
        control_->stop();
}

void Previews::Source::publish(std::size_t item, std::size_t output, const ValuePtr &value)
{
    isWanted[item] = false;
    // A node does not wait for its watchers: what comes at the wrong moment is forgotten, a newer one follows.
    const std::unique_lock lock(previews.mutex_, std::try_to_lock);
    if (!lock || isClosed)
        return;
    published[item][output] = value;
    isNew = true;
}

void Previews::loop()
{
    Clock::duration rest = shortestRest;
    std::unique_lock lock(mutex_);
    while (!ended_.wait_for(lock, rest, [this] { return isEnded_; })) {
        Values values;
        QSet<std::uint32_t> fresh;
        for (std::uint32_t step = 0; step < sources_.size(); ++step) {
            Source *source = sources_[step].get();
            if (!source)
                continue;
            const bool isNew = std::exchange(source->isNew, false);
            try {
                if (source->isClosed && source->ended)
                    values.insert(step, *source->ended);
                else if (!source->isClosed && !source->published.empty())
                    values.insert(step, valuesSoFar(*source->type, *source->mapping, source->published));
            } catch (const std::exception &) {
                continue; // what was published makes no list; the node says so in the end
            }
            if (isNew)
                fresh.insert(step);
        }
        lock.unlock();
        const Clock::time_point start = Clock::now();
        if (!fresh.isEmpty())
            show(std::move(values), std::move(fresh));
        rest = std::max<Clock::duration>(shortestRest, 4 * (Clock::now() - start));
        lock.lock();
        for (const auto &source : sources_)
            if (source && !source->isClosed)
                for (std::size_t item = 0; item < source->published.size(); ++item)
                    source->isWanted[item] = true;
    }
}

void Previews::show(Values values, QSet<std::uint32_t> fresh)
{
    const Listener deaf = [](const Message &) {};
    Mailbox nobody(deaf);
    for (std::uint32_t index : liveSteps_) {
        const Plan::Step &step = plan_.steps[index];
        bool isConcerned = false;
        visitSources(step, [&](const Plan::Source &from) { isConcerned = isConcerned || fresh.contains(from.step); });
        if (!isConcerned)
            continue;
        if (!setShown(&step))
            continue;
        try {
            std::optional<std::vector<Mapping::Arrival>> arrivals = arrivalsOf(step, values);
            if (!arrivals)
                continue;
            const Result<Mapping> mapping = Mapping::make(*step.type, step.parameters, *std::move(arrivals));
            if (!mapping)
                continue;
            const Result<std::vector<ValuePtr>> outputs = runStep(plan_, step, *mapping, *control_, nobody);
            if (!outputs)
                continue;
            tell(step, *outputs);
            values.insert(index, *outputs);
            fresh.insert(index);
        } catch (const std::exception &) {
            continue; // it says so itself if it is wrong in the end, too
        }
    }
    setShown(nullptr);
}

std::optional<std::vector<Mapping::Arrival>> Previews::arrivalsOf(const Plan::Step &step, const Values &values) const
{
    std::vector<Mapping::Arrival> arrivals;
    for (const Plan::Arrival &arrival : step.arrivals) {
        const auto found = values.constFind(arrival.source.step);
        const ValuePtr value = found == values.cend() ? nullptr : (*found)[arrival.source.output];
        if (value)
            arrivals.push_back({ arrival.port, nullptr, plan_.steps[arrival.source.step].node, value });
        else if (!step.type->input(arrival.port)->isMany)
            return {};
    }
    for (const Plan::Drive &drive : step.drives) {
        const auto found = values.constFind(drive.source.step);
        const ValuePtr value = found == values.cend() ? nullptr : (*found)[drive.source.output];
        if (!value)
            return {};
        arrivals.push_back({ drive.parameter->name, drive.parameter, plan_.steps[drive.source.step].node, value });
    }
    return arrivals;
}

bool Previews::isOpen(const Plan::Step &step) const
{
    bool open = false;
    visitSources(step, [&](const Plan::Source &from) { open = open || !sources_[from.step]->isClosed; });
    return open;
}

bool Previews::setShown(const Plan::Step *step)
{
    const std::lock_guard lock(mutex_);
    shown_ = nullptr;
    if (isEnded_ || !step || !isOpen(*step))
        return false;
    control_ = std::make_unique<RunControl>();
    shown_ = step;
    return true;
}

void Previews::tell(const Plan::Step &step, const std::vector<ValuePtr> &outputs)
{
    const std::lock_guard lock(mutex_);
    for (std::size_t output = 0; isOpen(step) && output < outputs.size(); ++output)
        if (outputs[output])
            tellFigures(step.node, step.type->outputs[output].name, outputs[output], true, mailbox_);
}

} // namespace thalweg
