#include "host/engine/protocol/samples.h"

#include <QCborMap>
#include <QCborValue>
#include <QtTest>

using namespace thalweg;

namespace {

template <class T> T there(const T &reply)
{
    const Result<Reply> back = decodeReply(encode(Reply(reply)));
    if (!back)
        throw back.error();
    return std::get<T>(*back);
}

Request someRequest()
{
    switch (below(9)) {
    case 0:
        return request::Hello { *rc::gen::arbitrary<int>() };
    case 1:
        return request::Run { anyInteger(), someText().toUtf8(), someText(), someTexts(), *rc::gen::arbitrary<int>() };
    case 2:
        return request::Stop();
    case 3:
        return request::Pause();
    case 4:
        return request::Resume();
    case 5:
        return request::Tune { someText(), someText(), *finiteNumbers() };
    case 6:
        return request::Table { someText(), someText(), anyInteger(), anyInteger() };
    case 7:
        return request::Ping { anyInteger() };
    default:
        return request::Quit();
    }
}

NodeType someType()
{
    NodeType type { .id = *nodeIds(), .version = *rc::gen::arbitrary<int>(), .title = someText() };
    type.summary = someText();
    type.help = someText();
    type.isLive = flag();
    for (int i = below(4); i > 0; --i) {
        const QJsonValue values[] = { QJsonValue(), *finiteNumbers(), someText(), flag(), QJsonArray { 1, 2.5 } };
        Parameter parameter(someText(), static_cast<Parameter::Kind>(below(11)), values[below(5)]);
        parameter.unitText = someText();
        parameter.helpText = someText();
        parameter.choices = someTexts();
        parameter.minimum = *anyNumber();
        parameter.maximum = *anyNumber();
        parameter.minimumExcluded = flag();
        parameter.maximumExcluded = flag();
        parameter.isRequired = flag();
        parameter.isLong = flag();
        parameter.takesSchedule = flag();
        parameter.exampleValue = values[below(5)];
        parameter.namesInput = someText();
        if (flag())
            parameter.sliderHint = { *anyNumber(), *anyNumber(), flag() };
        type.parameters.push_back(parameter);
    }
    for (auto *ports : { &type.inputs, &type.outputs })
        for (int i = below(4); i > 0; --i)
            ports->push_back({ someText(), { someText(), someText(), someText() }, someText(), flag(), flag() });
    return type;
}

PluginInfo somePlugin()
{
    return { someText(), static_cast<PluginState>(below(5)), someText(), someText(), someText(), someText(), someText(),
        *rc::gen::arbitrary<int>(), someText(), someText(), { { someText(), someText() } }, someTexts() };
}

std::shared_ptr<const Table> someTable()
{
    const auto rows = static_cast<std::size_t>(below(6));
    std::vector<QString> texts;
    CategoryCells category { { "low", "", "high" }, {} };
    TimeCells times;
    for (std::size_t row = 0; row < rows; ++row) {
        texts.push_back(flag() ? QString() : *anyText() + "x");
        category.codes.push_back(below(4) - 1);
        times.milliseconds.push_back(anyInteger());
    }
    return std::make_shared<Table>(std::vector<Column> {
        { "number", numbers(rows) }, { "category", category }, { "text", texts }, { "time", times } });
}

/// A message of any kind, as bytes.
QByteArray someBytes()
{
    switch (below(4)) {
    case 0:
        return encode(someRequest());
    case 1:
        return encode(Reply(reply::Ready { NodeTypes({ someType() }), { somePlugin() } }));
    case 2:
        return encode(Reply(TablePart { "node", "port", 0, 9, someTable(), {} }));
    default:
        return encode(Reply(someMessage()));
    }
}

} // namespace

class CodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesRequestsBack();
    void givesMessagesBackToTheLastBit();
    void givesNodeTypesAndPluginsBack();
    void givesTablesBack();
    void givesTheOtherRepliesBack();
    void writesNumbersAsTypedArrays();
    void refusesBytesThatAreCutShort();
    void neverCrashesOnBytesThatAreWrong();
    void refusesSizesThatAreNotTrue_data();
    void refusesSizesThatAreNotTrue();
    void refusesAFigureThatCannotBeDrawn();
    void refusesATableThatIsNone();
    void cutsRowsOutOfATable();
};

void CodeTest::givesRequestsBack()
{
    QVERIFY(rc::check([] {
        const Request request = someRequest();
        const Result<Request> back = decodeRequest(encode(request));
        RC_ASSERT(back.ok());
        RC_ASSERT(*back == request);
    }));
}

void CodeTest::givesMessagesBackToTheLastBit()
{
    QVERIFY(rc::check([] {
        const Message message = someMessage();
        RC_ASSERT(same(there(message), message));
    }));
}

void CodeTest::givesNodeTypesAndPluginsBack()
{
    QVERIFY(rc::check([] {
        const NodeType type = someType();
        const PluginInfo plugin = somePlugin();
        const reply::Ready back = there(reply::Ready { NodeTypes({ type }), { plugin } });
        RC_ASSERT(back.types.all().size() == 1u);
        RC_ASSERT(same(*back.types.all()[0], type));
        RC_ASSERT(!back.types.all()[0]->run);
        RC_ASSERT(back.plugins.size() == 1u);
        RC_ASSERT(same(back.plugins[0], plugin));
    }));
}

void CodeTest::givesTablesBack()
{
    QVERIFY(rc::check([] {
        const TablePart part { someText(), someText(), anyInteger(), anyInteger(), someTable(), someText() };
        const TablePart back = there(part);
        RC_ASSERT(back.node == part.node);
        RC_ASSERT(back.port == part.port);
        RC_ASSERT(back.firstRow == part.firstRow);
        RC_ASSERT(back.rowCount == part.rowCount);
        RC_ASSERT(back.problem == part.problem);
        for (std::size_t i = 0; i < part.rows->columns().size(); ++i) {
            const Column &column = part.rows->columns()[i];
            const Column &other = back.rows->columns()[i];
            RC_ASSERT(column.name == other.name);
            RC_ASSERT(column.cells.index() == other.cells.index());
            for (std::size_t row = 0; row < part.rows->rowCount(); ++row) {
                RC_ASSERT(column.isMissing(row) == other.isMissing(row));
                RC_ASSERT(column.text(row) == other.text(row));
            }
        }
    }));
    QVERIFY(!there(TablePart { "a", "b", 0, 0, nullptr, "nothing is kept" }).rows);
}

void CodeTest::givesTheOtherRepliesBack()
{
    QCOMPARE(there(reply::Hello { 7, "1.2.3" }).protocol, 7);
    QCOMPARE(there(reply::Hello { 7, "1.2.3" }).program, QString("1.2.3"));
    QCOMPARE(there(reply::Loading { "thalweg.costs", "/lib/costs.so" }).plugin, QString("thalweg.costs"));
    QCOMPARE(there(reply::Loading { "thalweg.costs", "/lib/costs.so" }).path, QString("/lib/costs.so"));
    QCOMPARE(there(reply::Began { 5, { "a", "b" } }).nodes, (QStringList { "a", "b" }));
    QCOMPARE(there(reply::Began { 5, {} }).run, 5);
    QCOMPARE(there(reply::Refused { 6, "a cycle" }).run, 6);
    QCOMPARE(there(reply::Refused { 6, "a cycle" }).problem, QString("a cycle"));
    QCOMPARE(there(reply::Pong { 3 }).number, 3);
    QCOMPARE(there(reply::Fault { "what?" }).problem, QString("what?"));
}

void CodeTest::writesNumbersAsTypedArrays()
{
    // RFC 8746: tag 86 is an array of little-endian doubles, tag 79 of little-endian 64-bit integers.
    FigureContent figure;
    figure.layers.push_back({ .shape = LineLayer { .x = { 1.5 }, .y = { std::nan("") } }, .steps = { 258 } });
    const QCborMap map
        = QCborValue::fromCbor(encode(Reply(FigureMessage { "n", "figure", -1, {}, std::make_shared<Figure>(figure) })))
              .toMap();
    const QCborMap layer = map.value("figure").toMap().value("layers").toArray().at(0).toMap();
    QCOMPARE(layer.value("x").tag(), QCborTag(86));
    QCOMPARE(layer.value("x").taggedValue().toByteArray(), QByteArray("\0\0\0\0\0\0\xf8\x3f", 8));
    QCOMPARE(layer.value("steps").tag(), QCborTag(79));
    QCOMPARE(layer.value("steps").taggedValue().toByteArray(), QByteArray("\x02\x01\0\0\0\0\0\0", 8));
}

void CodeTest::refusesBytesThatAreCutShort()
{
    QVERIFY(rc::check([] {
        const QByteArray whole = someBytes();
        const QByteArray cut = whole.first(*rc::gen::inRange<qsizetype>(0, whole.size()));
        RC_ASSERT(!decodeReply(cut).ok());
        RC_ASSERT(!decodeRequest(cut).ok());
    }));
}

void CodeTest::neverCrashesOnBytesThatAreWrong()
{
    QVERIFY(rc::check([] {
        QByteArray bytes = someBytes();
        for (int i = below(8); i >= 0; --i)
            bytes[*rc::gen::inRange<qsizetype>(0, bytes.size())] = static_cast<char>(below(256));
        const Result<Reply> reply = decodeReply(bytes);
        const Result<Request> request = decodeRequest(bytes);
        // RapidCheck evaluates both sides of ||.
        const bool saysWhy
            = (reply.ok() || !reply.error().text().isEmpty()) && (request.ok() || !request.error().text().isEmpty());
        RC_ASSERT(saysWhy);
    }));
}

void CodeTest::refusesSizesThatAreNotTrue_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("bytes") << QByteArray("\x5b\x0f\xff\xff\xff\xff\xff\xff\xff", 9);
    QTest::newRow("a text") << QByteArray("\x7b\x0f\xff\xff\xff\xff\xff\xff\xff", 9);
    QTest::newRow("a list") << QByteArray("\x9b\x0f\xff\xff\xff\xff\xff\xff\xff", 9);
    QTest::newRow("a map") << QByteArray("\xbb\x0f\xff\xff\xff\xff\xff\xff\xff", 9);
    QTest::newRow("lists in lists") << QByteArray(100'000, '\x81');
}

void CodeTest::refusesSizesThatAreNotTrue()
{
    QFETCH(QByteArray, head);
    const QByteArray bytes = QByteArray("\xa1\x64kind", 6) + head;
    QVERIFY(!decodeReply(bytes).ok());
    QVERIFY(!decodeRequest(bytes).ok());
}

void CodeTest::refusesAFigureThatCannotBeDrawn()
{
    const auto problem = [](const decltype(Layer::shape) &shape) {
        FigureContent figure;
        figure.layers.resize(2);
        figure.layers[1].shape = shape;
        const Result<Reply> back
            = decodeReply(encode(Reply(FigureMessage { "plot", "figure", -1, {}, std::make_shared<Figure>(figure) })));
        return back ? QString() : back.error().text();
    };
    QCOMPARE(problem(LineLayer { { 1, 2, 3 }, { 1, 2 } }),
        QString("figure of node plot: layers[1]: its columns are of different lengths, 3 and 2"));
    QVERIFY(problem(BandLayer { { 1 }, { 1 }, {} }).contains("different lengths"));
    QVERIFY(problem(HeatMapLayer { { { 1, 2 }, { 1, 2 }, { 1, 2, 3 } } }).contains("a grid of 2 × 2 has 3 numbers"));
    QVERIFY(
        problem(SurfaceLayer { { { { 1, 2 }, { 1, 2 }, { 1, 2, 3 } } } }).contains("a grid of 2 × 2 has 3 numbers"));
    QVERIFY(problem(LineLayer { .x = { 1, 2 }, .y = { 1, 2 }, .z = { 1 } }).contains("different lengths"));
    QVERIFY(problem(ErrorBarLayer { { 1 }, { 1 }, { 1 }, {} }).contains("different lengths"));
    QVERIFY(problem(ArrowLayer { { 1 }, { 1 }, { 1, 2 }, { 1 } }).contains("different lengths"));
    QVERIFY(problem(TableLayer { { "a", "b" }, { { "1" } }, {} }).contains("different lengths"));
}

void CodeTest::refusesATableThatIsNone()
{
    QCborMap column { { QString("name"), QString("a") }, { QString("cells"), QString("category") },
        { QString("levels"), QCborArray { QString("low") } },
        { QString("codes"), QCborValue(QCborTag(78), QByteArray("\x01\0\0\0", 4)) } };
    QCborMap part { { QString("kind"), QString("table") }, { QString("node"), QString("n") },
        { QString("port"), QString("p") }, { QString("first row"), 0 }, { QString("row count"), 1 },
        { QString("columns"), QCborArray { column } }, { QString("problem"), nullptr } };
    QCOMPARE(decodeReply(QCborValue(part).toCbor()).error().text(),
        QString("columns[0]: a cell has a level that is not there"));
    column[QString("codes")] = QCborValue(QCborTag(78), QByteArray("\0\0\0\0", 4));
    part[QString("columns")] = QCborArray { column, column };
    QVERIFY(!decodeReply(QCborValue(part).toCbor()).ok()); // one name twice
    part[QString("columns")] = QCborArray { column };
    QVERIFY(decodeReply(QCborValue(part).toCbor()).ok());
}

void CodeTest::cutsRowsOutOfATable()
{
    const Table table({ { "n", NumberCells { 0, 1, 2, 3 } }, { "t", TextCells { "a", "b", "c", "d" } },
        { "c", CategoryCells { { "x", "y" }, { 0, 1, -1, 0 } } }, { "time", TimeCells { { 10, 11, 12, 13 } } } });
    const auto rows = tableRows(table, 1, 2);
    QCOMPARE(rows->rowCount(), 2u);
    QCOMPARE(*rows->columns()[0].numbers(), (NumberCells { 1, 2 }));
    QCOMPARE(rows->columns()[1].text(1), QString("c"));
    QCOMPARE(rows->columns()[2].text(0), QString("y"));
    QVERIFY(rows->columns()[2].isMissing(1));
    QVERIFY(std::get<TimeCells>(rows->columns()[3].cells).milliseconds == (std::vector<std::int64_t> { 11, 12 }));
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    QCOMPARE(tableRows(table, 3, most)->rowCount(), 1u);
    QCOMPARE(tableRows(table, 4, 1)->rowCount(), 0u);
    QCOMPARE(tableRows(table, -5, -5)->rowCount(), 0u);
    QCOMPARE(tableRows(table, most, most)->rowCount(), 0u);
    const Table large({ { "n", NumberCells(20'000, 1.0) } });
    QCOMPARE(tableRows(large, 0, most)->rowCount(), 10'000u);
}

QTEST_GUILESS_MAIN(CodeTest)
#include "code_test.moc"
