#include "figure.h"

#include <QJsonArray>

namespace thalweg {

const ValueType &Figure::staticType()
{
    static const ValueType type { QStringLiteral("figure"), QStringLiteral("Figure"), QStringLiteral("#be185d") };
    return type;
}

QString Figure::text() const
{
    return content_.title;
}

QJsonObject Figure::summary() const
{
    QJsonArray layers;
    for (const Layer &layer : content_.layers)
        if (!layer.label.isEmpty())
            layers.append(layer.label);
    return { { QStringLiteral("title"), content_.title }, { QStringLiteral("x"), content_.x.label },
        { QStringLiteral("y"), content_.y.label }, { QStringLiteral("layers"), layers } };
}

} // namespace thalweg
