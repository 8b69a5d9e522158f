#pragma once

#include <thalweg/inputs.h>
#include <thalweg/list.h>

namespace thalweg {

/// How a node runs over lists that arrive where it expects one value: once for each item, lists with the same axis
/// pairwise, lists with different axes in every combination.
class Mapping {
public:
    /// What arrives at an input, or drives a parameter.
    struct Arrival {
        QString target; ///< name of the input or parameter
        const Parameter *parameter; ///< null at an input
        QString source; ///< id of the node that it comes from
        ValuePtr value;
    };

    /// Refuses lists that have an axis of one name with different values on it.
    static Result<Mapping> make(const NodeType &type, const QJsonObject &parameters, std::vector<Arrival> arrivals);

    /// Whether a list arrived where one value is expected; if not, there is one item, 0.
    bool isMapped() const { return !axes_.empty(); }
    std::size_t count() const { return count_; }
    /// Of all lists that it runs over together; empty where nothing is mapped.
    const std::vector<Axis> &axes() const { return axes_; }

    /// What the node is to be run on for this item. Refuses a driving value that the parameter cannot take.
    Result<Inputs> inputs(std::size_t item) const;

    /// Where an item stands: `rate = 0.1`; empty where nothing is mapped.
    QString label(std::size_t item) const { return placeLabel(axes_, item); }

    /// One value an output port: that of the single item, or the list of all items'. Null where an item gave none.
    Result<std::vector<ValuePtr>> gather(const std::vector<std::vector<ValuePtr>> &outputsByItem) const;

private:
    Mapping(const NodeType &type, QJsonObject parameters, std::vector<Arrival> arrivals);

    /// The item of `list`, whose unnamed axes are called `unnamed`, that belongs to this item of all.
    std::size_t placeIn(const List &list, const QString &unnamed, std::size_t item) const;

    const NodeType *type_;
    QJsonObject parameters_;
    std::vector<Arrival> arrivals_;
    std::vector<Axis> axes_; ///< of all mapped lists together, sorted by name
    std::size_t count_ = 1;
};

} // namespace thalweg
