#include "greek.h"

#include <QStringList>

namespace thalweg {

QString greekLetter(const QString &spelled)
{
    static const QStringList names { QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("gamma"),
        QStringLiteral("delta"), QStringLiteral("epsilon"), QStringLiteral("zeta"), QStringLiteral("eta"),
        QStringLiteral("theta"), QStringLiteral("iota"), QStringLiteral("kappa"), QStringLiteral("lambda"),
        QStringLiteral("mu"), QStringLiteral("nu"), QStringLiteral("xi"), QStringLiteral("omicron"),
        QStringLiteral("pi"), QStringLiteral("rho"), QString(), QStringLiteral("sigma"), QStringLiteral("tau"),
        QStringLiteral("upsilon"), QStringLiteral("phi"), QStringLiteral("chi"), QStringLiteral("psi"),
        QStringLiteral("omega") };
    const qsizetype place = names.indexOf(spelled.toLower());
    if (spelled.isEmpty() || place < 0 || spelled.mid(1) != names[place].mid(1))
        return {};
    const int first = spelled[0].isUpper() ? 0x391 : 0x3b1; // Α or α; the place of final sigma is kept free
    return QString(QChar(first + static_cast<int>(place)));
}

} // namespace thalweg
