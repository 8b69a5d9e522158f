#include "gui/formula/typeset.h"

#include "gui/formula/math_words.h"
#include "gui/formula/typesetter.h"

namespace thalweg {

std::optional<MathBox> typeset(const Expression &expression, const QFont &font, double width)
{
    const Typesetter typesetter(expression);
    if (!typesetter.canBeDrawn())
        return {};
    const MathStyle style(font);
    const std::vector<MathBox> terms = typesetter.terms(expression.root, style);
    const double indent = 1.2 * style.em();
    const double gap = 0.4 * style.em();

    std::vector<MathBox> lines(1);
    for (const MathBox &term : terms) {
        const double begin = lines.size() > 1 ? indent : 0;
        if (!lines.back().marks.empty() && begin + lines.back().width + term.width > width)
            lines.emplace_back();
        lines.back().add(term, lines.back().width);
    }
    MathBox whole = lines[0];
    for (std::size_t i = 1; i < lines.size(); ++i)
        whole.add(lines[i], indent, whole.descent + gap + lines[i].ascent);
    return whole;
}

MathBox typesetName(const QString &name, const QFont &font)
{
    return nameBox(name, MathStyle(font));
}

} // namespace thalweg
