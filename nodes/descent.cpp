#include "descent.h"

#include "plain_values.h"
#include "table.h"

#include <cmath>
#include <stdexcept>

namespace thalweg {

QString reasonId(StopReason reason)
{
    switch (reason) {
    case StopReason::Iterations:
        return QStringLiteral("iterations");
    case StopReason::Gradient:
        return QStringLiteral("gradient");
    case StopReason::Cost:
        return QStringLiteral("cost");
    case StopReason::Step:
        return QStringLiteral("step");
    case StopReason::Target:
        return QStringLiteral("target");
    case StopReason::Time:
        return QStringLiteral("time");
    case StopReason::Diverged:
        return QStringLiteral("diverged");
    case StopReason::Interrupted:
        return QStringLiteral("interrupted");
    }
    Q_UNREACHABLE();
}

Descent::Descent(DescentContent content) : content_(std::move(content))
{
    if (content_.steps.empty()
        || content_.theta.size() != content_.steps.size() * static_cast<std::size_t>(dimension()))
        throw std::logic_error("a descent has at least its start, and one θ a step");
}

const ValueType &Descent::staticType()
{
    static const ValueType type { QStringLiteral("descent"), QStringLiteral("Descent"), QStringLiteral("#15803d") };
    return type;
}

QString Descent::text() const
{
    return QStringLiteral("%1 steps, cost %2 (%3)")
        .arg(lastStep().iteration)
        .arg(shortNumber(lastStep().cost), reasonId(reason()));
}

QJsonObject Descent::summary() const
{
    QJsonObject parameters;
    for (Eigen::Index i = 0; i < dimension(); ++i)
        parameters.insert(parameterNames()[i], lastTheta()[i]);
    return {
        { QStringLiteral("parameters"), parameters },
        { QStringLiteral("cost"), lastStep().cost },
        { QStringLiteral("gradient_norm"), lastStep().gradientNorm },
        { QStringLiteral("iterations"), static_cast<qint64>(lastStep().iteration) },
        { QStringLiteral("epochs"), lastStep().epoch },
        { QStringLiteral("evaluations"), static_cast<qint64>(lastStep().evaluations) },
        { QStringLiteral("reason"), reasonId(reason()) },
        { QStringLiteral("converged"), converged() },
        { QStringLiteral("message"), message() },
    };
}

std::shared_ptr<const Table> Descent::table() const
{
    std::vector<Column> columns;
    const auto add = [&](const char *name, auto &&get) {
        NumberCells cells;
        cells.reserve(steps().size());
        for (const DescentStep &step : steps())
            cells.push_back(static_cast<double>(get(step)));
        columns.push_back({ QString::fromLatin1(name), std::move(cells) });
    };
    add("iteration", [](const DescentStep &step) { return step.iteration; });
    add("epoch", [](const DescentStep &step) { return step.epoch; });
    add("cost", [](const DescentStep &step) { return step.cost; });
    add("gradient_norm", [](const DescentStep &step) { return step.gradientNorm; });
    add("rate", [](const DescentStep &step) { return step.rate; });
    add("seconds", [](const DescentStep &step) { return step.seconds; });
    for (Eigen::Index i = 0; i < dimension(); ++i) {
        NumberCells cells;
        cells.reserve(steps().size());
        for (std::size_t step = 0; step < steps().size(); ++step)
            cells.push_back(theta(step)[i]);
        // A parameter may be called `rate` or `cost`, too.
        QString name = parameterNames()[i];
        while (std::any_of(columns.begin(), columns.end(), [&](const Column &column) { return column.name == name; }))
            name.prepend(QStringLiteral("parameter "));
        columns.push_back({ name, std::move(cells) });
    }
    return std::make_shared<Table>(std::move(columns));
}

Eigen::Map<const Eigen::VectorXd> Descent::theta(std::size_t step) const
{
    return { content_.theta.data() + step * static_cast<std::size_t>(dimension()), dimension() };
}

std::size_t Descent::bestStep() const
{
    std::size_t best = 0;
    for (std::size_t step = 1; step < steps().size(); ++step)
        if (steps()[step].full && (!steps()[best].full || steps()[step].cost < steps()[best].cost))
            best = step;
    return best;
}

bool Descent::converged() const
{
    return reason() == StopReason::Gradient || reason() == StopReason::Cost || reason() == StopReason::Target;
}

} // namespace thalweg
