#include "gui/formula/typesetter.h"

#include "gui/formula/math_words.h"

#include <thalweg/formula/lexer.h>

#include <QCoreApplication>

#include <algorithm>

namespace thalweg {

namespace {

using Kind = Expression::Kind;

constexpr std::uint32_t deepest = 40;
constexpr std::size_t longest = 2000;

bool isChain(Operation operation)
{
    switch (operation) {
    case Operation::Add:
    case Operation::Subtract:
    case Operation::Multiply:
    case Operation::And:
    case Operation::Or:
    case Operation::Min:
    case Operation::Max:
        return true;
    default:
        return false;
    }
}

QString comparisonSign(Operation operation)
{
    switch (operation) {
    case Operation::Less:
        return QStringLiteral("<");
    case Operation::LessEqual:
        return QStringLiteral("≤");
    case Operation::Greater:
        return QStringLiteral(">");
    case Operation::GreaterEqual:
        return QStringLiteral("≥");
    case Operation::Equal:
        return QStringLiteral("=");
    case Operation::NotEqual:
        return QStringLiteral("≠");
    default:
        return {};
    }
}

} // namespace

Typesetter::Typesetter(const Expression &expression)
    : expression_(expression), sizes_(expression.nodes.size(), 1), depths_(expression.nodes.size(), 1)
{
    for (NodeId id = 0; id < expression.nodes.size(); ++id) {
        const Node &parent = node(id);
        for (std::size_t i = 0; i < parent.operandCount; ++i) {
            const NodeId child = parent.operands[i];
            const bool goesOn = i == 0 && parent.kind == Kind::Apply && isChain(parent.operation)
                && node(child).kind == Kind::Apply && isChain(node(child).operation);
            sizes_[id] += sizes_[child];
            depths_[id] = std::max(depths_[id], depths_[child] + (goesOn ? 0 : 1));
        }
    }
}

bool Typesetter::canBeDrawn() const
{
    return depths_[expression_.root] <= deepest && expression_.nodes.size() <= longest;
}

QString Typesetter::written(NodeId id) const
{
    return tokenAt(expression_.text, node(id).offset).text.toString();
}

bool Typesetter::is(NodeId id, Operation operation) const
{
    return node(id).kind == Kind::Apply && node(id).operation == operation;
}

Typesetter::Level Typesetter::level(NodeId id, const MathStyle &style) const
{
    const Node &one = node(id);
    if (one.kind == Kind::Sum || one.kind == Kind::Product)
        return Multiplicative;
    if (one.kind != Kind::Apply)
        return one.kind == Kind::Number && written(id).contains(QLatin1Char('e'), Qt::CaseInsensitive)
                && written(id).size() > 1
            ? Multiplicative
            : Whole;
    switch (one.operation) {
    case Operation::Or:
        return Or;
    case Operation::And:
        return And;
    case Operation::Not:
        return Not;
    case Operation::Add:
    case Operation::Subtract:
        return Additive;
    case Operation::Negate:
        return Negation;
    case Operation::Multiply: {
        NodeId first = id;
        while (is(first, Operation::Multiply))
            first = node(first).operands[0];
        return is(first, Operation::Negate) ? Negation : Multiplicative;
    }
    case Operation::Divide:
        return style.isScript() ? Multiplicative : Whole;
    case Operation::Power:
        return Power;
    case Operation::Exp:
        return isCalledByName(id) ? Applied : Power;
    case Operation::If:
        return Loose;
    case Operation::Abs:
    case Operation::Floor:
    case Operation::Ceil:
    case Operation::Sqrt:
        return Whole;
    default:
        return comparisonSign(one.operation).isEmpty() ? Applied : Comparison;
    }
}

MathBox Typesetter::operand(NodeId id, Level least, const MathStyle &style) const
{
    const MathBox inside = box(id, style);
    return level(id, style) < least ? bracketed(inside, Bracket::Round, style) : inside;
}

MathBox Typesetter::box(NodeId id, const MathStyle &style) const
{
    const Node &one = node(id);
    switch (one.kind) {
    case Kind::Number: {
        const QString text = written(id);
        return text[0].isLetter() ? (text == QLatin1String("e") ? letters(text, style.upright()) : nameBox(text, style))
                                  : numberBox(text, style);
    }
    case Kind::Name:
        return nameBox(expression_.symbols[one.symbol].name, style);
    case Kind::Index:
        return nameBox(written(id), style);
    case Kind::Element:
        return nameBox(expression_.symbols[one.symbol].name, style, box(one.operands[0], style.script()));
    case Kind::Apply:
        return operation(id, style);
    case Kind::Sum:
    case Kind::Product:
        return repeated(id, style);
    }
    Q_UNREACHABLE();
}

MathBox Typesetter::operation(NodeId id, const MathStyle &style) const
{
    const Node &one = node(id);
    switch (one.operation) {
    case Operation::Add:
    case Operation::Subtract:
        return row(terms(id, style));
    case Operation::Multiply:
        return product(id, style);
    case Operation::Divide:
        return quotient(id, style);
    case Operation::Negate:
        return row({ letters(QStringLiteral("−"), style.upright()), space(0.06 * style.em()),
            operand(one.operands[0], Multiplicative, style) });
    case Operation::Power:
        return power(id, style);
    case Operation::And:
        return infix(id, QStringLiteral("∧"), And, 0.3, style);
    case Operation::Or:
        return infix(id, QStringLiteral("∨"), Or, 0.3, style);
    case Operation::Not:
        return row({ letters(QStringLiteral("¬"), style.upright()), space(0.1 * style.em()),
            operand(one.operands[0], Not, style) });
    case Operation::If:
        return choice(id, style);
    default:
        if (const QString sign = comparisonSign(one.operation); !sign.isEmpty())
            return infix(id, sign, Additive, 0.28, style);
        return function(id, {}, style);
    }
}

std::vector<MathBox> Typesetter::terms(NodeId id, const MathStyle &style) const
{
    std::vector<NodeId> path;
    for (; is(id, Operation::Add) || is(id, Operation::Subtract); id = node(id).operands[0])
        path.push_back(id);
    std::vector<MathBox> terms { operand(id, path.empty() ? Loose : Additive, style) };
    for (auto next = path.rbegin(); next != path.rend(); ++next) {
        const QString text = is(*next, Operation::Add) ? QStringLiteral("+") : QStringLiteral("−");
        terms.push_back(row({ sign(text, 0.22, style), operand(node(*next).operands[1], Multiplicative, style) }));
    }
    return terms;
}

MathBox Typesetter::infix(NodeId id, const QString &text, Level least, double room, const MathStyle &style) const
{
    const Operation operation = node(id).operation;
    std::vector<NodeId> path { id };
    while (isChain(operation) && is(node(path.back()).operands[0], operation))
        path.push_back(node(path.back()).operands[0]);
    std::vector<MathBox> boxes { operand(node(path.back()).operands[0], least, style) };
    for (auto next = path.rbegin(); next != path.rend(); ++next) {
        boxes.push_back(sign(text, room, style));
        boxes.push_back(operand(node(*next).operands[1], static_cast<Level>(least + 1), style));
    }
    return row(boxes);
}

MathBox Typesetter::quotient(NodeId id, const MathStyle &style) const
{
    const auto [above, below, unused] = node(id).operands;
    if (style.isScript()) // a fraction would be too small to be read
        return row({ operand(above, Multiplicative, style), letters(QStringLiteral("/"), style.upright()),
            operand(below, Applied, style) });
    const MathStyle inside = style.insideFraction();
    return fraction(box(above, inside), box(below, inside), style);
}

MathBox Typesetter::power(NodeId id, const MathStyle &style) const
{
    const auto [base, exponent, unused] = node(id).operands;
    const MathBox above = box(exponent, style.script());
    // sin² x, but (log x)^y: an exponent that is no number could be taken for something else.
    const bool isSmallNumber
        = node(exponent).kind == Kind::Number && written(exponent).size() == 1 && written(exponent)[0].isDigit();
    if (isSmallNumber && isCalledByName(base) && node(base).operandCount == 1)
        return function(base, above, style);
    const Node &one = node(base);
    if (one.kind == Kind::Name) // exponent and index stand over each other
        return nameBox(expression_.symbols[one.symbol].name, style, {}, above);
    if (one.kind == Kind::Element)
        return nameBox(expression_.symbols[one.symbol].name, style, box(one.operands[0], style.script()), above);
    const MathBox inside = box(base, style);
    const bool needsBrackets = level(base, style) < Whole || is(base, Operation::Divide);
    return scripted(needsBrackets ? bracketed(inside, Bracket::Round, style) : inside, {}, above, style);
}

MathBox Typesetter::repeated(NodeId id, const MathStyle &style) const
{
    const Node &one = node(id);
    const MathStyle small = style.script();
    const MathBox under = row({ nameBox(expression_.indexNames[static_cast<qsizetype>(one.symbol)], small),
        sign(QStringLiteral("="), 0.2, small), box(one.operands[0], small) });
    const QString symbol = one.kind == Kind::Sum ? QStringLiteral("∑") : QStringLiteral("∏");
    return row({ bigSign(symbol, under, box(one.operands[1], small), style), space(0.17 * style.em()),
        operand(one.operands[2], Negation, style) });
}

MathBox Typesetter::choice(NodeId id, const MathStyle &style) const
{
    const auto word
        = [&](const char *text) { return letters(QCoreApplication::translate("Formula", text), style.upright()); };
    std::vector<std::pair<MathBox, MathBox>> lines;
    for (; is(id, Operation::If); id = node(id).operands[2]) // an if in the last place is one more line
        lines.push_back({ operand(node(id).operands[1], Or, style),
            row({ word(QT_TRANSLATE_NOOP("Formula", "if")), space(0.3 * style.em()),
                operand(node(id).operands[0], Or, style) }) });
    lines.push_back({ operand(id, Or, style), word(QT_TRANSLATE_NOOP("Formula", "otherwise")) });
    return cases(lines, style);
}

} // namespace thalweg
