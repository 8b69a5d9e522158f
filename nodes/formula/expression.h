#pragma once

#include "operation.h"

#include <QStringList>

#include <array>
#include <vector>

namespace thalweg {

/// A formula as a tree: operands stand before what is made of them. What its free names stand for, parameters or
/// columns, is decided by who evaluates it. A chain a + b + c + … is as deep as it is long: walk down first operands in
/// a loop.
struct Expression {
    using NodeId = std::uint32_t;

    enum class Kind : std::uint8_t {
        Number, ///< `number`
        Name, ///< the free name `symbol`
        Element, ///< element operands[0] of the vector `symbol`
        Index, ///< of the `symbol`-th enclosing sum, counted from the outside
        Apply, ///< `operation` on the operands
        Sum, ///< of operands[2], its index, called indexNames[symbol], running from operands[0] to operands[1]
        Product, ///< likewise
    };

    struct Node {
        Kind kind;
        Operation operation = Operation::Add;
        std::uint8_t operandCount = 0;
        std::uint32_t symbol = 0;
        std::array<NodeId, 3> operands = {};
        double number = 0;
        qsizetype offset = 0; ///< where it stands in the text
    };

    /// A free name, in order of first appearance.
    struct Symbol {
        QString name;
        bool isVector;
        qsizetype offset;
    };

    QString text;
    std::vector<Node> nodes;
    NodeId root = 0;
    std::vector<Symbol> symbols;
    QStringList indexNames; ///< of sums and products
};

} // namespace thalweg
