#include "series.h"

#include <cmath>

#include <limits>

namespace thalweg {

namespace {

double quantityOf(const DescentStep &step, const QString &quantity)
{
    if (quantity == QLatin1String("gradient_norm"))
        return step.gradientNorm;
    return quantity == QLatin1String("rate") ? step.rate : step.cost;
}

} // namespace

double placeOfStep(const DescentStep &step, const QString &against)
{
    if (against == QLatin1String("epoch"))
        return step.epoch;
    if (against == QLatin1String("evaluations"))
        return static_cast<double>(step.evaluations);
    return against == QLatin1String("seconds") ? step.seconds : static_cast<double>(step.iteration);
}

Layer seriesLayer(const Descent &descent, const QString &quantity, const QString &against, Rows rows, int colour)
{
    LineLayer line;
    std::vector<std::int64_t> steps;
    for (const DescentStep &step : descent.steps()) {
        if (rows != Rows::Either && step.full != (rows == Rows::All))
            continue;
        line.x.push_back(placeOfStep(step, against));
        line.y.push_back(quantityOf(step, quantity));
        steps.push_back(step.iteration);
    }
    line.width = rows == Rows::Batch ? 0.8 : 2;
    constexpr std::size_t fewEnoughForDots = 30;
    line.markers = rows != Rows::Batch && line.x.size() <= fewEnoughForDots;
    return { .shape = std::move(line),
        .colour = colour,
        .opacity = rows == Rows::Batch ? 0.4 : 1,
        .follow = Follow::UpTo,
        .steps = std::move(steps),
        .epochsAStep = epochsAStep(descent) };
}

QString quantityName(const QString &quantity)
{
    if (quantity == QLatin1String("gradient_norm"))
        return QStringLiteral("Gradient norm");
    return quantity == QLatin1String("rate") ? QStringLiteral("Rate") : QStringLiteral("Cost");
}

QString quantityLabel(const QString &quantity)
{
    if (quantity == QLatin1String("gradient_norm"))
        return QStringLiteral("Gradient norm ‖∇J‖∞");
    return quantity == QLatin1String("rate") ? QStringLiteral("Rate") : QStringLiteral("Cost J");
}

QString axisName(const QString &against)
{
    if (against == QLatin1String("seconds"))
        return QStringLiteral("Time");
    return against.left(1).toUpper() + against.mid(1);
}

QString axisLabel(const QString &against)
{
    return against == QLatin1String("seconds") ? QStringLiteral("Time (s)") : axisName(against);
}

Parameter againstParameter()
{
    return choice(QStringLiteral("against"),
        { QStringLiteral("iteration"), QStringLiteral("epoch"), QStringLiteral("evaluations"),
            QStringLiteral("seconds") },
        QStringLiteral("iteration"))
        .help(QStringLiteral("What runs to the right."));
}

Parameter scaleParameter()
{
    return choice(QStringLiteral("scale"), { QStringLiteral("auto"), QStringLiteral("linear"), QStringLiteral("log") },
        QStringLiteral("auto"))
        .help(QStringLiteral("The upward axis; auto is log where the numbers span more than two decades."));
}

void fitAxis(FigureAxis &axis, const std::vector<Layer> &lines)
{
    const bool log = axis.scale == FigureAxis::Scale::Log;
    double least = std::numeric_limits<double>::infinity();
    double greatest = -least;
    for (const Layer &layer : lines) {
        for (double y : std::get<LineLayer>(layer.shape).y) {
            const double height = log ? std::log10(y) : y;
            if (!std::isfinite(height))
                continue;
            least = std::min(least, height);
            greatest = std::max(greatest, height);
        }
    }
    if (!(greatest > least))
        return;
    const double room = 0.08 * (greatest - least);
    axis.minimum = log ? std::pow(10, least - room) : least - room;
    axis.maximum = log ? std::pow(10, greatest + room) : greatest + room;
}

FigureAxis::Scale scaleOf(const QString &scale, const std::vector<Layer> &lines)
{
    if (scale == QLatin1String("log"))
        return FigureAxis::Scale::Log;
    if (scale == QLatin1String("linear"))
        return FigureAxis::Scale::Linear;
    double least = std::numeric_limits<double>::infinity();
    double greatest = 0;
    for (const Layer &layer : lines) {
        for (double y : std::get<LineLayer>(layer.shape).y) {
            if (y < 0)
                return FigureAxis::Scale::Linear;
            if (y > 0) {
                least = std::min(least, y);
                greatest = std::max(greatest, y);
            }
        }
    }
    constexpr double twoDecades = 100;
    return greatest / least > twoDecades ? FigureAxis::Scale::Log : FigureAxis::Scale::Linear;
}

} // namespace thalweg
