#include "names.h"
#include "plots.h"

#include <thalweg/figure.h>
#include <thalweg/plain_values.h>
#include <thalweg/table.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

/// Numbers that are drawn as one set of bars.
struct Sample {
    QString name = {};
    std::vector<double> values = {};
};

/// Even bins from the least to the greatest number.
struct Bins {
    double from = 0;
    double width = 1;
    std::size_t count = 1;
    QString rule = {};

    std::size_t of(double value) const
    {
        const double place = std::floor((value - from) / width);
        return std::min(static_cast<std::size_t>(std::max(place, 0.0)), count - 1); // the greatest is in the last
    }
    double centre(std::size_t bin) const { return from + (static_cast<double>(bin) + 0.5) * width; }
};

/// Between the two nearest of sorted numbers, linearly.
double quantile(const std::vector<double> &sorted, double part)
{
    const double place = part * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Bins binsOf(std::vector<double> values, std::size_t asked)
{
    std::ranges::sort(values);
    const double span = values.back() - values.front();
    if (!(span > 0))
        return { values.front() - 0.5, 1, 1, QStringLiteral("one value") };
    const auto even = [&](std::size_t count, const QString &rule) {
        return Bins { values.front(), span / static_cast<double>(count), count, rule };
    };
    if (asked > 0)
        return even(asked, QStringLiteral("as asked for"));
    constexpr std::size_t most = 500;
    const auto size = static_cast<double>(values.size());
    const double middle = quantile(values, 0.75) - quantile(values, 0.25);
    const double bins = std::ceil(span / (2 * middle / std::cbrt(size)));
    if (middle > 0 && bins <= static_cast<double>(most))
        return even(static_cast<std::size_t>(std::max(bins, 1.0)), QStringLiteral("Freedman and Diaconis"));
    return even(static_cast<std::size_t>(std::ceil(std::log2(size))) + 1, QStringLiteral("Sturges"));
}

/// The finite numbers of a column; the rest is counted.
std::vector<double> numbersOf(const Column &column, std::size_t &missing)
{
    std::vector<double> values;
    for (double cell : *column.numbers()) {
        if (std::isfinite(cell))
            values.push_back(cell);
        else
            ++missing;
    }
    return values;
}

const Column &columnNamed(const Table &table, const QString &name, const QString &setting)
{
    QStringList names;
    for (const Column &column : table.columns())
        names += column.name;
    try {
        return table.columns()[static_cast<std::size_t>(placeOf(name, names, QStringLiteral("column of the table")))];
    } catch (const Error &error) {
        throw error.at(QStringLiteral("parameter %1").arg(setting));
    }
}

const Column &numberColumn(const Table &table, const QString &name)
{
    const Column &column = columnNamed(table, name, QStringLiteral("columns"));
    if (!column.numbers())
        throw Error(
            QStringLiteral("\"%1\" has no numbers but is of kind %2; use it to divide by").arg(name, column.kind()))
            .at(QStringLiteral("parameter columns"));
    return column;
}

std::vector<const Column *> columnsOf(const Inputs &in, const Table &table)
{
    std::vector<const Column *> columns;
    for (const QString &name : in.names(QStringLiteral("columns")))
        columns.push_back(&numberColumn(table, name));
    if (!columns.empty())
        return columns;
    const auto first = std::ranges::find_if(table.columns(), [](const Column &column) { return column.numbers(); });
    if (first == table.columns().end())
        throw Error(QStringLiteral("needs a table with a column of numbers")).at(QStringLiteral("port table"));
    return { &*first };
}

/// One sample a value of `by`, in the order of a category's levels, else in that of their appearance.
std::vector<Sample> divided(const Column &column, const Column &by, std::size_t &missing)
{
    std::vector<Sample> samples;
    if (const auto *categories = std::get_if<CategoryCells>(&by.cells))
        for (const QString &level : categories->levels)
            samples.push_back({ .name = level });
    for (std::size_t row = 0; row < column.size(); ++row) {
        const double value = (*column.numbers())[row];
        if (!std::isfinite(value) || by.isMissing(row)) {
            ++missing;
            continue;
        }
        const QString name = by.text(row);
        auto own = std::ranges::find(samples, name, &Sample::name);
        if (own == samples.end())
            own = samples.insert(samples.end(), { .name = name });
        own->values.push_back(value);
    }
    std::erase_if(samples, [](const Sample &sample) { return sample.values.empty(); });
    constexpr std::size_t most = 12;
    if (samples.size() > most)
        throw Error(QStringLiteral("\"%1\" has %2 values, of which at most %3 can be told apart")
                        .arg(by.name)
                        .arg(samples.size())
                        .arg(most))
            .at(QStringLiteral("parameter by"));
    return samples;
}

std::vector<Sample> samplesOf(
    const Inputs &in, const Table &table, const std::vector<const Column *> &columns, std::size_t &missing)
{
    const QString by = in.text(QStringLiteral("by")).trimmed();
    if (!by.isEmpty()) {
        if (columns.size() > 1)
            throw Error(QStringLiteral("divides one column, but %1 are named").arg(columns.size()))
                .at(QStringLiteral("parameter by"));
        return divided(*columns.front(), columnNamed(table, by, QStringLiteral("by")), missing);
    }
    std::vector<Sample> samples;
    for (const Column *column : columns)
        samples.push_back({ column->name, numbersOf(*column, missing) });
    std::erase_if(samples, [](const Sample &sample) { return sample.values.empty(); });
    return samples;
}

BarLayer barsOf(const Sample &sample, const Bins &bins, bool density)
{
    BarLayer bars { .width = bins.width };
    bars.height.resize(bins.count);
    for (double value : sample.values)
        ++bars.height[bins.of(value)];
    for (std::size_t bin = 0; bin < bins.count; ++bin) {
        bars.x.push_back(bins.centre(bin));
        if (density)
            bars.height[bin] /= static_cast<double>(sample.values.size()) * bins.width;
    }
    return bars;
}

void run(const Inputs &in, Outputs &out, RunContext &)
{
    const auto value = in.value<Value>(QStringLiteral("table"));
    const std::shared_ptr<const Table> table = value->table();
    if (!table)
        throw Error(QStringLiteral("needs a value that has rows and columns, but this is %1, which has none")
                        .arg(value->type().id))
            .at(QStringLiteral("port table"));
    std::size_t missing = 0;
    const std::vector<const Column *> columns = columnsOf(in, *table);
    const std::vector<Sample> samples = samplesOf(in, *table, columns, missing);
    const bool density = in.text(QStringLiteral("height")) == QLatin1String("density");

    FigureContent content;
    QStringList names;
    for (const Column *column : columns)
        names += displayName(column->name);
    const QString name = names.join(QStringLiteral(", "));
    std::vector<double> all;
    for (const Sample &sample : samples)
        all.insert(all.end(), sample.values.begin(), sample.values.end());
    QStringList notes;
    if (!all.empty()) {
        const Bins bins = binsOf(all, static_cast<std::size_t>(in.integer(QStringLiteral("bins"))));
        notes += QStringLiteral("bins: %1 of width %2 (%3)").arg(bins.count).arg(shortNumber(bins.width), bins.rule);
        for (std::size_t i = 0; i < samples.size(); ++i)
            content.layers.push_back({ .label = samples.size() > 1 ? samples[i].name : QString(),
                .shape = barsOf(samples[i], bins, density),
                .colour = static_cast<int>(i),
                .opacity = samples.size() > 1 ? 0.6 : 1 });
    }
    if (missing > 0)
        notes += QStringLiteral("%1 missing cells are left out").arg(missing);
    content.note = notes.join(QStringLiteral("; "));
    content.title = titleOf(in, QStringLiteral("Distribution of %1").arg(name));
    content.x = { .label = name };
    content.y = { .label = density ? QStringLiteral("Density") : QStringLiteral("Rows") };
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType histogram()
{
    return {
        .id = QStringLiteral("plots.histogram"),
        .title = QStringLiteral("Histogram"),
        .summary = QStringLiteral("How the numbers of a column are distributed, of all rows or by class."),
        .help = QStringLiteral(R"(
Counts the numbers of one or more columns in even bins from the least to the greatest of all of them. A bin holds its
lower end, the last one its upper end as well.

The width of the bins is 2 · IQR / ∛m for m numbers, IQR being the distance of their quartiles (with linear
interpolation): Freedman and Diaconis' rule, which makes the area between bars and true density small. Where the quartiles
are the same, or the rule gives more than 500 bins, there are ⌈log₂ m⌉ + 1 (Sturges). `bins` sets the number instead. The
note under the title says which it was.

- `by` names a column that divides the rows: one set of bars a value, in the same bins.
- `height` `density` divides each count by the size of its set and the width: the bars of a set then have area 1, so that
  sets of different sizes can be compared.

**Source.** D. Freedman, P. Diaconis, On the histogram as a density estimator: L₂ theory, Zeitschrift für
Wahrscheinlichkeitstheorie und verwandte Gebiete 57 (1981), pp. 453–476; H. A. Sturges, The choice of a class interval,
Journal of the American Statistical Association 21 (1926), pp. 65–66.

**Example.** `sources.csv` → `table`, `columns` flipper_length_mm, `by` species.
)"),
        .parameters = { names(QStringLiteral("columns"))
                            .namesFrom(QStringLiteral("table"))
                            .help(QStringLiteral("Of numbers; empty: the first that has numbers.")),
            text(QStringLiteral("by"))
                .namesFrom(QStringLiteral("table"))
                .help(QStringLiteral("Name of the column by which one column is divided; empty: not divided.")),
            integer(QStringLiteral("bins"), 0)
                .atLeast(0)
                .atMost(10000)
                .slider(0, 100)
                .help(QStringLiteral("How many; 0: as many as suit the numbers.")),
            choice(QStringLiteral("height"), { QStringLiteral("count"), QStringLiteral("density") },
                QStringLiteral("count"))
                .help(QStringLiteral("Rows in a bin, or their density.")),
            titleParameter() },
        .inputs = { input<Value>(QStringLiteral("table")).help(QStringLiteral("A value with rows and columns.")) },
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
