#include "gui/figures/figure_board.h"
#include "gui/figures/pinned.h"
#include "sample_figures.h"

#include <QSignalSpy>
#include <QtTest>

using namespace thalweg;

namespace {

const FigureKey map { QStringLiteral("map"), QStringLiteral("figure") };

FigureMessage message(FigureContent content, int item = -1, bool isLive = false)
{
    return { .node = map.node,
        .port = map.port,
        .item = item,
        .label = item < 0 ? QString() : QStringLiteral("rate = %1").arg(item),
        .figure = figure(std::move(content)),
        .isLive = isLive };
}

} // namespace

class BoardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newerFiguresTakeThePlaceOfOlderOnes();
    void aListThatBecameShorterLosesItsRestAtTheEndOfTheRun();
    void figuresOfARunThatFailedAreKept();
    void stepsAreThoseOfAllFigures();
    void renamedNodesKeepTheirFigures();
    void removedNodesLoseThem();
    void aPinnedRunLiesBehindTheNext();
    void axesCoverBothRuns();
    void theGroundIsNotDrawnTwice();
    void unpinningLeavesTheRunAlone();
    void tablesAreNotPinned();
};

void BoardTest::newerFiguresTakeThePlaceOfOlderOnes()
{
    FigureBoard board;
    QSignalSpy appeared(&board, &FigureBoard::appeared);
    QSignalSpy changed(&board, &FigureBoard::changed);
    board.take(message(valley(2), -1, true));
    QVERIFY(board.group(map).isLive);
    board.take(message(valley(3)));
    QVERIFY(!board.group(map).isLive);
    QCOMPARE(appeared.size(), 1);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(board.group(map).items.size(), 1);
    QCOMPARE(board.group(map).items[0].figure->content().layers[2].steps.size(), std::size_t(3));
}

void BoardTest::aListThatBecameShorterLosesItsRestAtTheEndOfTheRun()
{
    FigureBoard board;
    board.begin({ map.node });
    for (int i = 0; i < 3; ++i)
        board.take(message(valley(), i));
    board.end();
    board.begin({ map.node });
    board.take(message(valley(), 0));
    board.take(message(valley(), 1));
    QCOMPARE(board.group(map).items.size(), 3); // nothing disappears while it works
    board.end();
    QCOMPARE(board.group(map).items.keys(), QList<int>({ 0, 1 }));
    QCOMPARE(board.group(map).items[1].label, QStringLiteral("rate = 1"));
}

void BoardTest::figuresOfARunThatFailedAreKept()
{
    FigureBoard board;
    board.take(message(valley()));
    board.begin({ map.node });
    board.end();
    QCOMPARE(board.group(map).items.size(), 1);
}

void BoardTest::stepsAreThoseOfAllFigures()
{
    FigureBoard board;
    QSignalSpy changed(&board, &FigureBoard::stepsChanged);
    board.take(message(history({ 0, 10, 20 }, 0.5), 0));
    board.take(message(history({ 0, 5, 20 }, 0.5), 1));
    QCOMPARE(board.steps(), std::vector<std::int64_t>({ 0, 5, 10, 20 }));
    QCOMPARE(changed.size(), 2);
    board.take(message(history({ 0, 5, 20 }, 0.5), 1));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(board.epochAt(5), std::optional(2.5));
    board.take(message(history({ 0, 5, 20 }, 1), 1));
    QVERIFY(!board.epochAt(5));
}

void BoardTest::renamedNodesKeepTheirFigures()
{
    FigureBoard board;
    board.take(message(valley()));
    board.rename(map.node, QStringLiteral("chart"));
    QCOMPARE(board.group(map).items.size(), 0);
    QCOMPARE(board.group({ QStringLiteral("chart"), map.port }).items.size(), 1);
}

void BoardTest::removedNodesLoseThem()
{
    FigureBoard board;
    board.take(message(valley()));
    QSignalSpy removed(&board, &FigureBoard::removed);
    board.remove(map.node);
    QCOMPARE(removed.size(), 1);
    QVERIFY(board.keys().isEmpty());
    QVERIFY(board.steps().empty());
}

void BoardTest::aPinnedRunLiesBehindTheNext()
{
    FigureBoard board;
    board.take(message(valley(3)));
    board.pin();
    QVERIFY(board.isPinned());
    QCOMPARE(board.group(map).items[0].figure->content().layers.size(), std::size_t(5)); // not behind itself
    board.take(message(valley(7)));
    const FigureContent content = board.group(map).items[0].figure->content();
    QCOMPARE(content.layers.size(), std::size_t(8));
    const Layer &old = content.layers[2];
    QCOMPARE(old.label, QStringLiteral("descent (pinned)"));
    QCOMPARE(old.steps.size(), std::size_t(3));
    QCOMPARE(old.colour, -1);
    QVERIFY(old.opacity < 0.6);
    QCOMPARE(content.layers[5].label, QStringLiteral("descent"));
    QCOMPARE(content.layers[5].steps.size(), std::size_t(7));
    // Both runs are stepped through.
    board.take(message(valley(2)));
    QCOMPARE(board.steps(), std::vector<std::int64_t>({ 0, 1, 2 }));
}

void BoardTest::axesCoverBothRuns()
{
    FigureContent now = valley();
    FigureContent before = valley();
    now.x.maximum = 2;
    before.x.minimum = -9;
    before.y.minimum.reset();
    const FigureContent both = withPinned(now, before);
    QCOMPARE(both.x.minimum, std::optional(-9.0));
    QCOMPARE(both.x.maximum, std::optional(4.0));
    QVERIFY(!both.y.minimum);
    QCOMPARE(both.y.maximum, std::optional(4.0));
}

void BoardTest::theGroundIsNotDrawnTwice()
{
    int maps = 0;
    for (const Layer &layer : withPinned(valley(), valley()).layers)
        maps += std::holds_alternative<HeatMapLayer>(layer.shape) || std::holds_alternative<ContourLayer>(layer.shape);
    QCOMPARE(maps, 2);
}

void BoardTest::unpinningLeavesTheRunAlone()
{
    FigureBoard board;
    board.take(message(valley(3)));
    board.pin();
    board.take(message(valley(4)));
    board.unpin();
    QVERIFY(!board.isPinned());
    QCOMPARE(board.group(map).items[0].figure, board.group(map).items[0].plain);
    QCOMPARE(board.steps().size(), std::size_t(4));
}

void BoardTest::tablesAreNotPinned()
{
    FigureContent table;
    table.layers
        = { { .shape = TableLayer { .headers = { QStringLiteral("a") }, .rows = { { QStringLiteral("1") } } } } };
    QCOMPARE(withPinned(table, valley()).layers.size(), std::size_t(1));
    QCOMPARE(withPinned(valley(), table).layers.size(), std::size_t(5));
}

QTEST_GUILESS_MAIN(BoardTest)
#include "board_test.moc"
