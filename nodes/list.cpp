#include "list.h"

#include "plain_values.h"
#include "table.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <stdexcept>

namespace thalweg {

namespace {

QString coordinateText(const QJsonValue &value)
{
    if (value.isDouble())
        return shortNumber(value.toDouble());
    if (value.isArray() || value.isObject()) // such as a point that was started from
        return QString::fromUtf8((value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
                                     .toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

/// A column with the axis' value for each of `places`.
Column axisColumn(const Axis &axis, const std::vector<qsizetype> &places)
{
    const QString name = axis.name.isEmpty() ? QStringLiteral("index") : axis.name;
    const bool allNumbers
        = std::all_of(axis.values.begin(), axis.values.end(), [](const QJsonValue &v) { return v.isDouble(); });
    NumberCells numbers;
    TextCells texts;
    for (qsizetype place : places) {
        if (allNumbers)
            numbers.push_back(axis.values[place].toDouble());
        else
            texts.push_back(coordinateText(axis.values[place]));
    }
    if (allNumbers)
        return { name, std::move(numbers) };
    return { name, std::move(texts) };
}

} // namespace

List::List(std::vector<Axis> axes, std::vector<ValuePtr> items, const ValueType &itemType)
    : axes_(std::move(axes)), items_(std::move(items)), itemType_(itemType)
{
    qsizetype count = 1;
    for (const Axis &axis : axes_)
        count *= axis.size();
    if (count != static_cast<qsizetype>(items_.size()))
        throw std::logic_error("a list must have as many items as its axes span");
    if (!std::is_sorted(axes_.begin(), axes_.end(), [](const Axis &a, const Axis &b) { return a.name < b.name; }))
        throw std::logic_error("a list's axes must be sorted by name");
    for (const ValuePtr &item : items_)
        if (!item || (itemType_.id != Value::staticType().id && !(item->type() == itemType_)))
            throw std::logic_error("the items of a list must be of its type");
}

const ValueType &List::staticType()
{
    static const ValueType type { QStringLiteral("list"), QStringLiteral("List"), QStringLiteral("#475569") };
    return type;
}

QString List::text() const
{
    QStringList sizes;
    for (const Axis &axis : axes_)
        sizes += axis.name.isEmpty() ? QString::number(axis.size())
                                     : QStringLiteral("%1: %2").arg(axis.name).arg(axis.size());
    return QStringLiteral("list of %1 × %2 (%3)")
        .arg(items_.size())
        .arg(itemType_.id, sizes.join(QStringLiteral(", ")));
}

QJsonObject List::summary() const
{
    QJsonObject axes;
    for (const Axis &axis : axes_)
        axes.insert(axis.name.isEmpty() ? QStringLiteral("index") : axis.name, axis.values);
    QJsonArray items;
    for (const ValuePtr &item : items_)
        items.append(typedSummary(*item));
    return { { QStringLiteral("axes"), axes }, { QStringLiteral("items"), items } };
}

std::shared_ptr<const Table> List::table() const
{
    std::vector<std::shared_ptr<const Table>> tables;
    std::vector<std::size_t> owner; // by row: the item that it comes from
    for (std::size_t item = 0; item < items_.size(); ++item) {
        tables.push_back(items_[item]->table());
        if (!tables.back())
            return nullptr;
        // Tables that differ in their columns do not stand below each other.
        const auto sameColumns
            = [](const Column &a, const Column &b) { return a.name == b.name && a.cells.index() == b.cells.index(); };
        if (!std::ranges::equal(tables.front()->columns(), tables.back()->columns(), sameColumns))
            return nullptr;
        owner.insert(owner.end(), tables.back()->rowCount(), item);
    }
    if (tables.empty())
        return nullptr;

    std::vector<Column> columns;
    std::size_t stride = items_.size();
    for (const Axis &axis : axes_) {
        stride /= static_cast<std::size_t>(axis.size());
        std::vector<qsizetype> places;
        for (std::size_t item : owner)
            places.push_back(static_cast<qsizetype>(item / stride) % axis.size());
        columns.push_back(axisColumn(axis, places));
    }
    for (const Column &column : tables.front()->columns()) {
        Column joined = column;
        // An axis may be called as a column is: a sweep of `rate` of descents, whose own rates may change by the step.
        while (std::ranges::find(columns, joined.name, &Column::name) != columns.end())
            joined.name.prepend(itemType_.id + QLatin1Char(' '));
        for (std::size_t item = 1; item < tables.size(); ++item) {
            const Column &next = *tables[item]->find(column.name);
            std::visit(
                [&](auto &cells) {
                    const auto &more = std::get<std::decay_t<decltype(cells)>>(next.cells);
                    if constexpr (std::is_same_v<std::decay_t<decltype(cells)>, CategoryCells>) {
                        for (std::int32_t code : more.codes) {
                            if (code == CategoryCells::missing) {
                                cells.codes.push_back(code);
                                continue;
                            }
                            const QString &level = more.levels[static_cast<std::size_t>(code)];
                            const auto found = std::ranges::find(cells.levels, level);
                            cells.codes.push_back(static_cast<std::int32_t>(found - cells.levels.begin()));
                            if (found == cells.levels.end())
                                cells.levels.push_back(level);
                        }
                    } else if constexpr (std::is_same_v<std::decay_t<decltype(cells)>, TimeCells>) {
                        cells.milliseconds.insert(
                            cells.milliseconds.end(), more.milliseconds.begin(), more.milliseconds.end());
                    } else {
                        cells.insert(cells.end(), more.begin(), more.end());
                    }
                },
                joined.cells);
        }
        columns.push_back(std::move(joined));
    }
    return std::make_shared<Table>(std::move(columns));
}

QString placeLabel(const std::vector<Axis> &axes, std::size_t index)
{
    QStringList parts;
    for (auto axis = axes.rbegin(); axis != axes.rend(); ++axis) {
        const auto size = static_cast<std::size_t>(axis->size());
        const QString value = coordinateText(axis->values[static_cast<qsizetype>(index % size)]);
        parts.prepend(axis->name.isEmpty() ? value : QStringLiteral("%1 = %2").arg(axis->name, value));
        index /= size;
    }
    return parts.join(QStringLiteral(", "));
}

QJsonObject typedSummary(const Value &value)
{
    QJsonObject summary = value.summary();
    summary.insert(QStringLiteral("type"), value.type().id);
    return summary;
}

} // namespace thalweg
