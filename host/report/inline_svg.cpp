#include "report/inline_svg.h"

#include <QRegularExpression>

namespace thalweg {

QString inlineSvg(const QByteArray &svg, const QString &prefix, const QString &label)
{
    static const QRegularExpression ids(QStringLiteral("(\\sid=\"|\\bhref=\"#|url\\(#)"));
    static const QRegularExpression size(QStringLiteral("\\s(?:width|height)=\"[^\"]*\""));
    QString text = QString::fromUtf8(svg);
    const qsizetype from = text.indexOf(QLatin1String("<svg"));
    const qsizetype open = text.indexOf(u'>', from);
    if (from < 0 || open < 0)
        return {};
    QString root = text.mid(from, open - from);
    root.remove(size);
    root += QStringLiteral(" role=\"img\" aria-label=\"%1\"").arg(label.toHtmlEscaped());
    return root + text.mid(open).replace(ids, QStringLiteral("\\1") + prefix);
}

} // namespace thalweg
