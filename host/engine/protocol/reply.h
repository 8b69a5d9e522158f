#pragma once

#include "engine/messages.h"
#include "engine/protocol/request.h"
#include "engine/protocol/table_part.h"
#include "registry/plugin.h"

#include <thalweg/node_types.h>

namespace thalweg {

/// What an engine says to a window.
namespace reply {

/// First of all, before it loads any plugin.
struct Hello {
    int protocol = protocolVersion;
    QString program; ///< version of Thalweg
};

/// The plugin that is loaded next, so that it is known which one it was if the engine ends here.
struct Loading {
    QString plugin; ///< id
    QString path;
};

/// All plugins are loaded; runs may be asked for.
struct Ready {
    NodeTypes types; ///< their `run` is empty
    std::vector<PluginInfo> plugins;
};

/// A run begins, of these nodes; its messages follow, up to an EndMessage.
struct Began {
    std::int64_t run = 0;
    QStringList nodes;
};

/// A run cannot be started at all.
struct Refused {
    std::int64_t run = 0;
    QString problem;
};

struct Pong {
    std::int64_t number = 0;
};

/// The engine ends because of this: a request that it does not understand.
struct Fault {
    QString problem;
};

} // namespace reply

using Reply = std::variant<reply::Hello, reply::Loading, reply::Ready, reply::Began, reply::Refused, Message, TablePart,
    reply::Pong, reply::Fault>;

/// CBOR, without a frame. Vectors of numbers are typed arrays (RFC 8746), so that NaN and infinity stay what they are.
QByteArray encode(const Reply &reply);
/// The error says what is missing, of another type, or does not fit: a line with fewer y than x.
Result<Reply> decodeReply(const QByteArray &bytes);

} // namespace thalweg
