#include "start_point.h"

#include "node_types.h"
#include "result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace thalweg {

namespace {

Eigen::VectorXd byName(const QJsonObject &numbers, const QStringList &names)
{
    Eigen::VectorXd theta = Eigen::VectorXd::Zero(names.size());
    for (auto number = numbers.begin(); number != numbers.end(); ++number) {
        const qsizetype index = names.indexOf(number.key());
        if (index < 0) {
            throw Error(QStringLiteral("the objective has no parameter \"%1\"%2")
                            .arg(number.key(), suggestion(number.key(), names)));
        }
        theta[index] = number->toDouble();
    }
    return theta;
}

} // namespace

Eigen::VectorXd startPoint(const QJsonValue &start, const QStringList &parameterNames, Random &random)
{
    const Eigen::Index dimension = parameterNames.size();
    if (start.isObject())
        return byName(start.toObject(), parameterNames);
    if (start.isString()) {
        Eigen::VectorXd theta = Eigen::VectorXd::Zero(dimension);
        if (start.toString() == QLatin1String("random"))
            for (double &number : theta)
                number = random.normal();
        return theta;
    }
    const QJsonArray numbers = start.isArray() ? start.toArray() : QJsonArray { start };
    if (numbers.size() != dimension)
        throw Error(
            QStringLiteral("has %1 numbers, but the objective has %2 parameters").arg(numbers.size()).arg(dimension));
    Eigen::VectorXd theta(dimension);
    for (Eigen::Index i = 0; i < dimension; ++i)
        theta[i] = numbers[i].toDouble();
    return theta;
}

} // namespace thalweg
