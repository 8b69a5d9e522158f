#include "registry.h"

#include "load.h"
#include "metadata.h"
#include "resolve.h"

#include <QDir>
#include <QHash>
#include <QLibrary>
#include <QSet>

#include <algorithm>

namespace thalweg {

namespace {

std::vector<PluginInfo> readFolders(const QStringList &folders)
{
    std::vector<PluginInfo> plugins;
    QSet<QString> seen; // a library that is found twice, through a link or a folder named twice, is one plugin
    for (const QString &folder : folders) {
        const QDir directory(folder);
        if (!directory.exists()) {
            plugins.push_back({ .path = directory.absolutePath(), .problem = QStringLiteral("is not a folder") });
            continue;
        }
        for (const QFileInfo &file : directory.entryInfoList(QDir::Files, QDir::Name)) {
            if (!QLibrary::isLibrary(file.fileName()) || seen.contains(file.canonicalFilePath()))
                continue;
            seen.insert(file.canonicalFilePath());
            plugins.push_back(readMetadata(file.absoluteFilePath()));
        }
    }
    return plugins;
}

// Node types come into the catalogue all together, or none of them.
void add(std::vector<NodeType> types, PluginInfo &plugin, NodeTypes &catalogue, QHash<QString, QString> &givers)
{
    QHash<QString, QString> added = givers;
    for (const NodeType &type : types) {
        if (const auto giver = added.constFind(type.id); giver != added.cend()) {
            plugin.problem = QStringLiteral("gives the node \"%1\", which %2 gives already; rename one of the two")
                                 .arg(type.id, *giver);
            return;
        }
        added.insert(type.id, plugin.id);
    }
    givers = added;
    for (NodeType &type : types) {
        plugin.nodeTypeIds += type.id;
        if (const Result<void> fits = catalogue.add(std::move(type)); !fits)
            throw std::logic_error(fits.error().what());
    }
    plugin.state = PluginState::Initialized;
}

Registry loadInOrder(
    std::vector<PluginInfo> plugins, const std::vector<std::size_t> &order, const LoadOptions &options = {})
{
    NodeTypes catalogue;
    QHash<QString, QString> givers; // node type → plugin
    for (const std::size_t i : order) {
        PluginInfo &plugin = plugins[i];
        plugin.problem = dependencyProblem(plugin, plugins);
        if (plugin.refused())
            continue;
        if (options.before)
            options.before(plugin);
        std::vector<NodeType> types = load(plugin);
        if (!plugin.refused())
            add(std::move(types), plugin, catalogue, givers);
    }
    return Registry(std::move(catalogue), std::move(plugins));
}

/// Whether its id or its path is among these.
bool isNamed(const PluginInfo &plugin, const QStringList &names)
{
    return std::ranges::any_of(names, [&](const QString &name) {
        return name == plugin.id || name == plugin.path
            || QFileInfo(name).canonicalFilePath() == QFileInfo(plugin.path).canonicalFilePath();
    });
}

} // namespace

Registry::Registry(NodeTypes nodeTypes, std::vector<PluginInfo> plugins)
    : nodeTypes_(std::move(nodeTypes)), plugins_(std::move(plugins))
{
}

std::vector<PluginInfo> readPlugins(const QStringList &folders)
{
    std::vector<PluginInfo> plugins = readFolders(folders);
    resolve(plugins);
    return plugins;
}

Registry loadPlugins(const QStringList &folders, const LoadOptions &options)
{
    std::vector<PluginInfo> plugins = readFolders(folders);
    for (PluginInfo &plugin : plugins)
        if (!plugin.refused() && isNamed(plugin, options.without))
            plugin.problem = QStringLiteral("is left out, as the command line asks");
    const std::vector<std::size_t> order = resolve(plugins);
    return loadInOrder(std::move(plugins), order, options);
}

Registry loadPlugin(const QString &library, const QStringList &folders)
{
    std::vector<PluginInfo> plugins { readMetadata(library) };
    const QString canonical = QFileInfo(library).canonicalFilePath();
    for (PluginInfo &plugin : readFolders(folders))
        if (QFileInfo(plugin.path).canonicalFilePath() != canonical)
            plugins.push_back(std::move(plugin));
    std::vector<std::size_t> order = resolve(plugins);

    QSet<QString> needed { plugins.front().id };
    for (auto i = order.rbegin(); i != order.rend(); ++i)
        if (needed.contains(plugins[*i].id))
            for (const PluginDependency &dependency : plugins[*i].dependencies)
                needed.insert(dependency.id);
    std::erase_if(order, [&](std::size_t i) { return !needed.contains(plugins[i].id); });
    return loadInOrder(std::move(plugins), order);
}

} // namespace thalweg
