#include "figure/clip.h"
#include "figure/iso_lines.h"

#include <QtTest>

#include <cmath>

using namespace thalweg;

namespace {

const QRectF unit(0, 0, 1, 1);

template <class Function> Grid gridOf(int count, double half, Function z)
{
    Grid grid;
    for (int i = 0; i < count; ++i) {
        grid.x.push_back(-half + 2 * half * i / (count - 1));
        grid.y.push_back(-half + 2 * half * i / (count - 1));
    }
    for (double y : grid.y)
        for (double x : grid.x)
            grid.z.push_back(z(x, y));
    return grid;
}

double length(const QPolygonF &line)
{
    double sum = 0;
    for (qsizetype i = 1; i < line.size(); ++i)
        sum += QLineF(line[i - 1], line[i]).length();
    return sum;
}

} // namespace

class GeometryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clipsALineToItsPartsInside();
    void breaksALineWhereAPointIsNotFinite();
    void clipsWhatIsFarBeyondAllPixels();
    void clipsAPolygon();
    void findsTheCircleOfAParaboloid();
    void findsAnOpenLineFromEdgeToEdge();
    void partsTheTwoBranchesOfASaddle();
    void leavesOutCellsWithoutNumbers();
    void findsNothingOutsideTheNumbers();
};

void GeometryTest::clipsALineToItsPartsInside()
{
    // In from the left, out at the top, and in again from the right.
    const QPolygonF line({ { -0.5, 0.5 }, { 0.5, 0.5 }, { 0.5, 2 }, { 1.5, 2 }, { 1.5, 0.25 }, { 0.75, 0.25 } });
    const std::vector<QPolygonF> parts = clippedLine(line, unit);
    QCOMPARE(parts.size(), 2u);
    QCOMPARE(parts[0], QPolygonF({ { 0, 0.5 }, { 0.5, 0.5 }, { 0.5, 1 } }));
    QCOMPARE(parts[1], QPolygonF({ { 1, 0.25 }, { 0.75, 0.25 } }));
}

void GeometryTest::breaksALineWhereAPointIsNotFinite()
{
    const std::vector<QPolygonF> parts
        = clippedLine(QPolygonF({ { 0, 0 }, { 0.25, 0 }, { 0.5, qQNaN() }, { 0.75, 0 }, { 1, 0 } }), unit);
    QCOMPARE(parts.size(), 2u);
    QCOMPARE(parts[0], QPolygonF({ { 0, 0 }, { 0.25, 0 } }));
    QCOMPARE(parts[1], QPolygonF({ { 0.75, 0 }, { 1, 0 } }));
}

void GeometryTest::clipsWhatIsFarBeyondAllPixels()
{
    const std::vector<QPolygonF> parts = clippedLine(QPolygonF({ { 0.5, 0.5 }, { 0.5, 1e200 } }), unit);
    QCOMPARE(parts.size(), 1u);
    QCOMPARE(parts[0].back(), QPointF(0.5, 1));
}

void GeometryTest::clipsAPolygon()
{
    const QPolygonF square({ { 0.5, 0.5 }, { 2, 0.5 }, { 2, 2 }, { 0.5, 2 } });
    QCOMPARE(clippedPolygon(square, unit).boundingRect(), QRectF(0.5, 0.5, 0.5, 0.5));
    QVERIFY(clippedPolygon(square.translated(5, 0), unit).isEmpty());
}

void GeometryTest::findsTheCircleOfAParaboloid()
{
    const Grid grid = gridOf(201, 2, [](double x, double y) { return x * x + y * y; });
    const std::vector<QPolygonF> lines = isoLines(grid, 1);
    QCOMPARE(lines.size(), 1u);
    QVERIFY(lines[0].isClosed());
    for (const QPointF &point : lines[0])
        QVERIFY(std::abs(std::hypot(point.x(), point.y()) - 1) < 2e-4); // h²/8 of a cell's side h = 0.02, and a bit
    QVERIFY(std::abs(length(lines[0]) - 2 * M_PI) < 2e-3);
}

void GeometryTest::findsAnOpenLineFromEdgeToEdge()
{
    const Grid grid = gridOf(5, 1, [](double x, double) { return x; });
    const std::vector<QPolygonF> lines = isoLines(grid, 0.25);
    QCOMPARE(lines.size(), 1u);
    QCOMPARE(lines[0].size(), 5);
    for (const QPointF &point : lines[0])
        QCOMPARE(point.x(), 0.25);
    QCOMPARE(length(lines[0]), 2.0);
}

void GeometryTest::partsTheTwoBranchesOfASaddle()
{
    // xy = ¼ has two branches; on an even grid the middle cell is a saddle, and its mean, 0, is below.
    const Grid grid = gridOf(4, 1.5, [](double x, double y) { return x * y; });
    const std::vector<QPolygonF> lines = isoLines(grid, 0.2);
    QCOMPARE(lines.size(), 2u);
    for (const QPolygonF &line : lines) {
        const double side = line.front().x() > 0 ? 1 : -1;
        for (const QPointF &point : line)
            QVERIFY(side * point.x() > 0 && side * point.y() > 0);
    }
}

void GeometryTest::leavesOutCellsWithoutNumbers()
{
    Grid grid = gridOf(5, 1, [](double x, double) { return x; });
    grid.z[2 * 5 + 3] = qQNaN(); // a corner of four cells, two of which the line crosses
    const std::vector<QPolygonF> lines = isoLines(grid, 0.25);
    QCOMPARE(lines.size(), 2u);
    QCOMPARE(length(lines[0]) + length(lines[1]), 1.0);
}

void GeometryTest::findsNothingOutsideTheNumbers()
{
    const Grid grid = gridOf(5, 1, [](double x, double) { return x; });
    QVERIFY(isoLines(grid, 3).empty());
    QVERIFY(isoLines(Grid {}, 0).empty());
}

QTEST_GUILESS_MAIN(GeometryTest)
#include "geometry_test.moc"
