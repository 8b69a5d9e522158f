#include "gui/run/engine_client.h"

#include "gui/run/engine_process.h"
#include "workflow/workflow.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <chrono>

namespace thalweg {

namespace {

using namespace std::chrono_literals;

constexpr auto timeToStop = 3s;
constexpr auto timeToLoadAPlugin = 10s;
constexpr qint64 patience = 1000; // ms between two stop() of which the second kills

} // namespace

class EngineClient::Private {
public:
    explicit Private(EngineClient *client) : q(client)
    {
        stopTimer.setSingleShot(true);
        stopTimer.setInterval(timeToStop);
        connect(&stopTimer, &QTimer::timeout, q, [this] {
            if (!running.isEmpty())
                Q_EMIT q->unresponsive(loss(tr("does not stop")));
        });
        loadTimer.setSingleShot(true);
        loadTimer.setInterval(timeToLoadAPlugin);
        connect(&loadTimer, &QTimer::timeout, q, [this] {
            Q_EMIT q->unresponsive(loss(loading.isEmpty() ? tr("has not said anything since it was started")
                                                          : tr("does not get done with loading a plugin")));
        });
    }

    void start(const EngineCommand &newCommand);
    void dismiss();
    void updateState();
    EngineLoss loss(const QString &what) const;
    void ended();

    void take(const reply::Hello &hello);
    void take(const reply::Loading &loading);
    void take(const reply::Ready &ready);
    void take(const reply::Began &began);
    void take(const reply::Refused &refused);
    void take(const Message &message);
    void take(const TablePart &part) { Q_EMIT q->tableArrived(part); }
    void take(const reply::Pong &) { }
    void take(const reply::Fault &fault) { engine->kill(tr("gave up: %1").arg(fault.problem)); }

    bool runs() const { return asked > done; }

    EngineClient *q;
    EngineProcess *engine = nullptr;
    EngineCommand command;
    State state = State::Stopped;
    bool isReady = false;
    bool isPaused = false;
    NodeTypes types;
    std::vector<PluginInfo> plugins;

    std::int64_t asked = 0; ///< number of the run that was asked for last
    std::int64_t current = 0; ///< of the run that the messages are of
    std::int64_t done = 0; ///< of the last run that ended or was refused
    std::optional<request::Run> waiting; ///< until the engine is ready
    QHash<QString, QString> typeOf; ///< by node, of all that were run
    QSet<QString> running; ///< nodes
    QString loading; ///< the plugin, while one is loaded

    QElapsedTimer stopAsked; ///< invalid if it was not
    QTimer stopTimer;
    QTimer loadTimer;
};

void EngineClient::Private::start(const EngineCommand &newCommand)
{
    dismiss();
    command = newCommand;
    engine = new EngineProcess(command, q);
    connect(engine, &EngineProcess::replied, q,
        [this](const Reply &reply) { std::visit([this](const auto &one) { take(one); }, reply); });
    connect(engine, &EngineProcess::printed, q, &EngineClient::printed);
    connect(engine, &EngineProcess::silent, q, [this] { Q_EMIT q->unresponsive(loss(tr("does not answer"))); });
    connect(engine, &EngineProcess::gone, q, [this](const QString &what) {
        const EngineLoss loss = this->loss(what);
        dismiss();
        updateState();
        Q_EMIT q->lost(loss);
    });
    loadTimer.start();
    engine->start();
    updateState();
}

void EngineClient::Private::dismiss()
{
    if (engine) {
        engine->disconnect(q);
        engine->dismiss();
    }
    engine = nullptr;
    isReady = isPaused = false;
    done = asked;
    waiting.reset();
    running.clear();
    loading.clear();
    stopAsked.invalidate();
    stopTimer.stop();
    loadTimer.stop();
}

void EngineClient::Private::updateState()
{
    State now = State::Ready;
    if (!engine)
        now = State::Stopped;
    else if (!isReady)
        now = State::Starting;
    else if (runs())
        now = isPaused ? State::Paused : State::Running;
    if (std::exchange(state, now) != now)
        Q_EMIT q->stateChanged(now);
}

EngineLoss EngineClient::Private::loss(const QString &what) const
{
    EngineLoss loss { what, QStringList(running.begin(), running.end()), loading,
        engine ? engine->lastLines() : QStringList() };
    loss.nodes.sort();
    QSet<QString> suspects;
    for (const QString &node : loss.nodes) {
        const auto giver = std::ranges::find_if(
            plugins, [&](const PluginInfo &plugin) { return plugin.nodeTypeIds.contains(typeOf.value(node)); });
        suspects.insert(giver == plugins.end() ? QString() : giver->id);
    }
    if (suspects.size() == 1)
        loss.plugin = *suspects.begin();
    return loss;
}

void EngineClient::Private::ended()
{
    running.clear();
    if (!runs())
        isPaused = false;
    stopAsked.invalidate();
    stopTimer.stop();
    updateState();
}

void EngineClient::Private::take(const reply::Hello &hello)
{
    if (hello.protocol != protocolVersion)
        engine->kill(tr("is of Thalweg %1, which speaks protocol %2; this window needs protocol %3: use the same "
                        "version of both")
                         .arg(hello.program)
                         .arg(hello.protocol)
                         .arg(protocolVersion));
}

void EngineClient::Private::take(const reply::Loading &plugin)
{
    loading = plugin.plugin.isEmpty() ? plugin.path : plugin.plugin;
    loadTimer.start();
}

void EngineClient::Private::take(const reply::Ready &ready)
{
    types = ready.types;
    plugins = ready.plugins;
    isReady = true;
    loading.clear();
    loadTimer.stop();
    updateState();
    Q_EMIT q->ready();
    if (engine && waiting)
        engine->send(*std::exchange(waiting, {}));
}

void EngineClient::Private::take(const reply::Began &began)
{
    current = began.run;
    running.clear();
    Q_EMIT q->began(began.nodes);
}

void EngineClient::Private::take(const reply::Refused &refused)
{
    done = std::max(done, refused.run);
    ended();
    Q_EMIT q->refused(refused.problem);
}

void EngineClient::Private::take(const Message &message)
{
    if (const auto *state = std::get_if<StateMessage>(&message)) {
        if (state->state == NodeState::Running)
            running.insert(state->node);
        else
            running.remove(state->node);
    }
    Q_EMIT q->message(message);
    if (std::holds_alternative<EndMessage>(message) && engine) {
        done = std::max(done, current);
        ended();
    }
}

EngineClient::EngineClient(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) { }

EngineClient::~EngineClient()
{
    // Its process goes with it: what is owned by this object is killed by it.
    if (d->engine)
        d->engine->disconnect(this);
}

EngineClient::State EngineClient::state() const
{
    return d->state;
}

const NodeTypes &EngineClient::nodeTypes() const
{
    return d->types;
}

const std::vector<PluginInfo> &EngineClient::plugins() const
{
    return d->plugins;
}

void EngineClient::start(const EngineCommand &command)
{
    d->start(command);
}

void EngineClient::shutDown()
{
    d->dismiss();
    d->updateState();
}

void EngineClient::run(const Graph &graph, const QString &directory, const QStringList &targets)
{
    if (!d->engine) {
        Q_EMIT refused(tr("There is no engine; start one."));
        return;
    }
    for (const Node &node : graph.nodes)
        d->typeOf.insert(node.id, node.type);
    if (d->runs() && d->isReady)
        d->stopTimer.start();
    d->stopAsked.invalidate();
    d->isPaused = false;
    request::Run run { ++d->asked, bytesOf({ graph, {} }), directory, targets, d->command.threads };
    if (d->isReady)
        d->engine->send(run);
    else
        d->waiting = run;
    d->updateState();
}

void EngineClient::stop()
{
    if (!d->engine || !d->runs())
        return;
    if (d->waiting) {
        d->waiting.reset();
        d->done = d->asked;
    } else if (!d->stopAsked.isValid()) {
        d->stopAsked.start();
        d->stopTimer.start();
        d->isPaused = false;
        d->engine->send(request::Stop());
    } else if (d->stopAsked.elapsed() > patience) {
        d->engine->kill(tr("was ended, for it did not stop"));
    }
    d->updateState();
}

void EngineClient::pause()
{
    if (d->state != State::Running)
        return;
    d->isPaused = true;
    d->engine->send(request::Pause());
    d->updateState();
}

void EngineClient::resume()
{
    if (d->state != State::Paused)
        return;
    d->isPaused = false;
    d->engine->send(request::Resume());
    d->updateState();
}

void EngineClient::tune(const QString &node, const QString &parameter, double value)
{
    if (d->isReady && d->runs())
        d->engine->send(request::Tune { node, parameter, value });
}

void EngineClient::requestTable(const QString &node, const QString &port, std::int64_t firstRow, std::int64_t rowCount)
{
    if (d->isReady)
        d->engine->send(request::Table { node, port, firstRow, rowCount });
    else
        Q_EMIT tableArrived({ node, port, firstRow, 0, nullptr, tr("the engine is not ready") });
}

} // namespace thalweg
