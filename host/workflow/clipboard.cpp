#include "workflow/clipboard.h"

#include "workflow/workflow.h"

#include <QCoreApplication>

namespace thalweg {

QString clipboardText(const Graph &piece)
{
    return QString::fromUtf8(bytesOf({ piece, {} }));
}

Result<Graph> pieceFromText(const QString &text)
{
    if (!text.trimmed().startsWith(QLatin1Char('{')))
        return Error(QCoreApplication::translate(
            "Clipboard", "the text is no workflow: it must be what was copied here, or a workflow file's text"));
    const Result<Workflow> workflow = readWorkflow(text.toUtf8());
    if (!workflow)
        return workflow.error().at(QCoreApplication::translate("Clipboard", "the text is no workflow"));
    return workflow->graph;
}

} // namespace thalweg
