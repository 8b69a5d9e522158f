#include "range.h"

#include <thalweg/inputs.h>
#include <thalweg/list.h>
#include <thalweg/plain_values.h>
#include <thalweg/run_context.h>

#include <cmath>

namespace thalweg {

namespace {

std::vector<double> linear(double from, double to, std::size_t count)
{
    std::vector<double> values(count, from);
    const double span = to - from;
    if (!std::isfinite(span))
        throw Error(QStringLiteral("lies too far from `from`: their difference is no number any more"))
            .at(QStringLiteral("parameter to"));
    for (std::size_t i = 1; i < count; ++i)
        values[i] = from + span * (double(i) / double(count - 1));
    return values;
}

std::vector<double> logarithmic(double from, double to, std::size_t count)
{
    if (from == 0 || to == 0 || std::signbit(from) != std::signbit(to))
        throw Error(QStringLiteral("must have ends above 0 (or both below 0), not %1 and %2; set spacing to linear, or "
                                   "other ends")
                        .arg(shortNumber(from), shortNumber(to)))
            .at(QStringLiteral("parameter spacing"));
    // Powers of ten, so that 1e-4 … 1 in five steps gives the decades as they are written.
    const double sign = std::copysign(1.0, from);
    const double first = std::log10(std::abs(from));
    const double span = std::log10(std::abs(to)) - first;
    std::vector<double> values(count, from);
    for (std::size_t i = 1; i < count; ++i)
        values[i] = sign * std::pow(10.0, first + span * double(i) / double(count - 1));
    return values;
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    std::vector<double> values = in.numbers(QStringLiteral("values"));
    if (values.empty()) {
        const double from = in.number(QStringLiteral("from"));
        const double to = in.number(QStringLiteral("to"));
        const auto count = static_cast<std::size_t>(in.integer(QStringLiteral("count")));
        values = in.text(QStringLiteral("spacing")) == QLatin1String("log") ? logarithmic(from, to, count)
                                                                            : linear(from, to, count);
        if (count > 1)
            values.back() = to;
    }
    Axis axis;
    std::vector<ValuePtr> items;
    for (double value : values) {
        checkStop(context);
        axis.values.append(value);
        items.push_back(std::make_shared<Number>(value));
    }
    out.set(
        QStringLiteral("values"), std::make_shared<List>(std::vector { axis }, std::move(items), Number::staticType()));
}

} // namespace

NodeType range()
{
    return {
        .id = QStringLiteral("sources.range"),
        .title = QStringLiteral("Range"),
        .summary = QStringLiteral("A list of numbers for a parameter to run through: a sweep."),
        .help = QStringLiteral(R"(
Link `values` to any parameter that is a number: the node at the end of the link then runs once for each of them, and what it
gives is a list whose axis is called like the parameter.

With i = 0 … count − 1 and t = i / (count − 1):

- *linear*: from + (to − from)·t
- *log*: from·(to / from)^t, so that neighbours have the same ratio; both ends are above 0 or both below

Both ends belong to the list, exactly as they are written; a `count` of 1 gives `from` alone. Where `values` holds numbers,
they are taken instead.

**Example.** `from` 0.0001, `to` 1, `count` 5, `spacing` log gives 0.0001, 0.001, 0.01, 0.1, 1.
)"),
        .parameters = {
            number(QStringLiteral("from"), 0).help(QStringLiteral("The first number.")),
            number(QStringLiteral("to"), 1).help(QStringLiteral("The last number.")),
            integer(QStringLiteral("count"), 5)
                .atLeast(1)
                .atMost(1e4)
.slider(1, 100)
                .help(QStringLiteral("How many numbers there are, both ends included.")),
            choice(QStringLiteral("spacing"), { QStringLiteral("linear"), QStringLiteral("log") },
                QStringLiteral("linear"))
                .help(QStringLiteral("Whether neighbours have the same difference or the same ratio.")),
            numbers(QStringLiteral("values"))
                .help(QStringLiteral("The numbers themselves; where there are any, the other parameters do not count.")),
        },
        .outputs = { output<Number>(QStringLiteral("values")).help(QStringLiteral("The numbers, as a list.")) },
        .run = run,
    };
}

} // namespace thalweg
