#pragma once

#include "value.h"

#include <QJsonArray>

#include <vector>

namespace thalweg {

/// One direction of a list: what varies along it, and its value at each place.
struct Axis {
    QString name; ///< empty until the list drives a parameter, whose name it then takes
    QJsonArray values;

    qsizetype size() const { return values.size(); }
    bool operator==(const Axis &) const = default;
};

/// Where item `index` of a row-major arrangement stands: `rate = 0.1, batch_size = 32`; empty where there are no axes.
THALWEG_EXPORT QString placeLabel(const std::vector<Axis> &axes, std::size_t index);

/// Several values of one type, arranged along named axes: what a sweep gives.
///
/// Where a list arrives at a port that expects one value, the node runs once an item. Items stand in row-major order
/// (the last axis varies fastest), and axes are sorted by name, so that it does not matter in which order they came
/// about.
class THALWEG_EXPORT List final : public Value {
public:
    /// As many items as the product of the axes' sizes, all of the type `itemType`; anything else throws.
    List(std::vector<Axis> axes, std::vector<ValuePtr> items, const ValueType &itemType);

    /// A list's own id; ports and links speak of the type of its items.
    static const ValueType &staticType();
    const ValueType &type() const override { return staticType(); }
    QString text() const override;
    /// `{"axes": {name: values}, "items": [{"type": …, …}]}`
    QJsonObject summary() const override;
    /// The items' tables one below the other, with a column an axis in front.
    std::shared_ptr<const Table> table() const override;

    const std::vector<Axis> &axes() const { return axes_; }
    const std::vector<ValuePtr> &items() const { return items_; }
    const ValueType &itemType() const { return itemType_; }

    QString label(std::size_t index) const { return placeLabel(axes_, index); }

private:
    std::vector<Axis> axes_;
    std::vector<ValuePtr> items_;
    ValueType itemType_;
};

/// The summary of any value with its `type`, as the results file has it.
THALWEG_EXPORT QJsonObject typedSummary(const Value &value);

} // namespace thalweg
