#include "gui/figures/figure_probe.h"
#include "gui/figures/figure_words.h"
#include "sample_figures.h"

#include <QJsonObject>
#include <QtTest>

using namespace thalweg;

namespace {

/// Ten pixels a unit, from the top left of −4, 4.
QPointF toPlace(double x, double y)
{
    return { (x + 4) * 10, (4 - y) * 10 };
}

} // namespace

class ProbeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheNearestPointThatIsSeen();
    void findsNothingFarAway();
    void readsAMapBetweenItsPoints();
    void knowsWhichStartsCanBeDragged();
    void saysWhatAPlaceMeansForTheParameters();
    void saysStepParametersAndCostOfAPoint();
    void aFigureIsTextForThoseWhoDoNotSeeIt();
    void aTableIsTextToo();
};

void ProbeTest::findsTheNearestPointThatIsSeen()
{
    // Step 1 is at (−1, 1).
    const std::optional<Probe> probe = nearestPoint(valley(), 3, toPlace, { 32, 31 }, 10);
    QVERIFY(probe);
    QCOMPARE(probe->step, std::optional<std::int64_t>(1));
    QCOMPARE(probe->x, -1.0);
    QCOMPARE(probe->y, 1.0);
    // With the cursor at the start, it has not come there yet.
    QVERIFY(!nearestPoint(valley(), 0, toPlace, { 32, 31 }, 10));
}

void ProbeTest::findsNothingFarAway()
{
    QVERIFY(!nearestPoint(valley(), {}, toPlace, { 70, 10 }, 20));
    QVERIFY(!nearestPoint({}, {}, toPlace, { 0, 0 }, 20));
}

void ProbeTest::readsAMapBetweenItsPoints()
{
    const Grid grid { .x = { 0, 1, 2 }, .y = { 0, 10 }, .z = { 0, 1, 2, 20, 21, 22 } };
    QCOMPARE(gridValue(grid, 0.5, 0), std::optional(0.5));
    QCOMPARE(gridValue(grid, 1.25, 5), std::optional(11.25));
    QCOMPARE(gridValue(grid, 2, 10), std::optional(22.0));
    QVERIFY(!gridValue(grid, 2.1, 5));
    QVERIFY(!gridValue(grid, 1, -1));
    QVERIFY(!gridValue({}, 0, 0));
}

void ProbeTest::knowsWhichStartsCanBeDragged()
{
    QCOMPARE(starts(valley()), std::vector<QPointF>({ QPointF(-3, 3) }));
    QVERIFY(starts(history({ 0, 1 })).empty());
    FigureContent pinned = valley();
    pinned.layers[2].colour = -1;
    QVERIFY(starts(pinned).empty());
}

void ProbeTest::saysWhatAPlaceMeansForTheParameters()
{
    QCOMPARE(parametersAt(valley(), { 1.5, 2 }), QJsonObject({ { "a", 1.5 }, { "b", 2 } }));
    FigureContent curve = valley();
    curve.y.parameter.clear();
    QCOMPARE(parametersAt(curve, { 1.5, 2 }), QJsonObject({ { "a", 1.5 } }));
    QVERIFY(parametersAt(history({ 0 }), { 1, 2 }).isEmpty());
}

void ProbeTest::saysStepParametersAndCostOfAPoint()
{
    const FigureContent figure = valley(5, 9); // points of the grid at whole numbers
    const std::optional<Probe> probe = nearestPoint(figure, {}, toPlace, toPlace(-1, 1), 5);
    QCOMPARE(readout(figure, probe, {}),
        QStringList({ QStringLiteral("descent · step 1"), QStringLiteral("a = -1"), QStringLiteral("b = 1"),
            QStringLiteral("J(a, b) ≈ 12") })); // (−2)² + 2·2²
    QCOMPARE(readout(figure, {}, { 3, -1 }),
        QStringList({ QStringLiteral("a = 3"), QStringLiteral("b = -1"), QStringLiteral("J(a, b) ≈ 4") }));
}

void ProbeTest::aFigureIsTextForThoseWhoDoNotSeeIt()
{
    const QString words = inWords(valley(5, 9), 1);
    QVERIFY(
        words.startsWith(QStringLiteral("Valley. Horizontal axis: a, from -4 to 4. Vertical axis: b, from -4 to 4.")));
    QVERIFY2(words.contains(QStringLiteral("Map of J(a, b), from 0 to 75.")), qPrintable(words)); // 25 + 2·25
    QVERIFY2(words.contains(QStringLiteral("Descent: line at step 1 a = -1, b = 1.")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("Start: mark at a = -3, b = 3.")), qPrintable(words));
    QVERIFY(inWords(valley(), 3).contains(QStringLiteral("at step 3 a = 0.5, b = -0.5")));
}

void ProbeTest::aTableIsTextToo()
{
    FigureContent table { .title = QStringLiteral("Scores") };
    table.layers = { { .shape = TableLayer { .headers = { QStringLiteral("measure"), QStringLiteral("value") },
                           .rows = { { QStringLiteral("R²"), QStringLiteral("0.9") } } } } };
    QCOMPARE(inWords(table, {}), QStringLiteral("Scores. Table of 1 rows; columns: measure, value."));
}

QTEST_GUILESS_MAIN(ProbeTest)
#include "probe_test.moc"
