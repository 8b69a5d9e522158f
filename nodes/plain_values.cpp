#include "plain_values.h"

#include "table.h"

#include <QJsonArray>

namespace thalweg {

namespace {

std::shared_ptr<const Table> oneColumn(decltype(Column::cells) cells)
{
    return std::make_shared<Table>(std::vector { Column { QStringLiteral("value"), std::move(cells) } });
}

} // namespace

QString shortNumber(double value)
{
    return QString::number(value, 'g', 6);
}

const ValueType &Number::staticType()
{
    static const ValueType type { QStringLiteral("number"), QStringLiteral("Number"), QStringLiteral("#6b7280") };
    return type;
}

QString Number::text() const
{
    return shortNumber(value);
}

QJsonObject Number::summary() const
{
    return { { QStringLiteral("value"), value } };
}

std::shared_ptr<const Table> Number::table() const
{
    return oneColumn(NumberCells { value });
}

const ValueType &Text::staticType()
{
    static const ValueType type { QStringLiteral("text"), QStringLiteral("Text"), QStringLiteral("#a16207") };
    return type;
}

QJsonObject Text::summary() const
{
    return { { QStringLiteral("value"), value } };
}

std::shared_ptr<const Table> Text::table() const
{
    return oneColumn(TextCells { value });
}

const ValueType &Vector::staticType()
{
    static const ValueType type { QStringLiteral("vector"), QStringLiteral("Vector"), QStringLiteral("#0f766e") };
    return type;
}

QString Vector::text() const
{
    QStringList shown;
    for (Eigen::Index i = 0; i < std::min<Eigen::Index>(value.size(), 4); ++i)
        shown += shortNumber(value[i]);
    if (value.size() > 4)
        shown += QStringLiteral("… (%1 numbers)").arg(value.size());
    return shown.join(QStringLiteral(", "));
}

QJsonObject Vector::summary() const
{
    QJsonArray numbers;
    for (double number : value)
        numbers.append(number);
    return { { QStringLiteral("value"), numbers } };
}

std::shared_ptr<const Table> Vector::table() const
{
    return oneColumn(NumberCells(value.begin(), value.end()));
}

} // namespace thalweg
