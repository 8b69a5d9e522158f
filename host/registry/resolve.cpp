#include "resolve.h"

#include <QHash>
#include <QVersionNumber>

#include <algorithm>

namespace thalweg {

namespace {

// Of several of that id the one that was not refused, or else the first.
const PluginInfo *find(const std::vector<PluginInfo> &plugins, const QString &id)
{
    const PluginInfo *found = nullptr;
    for (const PluginInfo &plugin : plugins)
        if (plugin.state >= PluginState::Read && plugin.id == id && (!found || (found->refused() && !plugin.refused())))
            found = &plugin;
    return found;
}

bool isWaiting(const PluginInfo &plugin)
{
    return plugin.state == PluginState::Read && !plugin.refused();
}

bool allResolved(const PluginInfo &plugin, const std::vector<PluginInfo> &plugins)
{
    return std::ranges::all_of(plugin.dependencies,
        [&](const PluginDependency &needed) { return find(plugins, needed.id)->state >= PluginState::Resolved; });
}

void refuseDuplicates(std::vector<PluginInfo> &plugins)
{
    QHash<QString, QString> paths;
    for (PluginInfo &plugin : plugins) {
        if (!isWaiting(plugin))
            continue;
        if (const auto other = paths.constFind(plugin.id); other != paths.cend())
            plugin.problem
                = QStringLiteral("has the id %1, which %2 has already; remove one of the two").arg(plugin.id, *other);
        else
            paths.insert(plugin.id, plugin.path);
    }
}

// The ids on a way from `plugin` along dependencies back to it; empty where there is none.
QStringList circle(const PluginInfo &start, const std::vector<PluginInfo> &plugins)
{
    QStringList visited;
    const auto reach = [&](const auto &self, const PluginInfo &from) -> QStringList {
        for (const PluginDependency &needed : from.dependencies) {
            const PluginInfo &next = *find(plugins, needed.id);
            if (next.id == start.id)
                return { from.id, next.id };
            if (!isWaiting(next) || visited.contains(next.id))
                continue;
            visited += next.id;
            if (const QStringList rest = self(self, next); !rest.isEmpty())
                return QStringList(from.id) + rest;
        }
        return {};
    };
    return reach(reach, start);
}

} // namespace

QString dependencyProblem(const PluginInfo &plugin, const std::vector<PluginInfo> &plugins)
{
    for (const PluginDependency &needed : plugin.dependencies) {
        const QString needs = QStringLiteral("needs %1 %2, ").arg(needed.id, needed.version);
        const PluginInfo *found = find(plugins, needed.id);
        if (!found)
            return needs + QStringLiteral("which was not found; put it into a folder of plugins");
        if (found->refused())
            return needs + QStringLiteral("which was refused: %1").arg(found->problem);
        if (QVersionNumber::fromString(found->version) < QVersionNumber::fromString(needed.version))
            return needs + QStringLiteral("but %1 is version %2; install a later one").arg(found->path, found->version);
    }
    return {};
}

std::vector<std::size_t> resolve(std::vector<PluginInfo> &plugins)
{
    refuseDuplicates(plugins);
    std::vector<std::size_t> order;
    const auto settle = [&] {
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = 0; i < plugins.size(); ++i) {
                PluginInfo &plugin = plugins[i];
                if (!isWaiting(plugin))
                    continue;
                plugin.problem = dependencyProblem(plugin, plugins);
                if (!plugin.refused() && !allResolved(plugin, plugins))
                    continue;
                changed = true;
                if (!plugin.refused()) {
                    plugin.state = PluginState::Resolved;
                    order.push_back(i);
                }
            }
        }
    };
    settle();

    // What waits now is in a circle, or needs one that is.
    std::vector<std::pair<PluginInfo *, QStringList>> circular;
    for (PluginInfo &plugin : plugins)
        if (isWaiting(plugin))
            if (const QStringList ids = circle(plugin, plugins); !ids.isEmpty())
                circular.emplace_back(&plugin, ids);
    for (const auto &[plugin, ids] : circular)
        plugin->problem = QStringLiteral("needs itself in a circle: %1; one of them must do without the next")
                              .arg(ids.join(QStringLiteral(" needs ")));
    settle();
    return order;
}

} // namespace thalweg
