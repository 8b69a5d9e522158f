#include "tape_builder.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace thalweg {

TapeBuilder::Operand TapeBuilder::constant(double number)
{
    const auto known = constantIds_.constFind(std::bit_cast<quint64>(number));
    if (known != constantIds_.constEnd())
        return { Operand::Kind::Constant, *known };
    const auto id = static_cast<std::uint32_t>(constants_.size());
    constantIds_.insert(std::bit_cast<quint64>(number), id);
    constants_.push_back(number);
    return { Operand::Kind::Constant, id };
}

TapeBuilder::Operand TapeBuilder::input(Input input)
{
    const auto known = inputIds_.constFind(input);
    if (known != inputIds_.constEnd())
        return { Operand::Kind::Input, *known };
    const auto id = static_cast<std::uint32_t>(inputs_.size());
    inputIds_.insert(input, id);
    inputs_.push_back(input);
    return { Operand::Kind::Input, id };
}

TapeBuilder::Operand TapeBuilder::step(Operation operation, Operand a, Operand b, Operand c)
{
    if (isConstant(a) && isConstant(b) && isConstant(c))
        return constant(apply(operation, number(a), number(b), number(c)));
    const auto level
        = [this](Operand operand) { return operand.kind == Operand::Kind::Result ? steps_[operand.index].level : 0; };
    steps_.push_back({ operation, { a, b, c }, std::max({ level(a), level(b), level(c) }) + 1 });
    return { Operand::Kind::Result, static_cast<std::uint32_t>(steps_.size() - 1) };
}

Tape TapeBuilder::finish(Operand result, const std::vector<Symbol> &symbols, std::uint32_t dataCount) const
{
    Tape::Content content;
    const std::vector<std::uint32_t> registers = inputRegisters(symbols, content.parameterNames);
    content.dataCount = dataCount;
    content.constants = constants_;
    const std::uint32_t firstConstant = static_cast<std::uint32_t>(content.parameterNames.size()) + dataCount;
    const std::uint32_t firstResult = firstConstant + static_cast<std::uint32_t>(constants_.size());

    const std::vector<std::uint32_t> order = stepOrder();
    std::vector<std::uint32_t> places(steps_.size());
    for (std::uint32_t place = 0; place < order.size(); ++place)
        places[order[place]] = place;
    const auto registerOf = [&](Operand operand) -> std::uint32_t {
        switch (operand.kind) {
        case Operand::Kind::Input:
            return registers[operand.index];
        case Operand::Kind::Constant:
            return firstConstant + operand.index;
        case Operand::Kind::Result:
            break;
        }
        return firstResult + places[operand.index];
    };
    content.steps.reserve(steps_.size());
    for (const std::uint32_t id : order) {
        const auto &[operation, operands, level] = steps_[id];
        content.steps.push_back(
            { operation, registerOf(operands[0]), registerOf(operands[1]), registerOf(operands[2]) });
    }
    content.result = registerOf(result);
    return Tape(std::move(content));
}

std::vector<std::uint32_t> TapeBuilder::inputRegisters(
    const std::vector<Symbol> &symbols, QStringList &parameterNames) const
{
    const auto isParameter = [&](std::uint32_t id) { return symbols[inputs_[id].symbol].dataPlace < 0; };
    std::vector<std::uint32_t> parameters;
    for (std::uint32_t id = 0; id < inputs_.size(); ++id)
        if (isParameter(id))
            parameters.push_back(id);
    std::ranges::sort(parameters, {}, [this](std::uint32_t id) { return inputs_[id]; });

    std::vector<std::uint32_t> registers(inputs_.size());
    for (std::uint32_t place = 0; place < parameters.size(); ++place) {
        const auto &[symbol, element] = inputs_[parameters[place]];
        const QString &name = symbols[symbol].name;
        parameterNames += element == 0 ? name : QStringLiteral("%1[%2]").arg(name).arg(element);
        registers[parameters[place]] = place;
    }
    for (std::uint32_t id = 0; id < inputs_.size(); ++id)
        if (!isParameter(id))
            registers[id] = static_cast<std::uint32_t>(parameters.size())
                + static_cast<std::uint32_t>(symbols[inputs_[id].symbol].dataPlace);
    return registers;
}

/// By level, and on each by operation: steps still come after their operands, and equal ones stand together.
std::vector<std::uint32_t> TapeBuilder::stepOrder() const
{
    std::vector<std::uint32_t> order(steps_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](auto a, auto b) {
        return std::pair(steps_[a].level, steps_[a].operation) < std::pair(steps_[b].level, steps_[b].operation);
    });
    return order;
}

} // namespace thalweg
