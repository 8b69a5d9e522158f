#include "load.h"

#include <thalweg/plugin.h>

#include <QPluginLoader>

namespace thalweg {

namespace {

// Calls `work`; what it throws becomes the plugin's problem: `while` is what was being done.
template <class Work> void guarded(PluginInfo &plugin, const char *what, const Work &work)
{
    const auto blame = [&](const QString &reason) {
        plugin.problem = QStringLiteral("threw an exception while it %1: %2").arg(QLatin1String(what), reason);
    };
    try {
        work();
    } catch (const std::exception &error) {
        blame(QString::fromUtf8(error.what()).simplified());
    } catch (...) {
        blame(QStringLiteral("one that is not a std::exception"));
    }
}

} // namespace

std::vector<NodeType> load(PluginInfo &plugin)
{
    QPluginLoader loader(plugin.path);
    // All symbols at once: one that is missing refuses the plugin here, instead of ending the program in mid-run.
    loader.setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
    Plugin *entry = nullptr;
    guarded(plugin, "was loaded", [&] { entry = qobject_cast<Plugin *>(loader.instance()); });
    if (!entry && !plugin.refused())
        plugin.problem = QStringLiteral("cannot be loaded: %1").arg(loader.errorString().simplified());
    if (plugin.refused())
        return {};
    plugin.state = PluginState::Loaded;

    std::vector<NodeType> types;
    guarded(plugin, "described its nodes", [&] { types = entry->nodeTypes(); });
    for (const NodeType &type : types)
        if (const QStringList found = faults(type); !found.isEmpty() && !plugin.refused())
            plugin.problem = QStringLiteral("describes the node \"%1\" wrongly: %2")
                                 .arg(type.id, found.join(QStringLiteral("; ")));
    return plugin.refused() ? std::vector<NodeType>() : types;
}

} // namespace thalweg
