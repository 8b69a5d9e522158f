#pragma once

#include "plugin.h"

#include <thalweg/node_types.h>

#include <functional>

namespace thalweg {

/// The plugins that were found, and the node types of those that were loaded.
class Registry {
public:
    Registry(NodeTypes nodeTypes, std::vector<PluginInfo> plugins);

    const NodeTypes &nodeTypes() const { return nodeTypes_; }

    /// All that were found, in the order of the search path; those that were refused say why.
    const std::vector<PluginInfo> &plugins() const { return plugins_; }

private:
    NodeTypes nodeTypes_;
    std::vector<PluginInfo> plugins_;
};

/// Where plugins are looked for: beside the program, in the user's data folder (`~/.local/share/thalweg/plugins`), and
/// in the folders of THALWEG_PLUGIN_PATH, separated by colons. The first two are left out where they do not exist.
/// Needs a QCoreApplication.
QStringList pluginFolders();

/// Reads the metadata of all plugins in `folders` and resolves their dependencies. Runs no code of theirs.
/// A folder that is not there comes as an Invalid plugin with the folder's path.
std::vector<PluginInfo> readPlugins(const QStringList &folders);

/// How plugins are loaded.
struct LoadOptions {
    QStringList without = {}; ///< ids or paths of plugins that are to be refused
    std::function<void(const PluginInfo &)> before = {}; ///< called for each plugin just before its code is loaded
};

/// Reads, resolves and loads them: one that is refused keeps no other from being loaded, but those that need it.
Registry loadPlugins(const QStringList &folders, const LoadOptions &options = {});

/// Loads one library, and of the plugins in `folders` those that it needs.
Registry loadPlugin(const QString &library, const QStringList &folders);

} // namespace thalweg
