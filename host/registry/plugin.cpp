#include "plugin.h"

namespace thalweg {

QString stateId(PluginState state)
{
    switch (state) {
    case PluginState::Invalid:
        return QStringLiteral("invalid");
    case PluginState::Read:
        return QStringLiteral("read");
    case PluginState::Resolved:
        return QStringLiteral("resolved");
    case PluginState::Loaded:
        return QStringLiteral("loaded");
    case PluginState::Initialized:
        return QStringLiteral("initialized");
    }
    Q_UNREACHABLE();
}

} // namespace thalweg
