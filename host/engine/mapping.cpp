#include "engine/mapping.h"

#include <algorithm>

namespace thalweg {

namespace {

/// The list that is run through item by item, or null: the value is single, or its port takes lists whole.
const List *mappedList(const NodeType &type, const Mapping::Arrival &arrival)
{
    const auto *list = dynamic_cast<const List *>(arrival.value.get());
    const Port *port = arrival.parameter ? nullptr : type.input(arrival.target);
    return list && !(port && port->isMany) ? list : nullptr;
}

QString nameOf(const Axis &axis, const QString &unnamed)
{
    return axis.name.isEmpty() ? unnamed : axis.name;
}

std::size_t spanOf(const std::vector<Axis> &axes)
{
    std::size_t span = 1;
    for (const Axis &axis : axes)
        span *= static_cast<std::size_t>(axis.size());
    return span;
}

/// Where the item of a row-major arrangement stands along axis number `which`.
std::size_t coordinate(const std::vector<Axis> &axes, std::size_t which, std::size_t item)
{
    for (std::size_t i = axes.size(); --i > which;)
        item /= static_cast<std::size_t>(axes[i].size());
    return item % static_cast<std::size_t>(axes[which].size());
}

/// The item of `part` that has the same coordinates as `item` of `whole`; part's axes are all among whole's, by name.
std::size_t placeAmong(
    const std::vector<Axis> &whole, std::size_t item, const std::vector<Axis> &part, const QString &unnamed)
{
    std::size_t place = 0;
    for (const Axis &axis : part) {
        const auto found = std::ranges::find(whole, nameOf(axis, unnamed), &Axis::name);
        const std::size_t which = static_cast<std::size_t>(found - whole.begin());
        place = place * static_cast<std::size_t>(axis.size()) + coordinate(whole, which, item);
    }
    return place;
}

Result<void> addAxis(std::vector<Axis> &axes, const Axis &axis)
{
    const auto found = std::ranges::find(axes, axis.name, &Axis::name);
    if (found == axes.end())
        axes.push_back(axis);
    else if (!(*found == axis))
        return Error(QStringLiteral(
            "two lists that arrive here have an axis \"%1\", of %2 and of %3 values, that differ; lists along one "
            "axis go together pairwise and need the same values")
                         .arg(axis.name)
                         .arg(found->size())
                         .arg(axis.size()));
    return {};
}

/// Items that are lists themselves become one list with the axes of both.
Result<ValuePtr> flatten(const std::vector<Axis> &outer, const std::vector<ValuePtr> &items, const Port &port)
{
    const auto *first = dynamic_cast<const List *>(items.front().get());
    std::vector<Axis> axes = outer;
    for (Axis axis : first->axes()) {
        axis.name = nameOf(axis, port.name);
        if (std::ranges::find(outer, axis.name, &Axis::name) != outer.end())
            return Error(QStringLiteral("gives a list along \"%1\", along which it is run already").arg(axis.name));
        axes.push_back(axis);
    }
    std::ranges::sort(axes, {}, &Axis::name);
    std::vector<ValuePtr> all;
    for (std::size_t place = 0; place < spanOf(axes); ++place) {
        const auto *inner = dynamic_cast<const List *>(items[placeAmong(axes, place, outer, {})].get());
        if (!inner || !(inner->axes() == first->axes()))
            return Error(QStringLiteral("gives lists along different axes for the items of a list"));
        all.push_back(inner->items()[placeAmong(axes, place, inner->axes(), port.name)]);
    }
    return ValuePtr(std::make_shared<List>(axes, std::move(all), first->itemType()));
}

} // namespace

Mapping::Mapping(const NodeType &type, QJsonObject parameters, std::vector<Arrival> arrivals)
    : type_(&type), parameters_(std::move(parameters)), arrivals_(std::move(arrivals))
{
}

Result<Mapping> Mapping::make(const NodeType &type, const QJsonObject &parameters, std::vector<Arrival> arrivals)
{
    Mapping mapping(type, parameters, std::move(arrivals));
    for (const Arrival &arrival : mapping.arrivals_) {
        const List *list = mappedList(type, arrival);
        if (!list)
            continue;
        for (Axis axis : list->axes()) {
            axis.name = nameOf(axis, arrival.target);
            if (const Result<void> added = addAxis(mapping.axes_, axis); !added)
                return added.error().at(QStringLiteral("port %1").arg(arrival.target));
        }
    }
    std::ranges::sort(mapping.axes_, {}, &Axis::name);
    mapping.count_ = spanOf(mapping.axes_);
    return mapping;
}

std::size_t Mapping::placeIn(const List &list, const QString &unnamed, std::size_t item) const
{
    return placeAmong(axes_, item, list.axes(), unnamed);
}

Result<Inputs> Mapping::inputs(std::size_t item) const
{
    Inputs inputs(*type_, parameters_);
    const auto linksTo
        = [this](const QString &target) { return std::ranges::count(arrivals_, target, &Arrival::target); };
    for (const Arrival &arrival : arrivals_) {
        ValuePtr value = arrival.value;
        if (const List *list = mappedList(*type_, arrival))
            value = list->items()[placeIn(*list, arrival.target, item)];
        if (arrival.parameter) {
            const Result<QJsonValue> json = arrival.parameter->fromValue(*value);
            if (!json)
                return json.error().at(QStringLiteral("parameter %1").arg(arrival.target));
            inputs.setParameter(arrival.target, *json);
        } else if (const auto *whole = dynamic_cast<const List *>(value.get())) {
            const bool alone = linksTo(arrival.target) == 1;
            for (std::size_t i = 0; i < whole->items().size(); ++i)
                inputs.add(arrival.target, whole->items()[i],
                    alone ? whole->label(i) : QStringLiteral("%1, %2").arg(arrival.source, whole->label(i)));
        } else {
            inputs.add(arrival.target, std::move(value), arrival.source);
        }
    }
    return inputs;
}

Result<std::vector<ValuePtr>> Mapping::gather(const std::vector<std::vector<ValuePtr>> &outputsByItem) const
{
    if (!isMapped())
        return outputsByItem.front();
    std::vector<ValuePtr> gathered;
    for (std::size_t port = 0; port < type_->outputs.size(); ++port) {
        std::vector<ValuePtr> items;
        for (const std::vector<ValuePtr> &outputs : outputsByItem)
            items.push_back(outputs[port]);
        if (std::ranges::find(items, nullptr) != items.end()) {
            gathered.push_back(nullptr);
        } else if (!items.empty() && dynamic_cast<const List *>(items.front().get())) {
            Result<ValuePtr> flat = flatten(axes_, items, type_->outputs[port]);
            if (!flat)
                return flat.error().at(QStringLiteral("port %1").arg(type_->outputs[port].name));
            gathered.push_back(*flat);
        } else {
            gathered.push_back(std::make_shared<List>(axes_, std::move(items), type_->outputs[port].type));
        }
    }
    return gathered;
}

} // namespace thalweg
