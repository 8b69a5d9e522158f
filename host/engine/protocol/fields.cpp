#include "engine/protocol/fields.h"

#include <QCborParserError>
#include <QCborValue>
#include <QtEndian>

#include <cstring>

namespace thalweg {

namespace {

constexpr auto doublesTag = QCborTag(86);
constexpr auto int64Tag = QCborTag(79);
constexpr auto int32Tag = QCborTag(78);

template <class Number> QCborValue typed(QCborTag tag, const std::vector<Number> &numbers)
{
    QByteArray bytes(static_cast<qsizetype>(numbers.size() * sizeof(Number)), Qt::Uninitialized);
    if (!numbers.empty()) // an empty one has no place to copy from
        qToLittleEndian<Number>(numbers.data(), static_cast<qsizetype>(numbers.size()), bytes.data());
    return QCborValue(tag, bytes);
}

template <class Number> std::vector<Number> untyped(QCborTag tag, const QCborValue &value, const char *key)
{
    const QCborValue content = value.taggedValue();
    const QByteArray bytes = content.toByteArray();
    if (!value.isTag() || value.tag() != tag || !content.isByteArray()
        || static_cast<std::size_t>(bytes.size()) % sizeof(Number) != 0)
        throw Error(QStringLiteral("must be a typed array of tag %1").arg(static_cast<quint64>(tag)))
            .at(QString::fromLatin1(key));
    std::vector<Number> numbers(static_cast<std::size_t>(bytes.size()) / sizeof(Number));
    if (!numbers.empty())
        qFromLittleEndian<Number>(bytes.constData(), static_cast<qsizetype>(numbers.size()), numbers.data());
    return numbers;
}

[[noreturn]] void refuse(const char *key, const char *kind)
{
    throw Error(QStringLiteral("must be %1").arg(QLatin1String(kind))).at(QString::fromLatin1(key));
}

QCborValue get(const QCborMap &map, const char *key)
{
    return map.value(QLatin1String(key));
}

} // namespace

QCborValue typedArray(const std::vector<double> &numbers)
{
    return typed(doublesTag, numbers);
}

QCborValue typedArray(const std::vector<std::int64_t> &numbers)
{
    return typed(int64Tag, numbers);
}

QCborValue typedArray(const std::vector<std::int32_t> &numbers)
{
    return typed(int32Tag, numbers);
}

QCborValue textValue(const QString &text)
{
    return text.isNull() ? QCborValue(nullptr) : QCborValue(text);
}

QCborValue textArray(const QStringList &texts)
{
    QCborArray array;
    for (const QString &text : texts)
        array.append(textValue(text));
    return array;
}

QCborValue optionalNumber(const std::optional<double> &number)
{
    return number ? QCborValue(*number) : QCborValue(nullptr);
}

QCborMap readMap(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError)
        throw Error(
            QStringLiteral("is no CBOR from byte %1 on: %2").arg(QString::number(error.offset), error.errorString()));
    if (!value.isMap() || error.offset != bytes.size())
        throw Error(QStringLiteral("must be one CBOR map"));
    return value.toMap();
}

bool Fields::isNull(const char *key) const
{
    return get(map_, key).isNull();
}

QString Fields::text(const char *key) const
{
    const QCborValue value = get(map_, key);
    if (!value.isString() && !value.isNull())
        refuse(key, "a text");
    return value.toString();
}

QStringList Fields::texts(const char *key) const
{
    QStringList texts;
    for (const QCborValue &element : array(key)) {
        if (!element.isString() && !element.isNull())
            refuse(key, "a list of texts");
        texts += element.toString();
    }
    return texts;
}

std::int64_t Fields::integer(const char *key) const
{
    const QCborValue value = get(map_, key);
    if (!value.isInteger())
        refuse(key, "a whole number");
    return value.toInteger();
}

int Fields::choice(const char *key, int below) const
{
    const std::int64_t number = integer(key);
    if (number < 0 || number >= below)
        throw Error(QStringLiteral("must be 0 to %1, not %2").arg(below - 1).arg(number)).at(QString::fromLatin1(key));
    return static_cast<int>(number);
}

int Fields::smallInteger(const char *key) const
{
    const std::int64_t number = integer(key);
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
        refuse(key, "a number of 32 bits");
    return static_cast<int>(number);
}

double Fields::number(const char *key) const
{
    const QCborValue value = get(map_, key);
    if (!value.isDouble() && !value.isInteger())
        refuse(key, "a number");
    return value.toDouble();
}

std::optional<double> Fields::optionalNumber(const char *key) const
{
    return get(map_, key).isNull() ? std::nullopt : std::optional(number(key));
}

bool Fields::boolean(const char *key) const
{
    const QCborValue value = get(map_, key);
    if (!value.isBool())
        refuse(key, "true or false");
    return value.toBool();
}

QByteArray Fields::bytes(const char *key) const
{
    const QCborValue value = get(map_, key);
    if (!value.isByteArray())
        refuse(key, "bytes");
    return value.toByteArray();
}

QJsonObject Fields::object(const char *key) const
{
    return map(key).map_.toJsonObject();
}

QJsonValue Fields::json(const char *key) const
{
    const QCborValue value = get(map_, key);
    if (value.isUndefined() || value.isInvalid())
        refuse(key, "a JSON value");
    return value.toJsonValue();
}

std::vector<double> Fields::numbers(const char *key) const
{
    return untyped<double>(doublesTag, get(map_, key), key);
}

std::vector<std::int64_t> Fields::integers(const char *key) const
{
    return untyped<std::int64_t>(int64Tag, get(map_, key), key);
}

std::vector<std::int32_t> Fields::smallIntegers(const char *key) const
{
    return untyped<std::int32_t>(int32Tag, get(map_, key), key);
}

QCborArray Fields::array(const char *key) const
{
    const QCborValue value = get(map_, key);
    if (!value.isArray())
        refuse(key, "a list");
    return value.toArray();
}

Fields Fields::map(const char *key) const
{
    const QCborValue value = get(map_, key);
    if (!value.isMap())
        refuse(key, "a map");
    return Fields(value.toMap());
}

} // namespace thalweg
