#include "gui/canvas/open_output.h"

#include "gui/canvas/canvas_view.h"

namespace thalweg {

QStringList outputsToOpen(const CanvasView &view, const QString &node)
{
    QStringList ports;
    if (const NodeItem *item = view.canvas().node(node))
        for (const PortLook &port : item->look().outputs)
            if (item->look().status.outputs.contains(port.name))
                ports += port.name;
    return ports;
}

void openOutput(CanvasView &view, const QString &node)
{
    const QStringList ports = outputsToOpen(view, node);
    if (ports.isEmpty())
        view.announce(CanvasView::tr("%1 has nothing to show yet; run it first").arg(node));
    else
        Q_EMIT view.outputWanted(node, ports.first());
}

} // namespace thalweg
