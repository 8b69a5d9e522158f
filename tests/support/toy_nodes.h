#pragma once

#include <thalweg/inputs.h>
#include <thalweg/list.h>
#include <thalweg/node_types.h>
#include <thalweg/plain_values.h>
#include <thalweg/run_context.h>

#include <QFile>
#include <QJsonArray>

#include <chrono>
#include <thread>

/// Node types that do as little as can be, for tests of what wires and runs nodes.
namespace thalweg::test {

inline NodeType toy(const QString &name, std::vector<Parameter> parameters, std::vector<Port> inputs,
    std::function<void(const Inputs &, Outputs &, RunContext &)> run)
{
    return { .id = QStringLiteral("toy.") + name,
        .title = name,
        .summary = name,
        .parameters = std::move(parameters),
        .inputs = std::move(inputs),
        .outputs = { output<Number>(QStringLiteral("value")) },
        .run = std::move(run) };
}

/// Gives `sum` of `value` and all inputs `a`, `b`.
inline NodeType plus()
{
    return toy(QStringLiteral("plus"), { number(QStringLiteral("value"), 0).atMost(1000) },
        { input<Number>(QStringLiteral("a")).optional(), input<Number>(QStringLiteral("b")).optional() },
        [](const Inputs &in, Outputs &out, RunContext &) {
            double sum = in.number(QStringLiteral("value"));
            for (const char *port : { "a", "b" })
                if (const auto value = in.optional<Number>(QLatin1String(port)))
                    sum += value->value;
            out.set(QStringLiteral("value"), std::make_shared<Number>(sum));
        });
}

/// Gives the sum of all that arrives at `values`, and in the log what it was called.
inline NodeType total()
{
    return toy(QStringLiteral("total"), {}, { input<Number>(QStringLiteral("values")).many() },
        [](const Inputs &in, Outputs &out, RunContext &context) {
            double sum = 0;
            for (const auto &item : in.all<Number>(QStringLiteral("values"))) {
                sum += item.value->value;
                context.info(item.label);
            }
            out.set(QStringLiteral("value"), std::make_shared<Number>(sum));
        });
}

/// Gives the list of `values`.
inline NodeType list()
{
    return toy(QStringLiteral("list"), { numbers(QStringLiteral("values")) }, {},
        [](const Inputs &in, Outputs &out, RunContext &) {
            std::vector<ValuePtr> items;
            for (double value : in.numbers(QStringLiteral("values")))
                items.push_back(std::make_shared<Number>(value));
            out.set(QStringLiteral("value"),
                std::make_shared<List>(std::vector { Axis { {}, in.json(QStringLiteral("values")).toArray() } },
                    std::move(items), Number::staticType()));
        });
}

/// Fails as `how` says.
inline NodeType fail()
{
    return toy(QStringLiteral("fail"),
        { choice(QStringLiteral("how"), { "error", "exception", "int", "nothing" }, "error") },
        { input<Number>(QStringLiteral("a")).optional() }, [](const Inputs &in, Outputs &, RunContext &) {
            const QString how = in.text(QStringLiteral("how"));
            if (how == QLatin1String("error"))
                throw Error(QStringLiteral("must be better")).at(QStringLiteral("parameter how"));
            if (how == QLatin1String("exception"))
                throw std::runtime_error("a bug");
            if (how == QLatin1String("int"))
                throw 42;
        });
}

/// Works until it is stopped, or for `seconds`.
inline NodeType work()
{
    return toy(QStringLiteral("work"), { number(QStringLiteral("seconds"), 60) }, {},
        [](const Inputs &in, Outputs &out, RunContext &context) {
            const auto end = std::chrono::steady_clock::now()
                + std::chrono::duration<double>(in.number(QStringLiteral("seconds")));
            while (std::chrono::steady_clock::now() < end) {
                checkStop(context);
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            out.set(QStringLiteral("value"), std::make_shared<Number>(1));
        });
}

/// Gives a random number.
inline NodeType dice()
{
    return toy(QStringLiteral("dice"), { number(QStringLiteral("value"), 0) }, {},
        [](const Inputs &, Outputs &out, RunContext &context) {
            out.set(QStringLiteral("value"), std::make_shared<Number>(context.random().uniform()));
        });
}

/// Gives the number of bytes of a file.
inline NodeType fileSize()
{
    return toy(QStringLiteral("file-size"), { file(QStringLiteral("path")) }, {},
        [](const Inputs &in, Outputs &out, RunContext &context) {
            const QFile file(context.path(in.text(QStringLiteral("path"))));
            out.set(QStringLiteral("value"), std::make_shared<Number>(static_cast<double>(file.size())));
        });
}

inline NodeTypes toyNodes()
{
    return NodeTypes({ plus(), total(), list(), fail(), work(), dice(), fileSize() });
}

} // namespace thalweg::test
