#include "formula_reader.h"

#include "../functions.h"

#include <algorithm>

namespace thalweg {

using Kind = Expression::Kind;

FormulaReader::NodeId FormulaReader::primary()
{
    if (tokens_.isSign(u"(")) {
        tokens_.take();
        const NodeId inside = disjunction();
        tokens_.expect(u")");
        return inside;
    }
    if (tokens_.here().kind == Token::Kind::Number) {
        const Token token = tokens_.take();
        return add({ .kind = Kind::Number, .number = token.number, .offset = token.offset });
    }
    if (tokens_.here().kind != Token::Kind::Name || tokens_.isOperatorWord())
        tokens_.unexpected(QStringLiteral("a number, a name or ("));
    const Token name = tokens_.take();
    if (tokens_.isSign(u"("))
        return call(name);
    if (functionNames().contains(name.text))
        tokens_.fail(name, QStringLiteral("%1 is a function; write %1(…)").arg(name.text));
    if (tokens_.isSign(u"["))
        return element(name);
    return plainName(name);
}

FormulaReader::NodeId FormulaReader::call(const Token &name)
{
    if (name.text == u"sum" || name.text == u"prod")
        return repeated(name);
    const Function *function = findFunction(name.text);
    if (!function)
        tokens_.fail(name, scope_.noSuchFunction(name.text));
    tokens_.take();
    std::vector<NodeId> arguments;
    if (!tokens_.isSign(u")")) {
        arguments.push_back(disjunction());
        while (tokens_.isSign(u",")) {
            tokens_.take();
            arguments.push_back(disjunction());
        }
    }
    tokens_.expect(u")");
    const auto wanted = static_cast<std::size_t>(function->arguments);
    if (arguments.size() < wanted || (arguments.size() > wanted && !function->takesMore))
        tokens_.fail(name,
            QStringLiteral("%1 takes %2%3 argument%4, not %5")
                .arg(name.text, function->takesMore ? QStringLiteral("at least ") : QString())
                .arg(wanted)
                .arg(wanted == 1 ? QString() : QStringLiteral("s"))
                .arg(arguments.size()));
    if (function->takesMore) { // min(a, b, c) is min(min(a, b), c)
        NodeId left = arguments[0];
        for (std::size_t i = 1; i < arguments.size(); ++i)
            left = apply(function->operation, name.offset, { left, arguments[i] });
        return left;
    }
    Expression::Node node { .kind = Kind::Apply,
        .operation = function->operation,
        .operandCount = static_cast<std::uint8_t>(wanted),
        .offset = name.offset };
    std::copy(arguments.begin(), arguments.end(), node.operands.begin());
    return add(node);
}

/// sum(i, from, to, term): the index is known in the term alone.
FormulaReader::NodeId FormulaReader::repeated(const Token &name)
{
    tokens_.take();
    const Token index = tokens_.here();
    if (index.kind != Token::Kind::Name || isReserved(index.text))
        tokens_.fail(
            QStringLiteral("the first argument of %1 must be a name for its index, as in %1(i, 1, 10, x[i]), not %2")
                .arg(name.text, index.kind == Token::Kind::End ? QStringLiteral("the end") : quotedWord(index.text)));
    tokens_.take();
    std::array<NodeId, 3> operands {};
    for (std::size_t i = 0; i < operands.size(); ++i) {
        if (!tokens_.isSign(u","))
            tokens_.unexpected(QStringLiteral("\",\": %1 takes an index, its first and last value, and a term, as in "
                                              "%1(i, 1, 10, x[i])")
                                   .arg(name.text));
        tokens_.take();
        if (i == 2)
            scope_.enterSum(index.text);
        operands[i] = disjunction();
    }
    scope_.leaveSum();
    tokens_.expect(u")");
    expression_.indexNames += index.text.toString();
    return add({ .kind = name.text == u"sum" ? Kind::Sum : Kind::Product,
        .operandCount = 3,
        .symbol = static_cast<std::uint32_t>(expression_.indexNames.size() - 1),
        .operands = operands,
        .offset = name.offset });
}

FormulaReader::NodeId FormulaReader::element(const Token &name)
{
    if (findConstant(name.text) || scope_.index(name.text) >= 0)
        tokens_.fail(
            name, QStringLiteral("%1 is a number, not a vector; it has no elements").arg(quotedWord(name.text)));
    const std::uint32_t symbol = symbolOf(name, true);
    tokens_.take();
    const NodeId which = disjunction();
    tokens_.expect(u"]");
    return add(
        { .kind = Kind::Element, .operandCount = 1, .symbol = symbol, .operands = { which }, .offset = name.offset });
}

FormulaReader::NodeId FormulaReader::plainName(const Token &name)
{
    if (const auto constant = findConstant(name.text); constant && scope_.index(name.text) < 0)
        return add({ .kind = Kind::Number, .number = *constant, .offset = name.offset });
    if (const qsizetype level = scope_.index(name.text); level >= 0)
        return add({ .kind = Kind::Index, .symbol = static_cast<std::uint32_t>(level), .offset = name.offset });
    return add({ .kind = Kind::Name, .symbol = symbolOf(name, false), .offset = name.offset });
}

std::uint32_t FormulaReader::symbolOf(const Token &name, bool isVector)
{
    const std::uint32_t place = scope_.symbol(name.text, name.offset, isVector);
    if (scope_.symbols()[place].isVector != isVector)
        tokens_.fail(name,
            isVector
                ? QStringLiteral("%1 stands for a number before; a name is either a number or a vector")
                      .arg(quotedWord(name.text))
                : QStringLiteral("%1 is a vector; write %1[1], %1[2], … for its elements").arg(name.text.left(40)));
    return place;
}

} // namespace thalweg
