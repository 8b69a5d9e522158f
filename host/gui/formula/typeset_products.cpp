#include "gui/formula/math_words.h"
#include "gui/formula/typesetter.h"

namespace thalweg {

using Kind = Expression::Kind;

MathBox Typesetter::product(NodeId id, const MathStyle &style) const
{
    std::vector<NodeId> factors;
    for (; is(id, Operation::Multiply); id = node(id).operands[0])
        factors.push_back(node(id).operands[1]);
    factors.push_back(id);
    std::vector<MathBox> boxes;
    for (std::size_t i = factors.size(); i-- > 0;) {
        const bool isFirst = i == factors.size() - 1;
        const bool isSum = node(factors[i]).kind == Kind::Sum || node(factors[i]).kind == Kind::Product;
        // A sum takes all that follows, so that it stands without brackets in the last place alone.
        const Level least = isFirst && !isSum ? Negation : i == 0 && isSum ? Multiplicative : Applied;
        if (!isFirst)
            boxes.push_back(needsDot(factors[i + 1], factors[i]) ? sign(QStringLiteral("·"), 0.16, style)
                                                                 : space(0.14 * style.em()));
        boxes.push_back(operand(factors[i], least, style));
    }
    return row(boxes);
}

bool Typesetter::needsDot(NodeId left, NodeId right) const
{
    const auto isWord = [this](NodeId id) {
        const Node &one = node(id);
        if (one.kind == Kind::Name || one.kind == Kind::Element)
            return isLongName(expression_.symbols[one.symbol].name);
        return one.kind == Kind::Apply && isCalledByName(id);
    };
    return beginsWithDigit(right) || isWord(left) || (isWord(right) && node(right).kind != Kind::Apply);
}

bool Typesetter::beginsWithDigit(NodeId id) const
{
    while (is(id, Operation::Power))
        id = node(id).operands[0];
    return node(id).kind == Kind::Number && !written(id)[0].isLetter();
}

} // namespace thalweg
