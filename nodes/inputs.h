#pragma once

#include "node_type.h"

#include <QJsonObject>

#include <memory>
#include <optional>

namespace thalweg {

/// One value at a port that takes many, with what it is called in a legend.
template <class V> struct Labelled {
    QString label; ///< `sgd`, or where it stands in a list: `rate = 0.1`
    std::shared_ptr<const V> value;
};

/// What a node is run on: checked against its description before, so that what is asked for here is there.
/// Asking for a name that the description does not have, or as another kind, is a bug and throws std::logic_error.
class THALWEG_EXPORT Inputs {
public:
    /// `parameters` are those that were given; the others take their defaults.
    Inputs(const NodeType &type, QJsonObject parameters);

    void setParameter(const QString &name, const QJsonValue &value) { parameters_.insert(name, value); }
    void add(const QString &port, ValuePtr value, const QString &label = QString());

    /// Names a parameter or port that is not as the description has it: wrong type, out of range, missing, unknown.
    Result<void> check() const;

    double number(const QString &parameter) const
    {
        return given(parameter, { Kind::Number, Kind::Integer }).toDouble();
    }
    qint64 integer(const QString &parameter) const { return given(parameter, { Kind::Integer }).toInteger(); }
    bool boolean(const QString &parameter) const { return given(parameter, { Kind::Boolean }).toBool(); }
    /// Also of a choice, a file or a formula.
    QString text(const QString &parameter) const;
    std::vector<double> numbers(const QString &parameter) const;
    QStringList names(const QString &parameter) const;
    /// Of a parameter of any kind.
    QJsonValue json(const QString &parameter) const { return given(parameter, {}); }

    /// Of a parameter that may be left open.
    std::optional<double> optionalNumber(const QString &parameter) const;
    std::optional<qint64> optionalInteger(const QString &parameter) const;

    /// The value at a port that takes one.
    template <class V> std::shared_ptr<const V> value(const QString &port) const
    {
        return std::static_pointer_cast<const V>(one(port, V::staticType()));
    }

    /// The same, null where there is no link.
    template <class V> std::shared_ptr<const V> optional(const QString &port) const { return value<V>(port); }

    /// All values at a port that takes many.
    template <class V> std::vector<Labelled<V>> all(const QString &port) const
    {
        std::vector<Labelled<V>> values;
        for (const Labelled<Value> &item : many(port, V::staticType()))
            values.push_back({ item.label, std::static_pointer_cast<const V>(item.value) });
        return values;
    }

    const NodeType &type() const { return *type_; }

private:
    using Kind = Parameter::Kind;

    /// `kinds` are those that may be asked for; none means any.
    QJsonValue given(const QString &parameter, std::initializer_list<Kind> kinds) const;
    ValuePtr one(const QString &port, const ValueType &type) const;
    std::vector<Labelled<Value>> many(const QString &port, const ValueType &type) const;

    struct Arrival {
        std::size_t port;
        Labelled<Value> item;
    };

    const NodeType *type_;
    QJsonObject parameters_;
    std::vector<Arrival> arrivals_;
};

/// What a node gives.
class THALWEG_EXPORT Outputs {
public:
    explicit Outputs(const NodeType &type) : type_(&type), values_(type.outputs.size()) { }

    /// A value of another type than the port's, or a port that is not there, is a bug and throws std::logic_error.
    void set(const QString &port, ValuePtr value);

    /// Null where it was not set.
    ValuePtr get(const QString &port) const;

    const std::vector<ValuePtr> &values() const { return values_; }

private:
    const NodeType *type_;
    std::vector<ValuePtr> values_; ///< by output port
};

/// Checks the inputs and runs the node; what it throws comes back as an error. `Stopped` is passed on.
THALWEG_EXPORT Result<Outputs> runNode(const NodeType &type, const Inputs &inputs, RunContext &context);

} // namespace thalweg
