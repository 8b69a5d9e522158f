#include "gui/figures/figure_board.h"

#include "gui/figures/pinned.h"
#include "gui/figures/steps.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace thalweg {

const FigureGroup &FigureBoard::group(const FigureKey &key) const
{
    static const FigureGroup none;
    const auto found = groups_.constFind(key);
    return found == groups_.constEnd() ? none : *found;
}

void FigureBoard::begin(const QStringList &nodes)
{
    old_.clear();
    for (auto group = groups_.cbegin(); group != groups_.cend(); ++group)
        if (nodes.contains(group.key().node))
            old_[group.key()] = group->items.keys();
}

/// Puts the pinned run behind the plain figure.
void FigureBoard::place(const FigureKey &key, int item)
{
    FigureItem &at = groups_[key].items[item];
    const std::shared_ptr<const Figure> behind = pinned_.value(key).value(item).plain;
    at.figure = behind && behind != at.plain
        ? std::make_shared<const Figure>(withPinned(at.plain->content(), behind->content()))
        : at.plain;
}

void FigureBoard::take(const FigureMessage &message)
{
    if (!message.figure)
        return;
    const FigureKey key { message.node, message.port };
    const int item = std::max(message.item, 0);
    const bool isNew = !groups_.contains(key);
    FigureGroup &group = groups_[key];
    group.isLive = message.isLive;
    group.items[item] = { .label = message.label, .figure = {}, .plain = message.figure };
    old_[key].removeAll(item);
    place(key, item);
    if (isNew)
        Q_EMIT appeared(key);
    Q_EMIT changed(key);
    gatherSteps();
}

void FigureBoard::end()
{
    const QMap<FigureKey, QList<int>> old = std::exchange(old_, {});
    for (auto left = old.cbegin(); left != old.cend(); ++left) {
        const auto group = groups_.find(left.key());
        // Where nothing new came at all (it failed, or it was stopped), the old figures are still the newest.
        if (group == groups_.end() || left->isEmpty() || left->size() == group->items.size())
            continue;
        for (int item : *left)
            group->items.remove(item);
        Q_EMIT changed(left.key());
    }
    for (auto group = groups_.begin(); group != groups_.end(); ++group) {
        if (!group->isLive)
            continue;
        group->isLive = false;
        Q_EMIT changed(group.key());
    }
    gatherSteps();
}

void FigureBoard::remove(const QString &node)
{
    for (const FigureKey &key : keys()) {
        if (key.node != node)
            continue;
        groups_.remove(key);
        pinned_.remove(key);
        old_.remove(key);
        Q_EMIT removed(key);
    }
    gatherSteps();
}

void FigureBoard::rename(const QString &from, const QString &to)
{
    for (const FigureKey &key : keys()) {
        if (key.node != from)
            continue;
        const FigureKey now { to, key.port };
        groups_[now] = groups_.take(key);
        if (pinned_.contains(key))
            pinned_[now] = pinned_.take(key);
        if (old_.contains(key))
            old_[now] = old_.take(key);
        Q_EMIT removed(key);
        Q_EMIT appeared(now);
    }
}

void FigureBoard::pin()
{
    pinned_.clear();
    for (auto group = groups_.cbegin(); group != groups_.cend(); ++group)
        pinned_[group.key()] = group->items;
    for (const FigureKey &key : keys()) {
        for (int item : group(key).items.keys())
            place(key, item);
        Q_EMIT changed(key);
    }
    gatherSteps();
    Q_EMIT pinnedChanged(isPinned());
}

void FigureBoard::unpin()
{
    pinned_.clear();
    for (const FigureKey &key : keys()) {
        for (int item : group(key).items.keys())
            place(key, item);
        Q_EMIT changed(key);
    }
    gatherSteps();
    Q_EMIT pinnedChanged(false);
}

void FigureBoard::gatherSteps()
{
    std::vector<std::int64_t> all;
    for (const FigureGroup &group : groups_)
        for (const FigureItem &item : group.items)
            all = united(all, stepsOf(item.figure->content()));
    if (all == steps_)
        return;
    steps_ = std::move(all);
    Q_EMIT stepsChanged();
}

std::optional<double> FigureBoard::epochAt(std::int64_t step) const
{
    std::optional<double> agreed;
    for (const FigureGroup &group : groups_) {
        for (const FigureItem &item : group.items) {
            const bool knows = std::ranges::any_of(item.plain->content().layers,
                [](const Layer &layer) { return layer.follow != Follow::Nothing && layer.epochsAStep > 0; });
            if (!knows)
                continue;
            const std::optional<double> one = thalweg::epochAt(item.plain->content(), step);
            if (!one || (agreed && std::abs(*one - *agreed) > 1e-9 * std::abs(*agreed)))
                return {};
            agreed = one;
        }
    }
    return agreed;
}

} // namespace thalweg
