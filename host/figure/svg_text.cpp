#include "figure/svg_text.h"

#include <QFontMetricsF>
#include <QRegularExpression>

#include <cmath>

namespace thalweg {

namespace {

/// A text element: what stands before x, x, what stands between x and the text, the text as XML has it.
struct Piece {
    QString before, after, text;
    double x = 0;

    bool joins(const Piece &next, double width) const
    {
        constexpr double tolerance = 0.6; // Qt writes places with few digits
        return before == next.before && after == next.after && std::abs(x + width - next.x) < tolerance;
    }
    QString xml() const
    {
        return before + QStringLiteral(" x=\"%1\"").arg(x) + after + text + QStringLiteral("</text>");
    }
};

QString attribute(const QString &tag, const QString &name)
{
    const qsizetype at = tag.indexOf(name + QStringLiteral("=\""));
    const qsizetype from = at + name.size() + 2;
    return at < 0 ? QString() : tag.mid(from, tag.indexOf(u'"', from) - from);
}

double widthOf(const Piece &piece)
{
    QFont font(attribute(piece.after, QStringLiteral("font-family")));
    font.setPixelSize(std::max(1, attribute(piece.after, QStringLiteral("font-size")).toInt()));
    font.setWeight(static_cast<QFont::Weight>(attribute(piece.after, QStringLiteral("font-weight")).toInt()));
    font.setHintingPreference(QFont::PreferNoHinting);
    QString text = piece.text;
    text.replace(QStringLiteral("&lt;"), QStringLiteral("<")).replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    text.replace(QStringLiteral("&quot;"), QStringLiteral("\"")).replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    return QFontMetricsF(font).horizontalAdvance(text);
}

} // namespace

QByteArray withWholeTexts(const QByteArray &svg)
{
    static const QRegularExpression form(QStringLiteral("(<text[^>]*?) x=\"([^\"]*)\"([^>]*>)([^<]*)</text>\\s*"));
    const QString source = QString::fromUtf8(svg);
    QString result;
    qsizetype copied = 0;
    Piece open;
    const auto close = [&] {
        if (!open.text.isEmpty())
            result += open.xml() + u'\n';
        open = {};
    };
    for (auto matches = form.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const Piece piece { match.captured(1), match.captured(3), match.captured(4), match.captured(2).toDouble() };
        const bool follows = match.capturedStart() == copied && !open.text.isEmpty();
        if (follows && open.joins(piece, widthOf(open))) {
            open.text += piece.text;
        } else {
            close();
            result += source.mid(copied, match.capturedStart() - copied);
            open = piece;
        }
        copied = match.capturedEnd();
    }
    close();
    return (result + source.mid(copied)).toUtf8();
}

} // namespace thalweg
