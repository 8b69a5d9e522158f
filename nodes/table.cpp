#include "table.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>
#include <QSet>

#include <cmath>
#include <stdexcept>

namespace thalweg {

namespace {

template <class... Cases> struct Overloaded : Cases... {
    using Cases::operator()...;
};

} // namespace

std::size_t Column::size() const
{
    return std::visit(Overloaded {
                          [](const NumberCells &cells) { return cells.size(); },
                          [](const CategoryCells &cells) { return cells.codes.size(); },
                          [](const TextCells &cells) { return cells.size(); },
                          [](const TimeCells &cells) { return cells.milliseconds.size(); },
                      },
        cells);
}

bool Column::isMissing(std::size_t row) const
{
    return std::visit(Overloaded {
                          [row](const NumberCells &cells) { return std::isnan(cells[row]); },
                          [row](const CategoryCells &cells) { return cells.codes[row] == CategoryCells::missing; },
                          [row](const TextCells &cells) { return cells[row].isNull(); },
                          [row](const TimeCells &cells) { return cells.milliseconds[row] == TimeCells::missing; },
                      },
        cells);
}

QString Column::text(std::size_t row) const
{
    if (isMissing(row))
        return {};
    return std::visit(
        Overloaded {
            [row](
                const NumberCells &cells) { return QString::number(cells[row], 'g', QLocale::FloatingPointShortest); },
            [row](const CategoryCells &cells) { return cells.levels[static_cast<std::size_t>(cells.codes[row])]; },
            [row](const TextCells &cells) { return cells[row]; },
            [row](const TimeCells &cells) {
                const QDateTime time = QDateTime::fromMSecsSinceEpoch(cells.milliseconds[row], Qt::UTC);
                return time.toString(time.time().msec() ? Qt::ISODateWithMs : Qt::ISODate);
            },
        },
        cells);
}

QString Column::kind() const
{
    static const QStringList kinds { QStringLiteral("number"), QStringLiteral("category"), QStringLiteral("text"),
        QStringLiteral("time") };
    return kinds[static_cast<qsizetype>(cells.index())];
}

Table::Table(std::vector<Column> columns) : columns_(std::move(columns))
{
    rowCount_ = columns_.empty() ? 0 : columns_.front().size();
    QSet<QString> names;
    for (const Column &column : columns_) {
        if (column.size() != rowCount_)
            throw std::logic_error("the columns of a table must have one length");
        if (names.contains(column.name))
            throw std::logic_error("the columns of a table must have distinct names");
        names.insert(column.name);
    }
}

const ValueType &Table::staticType()
{
    static const ValueType type { QStringLiteral("table"), QStringLiteral("Table"), QStringLiteral("#b45309") };
    return type;
}

QString Table::text() const
{
    return QStringLiteral("%1 rows, %2 columns").arg(rowCount_).arg(columns_.size());
}

QJsonObject Table::summary() const
{
    QJsonArray columns;
    for (const Column &column : columns_) {
        qint64 missing = 0;
        for (std::size_t row = 0; row < rowCount_; ++row)
            missing += column.isMissing(row);
        columns.append(QJsonObject { { QStringLiteral("name"), column.name }, { QStringLiteral("kind"), column.kind() },
            { QStringLiteral("missing"), missing } });
    }
    QJsonObject summary { { QStringLiteral("rows"), static_cast<qint64>(rowCount_) },
        { QStringLiteral("columns"), columns } };
    // A small table, such as one of scores, is its own best summary.
    constexpr std::size_t small = 20;
    if (rowCount_ <= small && columns_.size() <= small) {
        QJsonArray rows;
        for (std::size_t row = 0; row < rowCount_; ++row) {
            QJsonObject cells;
            for (const Column &column : columns_) {
                const NumberCells *numbers = column.numbers();
                if (column.isMissing(row))
                    cells.insert(column.name, QJsonValue());
                else
                    cells.insert(column.name, numbers ? QJsonValue((*numbers)[row]) : QJsonValue(column.text(row)));
            }
            rows.append(cells);
        }
        summary.insert(QStringLiteral("cells"), rows);
    }
    return summary;
}

std::shared_ptr<const Table> Table::table() const
{
    if (std::shared_ptr<const Table> self = weak_from_this().lock())
        return self;
    return std::make_shared<Table>(*this);
}

const Column *Table::find(const QString &name) const
{
    for (const Column &column : columns_)
        if (column.name == name)
            return &column;
    return nullptr;
}

} // namespace thalweg
