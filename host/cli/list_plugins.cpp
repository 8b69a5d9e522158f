#include "cli/commands.h"

#include "cli/console.h"
#include "cli/load.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace thalweg {

namespace {

QJsonObject toJson(const PluginInfo &plugin)
{
    QJsonObject json { { QStringLiteral("path"), plugin.path }, { QStringLiteral("state"), stateId(plugin.state) } };
    if (plugin.state != PluginState::Invalid) {
        json.insert(QStringLiteral("id"), plugin.id);
        json.insert(QStringLiteral("version"), plugin.version);
        json.insert(QStringLiteral("title"), plugin.title);
        json.insert(QStringLiteral("summary"), plugin.summary);
        json.insert(QStringLiteral("sdk"), plugin.sdk);
        json.insert(QStringLiteral("toolchain"), plugin.toolchain);
        json.insert(QStringLiteral("nodes"), QJsonArray::fromStringList(plugin.nodeTypeIds));
    }
    if (plugin.refused())
        json.insert(QStringLiteral("problem"), plugin.problem);
    return json;
}

} // namespace

int listPlugins(bool asJson)
{
    const Registry registry = loadAllPlugins();
    QJsonArray array;
    for (const PluginInfo &plugin : registry.plugins()) {
        if (asJson) {
            array.append(toJson(plugin));
            continue;
        }
        const QString name = plugin.id.isEmpty() ? QStringLiteral("(unknown)") : plugin.id;
        printLine(QStringLiteral("%1  %2  %3  %4")
                      .arg(name, -24)
                      .arg(plugin.version, -8)
                      .arg(stateId(plugin.state), -12)
                      .arg(plugin.path));
        if (plugin.refused())
            printLine(QStringLiteral("    refused: ") + plugin.problem);
    }
    if (asJson)
        printLine(QString::fromUtf8(QJsonDocument(array).toJson().trimmed()));
    return Finished;
}

} // namespace thalweg
