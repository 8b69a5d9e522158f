#pragma once

#include <thalweg/result.h>

#include <QCborArray>
#include <QCborMap>
#include <QJsonObject>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace thalweg {

/// Typed arrays of RFC 8746: little-endian, whatever the machine.
QCborValue typedArray(const std::vector<double> &numbers); ///< tag 86
QCborValue typedArray(const std::vector<std::int64_t> &numbers); ///< tag 79
QCborValue typedArray(const std::vector<std::int32_t> &numbers); ///< tag 78

/// Null for a null text, so that it comes back as one.
QCborValue textValue(const QString &text);
QCborValue textArray(const QStringList &texts);
QCborValue optionalNumber(const std::optional<double> &number);

/// The CBOR map of a message. Throws an Error for bytes that are none, or that something follows.
QCborMap readMap(const QByteArray &bytes);

/// A map that is read key by key: a key that is missing or of another type throws an Error that names it.
class Fields {
public:
    explicit Fields(QCborMap map) : map_(std::move(map)) { }

    bool isNull(const char *key) const;
    QString text(const char *key) const;
    QStringList texts(const char *key) const;
    std::int64_t integer(const char *key) const;
    /// 0 … below
    int choice(const char *key, int below) const;
    int smallInteger(const char *key) const;
    double number(const char *key) const;
    std::optional<double> optionalNumber(const char *key) const;
    bool boolean(const char *key) const;
    QByteArray bytes(const char *key) const;
    QJsonObject object(const char *key) const;
    QJsonValue json(const char *key) const;
    std::vector<double> numbers(const char *key) const;
    std::vector<std::int64_t> integers(const char *key) const;
    std::vector<std::int32_t> smallIntegers(const char *key) const;
    QCborArray array(const char *key) const;
    Fields map(const char *key) const;
    /// Each element of an array of maps, turned into something.
    template <class Read> auto each(const char *key, const Read &read) const
    {
        std::vector<decltype(read(std::declval<Fields>()))> all;
        for (const QCborValue &element : array(key)) {
            if (!element.isMap())
                throw Error(QStringLiteral("holds what is not a map")).at(QString::fromLatin1(key));
            try {
                all.push_back(read(Fields(element.toMap())));
            } catch (const Error &error) {
                throw error.at(QStringLiteral("%1[%2]").arg(QLatin1String(key)).arg(all.size()));
            }
        }
        return all;
    }

private:
    QCborMap map_;
};

/// What `read` gives, or the error that it throws, of whatever kind.
template <class T, class Read> Result<T> guardedRead(const Read &read)
{
    try {
        return read();
    } catch (const Error &error) {
        return error;
    } catch (const std::exception &error) {
        return Error(QString::fromUtf8(error.what()));
    }
}

} // namespace thalweg
