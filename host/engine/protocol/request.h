#pragma once

#include <thalweg/result.h>

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <variant>

namespace thalweg {

/// Raised whenever a window and an engine of different versions would misunderstand each other.
inline constexpr int protocolVersion = 1;

/// What a window says to an engine.
namespace request {

/// First of all: which protocol the window speaks.
struct Hello {
    int protocol = protocolVersion;
    bool operator==(const Hello &) const = default;
};

/// Runs what `targets` need, all nodes if it is empty. A run that goes on is stopped first.
struct Run {
    std::int64_t run = 0; ///< its number; later runs have higher ones
    QByteArray workflow; ///< a workflow file
    QString directory; ///< where relative paths start
    QStringList targets;
    int threads = 0; ///< 0: one a core
    bool operator==(const Run &) const = default;
};

struct Stop {
    bool operator==(const Stop &) const = default;
};
struct Pause {
    bool operator==(const Pause &) const = default;
};
struct Resume {
    bool operator==(const Resume &) const = default;
};

/// Changes a number parameter of a node of this run, from the node's next iteration on.
struct Tune {
    QString node, parameter;
    double value = 0;
    bool operator==(const Tune &) const = default;
};

/// Asks for rows of an output that was kept.
struct Table {
    QString node, port;
    std::int64_t firstRow = 0, rowCount = 0;
    bool operator==(const Table &) const = default;
};

/// Is answered at once with a Pong of this number, whatever runs.
struct Ping {
    std::int64_t number = 0;
    bool operator==(const Ping &) const = default;
};

/// Ends the engine at once, as the end of its input does.
struct Quit {
    bool operator==(const Quit &) const = default;
};

} // namespace request

using Request = std::variant<request::Hello, request::Run, request::Stop, request::Pause, request::Resume,
    request::Tune, request::Table, request::Ping, request::Quit>;

/// CBOR, without a frame.
QByteArray encode(const Request &request);
/// The error says what is missing or of another type.
Result<Request> decodeRequest(const QByteArray &bytes);

} // namespace thalweg
