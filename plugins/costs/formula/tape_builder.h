#pragma once

#include "tape.h"

#include <QHash>

namespace thalweg {

/// Collects the inputs, constants and steps of a formula, and makes a Tape of them.
class TapeBuilder {
public:
    /// Where a value is, before it is known how many parameters and constants there are.
    struct Operand {
        enum class Kind { Input, Constant, Result };
        Kind kind;
        std::uint32_t index;
    };

    /// What comes from outside: a free name, or an element of a vector.
    struct Input {
        std::uint32_t symbol;
        quint64 element = 0; ///< from 1; 0: the name is a number

        auto operator<=>(const Input &) const = default;
    };

    /// A free name: what parameters are called after it, and its place among the data, or -1 where it is a parameter.
    struct Symbol {
        QString name;
        qsizetype dataPlace;
    };

    bool isConstant(Operand operand) const { return operand.kind == Operand::Kind::Constant; }
    /// Of a constant.
    double number(Operand operand) const { return constants_[operand.index]; }
    std::size_t stepCount() const { return steps_.size(); }

    Operand constant(double number);
    Operand input(Input input);
    Operand step(Operation operation, Operand a, Operand b, Operand c);

    /// Parameters sorted by symbol and element, then data in the order asked for, then constants, then results.
    Tape finish(Operand result, const std::vector<Symbol> &symbols, std::uint32_t dataCount) const;

private:
    struct Step {
        Operation operation;
        Operand operands[3];
        std::uint32_t level; ///< 1 where all operands are inputs and constants, else above the levels of the operands
    };

    std::vector<std::uint32_t> inputRegisters(const std::vector<Symbol> &symbols, QStringList &parameterNames) const;
    std::vector<std::uint32_t> stepOrder() const;

    std::vector<Input> inputs_;
    std::vector<double> constants_;
    std::vector<Step> steps_;
    QHash<Input, std::uint32_t> inputIds_;
    QHash<quint64, std::uint32_t> constantIds_;
};

inline size_t qHash(const TapeBuilder::Input &input, size_t seed = 0)
{
    return qHashMulti(seed, input.symbol, input.element);
}

} // namespace thalweg
