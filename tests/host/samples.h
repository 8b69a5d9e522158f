#pragma once

/// Node types and random graphs for tests of the host.

#include "graph/graph.h"

#include <thalweg/descent.h>
#include <thalweg/node_types.h>
#include <thalweg/objective.h>
#include <thalweg/plain_values.h>
#include <thalweg/table.h>

#include <QJsonDocument>

#include <rapidcheck.h>

#include <bit>
#include <cmath>

namespace thalweg {

/// Types that can be wired and do nothing.
inline NodeTypes sampleTypes()
{
    const auto type = [](const QString &id, std::vector<Parameter> parameters, std::vector<Port> inputs,
                          std::vector<Port> outputs) {
        return NodeType { .id = id,
            .title = id,
            .summary = QStringLiteral("For tests."),
            .parameters = std::move(parameters),
            .inputs = std::move(inputs),
            .outputs = std::move(outputs),
            .run = [](const Inputs &, Outputs &, RunContext &) {} };
    };
    return NodeTypes({
        type("test.source", { file("path") }, {}, { output<Table>("table"), output<Number>("rows") }),
        type("test.cost", { integer("degree", 1).atLeast(1) }, { input<Table>("table") },
            { output<Objective>("objective") }),
        type("test.descend",
            { number("rate", 0.1).above(0).atMost(2), integer("iterations", 100).atLeast(0),
                choice("order", { "shuffled", "as-given" }, "shuffled"), boolean("nesterov", false), names("watched") },
            { input<Objective>("objective") }, { output<Descent>("descent"), output<Number>("cost") }),
        type("test.compare", {}, { input<Descent>("descents").many(), input<Table>("notes").optional() },
            { output<Table>("table") }),
        type("test.show", {}, { input<Value>("value") }, { output<Value>("value") }),
    });
}

/// Texts of characters that JSON, UTF-8 and terminals each treat in their own way.
inline rc::Gen<QString> anyText()
{
    const auto character
        = rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0x20, 0x7f), rc::gen::inRange<std::uint32_t>(0, 0x20),
            rc::gen::inRange<std::uint32_t>(0x7f, 0xd800), rc::gen::inRange<std::uint32_t>(0xe000, 0x110000),
            rc::gen::element<std::uint32_t>('"', '\\', '/', 0, '\n', '\t', 0xfeff, 0x2028, 0x1f600, 0xffff, 0x202e));
    return rc::gen::map(rc::gen::container<std::vector<std::uint32_t>>(character), [](const auto &characters) {
        QString text;
        for (const char32_t c : characters)
            text += QString::fromUcs4(&c, 1);
        return text;
    });
}

/// Keys of objects. Qt sorts those beyond the Basic Multilingual Plane in one way where they are read, in another where
/// they are inserted, and takes objects for different that differ in nothing else.
inline rc::Gen<QString> anyKey()
{
    return rc::gen::map(anyText(), [](QString text) {
        text.removeIf([](QChar c) { return c.isSurrogate(); });
        return text;
    });
}

inline rc::Gen<QString> nodeIds()
{
    return rc::gen::map(rc::gen::pair(rc::gen::elementOf(std::string("abcXYZ")),
                            rc::gen::container<std::string>(rc::gen::elementOf(std::string("abzAZ019_-")))),
        [](const auto &parts) { return QString(QLatin1Char(parts.first)) + QString::fromStdString(parts.second); });
}

inline rc::Gen<double> finiteNumbers()
{
    // Any bit pattern of a finite number: also the subnormal, the largest and -0.
    const auto anyBits = rc::gen::suchThat(rc::gen::map(rc::gen::arbitrary<std::uint64_t>(),
                                               [](std::uint64_t bits) { return std::bit_cast<double>(bits); }),
        [](double x) { return std::isfinite(x); });
    return rc::gen::oneOf(anyBits, rc::gen::map(rc::gen::arbitrary<int>(), [](int x) { return x / 8.0; }),
        rc::gen::element(0.0, 1.0, 0.1, 1e300, 5e-324, 1.7976931348623157e308, 9007199254740992.0, 1e22));
}

/// As Qt's reader has it, which keeps every number that fits into 64 bits as a whole one.
inline QJsonValue asRead(double x)
{
    return std::abs(x) < 0x1p63 && x == std::floor(x) ? QJsonValue(static_cast<qint64>(x)) : QJsonValue(x);
}

inline rc::Gen<QJsonObject> jsonObjects(int depth);

inline rc::Gen<QJsonValue> jsonValues(int depth)
{
    const auto plain = rc::gen::oneOf(rc::gen::just(QJsonValue()),
        rc::gen::map(rc::gen::arbitrary<bool>(), [](bool x) { return QJsonValue(x); }),
        rc::gen::map(finiteNumbers(), asRead),
        rc::gen::map(rc::gen::arbitrary<qint64>(), [](qint64 x) { return QJsonValue(x); }),
        rc::gen::map(anyText(), [](const QString &x) { return QJsonValue(x); }));
    if (depth == 0)
        return plain;
    const auto list
        = rc::gen::map(rc::gen::resize(4, rc::gen::container<std::vector<QJsonValue>>(jsonValues(depth - 1))),
            [](const std::vector<QJsonValue> &values) {
                QJsonArray array;
                for (const QJsonValue &value : values)
                    array.append(value);
                return QJsonValue(array);
            });
    const auto object = rc::gen::map(jsonObjects(depth - 1), [](const QJsonObject &x) { return QJsonValue(x); });
    return rc::gen::oneOf(plain, list, object);
}

inline rc::Gen<QJsonObject> jsonObjects(int depth)
{
    return rc::gen::map(rc::gen::resize(4,
                            rc::gen::container<std::vector<std::pair<QString, QJsonValue>>>(
                                rc::gen::pair(anyKey(), jsonValues(depth)))),
        [](const auto &pairs) {
            QJsonObject object;
            for (const auto &[key, value] : pairs)
                object.insert(key, value);
            return object;
        });
}

inline rc::Gen<Link> linksAmong(const std::vector<Node> &nodes)
{
    std::vector<QString> ids { QStringLiteral("nowhere") };
    for (const Node &node : nodes)
        ids.push_back(node.id);
    const auto end = rc::gen::map(rc::gen::pair(rc::gen::elementOf(ids),
                                      rc::gen::element<QString>("table", "objective", "descent", "descents", "rate",
                                          "rows", "cost", "iterations", "value", "unheard_of")),
        [](const auto &parts) {
            return End { parts.first, parts.second };
        });
    return rc::gen::map(rc::gen::pair(end, end), [](const auto &ends) { return Link { ends.first, ends.second }; });
}

inline rc::Gen<Node> nodesOfAnyType()
{
    return rc::gen::map(rc::gen::tuple(nodeIds(),
                            rc::gen::element<QString>("test.source", "test.cost", "test.descend", "test.compare",
                                "test.show", "other.unheard-of"),
                            rc::gen::inRange(1, 5), jsonObjects(2), jsonObjects(1),
                            rc::gen::element(Node::Mode::Run, Node::Mode::Run, Node::Mode::Mute, Node::Mode::Bypass)),
        [](const auto &parts) {
            const auto &[id, type, version, parameters, unknown, mode] = parts;
            QJsonObject extra = unknown;
            for (const char *known : { "id", "type", "version", "parameters", "mode" })
                extra.remove(QLatin1String(known));
            return Node { id, type, version, parameters, extra, mode };
        });
}

/// Graphs as files may hold them: also with unknown types and keys, and links that break rules. Ids are distinct.
inline rc::Gen<Graph> graphs()
{
    return rc::gen::exec([] {
        Graph graph;
        graph.title = *anyText();
        graph.description = *anyText();
        graph.seed = *rc::gen::oneOf(rc::gen::arbitrary<qint64>(),
            rc::gen::element<qint64>(
                0, 1, (1LL << 53) + 1, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()));
        graph.nodes = *rc::gen::resize(
            12, rc::gen::uniqueBy<std::vector<Node>>(nodesOfAnyType(), [](const Node &node) { return node.id; }));
        graph.links = *rc::gen::resize(12, rc::gen::container<std::vector<Link>>(linksAmong(graph.nodes)));
        for (const Node &node : graph.nodes)
            if (*rc::gen::arbitrary<bool>())
                graph.layout.insert(node.id, QJsonArray { asRead(*finiteNumbers()), asRead(*finiteNumbers()) });
        for (const QJsonValue &annotation :
            *rc::gen::resize(3, rc::gen::container<std::vector<QJsonValue>>(jsonValues(2))))
            graph.annotations.append(annotation);
        graph.extra = *jsonObjects(2);
        for (const char *known :
            { "format", "version", "title", "description", "seed", "nodes", "links", "layout", "annotations" })
            graph.extra.remove(QLatin1String(known));
        return graph;
    });
}

inline Node node(const QString &id, const QString &type, const QJsonObject &parameters = {})
{
    return { .id = id, .type = type, .version = 1, .parameters = parameters, .extra = {} };
}

inline Link link(const QString &text)
{
    return parseLink(text).value();
}

inline void showValue(const Graph &graph, std::ostream &out)
{
    const auto json = [](const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); };
    out << graph.seed << ' ' << qPrintable(graph.title) << ' ' << qPrintable(graph.description) << '\n';
    for (const Node &node : graph.nodes)
        out << qPrintable(node.id) << ": " << qPrintable(node.type) << ' ' << json(node.parameters).constData() << ' '
            << json(node.extra).constData() << '\n';
    for (const Link &link : graph.links)
        out << qPrintable(link.text()) << '\n';
    out << json(graph.layout).constData() << '\n' << json(graph.extra).constData() << '\n';
}

} // namespace thalweg
