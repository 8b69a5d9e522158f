#include "formula_reader.h"

#include <algorithm>

namespace thalweg {

namespace {

constexpr int deepest = 200;

using Binary = FormulaReader::Binary;
constexpr Binary comparisons[]
    = { { u"<", Operation::Less }, { u"<=", Operation::LessEqual }, { u">", Operation::Greater },
          { u">=", Operation::GreaterEqual }, { u"==", Operation::Equal }, { u"!=", Operation::NotEqual } };
constexpr Binary additions[] = { { u"+", Operation::Add }, { u"-", Operation::Subtract } };
constexpr Binary multiplications[] = { { u"*", Operation::Multiply }, { u"/", Operation::Divide } };

/// The one of the operations whose sign stands here, or null.
const Binary *among(const TokenStream &tokens, std::span<const Binary> operations)
{
    const auto found
        = std::ranges::find_if(operations, [&](const Binary &binary) { return tokens.isSign(binary.sign); });
    return found == operations.end() ? nullptr : &*found;
}

} // namespace

FormulaReader::Level::Level(FormulaReader &reader) : reader_(reader)
{
    if (++reader_.depth_ > deepest)
        reader_.tokens_.fail(
            QStringLiteral("more than %1 levels are nested here; write the formula flatter").arg(deepest));
}

Expression FormulaReader::read()
{
    if (tokens_.atEnd())
        throw FormulaError(expression_.text.size(), QStringLiteral("is empty; write a formula such as (theta - 5)^2"));
    expression_.root = disjunction();
    if (!tokens_.atEnd())
        tokens_.unexpected(QStringLiteral("an operator or the end"));
    expression_.symbols = scope_.symbols();
    return std::move(expression_);
}

FormulaReader::NodeId FormulaReader::disjunction()
{
    NodeId left = conjunction();
    while (tokens_.isWord(u"or")) {
        const qsizetype offset = tokens_.take().offset;
        left = apply(Operation::Or, offset, { left, conjunction() });
    }
    return left;
}

FormulaReader::NodeId FormulaReader::conjunction()
{
    NodeId left = negation();
    while (tokens_.isWord(u"and")) {
        const qsizetype offset = tokens_.take().offset;
        left = apply(Operation::And, offset, { left, negation() });
    }
    return left;
}

FormulaReader::NodeId FormulaReader::negation()
{
    if (!tokens_.isWord(u"not"))
        return comparison();
    const Level level(*this);
    const qsizetype offset = tokens_.take().offset;
    return apply(Operation::Not, offset, { negation() });
}

FormulaReader::NodeId FormulaReader::comparison()
{
    const NodeId left = sum();
    const Binary *found = among(tokens_, comparisons);
    if (!found)
        return left;
    const qsizetype offset = tokens_.take().offset;
    const NodeId node = apply(found->operation, offset, { left, sum() });
    if (among(tokens_, comparisons))
        tokens_.fail(QStringLiteral("a comparison cannot be compared; write a < b and b < c instead of a < b < c"));
    return node;
}

FormulaReader::NodeId FormulaReader::sum()
{
    return chain(additions, &FormulaReader::term);
}
FormulaReader::NodeId FormulaReader::term()
{
    return chain(multiplications, &FormulaReader::signedPower);
}

FormulaReader::NodeId FormulaReader::chain(std::span<const Binary> operations, NodeId (FormulaReader::*operand)())
{
    NodeId left = (this->*operand)();
    while (const Binary *found = among(tokens_, operations)) {
        const qsizetype offset = tokens_.take().offset;
        left = apply(found->operation, offset, { left, (this->*operand)() });
    }
    return left;
}

FormulaReader::NodeId FormulaReader::signedPower()
{
    const Level level(*this);
    if (tokens_.isSign(u"+")) {
        tokens_.take();
        return signedPower();
    }
    if (!tokens_.isSign(u"-"))
        return power();
    const qsizetype offset = tokens_.take().offset;
    return apply(Operation::Negate, offset, { signedPower() });
}

FormulaReader::NodeId FormulaReader::power()
{
    const NodeId base = primary();
    if (!tokens_.isSign(u"^"))
        return base;
    const qsizetype offset = tokens_.take().offset;
    return apply(Operation::Power, offset, { base, signedPower() });
}

FormulaReader::NodeId FormulaReader::apply(
    Operation operation, qsizetype offset, std::initializer_list<NodeId> operands)
{
    Expression::Node node { .kind = Expression::Kind::Apply,
        .operation = operation,
        .operandCount = static_cast<std::uint8_t>(operands.size()),
        .offset = offset };
    std::ranges::copy(operands, node.operands.begin());
    return add(node);
}

FormulaReader::NodeId FormulaReader::add(const Expression::Node &node)
{
    expression_.nodes.push_back(node);
    return static_cast<NodeId>(expression_.nodes.size() - 1);
}

} // namespace thalweg
