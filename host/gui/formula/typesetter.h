#pragma once

#include "gui/formula/math_layout.h"

#include <thalweg/formula/expression.h>

namespace thalweg {

/// Turns the tree of a formula into boxes.
class Typesetter {
public:
    using NodeId = Expression::NodeId;

    explicit Typesetter(const Expression &expression);

    /// Whether it is neither too deep nor too long to be read.
    bool canBeDrawn() const;

    MathBox box(NodeId id, const MathStyle &style) const;
    /// The terms of a sum a + b − …, each with its sign in front, or the formula whole where it is none.
    std::vector<MathBox> terms(NodeId id, const MathStyle &style) const;

private:
    using Node = Expression::Node;

    /// How strongly a form holds together: in a place that wants more, it stands in brackets.
    enum Level { Loose, Or, And, Not, Comparison, Additive, Negation, Multiplicative, Applied, Power, Whole };

    const Node &node(NodeId id) const { return expression_.nodes[id]; }
    QString written(NodeId id) const;
    bool is(NodeId id, Operation operation) const;
    Level level(NodeId id, const MathStyle &style) const;
    /// In brackets where it holds together less than `least`.
    MathBox operand(NodeId id, Level least, const MathStyle &style) const;

    // typesetter.cpp
    MathBox operation(NodeId id, const MathStyle &style) const;
    MathBox infix(NodeId id, const QString &sign, Level least, double room, const MathStyle &style) const;
    MathBox quotient(NodeId id, const MathStyle &style) const;
    MathBox power(NodeId id, const MathStyle &style) const;
    MathBox repeated(NodeId id, const MathStyle &style) const;
    MathBox choice(NodeId id, const MathStyle &style) const;

    // typeset_products.cpp
    MathBox product(NodeId id, const MathStyle &style) const;
    bool needsDot(NodeId left, NodeId right) const;
    bool beginsWithDigit(NodeId id) const;

    // typeset_functions.cpp
    bool isCalledByName(NodeId id) const;
    bool isSimple(NodeId id) const;
    bool isShort(NodeId id) const { return sizes_[id] <= 9; }
    MathBox function(NodeId id, const std::optional<MathBox> &exponent, const MathStyle &style) const;
    std::vector<NodeId> arguments(NodeId id) const;

    const Expression &expression_;
    std::vector<std::uint32_t> sizes_; ///< of each node: how many there are in its branch
    std::vector<std::uint32_t> depths_; ///< of each node: how deep its form nests; a chain is flat
};

} // namespace thalweg
