#include "cli/serve/session.h"

#include "workflow/workflow.h"

namespace thalweg {

namespace {

Result<Plan> planOf(const request::Run &run, const NodeTypes &types)
{
    const Result<Workflow> workflow = readWorkflow(run.workflow);
    if (!workflow)
        return workflow.error();
    return makePlan(workflow->graph, types, run.directory, run.targets);
}

} // namespace

Session::Session(const Registry &registry, Output &output) : registry_(registry), output_(output) { }

void Session::take(const request::Run &run)
{
    auto asked = std::make_shared<Asked>();
    asked->run = run;
    {
        const std::lock_guard lock(mutex_);
        if (current_)
            current_->control.stop();
        next_ = asked;
    }
    runs_.post([this] {
        std::shared_ptr<Asked> begun;
        {
            const std::lock_guard lock(mutex_);
            begun = current_ = std::move(next_);
        }
        if (begun) // else a newer one took its place, and has run
            this->run(*begun);
        const std::lock_guard lock(mutex_);
        current_.reset();
    });
}

void Session::take(const request::Stop &)
{
    const std::lock_guard lock(mutex_);
    for (const auto &asked : { current_, next_ })
        if (asked)
            asked->control.stop();
}

void Session::take(const request::Pause &)
{
    const std::lock_guard lock(mutex_);
    if (const auto &asked = next_ ? next_ : current_)
        asked->control.pause();
}

void Session::take(const request::Resume &)
{
    const std::lock_guard lock(mutex_);
    if (const auto &asked = next_ ? next_ : current_)
        asked->control.resume();
}

void Session::take(const request::Tune &tune)
{
    const std::lock_guard lock(mutex_);
    if (const auto &asked = next_ ? next_ : current_)
        asked->control.tunings.set(tune.node, tune.parameter, tune.value);
}

void Session::take(const request::Table &table)
{
    tables_.post([this, table] { answer(table); });
}

void Session::run(Asked &asked)
{
    const Result<Plan> plan = planOf(asked.run, registry_.nodeTypes());
    if (!plan) {
        output_.send(reply::Refused { asked.run.run, plan.error().text() });
        return;
    }
    QStringList nodes;
    for (const Plan::Step &step : plan->steps)
        nodes += step.node;
    output_.send(reply::Began { asked.run.run, nodes });
    RunOptions options;
    options.threads = asked.run.threads;
    options.keepResults = true;
    options.live = true;
    engine_.run(*plan, options, asked.control, [this](const Message &message) { output_.send(message); });
}

void Session::answer(const request::Table &asked)
{
    TablePart part { asked.node, asked.port, asked.firstRow, 0, nullptr, {} };
    try {
        const ValuePtr value = engine_.kept().value(asked.node, asked.port);
        if (value != shown_) {
            shown_ = value;
            shownTable_ = value ? value->table() : nullptr;
        }
        if (!value) {
            part.problem = QStringLiteral("nothing is kept of this output; run the node");
        } else if (!shownTable_) {
            part.problem = QStringLiteral("a value of type %1 has no rows and columns").arg(value->type().id);
        } else {
            part.rowCount = static_cast<std::int64_t>(shownTable_->rowCount());
            part.rows = tableRows(*shownTable_, asked.firstRow, asked.rowCount);
        }
    } catch (const std::exception &error) {
        part.problem = QString::fromUtf8(error.what());
    }
    output_.send(part);
}

} // namespace thalweg
