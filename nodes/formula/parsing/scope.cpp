#include "scope.h"

#include "../functions.h"

#include "../../node_types.h"

namespace thalweg {

namespace {

/// Functions by the names that other programs give them.
constexpr struct {
    QStringView written;
    QStringView right;
} otherNames[] = { { u"ln", u"log" }, { u"arcsin", u"asin" }, { u"arccos", u"acos" }, { u"arctan", u"atan" },
    { u"sgn", u"sign" }, { u"fabs", u"abs" }, { u"product", u"prod" } };

} // namespace

qsizetype Scope::index(QStringView name) const
{
    for (std::size_t level = indices_.size(); level-- > 0;)
        if (indices_[level] == name)
            return static_cast<qsizetype>(level);
    return -1;
}

std::uint32_t Scope::symbol(QStringView name, qsizetype offset, bool isVector)
{
    const QString text = name.toString().normalized(QString::NormalizationForm_C);
    const auto [place, isNew] = ids_.try_emplace(text, static_cast<std::uint32_t>(symbols_.size()));
    if (isNew)
        symbols_.push_back({ text, isVector, offset });
    return place->second;
}

QString Scope::noSuchFunction(QStringView name) const
{
    const QString shown = name.left(40).toString();
    if (index(name) >= 0 || findConstant(name) || isSymbol(name))
        return QStringLiteral("%1 is a number, not a function; to multiply, write %2*(…)").arg(quotedWord(name), shown);
    QString near;
    for (const auto &[written, right] : otherNames)
        if (name == written)
            near = right.toString();
    if (near.isEmpty())
        near = nearestWord(shown, functionNames());
    return near.isEmpty()
        ? QStringLiteral("there is no function %1; to multiply, write %2*(…)").arg(quotedWord(name), shown)
        : QStringLiteral("there is no function %1; did you mean \"%2\"?").arg(quotedWord(name), near);
}

} // namespace thalweg
