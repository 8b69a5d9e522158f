#include "figure/render.h"
#include "figure/space.h"

#include <QImage>
#include <QRegularExpression>
#include <QtTest>

#include <cmath>

using namespace thalweg;

namespace {

const QColor pink(0xff, 0x00, 0xff); // no colour of the map is near it
const double notANumber = std::nan("");

template <class Height> Grid gridOf(std::size_t columns, std::size_t rows, const Height &height)
{
    Grid grid;
    for (std::size_t c = 0; c < columns; ++c)
        grid.x.push_back(-1 + 2.0 * double(c) / double(columns - 1));
    for (std::size_t r = 0; r < rows; ++r)
        grid.y.push_back(-1 + 2.0 * double(r) / double(rows - 1));
    for (double y : grid.y)
        for (double x : grid.x)
            grid.z.push_back(height(x, y));
    return grid;
}

/// Over −1 … 1 in x and y, heights 0 … 1.
FigureContent surfaceOf(Grid grid, const Viewpoint &view = {})
{
    FigureContent content { .title = QStringLiteral("Hills"),
        .x = { .label = QStringLiteral("θ₀"), .minimum = -1, .maximum = 1 },
        .y = { .label = QStringLiteral("θ₁"), .minimum = -1, .maximum = 1 },
        .z = { .label = QStringLiteral("J(θ₀, θ₁)"), .minimum = 0, .maximum = 1 } };
    content.view = view;
    content.layers.push_back(
        { .shape = SurfaceLayer {
              { .grid = std::move(grid), .colourLabel = QStringLiteral("cost"), .minimum = 0, .maximum = 1 } } });
    return content;
}

FigureContent withDot(FigureContent content, double x, double y, double z)
{
    content.layers.push_back({ .shape = ScatterLayer { .x = { x }, .y = { y }, .size = 9, .z = { z } },
        .ownColour = QStringLiteral("#ff00ff") });
    return content;
}

QByteArray bytesOf(const FigureContent &content, FigureFormat format = FigureFormat::Png, const FigureStyle &style = {})
{
    const Result<QByteArray> bytes = renderFigure(Figure(content), format, style);
    return bytes ? *bytes : QByteArray();
}

QImage imageOf(const FigureContent &content, const FigureStyle &style = {})
{
    return QImage::fromData(bytesOf(content, FigureFormat::Png, style), "png");
}

bool isColour(QRgb pixel, const QColor &colour)
{
    constexpr int tolerance = 40;
    return std::abs(qRed(pixel) - colour.red()) < tolerance && std::abs(qGreen(pixel) - colour.green()) < tolerance
        && std::abs(qBlue(pixel) - colour.blue()) < tolerance;
}

/// The mean place of the pixels of a colour; null where there are none.
QPointF placeOf(const QImage &image, const QColor &colour)
{
    QPointF sum;
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (isColour(image.pixel(x, y), colour)) {
                sum += QPointF(x, y);
                ++count;
            }
    return count ? sum / count : QPointF();
}

double flat(double, double)
{
    return 0;
}

} // namespace

class SurfaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsPointsWhereTrigonometrySays_data();
    void drawsPointsWhereTrigonometrySays();
    void aHillHidesThePathBehindIt();
    void aPathOnTheSurfaceIsSeen();
    void theEyeLooksIntoABowlAndNotThroughItsWall();
    void aPathThatComesOutBehindAHillIsTwoLines();
    void whatIsSeenAtAPlaceIsFound();
    void cellsWithoutNumbersAreHoles();
    void heightsAreColoursToo();
    void writesEveryWordIntoTheSvg();
    void givesTheSameBytesTwice_data();
    void givesTheSameBytesTwice();
    void survivesAnyNumbers_data();
    void survivesAnyNumbers();
    void isDarkWhereAskedTo();
    void zoomBringsItNearer();
};

void SurfaceTest::drawsPointsWhereTrigonometrySays_data()
{
    QTest::addColumn<double>("azimuth");
    QTest::addColumn<double>("elevation");
    QTest::newRow("as usual") << -60.0 << 35.0;
    QTest::newRow("from behind") << 130.0 << 20.0;
    QTest::newRow("along an axis") << 0.0 << 45.0;
    QTest::newRow("from above") << -90.0 << 90.0;
}

void SurfaceTest::drawsPointsWhereTrigonometrySays()
{
    QFETCH(double, azimuth);
    QFETCH(double, elevation);
    const FigureContent content = surfaceOf(gridOf(2, 2, flat), { .azimuth = azimuth, .elevation = elevation });
    const double a = azimuth * M_PI / 180;
    const double e = elevation * M_PI / 180;
    // To the right and up, of a point of the box that is 2 wide and deep.
    const auto expected = [&](double x, double y, double z) {
        const double up = (2 * z - 1) * boxHeight;
        const double away = -(x * std::cos(a) + y * std::sin(a));
        return QPointF(y * std::cos(a) - x * std::sin(a), up * std::cos(e) + away * std::sin(e));
    };
    const auto drawn = [&](double x, double y, double z) { return placeOf(imageOf(withDot(content, x, y, z)), pink); };
    const QPointF middle = drawn(0, 0, 0.5);
    QVERIFY(!middle.isNull());
    double unit = 0;
    for (const auto &[x, y, z] : { std::array { 0.9, 0.7, 0.6 }, std::array { -0.8, 0.5, 0.2 },
             std::array { 0.2, -0.9, 0.9 }, std::array { -0.6, -0.6, 0.1 } }) {
        const QPointF off = drawn(x, y, z) - middle;
        const QPointF page = expected(x, y, z);
        if (unit == 0)
            unit = std::hypot(off.x(), off.y()) / std::hypot(page.x(), page.y());
        QVERIFY2(std::hypot(off.x() - unit * page.x(), off.y() + unit * page.y()) < 2.5,
            qPrintable(QStringLiteral("%1, %2, %3").arg(x).arg(y).arg(z)));
    }
    QVERIFY(unit > 100);
}

/// A ridge along x = 0.
double ridge(double x, double)
{
    return std::exp(-30 * x * x);
}

void SurfaceTest::aHillHidesThePathBehindIt()
{
    for (const double azimuth : { 0.0, 180.0 }) {
        const FigureContent content = surfaceOf(gridOf(80, 80, ridge), { .azimuth = azimuth, .elevation = 15 });
        const double side = azimuth == 0 ? 1 : -1; // where the eye is
        QVERIFY(placeOf(imageOf(withDot(content, -0.35 * side, 0, 0.05)), pink).isNull());
        QVERIFY(!placeOf(imageOf(withDot(content, 0.35 * side, 0, 0.05)), pink).isNull());
        QVERIFY(!placeOf(imageOf(withDot(content, -0.35 * side, 0, 0.95)), pink).isNull()); // above it
    }
}

void SurfaceTest::aPathOnTheSurfaceIsSeen()
{
    // Its points lie on the true surface, which between the points of a grid is below the drawn one where it is convex.
    const auto valley = [](double x, double y) { return 0.1 * x * x + 0.8 * y * y; };
    const FigureContent content = surfaceOf(gridOf(12, 12, valley), { .azimuth = -90, .elevation = 60 });
    const Space space = makeSpace(content, extents(content.layers), content.view);
    for (double x = -0.95; x < 1; x += 0.07)
        for (double y = -0.5; y < 0.9; y += 0.05)
            QVERIFY2(std::isfinite(space.seenPoints({ x }, { y }, { valley(x, y) })[0].x()),
                qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
}

void SurfaceTest::theEyeLooksIntoABowlAndNotThroughItsWall()
{
    const auto bowl = [](double x, double y) { return (x * x + y * y) / 2; };
    const FigureContent content = surfaceOf(gridOf(60, 60, bowl), { .azimuth = 45, .elevation = 10 });
    const Space space = makeSpace(content, extents(content.layers), content.view);
    const auto isSeen
        = [&](double x, double y) { return std::isfinite(space.seenPoints({ x }, { y }, { bowl(x, y) })[0].x()); };
    QVERIFY(!isSeen(0, 0)); // the wall with the corner (1, 1) is in front of it
    QVERIFY(!isSeen(0.6, 0.6));
    QVERIFY(isSeen(-0.9, -0.9)); // the far rim
    const Space steep = makeSpace(content, extents(content.layers), { .azimuth = 45, .elevation = 70 });
    QVERIFY(std::isfinite(steep.seenPoints({ 0 }, { 0 }, { 0 })[0].x()));
}

void SurfaceTest::aPathThatComesOutBehindAHillIsTwoLines()
{
    const auto hill = [](double x, double y) { return std::exp(-20 * (x * x + y * y)); };
    const FigureContent content = surfaceOf(gridOf(60, 60, hill), { .azimuth = 0, .elevation = 20 });
    const Space space = makeSpace(content, extents(content.layers), content.view);
    const auto parts = space.seenLine({ -0.3, -0.3 }, { -0.9, 0.9 }, { 0.16, 0.16 });
    QCOMPARE(parts.size(), 2u);
    QCOMPARE(parts[0].size(), 2);
    QCOMPARE(parts[0].front(), space.projection.toPage(space.toBox(-0.3, -0.9, 0.16)));
    QCOMPARE(parts[1].back(), space.projection.toPage(space.toBox(-0.3, 0.9, 0.16)));
    // As far to either side: hill and path are symmetric.
    QVERIFY(std::abs(parts[0].back().x() + parts[1].front().x()) < 0.03);
    const auto broken = space.seenLine({ 0.5, 0.5, 0.5, 0.5 }, { -0.9, notANumber, 0.2, 0.9 }, { 0.5, 0.5, 0.5, 0.5 });
    QCOMPARE(broken.size(), 1u);
}

void SurfaceTest::whatIsSeenAtAPlaceIsFound()
{
    const auto slope = [](double x, double y) { return 0.3 + 0.2 * x + 0.1 * y; };
    const FigureContent content = surfaceOf(gridOf(9, 7, slope));
    const Space space = makeSpace(content, extents(content.layers), content.view);
    for (const QPointF &point : { QPointF(0, 0), QPointF(0.31, -0.77), QPointF(-0.9, 0.9) }) {
        const QPointF found = space.pick(space.onSurface(point.x(), point.y()));
        QVERIFY(std::hypot(found.x() - point.x(), found.y() - point.y()) < 1e-9);
    }
    QVERIFY(!std::isfinite(space.pick({ 5, 5 }).x()));
    const Space above = makeSpace(content, extents(content.layers), { .elevation = 90 });
    const QPointF found = above.pick(above.onSurface(0.5, 0.25));
    QVERIFY(std::hypot(found.x() - 0.5, found.y() - 0.25) < 1e-9);
}

void SurfaceTest::cellsWithoutNumbersAreHoles()
{
    const Viewpoint above { .azimuth = -90, .elevation = 90 };
    const QColor middle(0x21, 0x91, 0x8c); // of viridis
    const auto at = [&](const FigureContent &content) {
        const QPointF place = placeOf(imageOf(withDot(content, 0, 0, 1)), pink); // above the middle
        return QColor(imageOf(content).pixel(place.toPoint()));
    };
    const FigureContent whole = surfaceOf(gridOf(9, 9, [](double, double) { return 0.5; }), above);
    QVERIFY(isColour(at(whole).rgb(), middle));
    const FigureContent holed = surfaceOf(
        gridOf(9, 9, [](double x, double y) { return std::abs(x) + std::abs(y) < 0.3 ? notANumber : 0.5; }), above);
    QVERIFY(at(holed).lightness() > 200); // the floor
}

void SurfaceTest::heightsAreColoursToo()
{
    const Viewpoint above { .azimuth = -90, .elevation = 90 };
    const FigureContent content
        = surfaceOf(gridOf(2, 2, [](double x, double) { return (x + 1) / 2; }), above); // one cell
    const QImage image = imageOf(content);
    const auto at
        = [&](double x) { return QColor(image.pixel(placeOf(imageOf(withDot(content, x, 0, 1)), pink).toPoint())); };
    QVERIFY(at(0.9).lightness() > at(0).lightness() + 20 && at(0).lightness() > at(-0.9).lightness() + 20);
    QVERIFY(at(0.95).red() > 150 && at(-0.95).green() < 40); // from violet to yellow
}

void SurfaceTest::writesEveryWordIntoTheSvg()
{
    FigureContent content = surfaceOf(gridOf(20, 20, ridge));
    content.layers.push_back({ .label = QStringLiteral("gd"),
        .shape = LineLayer { .x = { -1, 1 }, .y = { 0, 0 }, .z = { 0, 0 } },
        .colour = 0 });
    const QString svg = QString::fromUtf8(bytesOf(content, FigureFormat::Svg));
    for (const char *word : { "Hills", "θ₀", "θ₁", "J(θ₀, θ₁)", "cost", "gd", "−1", "0.5" })
        QVERIFY2(svg.contains(QStringLiteral(">%1</text>").arg(QString::fromUtf8(word))), word);
    QVERIFY(svg.count(QRegularExpression(QStringLiteral("<(path|polygon)"))) > 48 * 48 / 2); // cells, no image
    QVERIFY(!svg.contains(QLatin1String("<image")) || svg.count(QLatin1String("<image")) == 1); // the colour bar's
}

void SurfaceTest::givesTheSameBytesTwice_data()
{
    QTest::addColumn<FigureFormat>("format");
    QTest::newRow("png") << FigureFormat::Png;
    QTest::newRow("svg") << FigureFormat::Svg;
    QTest::newRow("pdf") << FigureFormat::Pdf;
}

void SurfaceTest::givesTheSameBytesTwice()
{
    QFETCH(FigureFormat, format);
    const FigureContent content = withDot(surfaceOf(gridOf(30, 30, ridge)), 0.5, 0.5, 0.5);
    const QByteArray first = bytesOf(content, format);
    QVERIFY(first.size() > 1000);
    QCOMPARE(bytesOf(content, format), first);
}

void SurfaceTest::survivesAnyNumbers_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("isLog");
    for (const double scale : { 1.0, 0.0, 1e-300, 1e300, -1e308, notANumber, HUGE_VAL })
        for (const int columns : { 2, 17 })
            for (const bool isLog : { false, true })
                QTest::addRow("%g %d %d", scale, columns, isLog) << scale << columns << isLog;
}

void SurfaceTest::survivesAnyNumbers()
{
    QFETCH(double, scale);
    QFETCH(int, columns);
    QFETCH(bool, isLog);
    FigureContent content
        = surfaceOf(gridOf(std::size_t(columns), 2, [&](double x, double y) { return scale * (0.25 + ridge(x, y)); }));
    content.z.minimum = content.z.maximum = {};
    content.z.scale = isLog ? FigureAxis::Scale::Log : FigureAxis::Scale::Linear;
    auto &map = std::get<SurfaceLayer>(content.layers[0].shape).map;
    map.minimum = map.maximum = {};
    map.logColours = isLog;
    for (double &x : map.grid.x)
        x *= std::isfinite(scale) && scale > 0 ? scale : 1;
    content.x.minimum = content.x.maximum = {};
    content.layers.push_back({ .shape
        = LineLayer { .x = { scale, notANumber, 0, HUGE_VAL }, .y = { 0, 1, 0.5, 0 }, .z = { 0, scale, scale, 1 } } });
    const QImage image = imageOf(content, { .width = 300, .height = 200, .scale = 1 });
    QCOMPARE(image.size(), QSize(300, 200));
    const bool isShown = std::isfinite(scale) && (!isLog || scale > 0);
    bool hasColour = false; // that of the map, which is no grey
    for (int y = 0; y < image.height() && !hasColour; ++y)
        for (int x = 60; x < 200 && !hasColour; ++x)
            hasColour = QColor(image.pixel(x, y)).hslSaturation() > 100;
    QCOMPARE(hasColour, isShown);
}

void SurfaceTest::isDarkWhereAskedTo()
{
    const FigureContent content = surfaceOf(gridOf(20, 20, ridge));
    const QImage dark = imageOf(content, { .theme = FigureStyle::Theme::Dark });
    QVERIFY(QColor(dark.pixel(5, 5)).lightness() < 60);
    QVERIFY(QColor(imageOf(content).pixel(5, 5)).lightness() > 240);
}

void SurfaceTest::zoomBringsItNearer()
{
    const FigureContent content = surfaceOf(gridOf(2, 2, flat));
    FigureContent near = content;
    near.view.zoom = 2;
    const auto apart = [](const FigureContent &figure) {
        const QPointF off = placeOf(imageOf(withDot(figure, 0.2, 0.3, 0.6)), pink)
            - placeOf(imageOf(withDot(figure, -0.2, 0, 0.4)), pink);
        return std::hypot(off.x(), off.y());
    };
    QVERIFY(std::abs(apart(near) / apart(content) - 2) < 0.03);
}

QTEST_MAIN(SurfaceTest)
#include "surface_test.moc"
