#include "samples.h"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

using Kind = Parameter::Kind;

QJsonArray list(std::initializer_list<QJsonValue> values)
{
    return QJsonArray(values);
}

QJsonArray oddTexts(Kind kind)
{
    QJsonArray texts { QString(), QStringLiteral(" "), QStringLiteral("θ ≤ \"0\"\n\t"), QString(10'000, u'(') };
    const QJsonArray formulas { QStringLiteral("x^2 + (y - 1)^2"), QStringLiteral("log(x)"),
        QStringLiteral("1/(x - x)"), QStringLiteral("2 +"), QStringLiteral("unknown(x)"), QStringLiteral("x[3]") };
    const QJsonArray files { QLatin1String(sampleFile), QStringLiteral("missing.csv"), QStringLiteral("."),
        QStringLiteral("/"), QStringLiteral("/dev/null") };
    for (const QJsonValue &more : kind == Kind::Formula ? formulas : kind == Kind::File ? files : QJsonArray())
        texts.append(more);
    return texts;
}

// Values of the parameter's kind that its description may or may not allow.
QJsonArray oddValues(const Parameter &parameter)
{
    switch (parameter.kind) {
    case Kind::Number:
        return { -1, 0, 1, 1e-300, 1e300, -1e300 };
    case Kind::Integer:
        return { -1, 0, 1, 2, 17 };
    case Kind::Boolean:
        return { true, false };
    case Kind::Choice:
        return QJsonArray::fromStringList(parameter.choices);
    case Kind::Text:
    case Kind::File:
    case Kind::Formula:
        return oddTexts(parameter.kind);
    case Kind::Numbers:
        return { QJsonArray(), list({ 0 }), list({ 1, 1 }), list({ -1e300, 1e300 }), list({ 3, 2, 1 }) };
    case Kind::Names:
        return { QJsonArray(), list({ QStringLiteral("x") }), list({ QStringLiteral("x"), QStringLiteral("x") }),
            list({ QStringLiteral("nowhere") }), list({ QString() }) };
    case Kind::Point: {
        QJsonArray values { 0, 1e300, QJsonArray(), list({ 1 }), list({ 1, 2 }), list({ -1e300, 1e300 }), QJsonObject(),
            QJsonObject { { QStringLiteral("nowhere"), 1 } } };
        for (const QString &word : parameter.choices)
            values.append(word);
        return values;
    }
    case Kind::Colour:
        return { QStringLiteral("#000000"), QStringLiteral("#FFffFF") };
    }
    Q_UNREACHABLE();
}

double randomNumber(const Parameter &parameter, Random &random)
{
    const bool below = std::isfinite(parameter.maximum);
    const bool above = std::isfinite(parameter.minimum);
    if (above && below)
        return random.uniform(parameter.minimum, std::min(parameter.maximum, parameter.minimum + 1000));
    const double size = std::pow(10, random.uniform(-4, 3));
    return above ? parameter.minimum + size : below ? parameter.maximum - size : random.normal() * size;
}

} // namespace

QJsonValue plausibleValue(const Parameter &parameter)
{
    switch (parameter.kind) {
    case Kind::Number:
    case Kind::Integer:
        return std::clamp(2.0, parameter.minimum, parameter.maximum);
    case Kind::Boolean:
        return true;
    case Kind::Choice:
        return parameter.choices.value(0);
    case Kind::Text:
        return QStringLiteral("x,y\n1,2\n2,4\n3,6.5\n");
    case Kind::File:
        return QLatin1String(sampleFile);
    case Kind::Formula:
        return QStringLiteral("(x - 1)^2 + 2*y^2");
    case Kind::Numbers:
        return list({ 0.1, 0.2, 0.5 });
    case Kind::Names:
        return list({ QStringLiteral("x") });
    case Kind::Point:
        return list({ 0.5, 0.25 });
    case Kind::Colour:
        return QStringLiteral("#1f77b4");
    }
    Q_UNREACHABLE();
}

QJsonArray edgeValues(const Parameter &parameter)
{
    QJsonArray values { QJsonValue(), true, -0.5, QStringLiteral("fast"), QJsonArray(),
        list({ QStringLiteral("x"), 1 }), QJsonObject { { QStringLiteral("x"), 1 } } };
    for (const QJsonValue &value : oddValues(parameter))
        values.append(value);
    // An end of the range that is huge would only show how much memory there is.
    for (const double end : { parameter.minimum, parameter.maximum })
        if (std::abs(end) <= 1e6)
            for (const double value : { end, end - 1, end + 1 })
                values.append(value);
    return values;
}

QJsonValue randomValue(const Parameter &parameter, Random &random)
{
    const auto any = [&](const QJsonArray &values) {
        return values[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(values.size())))];
    };
    if (random.uniform() < 0.05)
        return any(edgeValues(parameter));
    switch (parameter.kind) {
    case Kind::Number:
        return randomNumber(parameter, random);
    case Kind::Integer:
        return std::floor(randomNumber(parameter, random));
    case Kind::Numbers:
    case Kind::Point: {
        QJsonArray numbers;
        for (auto count = random.below(5); count > 0; --count)
            numbers.append(random.normal());
        return numbers.isEmpty() ? any(oddValues(parameter)) : QJsonValue(numbers);
    }
    default:
        return random.uniform() < 0.3 ? plausibleValue(parameter) : any(oddValues(parameter));
    }
}

} // namespace thalweg
