#include "compiler.h"

#include "tape_builder.h"

#include <thalweg/formula/lexer.h>

namespace thalweg {

namespace {

using Node = Expression::Node;
using NodeId = Expression::NodeId;
using Kind = Expression::Kind;
using Operand = TapeBuilder::Operand;

constexpr std::size_t mostOperations = 1'000'000;
constexpr std::size_t mostVisits = 10'000'000; // bounds the time where all that is summed is constant
constexpr double largestIndex = 9007199254740992; // 2^53

/// Powers up to this are made of squares and products: quicker than pow(), and exact to as many roundings.
constexpr double largestUnrolledPower = 16;

class Compiler {
public:
    Compiler(const Expression &expression, const QStringList &dataNames, const std::function<void()> &poll)
        : expression_(expression), dataCount_(static_cast<std::uint32_t>(dataNames.size())), poll_(poll)
    {
        for (const Expression::Symbol &symbol : expression.symbols) {
            symbols_.push_back({ symbol.name, dataNames.indexOf(symbol.name) });
            if (symbol.isVector && symbols_.back().dataPlace >= 0)
                fail(symbol.offset, QStringLiteral("%1 is a column, and has no elements").arg(quotedWord(symbol.name)));
        }
    }

    Tape compile()
    {
        // A name is a parameter even where an unrolled sum never comes to it.
        for (std::uint32_t symbol = 0; symbol < expression_.symbols.size(); ++symbol)
            if (!expression_.symbols[symbol].isVector)
                tape_.input({ symbol });
        const Operand result = emit(expression_.root);
        return tape_.finish(result, symbols_, dataCount_);
    }

private:
    /// Walks down first operands in a loop, not in calls: they are as many as a chain a + b + c + … is long.
    Operand emit(NodeId id)
    {
        const std::size_t bottom = path_.size();
        while (expression_.nodes[id].kind == Kind::Apply) {
            path_.push_back(id);
            id = expression_.nodes[id].operands[0];
        }
        Operand value = emitLeaf(expression_.nodes[id]);
        while (path_.size() > bottom) {
            const Node &node = expression_.nodes[path_.back()];
            path_.pop_back();
            value = emitOperation(node, value);
        }
        return value;
    }

    Operand emitLeaf(const Node &node)
    {
        visit(node);
        switch (node.kind) {
        case Kind::Number:
            return tape_.constant(node.number);
        case Kind::Index:
            return tape_.constant(indices_[node.symbol]);
        case Kind::Name:
            return tape_.input({ node.symbol });
        case Kind::Element:
            return element(node);
        default:
            return repeated(node);
        }
    }

    Operand emitOperation(const Node &node, Operand first)
    {
        visit(node);
        if (tape_.isConstant(first)) {
            const double known = tape_.number(first);
            if (node.operation == Operation::If && !std::isnan(known))
                return emit(node.operands[known != 0 ? 1 : 2]);
            if ((node.operation == Operation::And && known == 0) || (node.operation == Operation::Or && known != 0))
                return tape_.constant(known != 0);
        }
        Operand operands[3] = { first, first, first };
        for (std::size_t i = 1; i < node.operandCount; ++i)
            operands[i] = emit(node.operands[i]);
        if (node.operation == Operation::Power)
            return power(node, operands[0], operands[1]);
        return emitStep(node, node.operation, operands[0], operands[1], operands[2]);
    }

    Operand power(const Node &node, Operand base, Operand exponent)
    {
        if (tape_.isConstant(base) && tape_.isConstant(exponent))
            return emitStep(node, Operation::Power, base, exponent);
        if (tape_.isConstant(exponent)) {
            const double n = tape_.number(exponent);
            if (n == 0)
                return tape_.constant(1);
            if (n >= 1 && n <= largestUnrolledPower && n == std::floor(n))
                return wholePower(node, base, static_cast<int>(n));
            if (n == -1)
                return emitStep(node, Operation::Divide, tape_.constant(1), base);
            return emitStep(node, Operation::PowerOfVariable, base, exponent);
        }
        if (tape_.isConstant(base) && tape_.number(base) == std::numbers::e)
            return emitStep(node, Operation::Exp, exponent, exponent);
        return emitStep(node, tape_.isConstant(base) ? Operation::PowerOfConstant : Operation::Power, base, exponent);
    }

    Operand wholePower(const Node &node, Operand base, int n)
    {
        if (n == 1)
            return base;
        const Operand half = wholePower(node, base, n / 2);
        const Operand square = emitStep(node, Operation::Square, half, half);
        return n % 2 == 0 ? square : emitStep(node, Operation::Multiply, square, base);
    }

    Operand repeated(const Node &node)
    {
        const double from = wholeNumber(node.operands[0], "the first value of the index");
        const double to = wholeNumber(node.operands[1], "the last value of the index");
        const bool isSum = node.kind == Kind::Sum;
        if (to - from + 1 > static_cast<double>(mostOperations))
            tooLong(node);
        std::vector<Operand> terms;
        for (double index = from; index <= to; ++index) {
            visit(node);
            indices_.push_back(index);
            terms.push_back(emit(node.operands[2]));
            indices_.pop_back();
        }
        if (terms.empty())
            return tape_.constant(isSum ? 0 : 1);
        // In pairs, pairs of pairs, …: this rounds less than one after the other, and lets the tape run faster.
        for (std::size_t step = 1; step < terms.size(); step *= 2)
            for (std::size_t i = 0; i + step < terms.size(); i += 2 * step)
                terms[i] = emitStep(node, isSum ? Operation::Add : Operation::Multiply, terms[i], terms[i + step]);
        return terms[0];
    }

    Operand element(const Node &node)
    {
        const double index = wholeNumber(node.operands[0], "the index of an element");
        if (index < 1)
            fail(node.offset,
                QStringLiteral("%1[%2]: the elements of a vector are counted from 1")
                    .arg(expression_.symbols[node.symbol].name.left(40))
                    .arg(index, 0, 'f', 0));
        return tape_.input({ node.symbol, static_cast<quint64>(index) });
    }

    double wholeNumber(NodeId id, const char *what)
    {
        const Node &node = expression_.nodes[id];
        const Operand operand = emit(id);
        if (!tape_.isConstant(operand))
            fail(node.offset,
                QStringLiteral("%1 must be a known whole number; it may depend on no parameter and no data")
                    .arg(QLatin1String(what)));
        const double number = tape_.number(operand);
        if (number != std::floor(number) || std::abs(number) > largestIndex)
            fail(node.offset,
                QStringLiteral("%1 must be a whole number, not %2").arg(QLatin1String(what)).arg(number, 0, 'g', 6));
        return number;
    }

    Operand emitStep(const Node &node, Operation operation, Operand a, Operand b, Operand c)
    {
        const Operand result = tape_.step(operation, a, b, c);
        if (tape_.stepCount() > mostOperations)
            tooLong(node);
        return result;
    }
    Operand emitStep(const Node &node, Operation operation, Operand a, Operand b)
    {
        return emitStep(node, operation, a, b, a);
    }

    void visit(const Node &node)
    {
        if (++visits_ > mostVisits)
            tooLong(node);
        if (poll_ && visits_ % 65536 == 0)
            poll_();
    }

    [[noreturn]] void fail(qsizetype offset, const QString &message) const
    {
        throw FormulaError(expression_.text, offset, tokenAt(expression_.text, offset).text.size(), message);
    }

    [[noreturn]] void tooLong(const Node &node) const
    {
        fail(node.offset,
            QStringLiteral("the formula has more than %1 operations once its sums are written out; make them shorter")
                .arg(mostOperations));
    }

    const Expression &expression_;
    const std::uint32_t dataCount_;
    const std::function<void()> &poll_;
    std::vector<TapeBuilder::Symbol> symbols_;
    std::vector<NodeId> path_; ///< the operations that wait for their first operand
    std::vector<double> indices_; ///< of the enclosing sums, from the outside
    TapeBuilder tape_;
    std::size_t visits_ = 0;
};

} // namespace

Tape compile(const Expression &expression, const QStringList &dataNames, const std::function<void()> &poll)
{
    return Compiler(expression, dataNames, poll).compile();
}

} // namespace thalweg
