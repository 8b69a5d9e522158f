#include "cli/commands.h"

#include "cli/console.h"
#include "cli/describe.h"
#include "cli/load.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace thalweg {

int listNodes(const QString &id, bool asJson)
{
    const Registry registry = loadAllPlugins();
    if (id.isEmpty()) {
        QJsonArray array;
        for (const NodeType *type : registry.nodeTypes().all()) {
            if (asJson)
                array.append(describeJson(*type));
            else
                printLine(QStringLiteral("%1  %2").arg(type->id, -30).arg(type->summary));
        }
        if (asJson)
            printLine(QString::fromUtf8(QJsonDocument(array).toJson().trimmed()));
        return Finished;
    }
    const NodeType *type = registry.nodeTypes().find(id);
    if (!type) {
        complain(QStringLiteral("there is no node type \"%1\"%2").arg(id, suggestion(id, registry.nodeTypes().ids())));
        complainOfRefusedPlugins(registry);
        return BadInput;
    }
    printLine(asJson ? QString::fromUtf8(QJsonDocument(describeJson(*type)).toJson().trimmed()) : describeText(*type));
    return Finished;
}

} // namespace thalweg
