#include "typed_table.h"

#include "csv/reader.h"

#include <thalweg/table.h>

namespace thalweg {

namespace {

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const CsvOptions options = csvOptions(in);
    const QByteArray utf8 = in.text(QStringLiteral("text")).toUtf8();
    try {
        out.set(QStringLiteral("table"),
            readCsv({ utf8.constData(), static_cast<std::size_t>(utf8.size()) }, options, context));
    } catch (const Error &error) {
        throw error.places().isEmpty() ? error.at(QStringLiteral("parameter text")) : error;
    }
}

} // namespace

NodeType typedTable()
{
    std::vector<Parameter> parameters = csvParameters();
    parameters.insert(parameters.begin(),
        text(QStringLiteral("text"), QStringLiteral("x,y\n0,1\n1,3\n2,5\n"))
            .lines()
            .help(QStringLiteral("The rows, one a line; the first may name the columns.")));
    return {
        .id = QStringLiteral("sources.table"),
        .title = QStringLiteral("Table"),
        .summary = QStringLiteral("A small table typed in as comma-separated values."),
        .help = QStringLiteral(R"(
The table is part of the workflow: good for a handful of rows, and for rows pasted from a spreadsheet.

**Example.**

    hours, score
    1,     52
    2.5,   61
    4,     77
)") + csvHelp(),
        .parameters = parameters,
        .outputs = { output<Table>(QStringLiteral("table")).help(QStringLiteral("The rows and columns of the text.")) },
        .run = run,
    };
}

} // namespace thalweg
