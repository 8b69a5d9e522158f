#include "gui/figures/start_edit.h"

#include <thalweg/figure.h>

#include <QJsonDocument>
#include <QtTest>

using namespace thalweg;

namespace {

NodeTypes types()
{
    const auto run = [](const Inputs &, Outputs &, RunContext &) {};
    const auto descend = [&](const QString &id, const QStringList &words) {
        return NodeType { .id = id,
            .title = id,
            .summary = id,
            .parameters = { point(QStringLiteral("start"), words), number(QStringLiteral("rate"), 0.1) },
            .run = run };
    };
    return NodeTypes({ descend(QStringLiteral("test.descend"), { QStringLiteral("zeros"), QStringLiteral("random") }),
        descend(QStringLiteral("test.wander"), { QStringLiteral("random"), QStringLiteral("zeros") }),
        NodeType { .id = QStringLiteral("test.plot"), .title = "p", .summary = "p", .run = run },
        NodeType { .id = QStringLiteral("test.race"),
            .title = "r",
            .summary = "r",
            .parameters = { text(QStringLiteral("start")) },
            .run = run } });
}

Graph graph(const QJsonObject &parameters, const QString &type = QStringLiteral("test.descend"))
{
    Graph made;
    made.nodes = { { QStringLiteral("gd"), type, 1, parameters, {} },
        { QStringLiteral("other"), QStringLiteral("test.descend"), 1, {}, {} },
        { QStringLiteral("race"), QStringLiteral("test.race"), 1, {}, {} },
        { QStringLiteral("map"), QStringLiteral("test.plot"), 1, {}, {} } };
    for (const char *link : { "gd.descent -> race.descent", "race.descent -> map.descent" })
        made.links.push_back(*parseLink(QString::fromLatin1(link)));
    return made;
}

/// What the edit makes of the start of `gd`, as JSON text.
QByteArray startAfter(Graph made, const QJsonObject &picked, const KnownStarts &known = {})
{
    for (const Change &change :
        moveStart(made, types(), QStringLiteral("map"), picked, known, QStringLiteral("drag")).changes)
        apply(made, change);
    return QJsonDocument(made.find(QStringLiteral("gd"))->parameters[QStringLiteral("start")].toObject())
        .toJson(QJsonDocument::Compact);
}

const QJsonObject ab { { "a", 1.5 }, { "b", 2 } };

} // namespace

class StartEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOtherCoordinates();
    void findsDescentsHoweverFarBack();
    void passesOverAStartThatALinkDrives();
    void isOneUndoADrag();
    void readsTheStartOfATrace();
};

void StartEditTest::keepsTheOtherCoordinates()
{
    QCOMPARE(startAfter(graph({}), ab), QByteArray(R"({"a":1.5,"b":2})"));
    QCOMPARE(startAfter(graph({ { "start", QJsonObject { { "a", 7 }, { "c", 8 } } } }), ab),
        QByteArray(R"({"a":1.5,"b":2,"c":8})"));
    const KnownStarts known { { QStringLiteral("gd"), { { "a", 3 }, { "b", 4 }, { "c", 5 } } } };
    QCOMPARE(
        startAfter(graph({ { "start", QJsonArray { 3, 4, 5 } } }), ab, known), QByteArray(R"({"a":1.5,"b":2,"c":5})"));
    QCOMPARE(startAfter(graph({ { "start", "random" } }), ab, known), QByteArray(R"({"a":1.5,"b":2,"c":5})"));
    QCOMPARE(startAfter(graph({ { "start", "random" } }), ab), QByteArray(R"({"a":1.5,"b":2})"));
    // At its default, which is random here; and zeros, whatever the last run began with.
    QCOMPARE(startAfter(graph({}, QStringLiteral("test.wander")), ab, known), QByteArray(R"({"a":1.5,"b":2,"c":5})"));
    QCOMPARE(startAfter(graph({ { "start", "zeros" } }), ab, known), QByteArray(R"({"a":1.5,"b":2})"));
    QCOMPARE(startAfter(graph({ { "start", QJsonArray { 0 } } }), { { "theta", 3 } }), QByteArray(R"({"theta":3})"));
}

void StartEditTest::findsDescentsHoweverFarBack()
{
    QCOMPARE(descentsBefore(graph({}), types(), QStringLiteral("map")), QStringList({ QStringLiteral("gd") }));
    const Edit edit = moveStart(graph({}), types(), QStringLiteral("map"), ab, {}, {});
    QCOMPARE(edit.changes.size(), std::size_t(1)); // neither `other` nor the text of the race
}

void StartEditTest::passesOverAStartThatALinkDrives()
{
    Graph driven = graph({});
    driven.links.push_back(*parseLink(QStringLiteral("other.model -> gd.start")));
    const Edit edit = moveStart(driven, types(), QStringLiteral("map"), ab, {}, {});
    QCOMPARE(edit.changes.size(), std::size_t(1));
    QCOMPARE(std::get<NodeChange>(edit.changes[0]).after->id, QStringLiteral("other"));
}

void StartEditTest::isOneUndoADrag()
{
    const Edit edit = moveStart(graph({}), types(), QStringLiteral("map"), ab, {}, QStringLiteral("drag 7"));
    QCOMPARE(edit.mergeKey, QStringLiteral("drag 7"));
    QCOMPARE(edit.name, QStringLiteral("Move start"));
}

void StartEditTest::readsTheStartOfATrace()
{
    std::vector<Column> columns;
    for (const char *name : { "iteration", "epoch", "cost", "gradient_norm", "rate", "seconds" })
        columns.push_back({ QString::fromLatin1(name), NumberCells { 0, 1 } });
    columns.push_back({ QStringLiteral("cost2"), NumberCells { 9, 8 } });
    columns.push_back({ QStringLiteral("b"), NumberCells { -1.25, 8 } });
    QCOMPARE(startOf(Table(std::move(columns))), QJsonObject({ { "cost2", 9 }, { "b", -1.25 } }));
}

QTEST_GUILESS_MAIN(StartEditTest)
#include "start_edit_test.moc"
