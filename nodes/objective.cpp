#include "objective.h"

#include "model.h"

#include <QJsonArray>

#include <stdexcept>

namespace thalweg {

const ValueType &Objective::staticType()
{
    static const ValueType type { QStringLiteral("objective"), QStringLiteral("Objective"), QStringLiteral("#2563eb") };
    return type;
}

QString Objective::text() const
{
    const QString names = dimension() <= 4
        ? parameterNames_.join(QStringLiteral(", "))
        : QStringLiteral("%1, %2, … (%3)").arg(parameterNames_[0], parameterNames_[1]).arg(dimension());
    return termCount() > 1 ? QStringLiteral("J(%1), %2 terms").arg(names).arg(termCount())
                           : QStringLiteral("J(%1)").arg(names);
}

QJsonObject Objective::summary() const
{
    return { { QStringLiteral("dimension"), static_cast<qint64>(dimension()) },
        { QStringLiteral("parameters"), QJsonArray::fromStringList(parameterNames_) },
        { QStringLiteral("terms"), static_cast<qint64>(termCount()) } };
}

double Objective::value(ConstVectorRef theta) const
{
    Eigen::VectorXd gradient(dimension());
    return valueAndGradient(theta, gradient);
}

double Objective::batchValueAndGradient(std::span<const Eigen::Index>, ConstVectorRef theta, VectorRef gradient) const
{
    if (termCount() > 1)
        throw std::logic_error("an objective of several terms must say how a batch of them is evaluated");
    return valueAndGradient(theta, gradient);
}

void Objective::prefetch(std::span<const Eigen::Index>) const { }

std::shared_ptr<const Model> Objective::model(ConstVectorRef) const
{
    return nullptr;
}

const Residuals *Objective::residuals() const
{
    return nullptr;
}

const Proximal *Objective::proximal() const
{
    return nullptr;
}

QString Objective::warning(ConstVectorRef) const
{
    return {};
}

std::optional<Eigen::VectorXd> Objective::suggestedStart(Random &) const
{
    return std::nullopt;
}

bool Objective::isIntercept(Eigen::Index parameter) const
{
    const QString &name = parameterNames_[parameter];
    return name == QLatin1String("intercept") || name.startsWith(QLatin1String("intercept:"));
}

QStringList numberedNames(const QString &name, int dimension)
{
    if (dimension == 1)
        return { name };
    QStringList names;
    for (int i = 1; i <= dimension; ++i)
        names += QStringLiteral("%1[%2]").arg(name).arg(i);
    return names;
}

} // namespace thalweg
