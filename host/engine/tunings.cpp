#include "engine/tunings.h"

namespace thalweg {

NodeTuning::NodeTuning(const NodeType &type)
{
    for (const Parameter &parameter : type.parameters)
        if (parameter.kind == Parameter::Kind::Number)
            entries_.emplace_back(parameter);
}

void NodeTuning::set(const QString &parameter, double value)
{
    for (Entry &entry : entries_) {
        if (entry.parameter.name != parameter || !entry.parameter.check(value))
            continue;
        entry.value.store(value, std::memory_order_relaxed);
        isSet_.store(true, std::memory_order_relaxed);
    }
}

double NodeTuning::find(const QString &parameter, double given) noexcept
{
    for (const Entry &entry : entries_) {
        if (entry.parameter.name != parameter)
            continue;
        const double value = entry.value.load(std::memory_order_relaxed);
        if (std::isnan(value) || value == given)
            return given;
        wasUsed_.store(true, std::memory_order_relaxed);
        return value;
    }
    return given;
}

void Tunings::set(const QString &node, const QString &parameter, double value)
{
    const std::lock_guard lock(mutex_);
    if (const auto running = running_.constFind(node); running != running_.cend())
        (*running)->set(parameter, value);
    else
        early_[node].insert(parameter, value);
}

std::shared_ptr<NodeTuning> Tunings::begin(const QString &node, const NodeType &type)
{
    auto tuning = std::make_shared<NodeTuning>(type);
    const std::lock_guard lock(mutex_);
    const QHash<QString, double> early = early_.take(node);
    for (auto value = early.cbegin(); value != early.cend(); ++value)
        tuning->set(value.key(), *value);
    running_.insert(node, tuning);
    return tuning;
}

} // namespace thalweg
