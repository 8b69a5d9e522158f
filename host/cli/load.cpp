#include "cli/load.h"

#include "cli/console.h"
#include "workflow/check.h"

namespace thalweg {

Registry loadAllPlugins()
{
    return loadPlugins(pluginFolders());
}

void complainOfRefusedPlugins(const Registry &registry)
{
    for (const PluginInfo &plugin : registry.plugins())
        if (plugin.refused())
            complain(QStringLiteral("plugin %1: %2").arg(plugin.path, plugin.problem));
}

bool isSound(const Graph &graph, const Registry &registry, const QString &file)
{
    const std::vector<Error> problems = check(graph, registry.nodeTypes());
    bool missesType = false;
    for (const Error &problem : problems)
        complain(problem.at(file));
    for (const Node &node : graph.nodes)
        missesType = missesType || !registry.nodeTypes().find(node.type);
    if (missesType)
        complainOfRefusedPlugins(registry);
    return problems.empty();
}

} // namespace thalweg
