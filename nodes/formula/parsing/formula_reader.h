#pragma once

#include "scope.h"
#include "token_stream.h"

#include <span>

namespace thalweg {

/// Recursive descent, one function a level of precedence. Left-associative chains are loops, so that only what is
/// nested in the text nests on the stack.
class FormulaReader {
public:
    struct Binary {
        QStringView sign;
        Operation operation;
    };

    explicit FormulaReader(const QString &text) : tokens_(text) { expression_.text = text; }

    /// Once.
    Expression read();

private:
    using NodeId = Expression::NodeId;

    /// Counts what is nested while it lives.
    class Level {
    public:
        explicit Level(FormulaReader &reader);
        ~Level() { --reader_.depth_; }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;

    private:
        FormulaReader &reader_;
    };

    // operators.cpp
    NodeId disjunction();
    NodeId conjunction();
    NodeId negation();
    NodeId comparison();
    NodeId sum();
    NodeId term();
    NodeId chain(std::span<const Binary> operations, NodeId (FormulaReader::*operand)());
    NodeId signedPower();
    NodeId power();
    NodeId apply(Operation operation, qsizetype offset, std::initializer_list<NodeId> operands);
    NodeId add(const Expression::Node &node);

    // operands.cpp
    NodeId primary();
    NodeId call(const Token &name);
    NodeId repeated(const Token &name);
    NodeId element(const Token &name);
    NodeId plainName(const Token &name);
    std::uint32_t symbolOf(const Token &name, bool isVector);

    TokenStream tokens_;
    Scope scope_;
    int depth_ = 0;
    Expression expression_;
};

} // namespace thalweg
