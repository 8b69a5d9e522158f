#include "costs_support.h"
#include "random_expression.h"

#include <rapidcheck.h>

#include <QtTest>

using namespace thalweg;

Q_DECLARE_METATYPE(Eigen::Vector2d)

class FormulaGradientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheClosedFormOfEveryFunction_data();
    void isTheClosedFormOfEveryFunction();
    void followsTheDocumentedConventionAtKinks_data();
    void followsTheDocumentedConventionAtKinks();
    void isNotHiddenWhereItIsInfinite();
    void isNotSpoiltByABranchNotTaken();
    void isThatOfRosenbrocksValley();
    void ofRandomFormulasIsThatOfCentralDifferences();
};

namespace {

Eigen::VectorXd gradientAt(const QString &formula, const Eigen::VectorXd &theta)
{
    const auto objective = makeFormula(formula);
    if (!objective)
        throw std::runtime_error(objective.error().text().toStdString());
    return evaluate(**objective, theta).gradient;
}

double derivativeAt(const QString &formula, double x)
{
    return gradientAt(formula, Eigen::VectorXd::Constant(1, x))[0];
}

} // namespace

void FormulaGradientTest::isTheClosedFormOfEveryFunction_data()
{
    using Real = long double;
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("expected");
    const auto rows = [](const char *formula, std::initializer_list<double> points, Real (*derivative)(Real)) {
        for (const double x : points)
            QTest::addRow("%s at %g", formula, x)
                << QString::fromUtf8(formula) << x << static_cast<double>(derivative(Real(x)));
    };
    rows("3*x + x - 2", { -1, 2 }, [](Real) -> Real { return 4; });
    rows("2 - x", { -1, 2 }, [](Real) -> Real { return -1; });
    rows("x*x", { -1, 0, 2 }, [](Real x) -> Real { return 2 * x; });
    rows("1/x", { -1, 0.1, 3 }, [](Real x) -> Real { return -1 / (x * x); });
    rows("x/(1 + x)", { -3, 0, 3 }, [](Real x) -> Real { return 1 / ((1 + x) * (1 + x)); });
    rows("-x", { 0, 3 }, [](Real) -> Real { return -1; });
    rows("x^2", { -3, 0, 3 }, [](Real x) -> Real { return 2 * x; });
    rows("x^3", { -3, 0, 3 }, [](Real x) -> Real { return 3 * x * x; });
    rows("x^16", { -1.5, 0, 3 }, [](Real x) -> Real { return 16 * std::pow(x, Real(15)); });
    rows("x^17", { -1.5, 0, 3 }, [](Real x) -> Real { return 17 * std::pow(x, Real(16)); });
    rows("x^1", { -1.5, 0 }, [](Real) -> Real { return 1; });
    rows("x^0", { -1.5, 0 }, [](Real) -> Real { return 0; });
    rows("x^-1", { -1.5, 3 }, [](Real x) -> Real { return -1 / (x * x); });
    rows("x^-3", { -1.5, 3 }, [](Real x) -> Real { return -3 / (x * x * x * x); });
    rows("x^1.5", { 0, 3 }, [](Real x) -> Real { return 1.5L * std::sqrt(x); });
    rows("2^x", { -3, 0, 3 }, [](Real x) -> Real { return std::log(Real(2)) * std::pow(Real(2), x); });
    rows("0^x", { 2, 0.5 }, [](Real) -> Real { return 0; });
    rows("e^x", { -3, 3 }, [](Real x) -> Real { return std::exp(x); });
    rows("x^x", { 0.5, 3 }, [](Real x) -> Real { return std::pow(x, x) * (std::log(x) + 1); });
    rows("exp(x)", { -30, 0, 3 }, [](Real x) -> Real { return std::exp(x); });
    rows("expm1(x)", { -30, 1e-9, 3 }, [](Real x) -> Real { return std::exp(x); });
    rows("log(x)", { 1e-9, 3 }, [](Real x) -> Real { return 1 / x; });
    rows("log1p(x)", { -0.9, 1e-9, 3 }, [](Real x) -> Real { return 1 / (1 + x); });
    rows("log2(x)", { 0.1, 3 }, [](Real x) -> Real { return 1 / (x * std::log(Real(2))); });
    rows("log10(x)", { 0.1, 3 }, [](Real x) -> Real { return 1 / (x * std::log(Real(10))); });
    rows("sqrt(x)", { 1e-9, 3 }, [](Real x) -> Real { return 1 / (2 * std::sqrt(x)); });
    rows("abs(x)", { -2, 3 }, [](Real x) -> Real { return x < 0 ? -1 : 1; });
    rows("sign(x)", { -2, 3 }, [](Real) -> Real { return 0; });
    rows("floor(x) + ceil(x)", { -2.5, 3.1 }, [](Real) -> Real { return 0; });
    rows("min(x, 1)", { -2, 3 }, [](Real x) -> Real { return x < 1 ? 1 : 0; });
    rows("max(x, 1)", { -2, 3 }, [](Real x) -> Real { return x < 1 ? 0 : 1; });
    rows("max(1, -x, 2*x)", { -2, 3, 0.1 }, [](Real x) -> Real { return x == -2 ? -1 : x == 3 ? 2 : 0; });
    rows("sin(x)", { -2, 0, 3 }, [](Real x) -> Real { return std::cos(x); });
    rows("cos(x)", { -2, 0, 3 }, [](Real x) -> Real { return -std::sin(x); });
    rows("tan(x)", { -1, 0, 1.5 }, [](Real x) -> Real { return 1 / (std::cos(x) * std::cos(x)); });
    rows("asin(x)", { -0.999, 0, 0.5 }, [](Real x) -> Real { return 1 / std::sqrt(1 - x * x); });
    rows("acos(x)", { -0.999, 0, 0.5 }, [](Real x) -> Real { return -1 / std::sqrt(1 - x * x); });
    rows("atan(x)", { -2, 0, 1e9 }, [](Real x) -> Real { return 1 / (1 + x * x); });
    rows("atan2(x, 2)", { -2, 0, 1e9 }, [](Real x) -> Real { return 2 / (4 + x * x); });
    rows("atan2(-3, x)", { -2, 0, 1e9 }, [](Real x) -> Real { return 3 / (9 + x * x); });
    rows("atan2(x*1e200, 1e200)", { -2, 0.5 }, [](Real x) -> Real { return 1 / (1 + x * x); });
    rows("sinh(x)", { -2, 0, 3 }, [](Real x) -> Real { return std::cosh(x); });
    rows("cosh(x)", { -2, 0, 3 }, [](Real x) -> Real { return std::sinh(x); });
    rows("tanh(x)", { -2, 0, 3, 18, 400 }, [](Real x) -> Real { return 1 / (std::cosh(x) * std::cosh(x)); });
    rows("if(x > 1, x^2, 5*x)", { -2, 3 }, [](Real x) -> Real { return x > 1 ? 2 * x : 5; });
    rows("(x > 1) + (x < 2 and not x == 3) + x", { -2, 3 }, [](Real) -> Real { return 1; });
    rows("sum(i, 1, 4, x^i)", { -2, 3 }, [](Real x) -> Real { return 1 + 2 * x + 3 * x * x + 4 * x * x * x; });
    rows("prod(i, 1, 3, x + i)", { -2, 3 }, [](Real x) -> Real { return 3 * x * x + 12 * x + 11; });
}

void FormulaGradientTest::isTheClosedFormOfEveryFunction()
{
    QFETCH(QString, formula);
    QFETCH(double, x);
    QFETCH(double, expected);
    const double derivative = derivativeAt(formula, x);
    QVERIFY2(std::abs(derivative - expected) <= 2e-15 * std::abs(expected),
        qPrintable(QStringLiteral("%1, not %2").arg(derivative, 0, 'g', 17).arg(expected, 0, 'g', 17)));
}

void FormulaGradientTest::followsTheDocumentedConventionAtKinks_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<Eigen::Vector2d>("expected"); // by x and y, at x = y = 0
    const auto row = [](const char *formula, double byX, double byY) {
        QTest::newRow(formula) << QString::fromUtf8(formula) << Eigen::Vector2d(byX, byY);
    };
    row("abs(x) + y", 0, 1);
    row("min(x, y)", 1, 0);
    row("min(y, x)", 0, 1);
    row("max(x, y)", 1, 0);
    row("max(y, x)", 0, 1);
    row("floor(x) + ceil(y) + sign(x)", 0, 0);
    row("if(x > y, 2*x, 3*y)", 0, 3);
    row("if(x >= y, 2*x, 3*y)", 2, 0);
    row("x^2 + y^3", 0, 0);
    row("x^1 + 0*y", 1, 0);
    row("x^(y + 2)", 0, 0);
}

void FormulaGradientTest::followsTheDocumentedConventionAtKinks()
{
    QFETCH(QString, formula);
    QFETCH(Eigen::Vector2d, expected);
    // The first term keeps the order x, y.
    QCOMPARE(gradientAt(QStringLiteral("0*x + 0*y + ") + formula, Eigen::Vector2d::Zero()), Eigen::VectorXd(expected));
}

void FormulaGradientTest::isNotHiddenWhereItIsInfinite()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QCOMPARE(derivativeAt("sqrt(x)", 0), infinity);
    QCOMPARE(derivativeAt("x^0.5", 0), infinity);
    QCOMPARE(derivativeAt("log(x)", 0), infinity);
    QVERIFY(std::isnan(derivativeAt("sqrt(x^2)", 0)));
    QVERIFY(std::isnan(gradientAt("x^y", Eigen::Vector2d(-2, 3))[1]));
    QCOMPARE(gradientAt("x^y", Eigen::Vector2d(-2, 3))[0], 12.);
}

void FormulaGradientTest::isNotSpoiltByABranchNotTaken()
{
    QCOMPARE(derivativeAt("if(x > 0, log(x), 2*x)", 0), 2.);
    QCOMPARE(derivativeAt("if(x > 0, sqrt(x), -3*x)", -1), -3.);
    QCOMPARE(derivativeAt("max(x + 1, 0*sqrt(x))", 0), 1.);
}

void FormulaGradientTest::isThatOfRosenbrocksValley()
{
    constexpr Eigen::Index n = 50;
    Eigen::VectorXd x(n);
    for (Eigen::Index i = 0; i < n; ++i)
        x[i] = std::sin(static_cast<double>(i));
    Eigen::VectorXd expected = Eigen::VectorXd::Zero(n);
    double cost = 0;
    for (Eigen::Index i = 0; i + 1 < n; ++i) {
        const double step = x[i + 1] - x[i] * x[i];
        cost += 100 * step * step + (1 - x[i]) * (1 - x[i]);
        expected[i] += -400 * x[i] * step - 2 * (1 - x[i]);
        expected[i + 1] += 200 * step;
    }
    const auto objective = makeFormula("sum(i, 1, 49, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)").value();
    const auto [value, gradient] = evaluate(*objective, x);
    QVERIFY(std::abs(value - cost) < 1e-12 * cost);
    QVERIFY((gradient - expected).lpNorm<Eigen::Infinity>() < 1e-12 * expected.lpNorm<Eigen::Infinity>());
}

void FormulaGradientTest::ofRandomFormulasIsThatOfCentralDifferences()
{
    using Real = long double;
    int compared = 0;
    const bool holds = rc::check([&](std::uint64_t seed) {
        Random random(seed);
        const RandomExpression expression = randomExpression(random, 5);
        const RandomExpression::Point at { random.uniform(-2, 2), random.uniform(-2, 2), random.uniform(-2, 2) };
        const Real expected = expression.value(at);
        // Where the formula is wild, neither double nor differences can follow it.
        if (!(std::abs(expected) < 1e3L))
            return;
        const auto objective = makeFormula(QStringLiteral("0*x + 0*y + 0*z + (%1)").arg(expression.text));
        if (!objective)
            RC_FAIL(objective.error().text().toStdString() + ": " + expression.text.toStdString());
        const auto [value, gradient] = evaluate(**objective,
            Eigen::Vector3d(static_cast<double>(at[0]), static_cast<double>(at[1]), static_cast<double>(at[2])));
        RC_LOG() << expression.text.toStdString() << '\n';
        for (std::size_t i = 0; i < 3; ++i) {
            const auto difference = [&](Real h) {
                RandomExpression::Point above = at, below = at;
                above[i] += h;
                below[i] -= h;
                return (expression.value(above) - expression.value(below)) / (2 * h);
            };
            const Real derivative = difference(1e-6L);
            if (!(std::abs(derivative) < 1e3L) || !(std::abs(derivative - difference(2e-6L)) < 1e-9L))
                return; // a kink, a pole, or too much curvature
            ++compared;
            RC_ASSERT(std::abs(gradient[static_cast<Eigen::Index>(i)] - static_cast<double>(derivative)) < 1e-7);
        }
        RC_ASSERT(std::abs(value - static_cast<double>(expected)) < 1e-9);
    });
    QVERIFY(holds);
    QVERIFY2(compared > 60, qPrintable(QString::number(compared)));
}

QTEST_GUILESS_MAIN(FormulaGradientTest)
#include "formula_gradient_test.moc"
