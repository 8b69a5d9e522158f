#pragma once

#include "random.h"
#include "value.h"

#include <QString>

#include <exception>

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

    virtual void log(Level level, const QString &message);
    void info(const QString &message) { log(Level::Info, message); }
    void warn(const QString &message) { log(Level::Warning, message); }

    /// Whether somebody would look at what there is before the end: now and then, at most 30 times a second, and never
    /// where nobody watches. Takes a few nanoseconds: ask it as often as goOn().
    virtual bool wantsPublish();

    /// Shows what an output would be if the node ended here, to the nodes behind it that are live. The value that the
    /// node gives at its end is the one that counts. Each call costs a value: ask wantsPublish() before.
    virtual void publish(const QString &port, const ValuePtr &value);

    /// What a parameter of kind Number is now: as it was given, or as a person has changed it since the node began.
    /// It is within the parameter's range. Takes a few nanoseconds: ask it once an iteration. Inputs::number() stays
    /// what it was.
    virtual double tuned(const QString &parameter, double given);

    /// A new generator, the same at every call; streams of different numbers have nothing to do with each other.
    Random random(std::uint64_t stream = 0) const { return Random(seed_ + stream * 0x9e3779b97f4a7c15); }

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
