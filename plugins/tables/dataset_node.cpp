#include "dataset_node.h"

#include "columns.h"

#include <thalweg/dataset.h>
#include <thalweg/inputs.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

bool holdsTexts(const Column &column)
{
    return column.kind() == QLatin1String("category") || column.kind() == QLatin1String("text");
}

/// The columns that are to be features: those named, else all number columns but the target.
std::vector<const Column *> featureColumns(
    const Table &table, const QStringList &names, const QString &target, RunContext &context)
{
    const auto fault = [](const QString &message) { return Error(message).at(QStringLiteral("parameter features")); };
    std::vector<const Column *> columns;
    for (const QString &name : names) {
        try {
            columns.push_back(&columnNamed(table, name));
        } catch (const Error &error) {
            throw error.at(QStringLiteral("parameter features"));
        }
        if (name == target)
            throw fault(QStringLiteral("\"%1\" is the target already").arg(name));
        if (names.count(name) > 1)
            throw fault(QStringLiteral("\"%1\" stands twice").arg(name));
        if (columns.back()->kind() == QLatin1String("time"))
            throw fault(QStringLiteral("\"%1\" is a column of times; give columns of numbers or categories").arg(name));
    }
    if (!names.isEmpty())
        return columns;

    QStringList leftOut;
    for (const Column &column : table.columns()) {
        if (column.name == target)
            continue;
        if (column.numbers())
            columns.push_back(&column);
        else
            leftOut += column.name;
    }
    if (columns.empty())
        throw Error(QStringLiteral("has no column of numbers%1; name the columns to use in features")
                        .arg(target.isEmpty() ? QString() : QStringLiteral(" beside the target")))
            .at(QStringLiteral("port table"));
    if (!leftOut.isEmpty())
        context.info(QStringLiteral("left out, since they are no numbers: %1")
                         .arg(leftOut.join(QStringLiteral(", ")).left(1000)));
    return columns;
}

/// The numbers of those rows, which must be finite.
std::vector<double> finiteNumbers(const Column &column, const Rows &rows)
{
    std::vector<double> numbers;
    numbers.reserve(rows.size());
    for (std::size_t row : rows) {
        numbers.push_back((*column.numbers())[row]);
        if (!std::isfinite(numbers.back()))
            throw Error(QStringLiteral("column \"%1\" is infinite in row %2; give finite numbers")
                            .arg(column.name.left(100))
                            .arg(row + 1))
                .at(QStringLiteral("port table"));
    }
    return numbers;
}

/// The features that one column becomes: itself, or one of 0 and 1 for every level but the first.
void addFeatures(const Column &column, const Rows &rows, QStringList &names, std::vector<std::vector<double>> &features)
{
    if (column.numbers()) {
        names += column.name;
        features.push_back(finiteNumbers(column, rows));
        return;
    }
    const Levels levels = levelsOf(column, rows);
    for (int k = 1; k < levels.names.size(); ++k) {
        names += column.name + QLatin1Char('=') + levels.names[k];
        std::vector<double> indicator(rows.size());
        std::ranges::transform(levels.codes, indicator.begin(), [k](int code) { return code == k ? 1.0 : 0.0; });
        features.push_back(std::move(indicator));
    }
    if (levels.names.size() < 2)
        throw Error(QStringLiteral("column \"%1\" has a single level, which tells nothing").arg(column.name.left(100)))
            .at(QStringLiteral("parameter features"));
}

void checkDistinct(const QStringList &names)
{
    QStringList sorted = names;
    sorted.sort();
    if (const auto twice = std::ranges::adjacent_find(sorted); twice != sorted.end())
        throw Error(QStringLiteral("\"%1\" would be the name of two features; rename one of the columns").arg(*twice))
            .at(QStringLiteral("parameter features"));
}

const Column *targetColumn(const Table &table, const QString &name)
{
    if (name.isEmpty())
        return nullptr;
    try {
        const Column &column = columnNamed(table, name);
        if (!column.numbers() && !holdsTexts(column))
            throw Error(QStringLiteral("\"%1\" is a column of times; give one of numbers or categories").arg(name));
        return &column;
    } catch (const Error &error) {
        throw error.at(QStringLiteral("parameter target"));
    }
}

void setTarget(DatasetContent &content, const Column &column, const Rows &rows)
{
    content.targetName = column.name;
    content.target.resize(static_cast<Eigen::Index>(rows.size()));
    if (column.numbers()) {
        std::ranges::copy(finiteNumbers(column, rows), content.target.begin());
    } else {
        const Levels levels = levelsOf(column, rows);
        content.classes = levels.names;
        std::ranges::copy(levels.codes, content.target.begin());
    }
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto table = in.value<Table>(QStringLiteral("table"));
    if (table->rowCount() == 0)
        throw Error(QStringLiteral("has no rows")).at(QStringLiteral("port table"));
    const Column *target = targetColumn(*table, in.text(QStringLiteral("target")));
    const std::vector<const Column *> features
        = featureColumns(*table, in.names(QStringLiteral("features")), in.text(QStringLiteral("target")), context);

    std::vector<const Column *> used = features;
    if (target)
        used.push_back(target);
    const bool drop = in.text(QStringLiteral("missing")) == QLatin1String("drop");
    const Rows rows = completeRows(*table, used, drop, context);
    if (rows.empty())
        throw Error(QStringLiteral("has a missing cell in every row; use other features"))
            .at(QStringLiteral("port table"));
    if (rows.size() < table->rowCount())
        context.info(QStringLiteral("%1 of %2 rows left out, since they have missing cells")
                         .arg(table->rowCount() - rows.size())
                         .arg(table->rowCount()));

    DatasetContent content;
    std::vector<std::vector<double>> columns;
    for (const Column *column : features) {
        checkStop(context);
        addFeatures(*column, rows, content.featureNames, columns);
    }
    checkDistinct(content.featureNames);
    content.features.resize(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(columns.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % 4096 == 0)
            checkStop(context);
        for (std::size_t j = 0; j < columns.size(); ++j)
            content.features(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = columns[j][i];
    }
    if (target)
        setTarget(content, *target, rows);
    out.set(QStringLiteral("dataset"), std::make_shared<Dataset>(std::move(content)));
}

} // namespace

NodeType datasetOfTable()
{
    return {
        .id = QStringLiteral("tables.dataset"),
        .title = QStringLiteral("Dataset"),
        .summary = QStringLiteral("Takes features and a target, as numbers, from the columns of a table."),
        .help = QStringLiteral(R"(
A cost function needs numbers: m rows of n features X, and a target y.

- **Features** are the columns named in `features`, in that order; where none is named, all number columns but the target. A
  named category or text column becomes one feature for every level but the first, called `column=level`: 1 where the row has
  that level, else 0. The first level is where all of them are 0, so that they do not add up to the intercept.
- **Target**: a number column stays as it is. A category or text column of K levels becomes the numbers 0 … K − 1 in
  alphabetical order (by character code) of the levels, whose names are kept: the dataset has K classes, and of two classes the
  second is the one that counts as positive. Only levels that occur count. Without a target the dataset has features alone.
- **Missing cells** in a column that is used are an error, or their rows are left out (`missing`: drop).

**Example.** Of the penguins, `features`: `bill_length_mm`, `sex`, `target`: `species`, `missing`: drop gives the features
`bill_length_mm` and `sex=male`, and the classes Adelie 0, Chinstrap 1, Gentoo 2.
)"),
        .parameters = {
            names(QStringLiteral("features"))
.namesFrom(QStringLiteral("table"))
                .help(QStringLiteral("The columns to predict from; none: all number columns but the target.")),
            text(QStringLiteral("target"))
.namesFrom(QStringLiteral("table"))
                .help(QStringLiteral("The column to predict; empty: there is none.")),
            choice(QStringLiteral("missing"), { QStringLiteral("refuse"), QStringLiteral("drop") },
                QStringLiteral("refuse"))
                .help(QStringLiteral("What happens to rows with a missing cell in a column that is used: refuse them "
                                     "with an error, or drop them.")),
        },
        .inputs = { input<Table>(QStringLiteral("table")).help(QStringLiteral("Where the columns are taken from.")) },
        .outputs = { output<Dataset>(QStringLiteral("dataset")).help(QStringLiteral("Features and target as numbers.")) },
        .run = run,
    };
}

} // namespace thalweg
