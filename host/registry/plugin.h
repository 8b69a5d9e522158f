#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace thalweg {

/// How far a plugin has come; each rung includes the ones below it.
enum class PluginState {
    Invalid, ///< a file that is no plugin of this program: only `path` and `problem` hold
    Read, ///< its metadata was read
    Resolved, ///< it fits this program, and the plugins that it needs are there and fit, too
    Loaded, ///< its library is in memory
    Initialized, ///< its node types can be used: `nodeTypeIds` holds
};

/// `invalid`, `read`, … as `thalweg plugins` says it.
QString stateId(PluginState state);

/// Another plugin that a plugin needs, of this version or a later one.
struct PluginDependency {
    QString id = {};
    QString version = {};
};

/// What is known of a plugin. A plugin that was refused keeps the state that it had reached.
struct PluginInfo {
    QString path = {}; ///< absolute
    PluginState state = PluginState::Invalid;
    QString problem = {}; ///< why it was refused, in a sentence: what is wrong, what would be right; else empty

    // From Read on:
    QString id = {}; ///< `thalweg.costs`
    QString version = {}; ///< `0.1.0`
    QString title = {};
    QString summary = {};
    int sdk = 0; ///< version of the SDK that it was built against
    QString toolchain = {}; ///< system, processor, compiler, compiler's version: `Linux x86_64 GNU 12.2.0`
    QString qt = {}; ///< version of Qt that it was built against: `6.4`
    std::vector<PluginDependency> dependencies = {};

    // From Initialized on:
    QStringList nodeTypeIds = {};

    bool refused() const { return !problem.isEmpty(); }
};

} // namespace thalweg
