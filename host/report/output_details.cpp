#include "report/output_details.h"

#include <thalweg/list.h>
#include <thalweg/plain_values.h>

#include <QJsonArray>
#include <QLocale>

namespace thalweg {

namespace {

QString exactNumber(double number)
{
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

/// θ with all its digits, while there are few of them.
QStringList parameterLines(const QJsonObject &summary)
{
    constexpr qsizetype most = 12;
    const QJsonObject parameters = summary.value(QStringLiteral("parameters")).toObject();
    QStringList lines;
    if (parameters.size() <= most)
        for (auto parameter = parameters.begin(); parameter != parameters.end(); ++parameter)
            lines += QStringLiteral("%1 = %2").arg(parameter.key(), exactNumber(parameter->toDouble()));
    return lines;
}

/// The cells of a small table, a row a line.
QStringList tableLines(const QJsonObject &summary)
{
    QStringList lines;
    const QJsonArray columns = summary.value(QStringLiteral("columns")).toArray();
    for (const QJsonValue &row : summary.value(QStringLiteral("cells")).toArray()) {
        QStringList cells;
        for (const QJsonValue &column : columns) {
            const QJsonValue cell = row.toObject().value(column.toObject().value(QStringLiteral("name")).toString());
            cells += cell.isDouble() ? shortNumber(cell.toDouble()) : cell.toString();
        }
        lines += cells.join(QStringLiteral("  "));
    }
    return lines;
}

} // namespace

QStringList outputDetails(const QJsonObject &summary)
{
    const QString type = summary.value(QStringLiteral("type")).toString();
    if (type == QLatin1String("descent"))
        return parameterLines(summary);
    if (type == QLatin1String("table"))
        return tableLines(summary);
    if (type == QLatin1String("list")) {
        QStringList lines;
        std::vector<Axis> axes;
        const QJsonObject axisValues = summary.value(QStringLiteral("axes")).toObject();
        for (auto axis = axisValues.begin(); axis != axisValues.end(); ++axis)
            axes.push_back({ axis.key(), axis->toArray() });
        const QJsonArray items = summary.value(QStringLiteral("items")).toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QJsonObject item = items[i].toObject();
            if (item.value(QStringLiteral("type")) == QLatin1String("descent"))
                lines += QStringLiteral("%1: %2 (cost %3 after %4 steps)")
                             .arg(placeLabel(axes, static_cast<std::size_t>(i)),
                                 item.value(QStringLiteral("reason")).toString(),
                                 shortNumber(item.value(QStringLiteral("cost")).toDouble()))
                             .arg(item.value(QStringLiteral("iterations")).toInteger());
        }
        return lines;
    }
    return {};
}

} // namespace thalweg
