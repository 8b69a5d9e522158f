#pragma once

#include "export.h"

#include <QString>
#include <QStringList>

#include <exception>
#include <utility>
#include <variant>

namespace thalweg {

/// A fault in what a person gave: what is wrong, what would be right, and where.
///
/// A node throws it (`throw Error("must be above 0").at("parameter rate")`), the host returns it in a `Result`.
/// Each layer that an error passes puts its own place in front, so that the finished text reads from the outside in:
/// `seed.thalweg: node gd: parameter rate: must be above 0`.
class THALWEG_EXPORT Error : public std::exception {
public:
    explicit Error(const QString &message);
    Error(const Error &);
    Error &operator=(const Error &);
    ~Error() override;

    /// The same error with `place` in front of the places it has already.
    Error at(const QString &place) const;

    const QString &message() const { return message_; }
    const QStringList &places() const { return places_; }

    /// Places and message, joined by colons: one line of at most 2,000 characters.
    QString text() const;

    const char *what() const noexcept override { return utf8_.constData(); }

private:
    QString message_;
    QStringList places_;
    QByteArray utf8_;
};

/// A `T`, or the error that kept it from being made.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) { }

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// Only where ok().
    const T &value() const & { return std::get<0>(content_); }
    T &value() & { return std::get<0>(content_); }
    T &&value() && { return std::get<0>(std::move(content_)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    /// Only where not ok().
    const Error &error() const { return std::get<1>(content_); }

private:
    std::variant<T, Error> content_;
};

/// Nothing, or the error that says what went wrong.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::in_place_index<1>, std::move(error)) { }

    bool ok() const { return error_.index() == 0; }
    explicit operator bool() const { return ok(); }
    const Error &error() const { return std::get<1>(error_); }

private:
    std::variant<std::monostate, Error> error_;
};

} // namespace thalweg
