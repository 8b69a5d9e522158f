#include "swept.h"

#include "levels.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

struct Coordinate {
    QString axis;
    double value;
};

Error fault(const QString &message)
{
    return Error(message).at(QStringLiteral("port descent"));
}

/// `rate = 0.1, batch_size = 32`; what has no ` = ` is the name of a node and stands before.
std::vector<Coordinate> coordinatesOf(const QString &label)
{
    std::vector<Coordinate> coordinates;
    for (const QString &part : label.split(QStringLiteral(", "))) {
        const qsizetype sign = part.indexOf(QStringLiteral(" = "));
        if (sign < 0)
            continue;
        bool isNumber = false;
        const double value = part.mid(sign + 3).toDouble(&isNumber);
        if (!isNumber)
            throw fault(QStringLiteral("a sweep that is drawn must be over numbers, but one run has %1").arg(part));
        coordinates.push_back({ part.left(sign), value });
    }
    if (coordinates.empty())
        throw fault(QStringLiteral("needs the runs of a sweep: sources.range → a parameter of the optimizer"));
    if (coordinates.size() > 2)
        throw fault(QStringLiteral("takes a sweep over one or two parameters, but this is over %1: %2")
                        .arg(coordinates.size())
                        .arg(label));
    return coordinates;
}

/// The greatest gap between neighbours as a multiple of the least.
double unevenness(const std::vector<double> &places)
{
    double least = std::numeric_limits<double>::infinity();
    double greatest = 0;
    for (std::size_t i = 1; i < places.size(); ++i) {
        least = std::min(least, places[i] - places[i - 1]);
        greatest = std::max(greatest, places[i] - places[i - 1]);
    }
    return greatest / least;
}

bool isMoreEvenInLogarithms(const SweptAxis &axis)
{
    if (axis.values.front() <= 0 || axis.values.size() < 2)
        return false;
    if (axis.values.size() == 2)
        return spansDecades(axis.values);
    SweptAxis log = axis;
    log.isLog = true;
    return unevenness(log.places()) < 0.9 * unevenness(axis.values);
}

} // namespace

std::vector<double> SweptAxis::places() const
{
    std::vector<double> places = values;
    if (isLog)
        std::ranges::transform(places, places.begin(), [](double value) { return std::log10(value); });
    return places;
}

Swept sweptBy(const Descents &descents)
{
    Swept swept;
    std::vector<std::vector<Coordinate>> places;
    for (const Labelled<Descent> &descent : descents) {
        places.push_back(coordinatesOf(descent.label));
        const auto same = [](const Coordinate &a, const Coordinate &b) { return a.axis == b.axis; };
        if (!std::ranges::equal(places.front(), places.back(), same))
            throw fault(QStringLiteral("all runs must be of one sweep, but there are \"%1\" and \"%2\"")
                            .arg(descents.front().label, descent.label));
    }
    for (std::size_t a = 0; a < places.front().size(); ++a) {
        SweptAxis axis { .name = places.front()[a].axis };
        for (const auto &place : places)
            axis.values.push_back(place[a].value);
        std::ranges::sort(axis.values);
        const auto rest = std::ranges::unique(axis.values);
        axis.values.erase(rest.begin(), rest.end());
        axis.isLog = isMoreEvenInLogarithms(axis);
        swept.axes.push_back(std::move(axis));
    }
    const std::size_t columns = swept.axes.front().values.size();
    swept.runs.resize(columns * (swept.axes.size() > 1 ? swept.axes[1].values.size() : 1));
    for (std::size_t i = 0; i < descents.size(); ++i) {
        const auto placeAlong = [&](std::size_t a) {
            const std::vector<double> &values = swept.axes[a].values;
            return static_cast<std::size_t>(std::ranges::lower_bound(values, places[i][a].value) - values.begin());
        };
        const Descent *&run = swept.runs[placeAlong(0) + (swept.axes.size() > 1 ? columns * placeAlong(1) : 0)];
        if (run)
            throw fault(QStringLiteral("two runs stand at %1; link one sweep only").arg(descents[i].label));
        run = descents[i].value.get();
    }
    if (std::ranges::count(swept.runs, nullptr) > 0)
        throw fault(QStringLiteral("the sweep has no run at some of its places"));
    return swept;
}

} // namespace thalweg
