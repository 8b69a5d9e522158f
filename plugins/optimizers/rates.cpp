#include "rates.h"

#include <thalweg/plain_values.h>

namespace thalweg {

QString Rates::changes() const
{
    if (changes_ == 0)
        return {};
    const QString last = QStringLiteral("%1 from iteration %2 on").arg(shortNumber(*handRate_)).arg(changedAt_);
    return changes_ == 1
        ? QStringLiteral("; the rate was changed by hand to %1").arg(last)
        : QStringLiteral("; the rate was changed by hand %1 times, at last to %2").arg(changes_).arg(last);
}

} // namespace thalweg
