#include "gui/formula/math_words.h"
#include "gui/formula/typesetter.h"

#include <algorithm>

namespace thalweg {

using Kind = Expression::Kind;

bool Typesetter::isCalledByName(NodeId id) const
{
    if (node(id).kind != Kind::Apply || !functionName(node(id).operation))
        return false;
    // A short exponent reads best as one.
    return node(id).operation != Operation::Exp || !isShort(id);
}

bool Typesetter::isSimple(NodeId id) const
{
    const Kind kind = node(id).kind;
    return kind == Kind::Name || kind == Kind::Element || kind == Kind::Index || kind == Kind::Number;
}

/// min(min(a, b), c) is min(a, b, c).
std::vector<Typesetter::NodeId> Typesetter::arguments(NodeId id) const
{
    const Operation operation = node(id).operation;
    std::vector<NodeId> found;
    if (operation == Operation::Min || operation == Operation::Max) {
        for (; is(id, operation); id = node(id).operands[0])
            found.push_back(node(id).operands[1]);
        found.push_back(id);
        std::ranges::reverse(found);
        return found;
    }
    found.assign(node(id).operands.begin(), node(id).operands.begin() + node(id).operandCount);
    return found;
}

MathBox Typesetter::function(NodeId id, const std::optional<MathBox> &exponent, const MathStyle &style) const
{
    const std::vector<NodeId> given = arguments(id);
    const auto inside = [&](Bracket bracket) { return bracketed(box(given[0], style), bracket, style); };
    switch (node(id).operation) {
    case Operation::Sqrt:
        return root(box(given[0], style), style);
    case Operation::Abs:
        return inside(Bracket::Bar);
    case Operation::Floor:
        return inside(Bracket::Floor);
    case Operation::Ceil:
        return inside(Bracket::Ceiling);
    case Operation::Exp:
        if (!isCalledByName(id))
            return scripted(letters(QStringLiteral("e"), style.upright()), {}, box(given[0], style.script()), style);
        break;
    default:
        break;
    }
    const FunctionName called = *functionName(node(id).operation);
    MathBox name = letters(called.name, style.upright());
    const MathStyle small = style.script();
    if (exponent || !called.below.isEmpty())
        name = scripted(name,
            called.below.isEmpty() ? std::nullopt : std::optional(letters(called.below, small.upright())), exponent,
            style);
    if (given.size() == 1 && isSimple(given[0]) && level(given[0], style) == Whole)
        return row({ name, space(0.17 * style.em()), box(given[0], style) });
    std::vector<MathBox> list;
    for (const NodeId argument : given) {
        if (!list.empty())
            list.push_back(row({ letters(QStringLiteral(","), style.upright()), space(0.2 * style.em()) }));
        list.push_back(box(argument, style));
    }
    return row({ name, space(0.04 * style.em()), bracketed(row(list), Bracket::Round, style) });
}

} // namespace thalweg
