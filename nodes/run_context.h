#pragma once

#include "random.h"
#include "value.h"

namespace thalweg {

/// What a running node may ask of the host, and tell it. Every function may be called from any thread.
///
/// As it stands it serves a node that is run by itself, in a test: nothing stops it, and nobody listens.
class THALWEG_EXPORT RunContext {
public:
    enum class Level { Info, Warning };

    /// `seed` is all that the node's random numbers depend on; `directory` is where relative paths start.
    explicit RunContext(std::uint64_t seed = 1, QString directory = QString());
    virtual ~RunContext();
    RunContext(const RunContext &) = delete;
    RunContext &operator=(const RunContext &) = delete;

    /// Waits while the run is paused; false as soon as the node should return with what it has. Takes a few
    /// nanoseconds: ask it at least every 50 ms.
    virtual bool goOn();

    /// The part that is done, 0 … 1.
    virtual void progress(double part);

    /// An output's value so far, to be looked at before the end.
    virtual void publish(const QString &port, ValuePtr value);

    virtual void log(Level level, const QString &message);
    void info(const QString &message) { log(Level::Info, message); }
    void warn(const QString &message) { log(Level::Warning, message); }

    /// A new generator, the same at every call.
    Random random() const { return Random(seed_); }

    /// The absolute path of a parameter of kind File.
    QString path(const QString &file) const;

private:
    std::uint64_t seed_;
    QString directory_;
};

/// Thrown by checkStop().
class THALWEG_EXPORT Stopped : public std::exception {
public:
    const char *what() const noexcept override { return "stopped"; }
};

/// For nodes that have nothing to show for half their work: throws Stopped, which the host knows, once goOn() is false.
inline void checkStop(RunContext &context)
{
    if (!context.goOn())
        throw Stopped();
}

} // namespace thalweg
