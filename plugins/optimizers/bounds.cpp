#include "bounds.h"

#include <thalweg/node_types.h>
#include <thalweg/plain_values.h>
#include <thalweg/result.h>

#include <QJsonArray>
#include <QJsonObject>

#include <limits>

namespace thalweg {

namespace {

const QString lowerName = QStringLiteral("lower");
const QString upperName = QStringLiteral("upper");

Parameter bound(const QString &name, const QString &help)
{
    return point(name, { QStringLiteral("none") }).namesFrom(QStringLiteral("objective")).help(help);
}

Eigen::VectorXd readBound(const QJsonValue &json, const QStringList &names, double none)
{
    Eigen::VectorXd bounds = Eigen::VectorXd::Constant(names.size(), none);
    if (json.isDouble())
        bounds.setConstant(json.toDouble());
    if (json.isArray()) {
        const QJsonArray all = json.toArray();
        if (all.size() != names.size())
            throw Error(QStringLiteral("has %1 numbers, but the objective has %2 parameters; to bound some of them, "
                                       "give these by name")
                            .arg(all.size())
                            .arg(names.size()));
        for (qsizetype i = 0; i < all.size(); ++i)
            bounds[i] = all[i].toDouble();
    }
    const QJsonObject byName = json.toObject();
    for (auto it = byName.begin(); it != byName.end(); ++it) {
        const qsizetype at = names.indexOf(it.key());
        if (at < 0)
            throw Error(
                QStringLiteral("the objective has no parameter \"%1\"%2").arg(it.key(), suggestion(it.key(), names)));
        bounds[at] = it.value().toDouble();
    }
    return bounds;
}

Eigen::VectorXd readBound(const Inputs &in, const QString &name, const Objective &objective, double none)
{
    try {
        return readBound(in.json(name), objective.parameterNames(), none);
    } catch (const Error &error) {
        throw error.at(QStringLiteral("parameter %1").arg(name));
    }
}

} // namespace

std::vector<Parameter> boundParameters()
{
    return {
        bound(lowerName,
            QStringLiteral(
                "The least that each parameter may be: one number for all, numbers in order, numbers by name "
                "(the rest has no bound), or \"none\".")),
        bound(upperName, QStringLiteral("The most that each parameter may be, in the same ways.")),
    };
}

Bounds readBounds(const Inputs &in, const Objective &objective)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Bounds bounds { readBound(in, lowerName, objective, -infinity), readBound(in, upperName, objective, infinity) };
    for (Eigen::Index i = 0; i < bounds.lower.size(); ++i)
        if (bounds.lower[i] > bounds.upper[i])
            throw Error(
                QStringLiteral("%1 for %2 is above its upper bound, %3")
                    .arg(shortNumber(bounds.lower[i]), objective.parameterNames()[i], shortNumber(bounds.upper[i])))
                .at(QStringLiteral("parameter lower"));
    return bounds;
}

} // namespace thalweg
