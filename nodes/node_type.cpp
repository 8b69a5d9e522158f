#include "node_type.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

template <class Described> const Described *findByName(const std::vector<Described> &all, const QString &name)
{
    for (const Described &described : all)
        if (described.name == name)
            return &described;
    return nullptr;
}

/// What is wrong with the hints for a panel.
QStringList hintFaults(const NodeType &type, const Parameter &parameter)
{
    using Kind = Parameter::Kind;
    const auto isAmong
        = [&](std::initializer_list<Kind> kinds) { return std::ranges::count(kinds, parameter.kind) > 0; };
    QStringList found;
    if (parameter.sliderHint) {
        const auto [from, to, isLogarithmic] = *parameter.sliderHint;
        if (!isAmong({ Kind::Number, Kind::Integer }))
            found += QStringLiteral("a slider is for numbers and integers");
        else if (!std::isfinite(from) || !std::isfinite(to) || from >= to || (isLogarithmic && from <= 0))
            found += QStringLiteral("a slider goes from one number up to another, a logarithmic one from above 0");
        else if (!parameter.check(from) || !parameter.check(to))
            found += QStringLiteral("the ends of the slider must be %1").arg(parameter.range());
    }
    if (!parameter.namesInput.isEmpty()) {
        if (!isAmong({ Kind::Text, Kind::Names, Kind::Point, Kind::Formula }))
            found += QStringLiteral("names are offered for texts, names, points and formulas");
        if (!type.input(parameter.namesInput))
            found += QStringLiteral("there is no input \"%1\" to take names from").arg(parameter.namesInput);
    }
    return found;
}

} // namespace

const Parameter *NodeType::parameter(const QString &name) const
{
    return findByName(parameters, name);
}

const Port *NodeType::input(const QString &name) const
{
    return findByName(inputs, name);
}

const Port *NodeType::output(const QString &name) const
{
    return findByName(outputs, name);
}

QStringList faults(const NodeType &type)
{
    static const QRegularExpression idForm(QStringLiteral("^[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+\\z"));
    static const QRegularExpression nameForm(QStringLiteral("^[A-Za-z][A-Za-z0-9_]*\\z"));

    QStringList found;
    if (!idForm.match(type.id).hasMatch())
        found += QStringLiteral("the id \"%1\" must be lower-case words joined by dots, like \"costs.formula\"")
                     .arg(type.id);
    if (type.version < 1)
        found += QStringLiteral("the version must be 1 or more");
    if (type.title.isEmpty() || type.summary.isEmpty())
        found += QStringLiteral("title and summary must not be empty");
    if (!type.run)
        found += QStringLiteral("run must be set");

    QSet<QString> targets; // a link may end at an input or at a parameter, so they share one space of names
    const auto claim = [&](QSet<QString> &names, const QString &name, const QString &what) {
        if (!nameForm.match(name).hasMatch())
            found
                += QStringLiteral("%1 \"%2\": a name is letters, digits and _, starting with a letter").arg(what, name);
        if (names.contains(name))
            found += QStringLiteral("%1 \"%2\": the name is used twice").arg(what, name);
        names.insert(name);
    };
    for (const Parameter &parameter : type.parameters) {
        claim(targets, parameter.name, QStringLiteral("parameter"));
        for (const QString &fault : hintFaults(type, parameter))
            found += QStringLiteral("parameter \"%1\": %2").arg(parameter.name, fault);
        if (parameter.isRequired)
            continue;
        if (const Result<void> fits = parameter.check(parameter.defaultValue); !fits)
            found += QStringLiteral("parameter \"%1\": the default %2").arg(parameter.name, fits.error().message());
    }
    for (const Port &port : type.inputs)
        claim(targets, port.name, QStringLiteral("input"));
    QSet<QString> outputs;
    for (const Port &port : type.outputs)
        claim(outputs, port.name, QStringLiteral("output"));
    return found;
}

} // namespace thalweg
