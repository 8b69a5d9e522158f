#include "../../../../plugins/optimizers/line_search/armijo.h"
#include "../../../../plugins/optimizers/line_search/more_thuente.h"

#include <QtTest>

#include <functional>
#include <numbers>

using namespace thalweg;

namespace {

using Function = std::function<LineValue(double)>;

/// A line that remembers what it was asked.
class Formula final : public Line {
public:
    explicit Formula(Function function) : function_(std::move(function)) { }
    LineValue at(double step) override
    {
        asked.push_back(step);
        return function_(step);
    }

    std::vector<double> asked;

private:
    const Function function_;
};

// The six functions of Moré and Thuente's paper, (5.1) to (5.4).

LineValue first(double a)
{
    const double b = 2;
    return { -a / (a * a + b), (a * a - b) / ((a * a + b) * (a * a + b)) };
}

LineValue second(double a)
{
    const double t = a + 0.004;
    return { std::pow(t, 5) - 2 * std::pow(t, 4), 5 * std::pow(t, 4) - 8 * std::pow(t, 3) };
}

LineValue third(double a)
{
    const double b = 0.01;
    const double l = 39;
    const double pi = std::numbers::pi;
    const double value = a <= 1 - b ? 1 - a : a >= 1 + b ? a - 1 : (a - 1) * (a - 1) / (2 * b) + b / 2;
    const double slope = a <= 1 - b ? -1 : a >= 1 + b ? 1 : (a - 1) / b;
    return { value + 2 * (1 - b) / (l * pi) * std::sin(l * pi / 2 * a), slope + (1 - b) * std::cos(l * pi / 2 * a) };
}

Function yanai(double b1, double b2)
{
    return [=](double a) -> LineValue {
        const auto gamma = [](double b) { return std::sqrt(1 + b * b) - b; };
        const double left = std::sqrt((1 - a) * (1 - a) + b2 * b2);
        const double right = std::sqrt(a * a + b1 * b1);
        return { gamma(b1) * left + gamma(b2) * right, gamma(b1) * (a - 1) / left + gamma(b2) * a / right };
    };
}

struct Case {
    const char *name;
    Function function;
    double c1; ///< the paper's μ
    double c2; ///< its η
    std::vector<double> steps; ///< the paper's results from 10⁻³, 10⁻¹, 10 and 10³, in its two digits; may be empty
};

std::vector<Case> published()
{
    return {
        { "(5.1)", first, 0.001, 0.1, { 1.4, 1.4, 10, 37 } },
        { "(5.2)", second, 0.1, 0.1, { 1.6, 1.6, 1.6, 1.6 } },
        { "(5.3)", third, 0.1, 0.1, { 1.0, 1.0, 1.0, 1.0 } },
        { "(5.4) 0.001 0.001", yanai(0.001, 0.001), 0.001, 0.001, { 0.085, 0.10, 0.35, 0.83 } },
        { "(5.4) 0.01 0.001", yanai(0.01, 0.001), 0.001, 0.001, { 0.075, 0.078, 0.073, 0.076 } },
        { "(5.4) 0.001 0.01", yanai(0.001, 0.01), 0.001, 0.001, { 0.93, 0.93, 0.92, 0.92 } },
    };
}

constexpr double firsts[] = { 1e-3, 1e-1, 1e1, 1e3 };

/// f and its slope at 0, f at the step: what both searches promise.
void checkResult(const Formula &line, const LineValue &start, const LineSearchResult &result, double c1)
{
    QVERIFY(result.isFound);
    QCOMPARE(line.asked.back(), result.step);
    QCOMPARE(line.asked.size(), static_cast<std::size_t>(result.evaluations));
    QVERIFY(result.at.value <= start.value + c1 * result.step * start.slope);
}

} // namespace

class LineSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meetsTheStrongWolfeConditionsOnThePublishedFunctions_data();
    void meetsTheStrongWolfeConditionsOnThePublishedFunctions();
    void backtracksToTheArmijoConditionOnThePublishedFunctions();
    void isExactOnAParabolaAtTheSecondStep();
    void shortensAStepToWhereTheValueIsNotFinite();
    void growsAStepAsFarAsItMay();
    void findsNothingWhereTheLineOnlyRises();
    void findsNothingWhereNothingIsEverFinite();
    void takesAFlatterPlaceWhereTheDecreaseIsLostInRounding();
    void goesDownAtAKink();
};

void LineSearchTest::meetsTheStrongWolfeConditionsOnThePublishedFunctions_data()
{
    QTest::addColumn<int>("function");
    QTest::addColumn<int>("from");
    const auto cases = published();
    for (int function = 0; function < 6; ++function)
        for (int from = 0; from < 4; ++from)
            QTest::addRow("%s from %g", cases[static_cast<std::size_t>(function)].name, firsts[from])
                << function << from;
}

void LineSearchTest::meetsTheStrongWolfeConditionsOnThePublishedFunctions()
{
    QFETCH(int, function);
    QFETCH(int, from);
    const Case test = published()[static_cast<std::size_t>(function)];
    Formula line(test.function);
    const LineValue start = test.function(0);
    const LineSearchResult result = searchStrongWolfe(line, start, firsts[from], { .c1 = test.c1, .c2 = test.c2 });
    checkResult(line, start, result, test.c1);
    QVERIFY(std::abs(test.function(result.step).slope) <= test.c2 * std::abs(start.slope));
    const double expected = test.steps[static_cast<std::size_t>(from)];
    QVERIFY2(std::abs(result.step / expected - 1) < 0.05,
        qPrintable(QStringLiteral("%1, not %2, after %3").arg(result.step).arg(expected).arg(result.evaluations)));
}

void LineSearchTest::backtracksToTheArmijoConditionOnThePublishedFunctions()
{
    for (const Case &test : published()) {
        for (const double from : firsts) {
            Formula line(test.function);
            const LineValue start = test.function(0);
            const LineSearchResult result = searchArmijo(line, start, from, { .c1 = test.c1 });
            checkResult(line, start, result, test.c1);
            // It only ever goes back, by a half at least and a tenth at most.
            QCOMPARE(line.asked.front(), from);
            for (std::size_t i = 1; i < line.asked.size(); ++i) {
                QVERIFY(line.asked[i] <= line.asked[i - 1] / 2);
                QVERIFY(line.asked[i] >= line.asked[i - 1] / 10);
                QVERIFY(
                    test.function(line.asked[i - 1]).value > start.value + test.c1 * line.asked[i - 1] * start.slope);
            }
        }
    }
}

void LineSearchTest::isExactOnAParabolaAtTheSecondStep()
{
    const Function parabola = [](double a) -> LineValue { return { (a - 3) * (a - 3), 2 * (a - 3) }; };
    for (const double from : { 1.0, 2.9, 4.0, 5.5, 40.0 }) {
        Formula line(parabola);
        const auto result = searchStrongWolfe(line, parabola(0), from, { .c1 = 1e-8, .c2 = 1e-7 });
        QVERIFY(result.isFound);
        QCOMPARE(result.evaluations, 2);
        QVERIFY(std::abs(result.step - 3) < 1e-9);
    }
    Formula line(parabola);
    const auto back = searchArmijo(line, parabola(0), 10, {});
    QCOMPARE(back.step, 3.0);
}

void LineSearchTest::shortensAStepToWhereTheValueIsNotFinite()
{
    // −log(1 − α) − 5 α has its minimum at 0.8 and ends at 1.
    const Function barrier = [](double a) -> LineValue { return { -std::log(1 - a) - 5 * a, 1 / (1 - a) - 5 }; };
    for (const double from : { 0.9, 1.0, 3.0, 1e6, 1e30 }) {
        for (const bool isArmijo : { false, true }) {
            Formula line(barrier);
            const auto result = isArmijo ? searchArmijo(line, barrier(0), from, {})
                                         : searchStrongWolfe(line, barrier(0), from, { .c2 = 0.1 });
            QVERIFY(result.isFound);
            QVERIFY(result.step > 0 && result.step < 1 && result.at.value < 0);
            QCOMPARE(line.asked.size(), static_cast<std::size_t>(result.evaluations));
        }
    }
    // No value beyond a wall, and J goes on falling up to it.
    const Function wall = [](double a) -> LineValue {
        return { a < 0.3 ? -a : std::numeric_limits<double>::quiet_NaN(), -1 };
    };
    Formula line(wall);
    const auto result = searchStrongWolfe(line, wall(0), 1, {});
    QVERIFY(result.isFound && result.step == 0.25);
}

void LineSearchTest::growsAStepAsFarAsItMay()
{
    const Function slope = [](double a) -> LineValue { return { -a, -1 }; };
    Formula line(slope);
    const auto result = searchStrongWolfe(line, slope(0), 1, { .longest = 1000 });
    QVERIFY(result.isFound);
    QCOMPARE(result.step, 1000.0);
    for (std::size_t i = 1; i < line.asked.size(); ++i)
        QVERIFY(line.asked[i] <= 5 * line.asked[i - 1]);
}

void LineSearchTest::findsNothingWhereTheLineOnlyRises()
{
    // The slope that is told is wrong.
    const Function rising = [](double a) -> LineValue { return { a, a > 0 ? 1.0 : -1.0 }; };
    for (const bool isArmijo : { false, true }) {
        Formula line(rising);
        const auto result = isArmijo ? searchArmijo(line, { 0, -1 }, 1, {}) : searchStrongWolfe(line, { 0, -1 }, 1, {});
        QVERIFY(!result.isFound);
        QVERIFY(result.evaluations <= 20);
    }
}

void LineSearchTest::findsNothingWhereNothingIsEverFinite()
{
    const Function nothing = [](double) -> LineValue { return { std::numeric_limits<double>::infinity(), 0 }; };
    for (const bool isArmijo : { false, true }) {
        Formula line(nothing);
        const auto result = isArmijo ? searchArmijo(line, { 0, -1 }, 1, {}) : searchStrongWolfe(line, { 0, -1 }, 1, {});
        QVERIFY(!result.isFound);
        QCOMPARE(result.evaluations, mostQuarterings + 1);
    }
}

void LineSearchTest::takesAFlatterPlaceWhereTheDecreaseIsLostInRounding()
{
    // 1 + (α − 1)²·10⁻²⁰ is 1 everywhere near.
    const Function flat = [](double a) -> LineValue { return { 1 + 1e-20 * (a - 1) * (a - 1), 2e-20 * (a - 1) }; };
    Formula line(flat);
    const auto result = searchStrongWolfe(line, flat(0), 0.9, { .c2 = 0.5 });
    QVERIFY(result.isFound);
    QCOMPARE(result.step, 0.9);
    // The same step is no good where J is as it was though it should have fallen.
    const Function plain = [](double a) -> LineValue { return { 1, 2 * (a - 1) }; };
    Formula other(plain);
    QVERIFY(!searchStrongWolfe(other, plain(0), 0.9, { .c2 = 0.5 }).isFound);
}

void LineSearchTest::goesDownAtAKink()
{
    const Function kink = [](double a) -> LineValue { return { std::abs(a - 0.7), a < 0.7 ? -1.0 : 1.0 }; };
    Formula line(kink);
    const auto result = searchStrongWolfe(line, kink(0), 1, {});
    QVERIFY(result.isFound && result.at.value < 0.7);
    QCOMPARE(line.asked.back(), result.step);
    QCOMPARE(kink(result.step).value, result.at.value);
}

QTEST_GUILESS_MAIN(LineSearchTest)
#include "line_search_test.moc"
