#include "compiler.h"

#include "lexer.h"

#include <QHash>

#include <algorithm>
#include <bit>
#include <numeric>

namespace thalweg {

namespace {

using Node = Expression::Node;
using NodeId = Expression::NodeId;
using Kind = Expression::Kind;

constexpr std::size_t mostOperations = 1'000'000;
constexpr std::size_t mostVisits = 10'000'000; // bounds the time where all that is summed is constant
constexpr double largestIndex = 9007199254740992; // 2^53

/// Powers up to this are made of squares and products: quicker than pow(), and exact to as many roundings.
constexpr double largestUnrolledPower = 16;

/// Where a value is, before it is known how many parameters and constants there are.
struct Operand {
    enum class Kind { Input, Constant, Result };
    Kind kind;
    std::uint32_t index;
};

class Compiler {
public:
    Compiler(const Expression &expression, const QStringList &dataNames, const std::function<void()> &poll)
        : expression_(expression), dataCount_(static_cast<std::uint32_t>(dataNames.size())), poll_(poll)
    {
        for (const Expression::Symbol &symbol : expression.symbols) {
            dataPlaces_.push_back(dataNames.indexOf(symbol.name));
            if (symbol.isVector && dataPlaces_.back() >= 0)
                fail(symbol.offset, QStringLiteral("%1 is a column, and has no elements").arg(quoted(symbol.name)));
        }
    }

    Tape compile()
    {
        // A name is a parameter even where an unrolled sum never comes to it.
        for (std::uint32_t symbol = 0; symbol < expression_.symbols.size(); ++symbol)
            if (!expression_.symbols[symbol].isVector)
                input(symbol, 0);
        const Operand result = emit(expression_.root);
        return finish(result);
    }

private:
    struct Step {
        Operation operation;
        Operand operands[3];
        std::uint32_t level; ///< 1 where all operands are inputs and constants, else above the levels of the operands
    };

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
            return constant(node.number);
        case Kind::Index:
            return constant(indices_[node.symbol]);
        case Kind::Name:
            return input(node.symbol, 0);
        case Kind::Element:
            return element(node);
        default:
            return repeated(node);
        }
    }

    Operand emitOperation(const Node &node, Operand first)
    {
        visit(node);
        if (isConstant(first)) {
            const double known = constants_[first.index];
            if (node.operation == Operation::If && !std::isnan(known))
                return emit(node.operands[known != 0 ? 1 : 2]);
            if ((node.operation == Operation::And && known == 0) || (node.operation == Operation::Or && known != 0))
                return constant(known != 0);
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
        if (isConstant(base) && isConstant(exponent))
            return emitStep(node, Operation::Power, base, exponent);
        if (isConstant(exponent)) {
            const double n = constants_[exponent.index];
            if (n == 0)
                return constant(1);
            if (n >= 1 && n <= largestUnrolledPower && n == std::floor(n))
                return wholePower(node, base, static_cast<int>(n));
            if (n == -1)
                return emitStep(node, Operation::Divide, constant(1), base);
            return emitStep(node, Operation::PowerOfVariable, base, exponent);
        }
        if (isConstant(base) && constants_[base.index] == std::numbers::e)
            return emitStep(node, Operation::Exp, exponent, exponent);
        return emitStep(node, isConstant(base) ? Operation::PowerOfConstant : Operation::Power, base, exponent);
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
            return constant(isSum ? 0 : 1);
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
        return input(node.symbol, static_cast<quint64>(index));
    }

    double wholeNumber(NodeId id, const char *what)
    {
        const Node &node = expression_.nodes[id];
        const Operand operand = emit(id);
        if (!isConstant(operand))
            fail(node.offset,
                QStringLiteral("%1 must be a known whole number; it may depend on no parameter and no data")
                    .arg(QLatin1String(what)));
        const double number = constants_[operand.index];
        if (number != std::floor(number) || std::abs(number) > largestIndex)
            fail(node.offset,
                QStringLiteral("%1 must be a whole number, not %2").arg(QLatin1String(what)).arg(number, 0, 'g', 6));
        return number;
    }

    bool isConstant(Operand operand) const { return operand.kind == Operand::Kind::Constant; }

    Operand constant(double number)
    {
        const auto known = constantIds_.constFind(std::bit_cast<quint64>(number));
        if (known != constantIds_.constEnd())
            return { Operand::Kind::Constant, *known };
        const auto id = static_cast<std::uint32_t>(constants_.size());
        constantIds_.insert(std::bit_cast<quint64>(number), id);
        constants_.push_back(number);
        return { Operand::Kind::Constant, id };
    }

    Operand input(std::uint32_t symbol, quint64 index)
    {
        const auto known = inputIds_.constFind({ symbol, index });
        if (known != inputIds_.constEnd())
            return { Operand::Kind::Input, *known };
        const auto id = static_cast<std::uint32_t>(inputs_.size());
        inputIds_.insert({ symbol, index }, id);
        inputs_.push_back({ symbol, index });
        return { Operand::Kind::Input, id };
    }

    Operand emitStep(const Node &node, Operation operation, Operand a, Operand b, Operand c)
    {
        if (isConstant(a) && isConstant(b) && isConstant(c))
            return constant(apply(operation, constants_[a.index], constants_[b.index], constants_[c.index]));
        if (steps_.size() == mostOperations)
            tooLong(node);
        const auto level = [this](Operand operand) {
            return operand.kind == Operand::Kind::Result ? steps_[operand.index].level : 0;
        };
        steps_.push_back({ operation, { a, b, c }, std::max({ level(a), level(b), level(c) }) + 1 });
        return { Operand::Kind::Result, static_cast<std::uint32_t>(steps_.size() - 1) };
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

    /// Parameters sorted by symbol and index, then data in the order asked for, then constants, then results.
    Tape finish(Operand result) const
    {
        const auto isParameter = [this](std::uint32_t id) { return dataPlaces_[inputs_[id].first] < 0; };
        std::vector<std::uint32_t> order;
        for (std::uint32_t id = 0; id < inputs_.size(); ++id)
            if (isParameter(id))
                order.push_back(id);
        std::sort(order.begin(), order.end(), [this](auto a, auto b) { return inputs_[a] < inputs_[b]; });

        Tape::Content content;
        std::vector<std::uint32_t> inputRegisters(inputs_.size());
        for (std::uint32_t place = 0; place < order.size(); ++place) {
            const auto &[symbol, index] = inputs_[order[place]];
            const QString &name = expression_.symbols[symbol].name;
            content.parameterNames += index == 0 ? name : QStringLiteral("%1[%2]").arg(name).arg(index);
            inputRegisters[order[place]] = place;
        }
        const auto parameterCount = static_cast<std::uint32_t>(order.size());
        for (std::uint32_t id = 0; id < inputs_.size(); ++id)
            if (!isParameter(id))
                inputRegisters[id] = parameterCount + static_cast<std::uint32_t>(dataPlaces_[inputs_[id].first]);
        content.dataCount = dataCount_;
        content.constants = constants_;
        const std::uint32_t firstConstant = parameterCount + content.dataCount;
        const std::uint32_t firstResult = firstConstant + static_cast<std::uint32_t>(constants_.size());

        // By level, and on each by operation: steps still come after their operands, and equal ones stand together.
        std::vector<std::uint32_t> stepOrder(steps_.size());
        std::iota(stepOrder.begin(), stepOrder.end(), 0);
        std::stable_sort(stepOrder.begin(), stepOrder.end(), [this](auto a, auto b) {
            return std::pair(steps_[a].level, steps_[a].operation) < std::pair(steps_[b].level, steps_[b].operation);
        });
        std::vector<std::uint32_t> stepPlaces(steps_.size());
        for (std::uint32_t place = 0; place < stepOrder.size(); ++place)
            stepPlaces[stepOrder[place]] = place;
        const auto registerOf = [&](Operand operand) -> std::uint32_t {
            switch (operand.kind) {
            case Operand::Kind::Input:
                return inputRegisters[operand.index];
            case Operand::Kind::Constant:
                return firstConstant + operand.index;
            case Operand::Kind::Result:
                break;
            }
            return firstResult + stepPlaces[operand.index];
        };
        content.steps.reserve(steps_.size());
        for (const std::uint32_t id : stepOrder) {
            const auto &[operation, operands, level] = steps_[id];
            content.steps.push_back(
                { operation, registerOf(operands[0]), registerOf(operands[1]), registerOf(operands[2]) });
        }
        content.result = registerOf(result);
        return Tape(std::move(content));
    }

    [[noreturn]] void fail(qsizetype offset, const QString &message) const
    {
        throw formulaError(expression_.text, offset, message);
    }

    [[noreturn]] void tooLong(const Node &node) const
    {
        fail(node.offset,
            QStringLiteral("the formula has more than %1 operations once its sums are written out; make them shorter")
                .arg(mostOperations));
    }

    using Input = std::pair<std::uint32_t, quint64>; ///< symbol, and index of the element or 0

    const Expression &expression_;
    const std::uint32_t dataCount_;
    const std::function<void()> &poll_;
    std::vector<qsizetype> dataPlaces_; ///< of each symbol among the data, or -1
    std::vector<NodeId> path_; ///< the operations that wait for their first operand
    std::vector<double> indices_; ///< of the enclosing sums, from the outside
    std::vector<Input> inputs_;
    std::vector<double> constants_;
    std::vector<Step> steps_;
    QHash<Input, std::uint32_t> inputIds_;
    QHash<quint64, std::uint32_t> constantIds_;
    std::size_t visits_ = 0;
};

} // namespace

Tape compile(const Expression &expression, const QStringList &dataNames, const std::function<void()> &poll)
{
    return Compiler(expression, dataNames, poll).compile();
}

} // namespace thalweg
