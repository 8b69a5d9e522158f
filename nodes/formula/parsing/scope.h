#pragma once

#include "../expression.h"
#include "../lexer.h"

#include <map>

namespace thalweg {

/// What the names of a formula stand for at the place that the parser has come to.
class Scope {
public:
    /// The innermost enclosing sum whose index has that name, counted from the outside, or -1.
    qsizetype index(QStringView name) const;
    void enterSum(QStringView indexName) { indices_.push_back(indexName); }
    void leaveSum() { indices_.pop_back(); }

    bool isSymbol(QStringView name) const { return ids_.contains(name.toString()); }
    /// The place of the free name among the symbols, where it is put if it is new.
    std::uint32_t symbol(QStringView name, qsizetype offset, bool isVector);
    const std::vector<Expression::Symbol> &symbols() const { return symbols_; }

    /// Why `name(` cannot be: it is no function.
    QString noSuchFunction(QStringView name) const;

private:
    std::vector<QStringView> indices_; ///< of the enclosing sums, from the outside
    std::map<QString, std::uint32_t> ids_;
    std::vector<Expression::Symbol> symbols_;
};

} // namespace thalweg
