#pragma once

/// All that a plugin needs.

#include "inputs.h"
#include "node_type.h"
#include "run_context.h"

#include <QtPlugin>

#include <vector>

namespace thalweg {

/// Raised whenever a plugin that was built before would not run any more; a plugin of another version is not loaded.
inline constexpr int sdkVersion = 1;

/// What a plugin's library gives the host. thalweg_add_plugin() in CMake writes the class that implements it.
class THALWEG_EXPORT Plugin {
public:
    virtual ~Plugin();

    virtual std::vector<NodeType> nodeTypes() const = 0;
};

} // namespace thalweg

#define THALWEG_PLUGIN_IID "org.thalweg.Plugin"
Q_DECLARE_INTERFACE(thalweg::Plugin, THALWEG_PLUGIN_IID)

/// Names the node types of a plugin: functions that return a NodeType. Once a library:
/// `THALWEG_PLUGIN(coshValley, anotherNode)`
#define THALWEG_PLUGIN(...)                                                                                            \
    std::vector<thalweg::NodeType> thalwegNodeTypes()                                                                  \
    {                                                                                                                  \
        std::vector<thalweg::NodeType> types;                                                                          \
        for (thalweg::NodeType(*nodeType)() : { __VA_ARGS__ })                                                         \
            types.push_back(nodeType());                                                                               \
        return types;                                                                                                  \
    }
