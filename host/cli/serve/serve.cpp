#include "cli/commands.h"

#include "cli/console.h"
#include "cli/serve/session.h"
#include "engine/protocol/frame.h"
#include "version.h"

#include <cerrno>
#include <cstdlib>
#include <future>

#include <unistd.h>

namespace thalweg {

namespace {

/// Hears a window's requests until there are no more. Those that need plugins wait for `session`.
class Hearing {
public:
    Hearing(Output &output, std::shared_future<Session *> session) : output_(output), session_(std::move(session)) { }

    /// Gives the exit status.
    int hear()
    {
        FrameReader frames;
        QByteArray buffer(1 << 16, Qt::Uninitialized);
        while (true) {
            const ssize_t count = read(STDIN_FILENO, buffer.data(), static_cast<std::size_t>(buffer.size()));
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return Finished;
            frames.add(buffer.first(count));
            while (true) {
                const Result<std::optional<QByteArray>> frame = frames.next();
                if (!frame)
                    return refuse(frame.error());
                if (!*frame)
                    break;
                const Result<Request> request = decodeRequest(**frame);
                if (!request)
                    return refuse(request.error());
                if (std::holds_alternative<request::Quit>(*request))
                    return Finished;
                if (const auto *hello = std::get_if<request::Hello>(&*request);
                    hello && hello->protocol != protocolVersion)
                    return refuse(Error(QStringLiteral("the window speaks protocol %1 and the engine, Thalweg "
                                                       "%2, protocol %3; use the same version of both")
                                            .arg(hello->protocol)
                                            .arg(QStringLiteral(THALWEG_VERSION))
                                            .arg(protocolVersion)));
                std::visit([this](const auto &one) { take(one); }, *request);
            }
        }
    }

private:
    int refuse(const Error &error)
    {
        output_.send(reply::Fault { error.text() });
        complain(error);
        return BadInput;
    }

    void take(const request::Hello &) { }
    void take(const request::Quit &) { }
    void take(const request::Ping &ping) { output_.send(reply::Pong { ping.number }); }
    template <class Other> void take(const Other &request) { session_.get()->take(request); }

    Output &output_;
    std::shared_future<Session *> session_;
};

} // namespace

int serve(const QStringList &without)
{
    Output output;
    output.send(reply::Hello { protocolVersion, QStringLiteral(THALWEG_VERSION) });

    std::promise<Session *> promise;
    std::thread([&output, session = promise.get_future().share()] {
        const int status = Hearing(output, session).hear();
        // A node may run on for ever, so nothing is waited for, and nothing that it uses is torn down.
        std::_Exit(status);
    }).detach();

    const Registry registry
        = loadPlugins(pluginFolders(), { .without = without, .before = [&](const PluginInfo &plugin) {
                                            output.send(reply::Loading { plugin.id, plugin.path });
                                        } });
    Session session(registry, output);
    promise.set_value(&session);
    output.send(reply::Ready { registry.nodeTypes(), registry.plugins() });
    while (true)
        pause();
}

} // namespace thalweg
