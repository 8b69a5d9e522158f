#include "engine/kept_results.h"

namespace thalweg {

OutputValues KeptResults::find(const QString &node, const ContentKey &key) const
{
    const std::lock_guard lock(mutex_);
    const auto found = kept_.constFind(node);
    return found != kept_.cend() && found->exact && found->key == key ? found->outputs : nullptr;
}

ValuePtr KeptResults::value(const QString &node, const QString &port) const
{
    const std::lock_guard lock(mutex_);
    const auto found = kept_.constFind(node);
    if (found == kept_.cend())
        return nullptr;
    const qsizetype output = found->ports.indexOf(port);
    return output < 0 ? nullptr : (*found->outputs)[static_cast<std::size_t>(output)];
}

void KeptResults::keep(
    const QString &node, const NodeType &type, const ContentKey &key, const OutputValues &outputs, bool exact)
{
    QStringList ports;
    for (const Port &port : type.outputs)
        ports += port.name;
    Kept before; // outlives the lock: to free a big value takes its time
    const std::lock_guard lock(mutex_);
    before = std::exchange(kept_[node], Kept { ports, key, outputs, exact });
}

void KeptResults::drop(const QString &node)
{
    Kept before;
    const std::lock_guard lock(mutex_);
    before = kept_.take(node);
}

void KeptResults::retain(const QSet<QString> &nodes)
{
    const std::lock_guard lock(mutex_);
    kept_.removeIf([&](const auto &kept) { return !nodes.contains(kept.key()); });
}

} // namespace thalweg
