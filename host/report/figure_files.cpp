#include "report/figure_files.h"

#include "version.h"
#include "workflow/rebase.h"

namespace thalweg {

QString figureFileName(const FigureMessage &figure, const QString &format)
{
    const QString name = figure.item < 0 ? figure.node : QStringLiteral("%1-%2").arg(figure.node).arg(figure.item + 1);
    return name + QLatin1Char('.') + format;
}

FigureOrigin figureOrigin(const Workflow &ran, const NodeTypes &types, const QString &from, const QString &to)
{
    return { bytesOf({ rebased(ran.graph, types, from, to), ran.source }), QStringLiteral("Thalweg " THALWEG_VERSION) };
}

} // namespace thalweg
