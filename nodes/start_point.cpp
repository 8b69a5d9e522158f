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

Eigen::VectorXd byWord(const QString &word, const Objective &objective, Random &random)
{
    if (word != QLatin1String("zeros"))
        if (const auto suggested = objective.suggestedStart(random))
            return *suggested;
    Eigen::VectorXd theta = Eigen::VectorXd::Zero(objective.dimension());
    if (word == QLatin1String("random"))
        for (double &number : theta)
            number = random.normal();
    return theta;
}

} // namespace

Eigen::VectorXd startPoint(const QJsonValue &start, const Objective &objective, Random &random)
{
    const Eigen::Index dimension = objective.dimension();
    if (start.isObject())
        return byName(start.toObject(), objective.parameterNames());
    if (start.isString())
        return byWord(start.toString(), objective, random);
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
