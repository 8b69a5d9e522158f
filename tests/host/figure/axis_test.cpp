#include "figure/colours.h"
#include "figure/number_text.h"
#include "figure/ticks.h"

#include <QtTest>

using namespace thalweg;

namespace {

Extent extentOf(std::initializer_list<double> values)
{
    Extent extent;
    for (double value : values)
        extent.add(value);
    return extent;
}

const FigureAxis linear;
const FigureAxis logarithmic { .scale = FigureAxis::Scale::Log };

/// Lightness L* of CIELAB (CIE 1976), from sRGB (IEC 61966-2-1).
double lightness(const QColor &colour)
{
    const auto channel = [](float c) { return c <= 0.04045f ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const double y
        = 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
    return y > 216.0 / 24389 ? 116 * std::cbrt(y) - 16 : y * 24389.0 / 27;
}

} // namespace

class AxisTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setsRoundNumbersAlongALinearAxis();
    void writesNumbersAsPrintDoes_data();
    void writesNumbersAsPrintDoes();
    void setsDecadesAlongALogAxis();
    void setsOnesTwosAndFivesWhereThereAreFewDecades();
    void keepsTheNumberOfMarksWithinBounds_data();
    void keepsTheNumberOfMarksWithinBounds();
    void leavesAMarginAroundTheData();
    void keepsTheEndsThatAreGiven();
    void givesASingleValueRoom();
    void leavesOutWhatALogAxisCannotShow();
    void isEmptyWithoutFiniteData();
    void bringsExtremesToOrdinarySize();
    void typesetsNumbers();
    void neighboursInThePaletteDifferInGrey();
    void coloursRiseEvenlyInLightness();
};

void AxisTest::setsRoundNumbersAlongALinearAxis()
{
    const Ticks marks = ticks(AxisMap { .lower = 0, .upper = 11 }, 6);
    QCOMPARE(marks.major, QVector<double>({ 0, 2, 4, 6, 8, 10 }));
    QCOMPARE(marks.labels, QStringList({ "0", "2", "4", "6", "8", "10" }));
}

void AxisTest::writesNumbersAsPrintDoes_data()
{
    QTest::addColumn<double>("upper");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("tenths") << 0.5 << QStringList({ "0", "0.1", "0.2", "0.3", "0.4", "0.5" });
    QTest::newRow("halves of a unit") << 10.0 << QStringList({ "0", "2", "4", "6", "8", "10" });
    QTest::newRow("thousands") << 5e4
                               << QStringList({ "0", "10\u2009000", "20\u2009000", "30\u2009000", "40\u2009000",
                                      "50\u2009000" });
    QTest::newRow("millions") << 5e6 << QStringList({ "0", "1×10⁶", "2×10⁶", "3×10⁶", "4×10⁶", "5×10⁶" });
    QTest::newRow("millionths") << 5e-6 << QStringList({ "0", "1×10⁻⁶", "2×10⁻⁶", "3×10⁻⁶", "4×10⁻⁶", "5×10⁻⁶" });
}

void AxisTest::writesNumbersAsPrintDoes()
{
    QFETCH(double, upper);
    QFETCH(QStringList, labels);
    QCOMPARE(ticks(AxisMap { .lower = 0, .upper = upper }, 5).labels, labels);
}

void AxisTest::setsDecadesAlongALogAxis()
{
    const Ticks marks = ticks(AxisMap { .log = true, .lower = -9, .upper = 2 }, 6);
    QCOMPARE(marks.major, QVector<double>({ -8, -6, -4, -2, 0, 2 }));
    QCOMPARE(marks.labels, QStringList({ "10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰", "10²" }));
}

void AxisTest::setsOnesTwosAndFivesWhereThereAreFewDecades()
{
    const Ticks marks = ticks(AxisMap { .log = true, .lower = 0, .upper = 1.5 }, 5);
    QCOMPARE(marks.labels, QStringList({ "1", "2", "5", "10", "20" }));
    QCOMPARE(marks.major[1], std::log10(2));
}

void AxisTest::keepsTheNumberOfMarksWithinBounds_data()
{
    QTest::addColumn<bool>("log");
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    QTest::newRow("linear, narrow and far") << false << 1e6 << 1e6 + 1e-3;
    QTest::newRow("linear, at the end of the digits") << false << 1e15 << 1e15 + 4;
    QTest::newRow("linear, both signs") << false << -3.0 << 7.1;
    QTest::newRow("log, all of double") << true << -308.0 << 308.0;
    QTest::newRow("log, half a decade") << true << 0.2 << 0.7;
    QTest::newRow("log, a sliver far down") << true << -200.001 << -200.0;
}

void AxisTest::keepsTheNumberOfMarksWithinBounds()
{
    QFETCH(bool, log);
    QFETCH(double, lower);
    QFETCH(double, upper);
    const Ticks marks = ticks(AxisMap { .log = log, .lower = lower, .upper = upper }, 6);
    QVERIFY2(marks.major.size() >= 2 && marks.major.size() <= 13, qPrintable(marks.labels.join(' ')));
    QVERIFY(marks.minor.size() <= 80);
    QCOMPARE(marks.labels.size(), marks.major.size());
    QCOMPARE(QSet<QString>(marks.labels.begin(), marks.labels.end()).size(), marks.labels.size());
    const double slack = 1e-6 * (upper - lower);
    for (double mark : marks.major)
        QVERIFY(mark >= lower - slack && mark <= upper + slack);
}

void AxisTest::leavesAMarginAroundTheData()
{
    const AxisMap map = axisMap(linear, extentOf({ 0, 100 }), 0.04);
    QCOMPARE(map.lower, -4.0);
    QCOMPARE(map.upper, 104.0);
    const AxisMap log = axisMap(logarithmic, extentOf({ 1e-2, 1e8 }), 0.05);
    QCOMPARE(log.lower, -2.5);
    QCOMPARE(log.upper, 8.5);
}

void AxisTest::keepsTheEndsThatAreGiven()
{
    const AxisMap map = axisMap({ .minimum = 0, .maximum = 11 }, extentOf({ -50, 3 }), 0.04);
    QCOMPARE(map.lower, 0.0);
    QCOMPARE(map.upper, 11.0);
    const AxisMap beyond = axisMap({ .minimum = 10 }, extentOf({ 1, 5 }), 0.04);
    QCOMPARE(beyond.lower, 10.0);
    QVERIFY(beyond.upper > 10);
}

void AxisTest::givesASingleValueRoom()
{
    const AxisMap five = axisMap(linear, extentOf({ 5 }), 0.04);
    QCOMPARE(five.lower, 4.5);
    QCOMPARE(five.upper, 5.5);
    const AxisMap zero = axisMap(linear, extentOf({ 0 }), 0.04);
    QCOMPARE(zero.lower, -1.0);
    QCOMPARE(zero.upper, 1.0);
    const AxisMap log = axisMap(logarithmic, extentOf({ 100 }), 0.04);
    QCOMPARE(log.lower, 1.5);
    QCOMPARE(log.upper, 2.5);
}

void AxisTest::leavesOutWhatALogAxisCannotShow()
{
    const AxisMap map = axisMap(logarithmic, extentOf({ -5, 0, 1, 1000 }), 0);
    QCOMPARE(map.lower, 0.0);
    QCOMPARE(map.upper, 3.0);
    QVERIFY(std::isnan(map.toPlot(0)));
    QVERIFY(axisMap(logarithmic, extentOf({ -5, 0 }), 0).isEmpty);
}

void AxisTest::isEmptyWithoutFiniteData()
{
    QVERIFY(axisMap(linear, extentOf({ qQNaN(), qInf() }), 0.04).isEmpty);
    QVERIFY(ticks(axisMap(linear, {}, 0.04), 6).major.isEmpty());
}

void AxisTest::bringsExtremesToOrdinarySize()
{
    for (double size : { 1e-300, 1e300, 1.7e308 }) {
        const AxisMap map = axisMap(linear, extentOf({ -size, size }), 0.04);
        QVERIFY(std::abs(map.lower) > 0.1 && std::abs(map.lower) < 20);
        QVERIFY(qFuzzyCompare(map.fromPlot(map.toPlot(size)), size));
    }
}

void AxisTest::typesetsNumbers()
{
    QCOMPARE(typeset("-5.09e-09"), QStringLiteral("−5.09×10⁻⁹"));
    QCOMPARE(typeset("1e+300"), QStringLiteral("1×10³⁰⁰"));
    QCOMPARE(typeset("12.5"), QStringLiteral("12.5"));
    QCOMPARE(typeset("–"), QStringLiteral("–"));
    QCOMPARE(fixedNumber(-1234567.24, 1), QStringLiteral("−1\u2009234\u2009567.2"));
    QCOMPARE(fixedNumber(-0.001, 1), QStringLiteral("0.0"));
    QCOMPARE(fixedNumber(1234, 0), QStringLiteral("1234"));
}

void AxisTest::neighboursInThePaletteDifferInGrey()
{
    for (auto theme : { FigureStyle::Theme::Light, FigureStyle::Theme::Dark }) {
        const Colours looks = colours(theme);
        for (std::size_t i = 0; i < looks.palette.size(); ++i) {
            const double own = lightness(looks.palette[i]);
            const double next = lightness(looks.palette[(i + 1) % looks.palette.size()]);
            QVERIFY2(std::abs(own - next) >= 8, qPrintable(QString("%1: %2 and %3").arg(i).arg(own).arg(next)));
            QVERIFY2(std::abs(own - lightness(looks.background)) >= 30, qPrintable(QString::number(i)));
        }
    }
    QVERIFY(colours(FigureStyle::Theme::Light).of(0).hslHue() > 180); // blue comes first
    QVERIFY(colours(FigureStyle::Theme::Light).of(0).hslHue() < 240);
}

void AxisTest::coloursRiseEvenlyInLightness()
{
    QCOMPARE(mapColour(0), QColor(0x44, 0x01, 0x54));
    QCOMPARE(mapColour(1), QColor(0xfd, 0xe7, 0x25));
    QCOMPARE(mapColour(-3), mapColour(0));
    const double whole = lightness(mapColour(1)) - lightness(mapColour(0));
    for (int i = 1; i <= 20; ++i) {
        const double part = (lightness(mapColour(i / 20.0)) - lightness(mapColour((i - 1) / 20.0))) / whole;
        QVERIFY2(part > 0.03 && part < 0.07, qPrintable(QString::number(part)));
    }
}

QTEST_GUILESS_MAIN(AxisTest)
#include "axis_test.moc"
