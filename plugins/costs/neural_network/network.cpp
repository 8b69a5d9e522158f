#include "network.h"

#include <thalweg/result.h>

#include <QSet>

#include <cmath>

namespace thalweg {

namespace {

QStringList numbersTo(std::size_t count)
{
    QStringList numbers;
    for (std::size_t i = 1; i <= count; ++i)
        numbers += QString::number(i);
    return numbers;
}

double firstWeight(Initialisation scheme, double inputs, double units, Random &random)
{
    switch (scheme) {
    case Initialisation::Glorot: {
        const double most = std::sqrt(6 / (inputs + units));
        return random.uniform(-most, most);
    }
    case Initialisation::He:
        return std::sqrt(2 / inputs) * random.normal();
    case Initialisation::LeCun:
        break;
    }
    return std::sqrt(1 / inputs) * random.normal();
}

/// Calls layer(number, inputs, units) for each layer, from 1 on.
template <class Layer> void forEachLayer(const Network &network, const Layer &layer)
{
    for (std::size_t l = 1; l < network.units.size(); ++l)
        layer(l, network.units[l - 1], network.units[l]);
}

} // namespace

QStringList parameterNames(const Network &network, const QStringList &features, const QStringList &outputs)
{
    QStringList names;
    QStringList inputs = features;
    forEachLayer(network, [&](std::size_t layer, std::size_t, std::size_t count) {
        const bool isLast = layer + 1 == network.units.size();
        const bool isOnly = isLast && count == 1;
        const QStringList units
            = isLast && outputs.size() == static_cast<qsizetype>(count) ? outputs : numbersTo(count);
        for (const QString &input : inputs)
            for (const QString &unit : units)
                names += QStringLiteral("w%1[%2]").arg(layer).arg(isOnly ? input : input + QLatin1Char(':') + unit);
        for (const QString &unit : units)
            names += isOnly ? QStringLiteral("b%1").arg(layer) : QStringLiteral("b%1[%2]").arg(layer).arg(unit);
        inputs = units;
    });
    QSet<QString> seen;
    for (const QString &name : names) {
        if (seen.contains(name))
            throw Error(
                QStringLiteral("would give two parameters the name \"%1\"; rename a feature or a class").arg(name))
                .at(QStringLiteral("port dataset"));
        seen.insert(name);
    }
    return names;
}

std::vector<bool> biases(const Network &network)
{
    std::vector<bool> found;
    forEachLayer(network, [&](std::size_t, std::size_t inputs, std::size_t units) {
        found.insert(found.end(), inputs * units, false);
        found.insert(found.end(), units, true);
    });
    return found;
}

Eigen::VectorXd firstParameters(const Network &network, Random &random)
{
    Eigen::VectorXd theta = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(parameterCount(network.layers())));
    Eigen::Index next = 0;
    forEachLayer(network, [&](std::size_t, std::size_t inputs, std::size_t units) {
        for (std::size_t i = 0; i < inputs * units; ++i)
            theta[next++]
                = firstWeight(network.initialisation, static_cast<double>(inputs), static_cast<double>(units), random);
        next += static_cast<Eigen::Index>(units);
    });
    return theta;
}

} // namespace thalweg
