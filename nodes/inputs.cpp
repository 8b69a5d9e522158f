#include "inputs.h"

#include "run_context.h"

#include <QJsonArray>

#include <algorithm>
#include <stdexcept>

namespace thalweg {

namespace {

template <class Described>
std::size_t indexOf(const std::vector<Described> &all, const QString &name, const char *what, const NodeType &type)
{
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].name == name)
            return i;
    throw std::logic_error(QStringLiteral("%1 has no %2 \"%3\"").arg(type.id, QLatin1String(what), name).toStdString());
}

bool carries(const Port &port, const Value &value)
{
    return port.type == Value::staticType() || port.type == value.type();
}

} // namespace

Inputs::Inputs(const NodeType &type, QJsonObject parameters) : type_(&type), parameters_(std::move(parameters)) { }

void Inputs::add(const QString &port, ValuePtr value, const QString &label)
{
    arrivals_.push_back({ indexOf(type_->inputs, port, "input", *type_), { label, std::move(value) } });
}

Result<void> Inputs::check() const
{
    for (auto given = parameters_.begin(); given != parameters_.end(); ++given)
        if (!type_->parameter(given.key()))
            return Error(QStringLiteral("%1 has no such parameter").arg(type_->id))
                .at(QStringLiteral("parameter %1").arg(given.key()));
    for (const Parameter &parameter : type_->parameters) {
        const auto given = parameters_.find(parameter.name);
        if (given == parameters_.end() && !parameter.isRequired)
            continue;
        const Result<void> fits = parameter.check(given == parameters_.end() ? QJsonValue() : *given);
        if (!fits)
            return fits.error().at(QStringLiteral("parameter %1").arg(parameter.name));
    }
    for (std::size_t i = 0; i < type_->inputs.size(); ++i) {
        const Port &port = type_->inputs[i];
        std::size_t count = 0;
        for (const Arrival &arrival : arrivals_) {
            if (arrival.port != i)
                continue;
            ++count;
            if (!carries(port, *arrival.item.value))
                return Error(
                    QStringLiteral("needs %1, but this is %2").arg(port.type.id, arrival.item.value->type().id))
                    .at(QStringLiteral("port %1").arg(port.name));
        }
        if (count == 0 && !port.isOptional)
            return Error(QStringLiteral("needs a link from an output of type %1").arg(port.type.id))
                .at(QStringLiteral("port %1").arg(port.name));
        if (count > 1 && !port.isMany)
            return Error(QStringLiteral("takes one value, but %1 arrive").arg(count))
                .at(QStringLiteral("port %1").arg(port.name));
    }
    return {};
}

QJsonValue Inputs::given(const QString &parameter, std::initializer_list<Kind> kinds) const
{
    const Parameter &described = type_->parameters[indexOf(type_->parameters, parameter, "parameter", *type_)];
    if (kinds.size() > 0 && std::ranges::find(kinds, described.kind) == kinds.end())
        throw std::logic_error(QStringLiteral("parameter \"%1\" of %2 is asked for as another kind than %3")
                                   .arg(parameter, type_->id, described.kindId())
                                   .toStdString());
    const auto found = parameters_.find(parameter);
    return found == parameters_.end() ? described.defaultValue : *found;
}

QString Inputs::text(const QString &parameter) const
{
    return asText(given(parameter, { Kind::Text, Kind::Choice, Kind::File, Kind::Formula }));
}

std::vector<double> Inputs::numbers(const QString &parameter) const
{
    std::vector<double> numbers;
    for (const QJsonValue &value : given(parameter, { Kind::Numbers }).toArray())
        numbers.push_back(value.toDouble());
    return numbers;
}

QStringList Inputs::names(const QString &parameter) const
{
    QStringList names;
    for (const QJsonValue &value : given(parameter, { Kind::Names }).toArray())
        names += value.toString();
    return names;
}

std::optional<double> Inputs::optionalNumber(const QString &parameter) const
{
    const QJsonValue value = given(parameter, { Kind::Number, Kind::Integer });
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

std::optional<qint64> Inputs::optionalInteger(const QString &parameter) const
{
    const QJsonValue value = given(parameter, { Kind::Integer });
    return value.isNull() ? std::nullopt : std::optional(value.toInteger());
}

ValuePtr Inputs::one(const QString &port, const ValueType &type) const
{
    const std::vector<Labelled<Value>> values = many(port, type);
    return values.empty() ? nullptr : values.front().value;
}

std::vector<Labelled<Value>> Inputs::many(const QString &port, const ValueType &type) const
{
    const std::size_t index = indexOf(type_->inputs, port, "input", *type_);
    if (!(type_->inputs[index].type == type))
        throw std::logic_error(
            QStringLiteral("input \"%1\" of %2 is not of type %3").arg(port, type_->id, type.id).toStdString());
    std::vector<Labelled<Value>> values;
    for (const Arrival &arrival : arrivals_)
        if (arrival.port == index)
            values.push_back(arrival.item);
    return values;
}

void Outputs::set(const QString &port, ValuePtr value)
{
    const std::size_t index = indexOf(type_->outputs, port, "output", *type_);
    if (value && value->type().id != QLatin1String("list") && !carries(type_->outputs[index], *value))
        throw std::logic_error(
            QStringLiteral("output \"%1\" of %2 was given a %3").arg(port, type_->id, value->type().id).toStdString());
    values_[index] = std::move(value);
}

ValuePtr Outputs::get(const QString &port) const
{
    return values_[indexOf(type_->outputs, port, "output", *type_)];
}

Result<Outputs> runNode(const NodeType &type, const Inputs &inputs, RunContext &context)
{
    if (const Result<void> sound = inputs.check(); !sound)
        return sound.error();
    try {
        Outputs outputs(type);
        type.run(inputs, outputs, context);
        return outputs;
    } catch (const Stopped &) {
        throw;
    } catch (const Error &error) {
        return error;
    } catch (const std::bad_alloc &) {
        return Error(QStringLiteral("there is not enough memory; use less data or a smaller setting"));
    } catch (const std::exception &error) {
        return Error(QStringLiteral("a fault in the node: %1").arg(QString::fromUtf8(error.what())));
    } catch (...) {
        return Error(QStringLiteral("a fault in the node: it threw something that is not an exception"));
    }
}

} // namespace thalweg
