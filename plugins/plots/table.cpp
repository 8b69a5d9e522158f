#include "names.h"
#include "plots.h"

#include <thalweg/figure.h>
#include <thalweg/table.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

constexpr int digits = 6; // significant ones, of the largest number in a column

/// How the numbers of a column are written: all with the same digits after the point, so that they can be compared down
/// the column, or in powers of ten where their sizes differ too much for that.
class NumberForm {
public:
    NumberForm(const NumberCells &cells, std::size_t rows)
    {
        double largest = 0;
        double smallest = std::numeric_limits<double>::infinity();
        for (std::size_t row = 0; row < rows; ++row) {
            const double size = std::abs(cells[row]);
            if (!std::isfinite(size) || size == 0)
                continue;
            largest = std::max(largest, size);
            smallest = std::min(smallest, size);
        }
        const bool allWhole = std::all_of(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(rows),
            [](double cell) { return !std::isfinite(cell) || cell == std::floor(cell); });
        if (allWhole && largest < 1e15) {
            decimals_ = 0;
            return;
        }
        if (largest >= 1e6 || smallest < 1e-4 || largest / smallest >= 1e5)
            return;
        const int before = static_cast<int>(std::floor(std::log10(largest))) + 1;
        decimals_ = std::max(0, digits - before);
        // Zeros that end every number say nothing.
        for (bool zeros = true; decimals_ > 0 && zeros;) {
            for (std::size_t row = 0; row < rows && zeros; ++row)
                zeros = !std::isfinite(cells[row]) || text(cells[row]).endsWith(u'0');
            decimals_ -= zeros ? 1 : 0;
        }
    }

    QString text(double value) const
    {
        return std::isfinite(value) && decimals_ >= 0 ? QString::number(value, 'f', decimals_)
                                                      : QString::number(value, 'g', digits);
    }

private:
    int decimals_ = -1; ///< below 0: in powers of ten
};

TableLayer layerOf(const Table &table, std::size_t rows)
{
    TableLayer layer;
    layer.rows.resize(rows);
    for (const Column &column : table.columns()) {
        layer.headers += column.name;
        const NumberCells *numbers = column.numbers();
        layer.numeric.push_back(numbers != nullptr);
        const NumberForm form = numbers ? NumberForm(*numbers, rows) : NumberForm({}, 0);
        for (std::size_t row = 0; row < rows; ++row) {
            if (column.isMissing(row))
                layer.rows[row] += QStringLiteral("–");
            else
                layer.rows[row] += numbers ? form.text((*numbers)[row]) : column.text(row);
        }
    }
    return layer;
}

void run(const Inputs &in, Outputs &out, RunContext &)
{
    const auto value = in.value<Value>(QStringLiteral("table"));
    const std::shared_ptr<const Table> table = value->table();
    if (!table)
        throw Error(QStringLiteral("needs a value that has rows and columns, but this is %1, which has none")
                        .arg(value->type().id))
            .at(QStringLiteral("port table"));
    const std::size_t rows = std::min(table->rowCount(), static_cast<std::size_t>(in.integer(QStringLiteral("rows"))));
    FigureContent content { .title = titleOf(in, value->type().title) };
    if (rows < table->rowCount())
        content.note = QStringLiteral("first %1 of %2 rows").arg(rows).arg(table->rowCount());
    content.layers.push_back({ .shape = layerOf(*table, rows) });
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType tablePlot()
{
    return {
        .id = QStringLiteral("plots.table"),
        .title = QStringLiteral("Table"),
        .summary = QStringLiteral("The first rows of any value that has rows and columns."),
        .help = QStringLiteral(R"(
Shows a table as a figure: the first `rows` rows of whatever arrives: a table, a dataset, a descent (a row a step), a
model (a row a parameter), a number, a list.

The numbers of a column have the same digits after the point, at most six significant ones; where their sizes differ too
much for that, they are written with powers of ten. A missing cell is –.

**Example.** `models.score` → `table`.
)"),
        .parameters = { integer(QStringLiteral("rows"), 20)
                            .atLeast(1)
                            .atMost(1000)
                            .logSlider(1, 1000)
                            .help(QStringLiteral("At most so many rows, from the top.")),
            titleParameter() },
        .inputs = { input<Value>(QStringLiteral("table")).help(QStringLiteral("The value to be shown.")) },
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The table.")) },
        .run = run,
    };
}

} // namespace thalweg
