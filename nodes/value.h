#pragma once

#include "export.h"

#include <QJsonObject>
#include <QString>

#include <memory>

namespace thalweg {

class Table;

/// What a kind of value is called: in files, on ports and in messages.
struct ValueType {
    QString id; ///< stable: `objective`
    QString title; ///< for people: `Objective`
    QString colour; ///< of its ports and links: `#rrggbb`

    bool operator==(const ValueType &other) const { return id == other.id; }
};

/// What travels along a link.
///
/// Values are immutable and shared: whoever holds one may read it from any thread for as long as it likes.
/// A plugin adds a type by deriving from Value and giving it a `staticType()`.
class THALWEG_EXPORT Value {
public:
    Value() = default;
    virtual ~Value();

    /// The type of a port that takes values of every type.
    static const ValueType &staticType();

    virtual const ValueType &type() const = 0;

    /// One short line for people: `50 steps, cost 5.09e-09`.
    virtual QString text() const = 0;

    /// The value in short, for the results file; without the key `type`, which the host adds.
    virtual QJsonObject summary() const = 0;

    /// The whole value as rows and columns, for saving it and looking at it; null where it has no such form.
    virtual std::shared_ptr<const Table> table() const;

protected:
    Value(const Value &) = default;
    Value &operator=(const Value &) = default;
};

using ValuePtr = std::shared_ptr<const Value>;

} // namespace thalweg
