#include "parameter.h"

#include "plain_values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>

namespace thalweg {

namespace {

constexpr double largestInteger
    = 9007199254740992.0; // 2⁵³: beyond it a JSON number may not be the one that was written

/// A JSON value as it is quoted in a message: short.
QString quoted(const QJsonValue &value)
{
    QString text;
    if (value.isString())
        text = QLatin1Char('"') + value.toString() + QLatin1Char('"');
    else if (value.isArray() || value.isObject())
        text = QString::fromUtf8((value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
                                     .toJson(QJsonDocument::Compact));
    else if (value.isUndefined())
        text = QStringLiteral("nothing");
    else
        text = value.isNull() ? QStringLiteral("null") : value.toVariant().toString();
    constexpr qsizetype longest = 60;
    return text.size() > longest ? text.left(longest) + QStringLiteral("…") : text;
}

bool isFinite(const QJsonValue &value)
{
    return value.isDouble() && std::isfinite(value.toDouble());
}

bool allFinite(const QJsonArray &array)
{
    return std::all_of(array.begin(), array.end(), [](const QJsonValue &v) { return isFinite(v); });
}

bool isPoint(const QJsonValue &value)
{
    if (value.isArray())
        return allFinite(value.toArray());
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::all_of(object.begin(), object.end(), [](const QJsonValue &v) { return isFinite(v); });
    }
    return isFinite(value);
}

bool isColour(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^#[0-9A-Fa-f]{6}\\z"));
    return form.match(text).hasMatch();
}

} // namespace

QString asText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.toString();
}

Result<void> Parameter::check(const QJsonValue &value) const
{
    const auto refuse = [&] { return Error(QStringLiteral("must be %1, not %2").arg(range(), quoted(value))); };
    if (value.isNull() || value.isUndefined()) {
        if (defaultValue.isNull() && !isRequired)
            return {};
        return isRequired ? Error(QStringLiteral("is missing; give %1").arg(range())) : refuse();
    }
    switch (kind) {
    case Kind::Number:
    case Kind::Integer: {
        if (!isFinite(value))
            return refuse();
        const double number = value.toDouble();
        if (kind == Kind::Integer && (number != std::floor(number) || std::abs(number) > largestInteger))
            return refuse();
        const bool high = maximumExcluded ? number >= maximum : number > maximum;
        const bool low = minimumExcluded ? number <= minimum : number < minimum;
        if (high || low)
            return refuse();
        return {};
    }
    case Kind::Boolean:
        return value.isBool() ? Result<void>() : refuse();
    case Kind::Text:
        return value.isString() ? Result<void>() : refuse();
    case Kind::File:
    case Kind::Formula:
        return value.isString() && !(isRequired && value.toString().trimmed().isEmpty()) ? Result<void>() : refuse();
    case Kind::Choice:
        return (value.isString() || value.isBool()) && choices.contains(asText(value)) ? Result<void>() : refuse();
    case Kind::Numbers:
        return value.isArray() && allFinite(value.toArray()) ? Result<void>() : refuse();
    case Kind::Names: {
        const QJsonArray array = value.toArray();
        const bool allTexts = std::all_of(array.begin(), array.end(), [](const QJsonValue &v) { return v.isString(); });
        return value.isArray() && allTexts ? Result<void>() : refuse();
    }
    case Kind::Point:
        return isPoint(value) || (value.isString() && choices.contains(value.toString())) ? Result<void>() : refuse();
    case Kind::Colour:
        return isColour(value.toString()) ? Result<void>() : refuse();
    }
    Q_UNREACHABLE();
}

bool Parameter::accepts(const ValueType &type) const
{
    switch (kind) {
    case Kind::Number:
    case Kind::Integer:
    case Kind::Boolean:
        return type == Number::staticType();
    case Kind::Text:
    case Kind::Choice:
    case Kind::File:
    case Kind::Formula:
    case Kind::Names:
    case Kind::Colour:
        return type == Text::staticType();
    case Kind::Numbers:
    case Kind::Point:
        return type == Vector::staticType() || type == Number::staticType();
    }
    Q_UNREACHABLE();
}

Result<QJsonValue> Parameter::fromValue(const Value &value) const
{
    QJsonValue json = value.summary().value(QStringLiteral("value"));
    if (kind == Kind::Boolean && (json == 0 || json == 1))
        json = json == 1;
    else if (kind == Kind::Names || (kind == Kind::Numbers && json.isDouble()))
        json = QJsonArray { json };
    if (const Result<void> fits = check(json); !fits)
        return fits.error();
    return json;
}

QString Parameter::kindId() const
{
    switch (kind) {
    case Kind::Number:
        return QStringLiteral("number");
    case Kind::Integer:
        return QStringLiteral("integer");
    case Kind::Boolean:
        return QStringLiteral("boolean");
    case Kind::Text:
        return QStringLiteral("text");
    case Kind::Choice:
        return QStringLiteral("choice");
    case Kind::File:
        return QStringLiteral("file");
    case Kind::Formula:
        return QStringLiteral("formula");
    case Kind::Numbers:
        return QStringLiteral("numbers");
    case Kind::Names:
        return QStringLiteral("names");
    case Kind::Point:
        return QStringLiteral("point");
    case Kind::Colour:
        return QStringLiteral("colour");
    }
    Q_UNREACHABLE();
}

QString Parameter::range() const
{
    const auto bounded = [this](const QString &noun) {
        QStringList bounds;
        if (std::isfinite(minimum))
            bounds += (minimumExcluded ? QStringLiteral("above %1") : QStringLiteral("at least %1"))
                          .arg(shortNumber(minimum));
        if (std::isfinite(maximum))
            bounds += (maximumExcluded ? QStringLiteral("below %1") : QStringLiteral("at most %1"))
                          .arg(shortNumber(maximum));
        return bounds.isEmpty() ? noun : noun + QLatin1Char(' ') + bounds.join(QStringLiteral(" and "));
    };
    const auto oneOf
        = [this] { return QStringLiteral("\"") + choices.join(QStringLiteral("\", \"")) + QStringLiteral("\""); };
    switch (kind) {
    case Kind::Number:
        return bounded(QStringLiteral("a number"));
    case Kind::Integer:
        return bounded(QStringLiteral("a whole number"));
    case Kind::Boolean:
        return QStringLiteral("true or false");
    case Kind::Text:
        return QStringLiteral("a text");
    case Kind::Choice:
        return QStringLiteral("one of %1").arg(oneOf());
    case Kind::File:
        return QStringLiteral("the path of a file");
    case Kind::Formula:
        return QStringLiteral("a formula");
    case Kind::Numbers:
        return QStringLiteral("a list of numbers");
    case Kind::Names:
        return QStringLiteral("a list of names");
    case Kind::Point:
        return QStringLiteral("a list of numbers, an object of names with numbers, or %1").arg(oneOf());
    case Kind::Colour:
        return QStringLiteral("a colour such as #1f77b4");
    }
    Q_UNREACHABLE();
}

Parameter number(const QString &name, double defaultValue)
{
    return { name, Parameter::Kind::Number, defaultValue };
}

Parameter integer(const QString &name, qint64 defaultValue)
{
    return { name, Parameter::Kind::Integer, defaultValue };
}

Parameter boolean(const QString &name, bool defaultValue)
{
    return { name, Parameter::Kind::Boolean, defaultValue };
}

Parameter text(const QString &name, const QString &defaultValue)
{
    return { name, Parameter::Kind::Text, defaultValue };
}

Parameter choice(const QString &name, const QStringList &choices, const QString &defaultValue)
{
    Parameter parameter(name, Parameter::Kind::Choice, defaultValue);
    parameter.choices = choices;
    return parameter;
}

Parameter file(const QString &name)
{
    return Parameter(name, Parameter::Kind::File, {}).required();
}

Parameter formula(const QString &name, const QString &defaultValue)
{
    return { name, Parameter::Kind::Formula, defaultValue };
}

Parameter numbers(const QString &name)
{
    return { name, Parameter::Kind::Numbers, QJsonArray() };
}

Parameter names(const QString &name)
{
    return { name, Parameter::Kind::Names, QJsonArray() };
}

Parameter point(const QString &name, const QStringList &words)
{
    Parameter parameter(name, Parameter::Kind::Point, words.first());
    parameter.choices = words;
    return parameter;
}

Parameter colour(const QString &name)
{
    return { name, Parameter::Kind::Colour, {} };
}

} // namespace thalweg
