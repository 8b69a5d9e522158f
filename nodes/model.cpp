#include "model.h"

#include "plain_values.h"

namespace thalweg {

const ValueType &Model::staticType()
{
    static const ValueType type { QStringLiteral("model"), QStringLiteral("Model"), QStringLiteral("#7c3aed") };
    return type;
}

QString Model::text() const
{
    QStringList parts;
    for (qsizetype i = 0; i < std::min<qsizetype>(parameterNames().size(), 4); ++i)
        parts += QStringLiteral("%1 = %2").arg(parameterNames()[i], shortNumber(theta()[i]));
    if (parameterNames().size() > 4)
        parts += QStringLiteral("… (%1)").arg(parameterNames().size());
    return QStringLiteral("%1: %2").arg(targetName(), parts.join(QStringLiteral(", ")));
}

QJsonObject Model::summary() const
{
    QJsonObject parameters;
    for (qsizetype i = 0; i < parameterNames().size(); ++i)
        parameters.insert(parameterNames()[i], theta()[i]);
    return { { QStringLiteral("target"), targetName() }, { QStringLiteral("parameters"), parameters } };
}

std::shared_ptr<const Table> Model::table() const
{
    return std::make_shared<Table>(std::vector {
        Column { QStringLiteral("parameter"), TextCells(parameterNames().begin(), parameterNames().end()) },
        Column { QStringLiteral("value"), NumberCells(theta().begin(), theta().end()) } });
}

Matrix Model::probabilities(const Matrix &features) const
{
    if (classes().size() != 2)
        return Matrix(features.rows(), 0);
    Matrix both(features.rows(), 2);
    both.col(1) = predict(features);
    both.col(0) = 1 - both.col(1).array();
    return both;
}

} // namespace thalweg
