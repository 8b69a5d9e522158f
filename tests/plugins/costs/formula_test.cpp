#include "costs_support.h"

#include "formula/compiler.h"
#include <thalweg/formula/functions.h>
#include <thalweg/formula/parser.h>

#include <QtTest>

#include <numbers>

using namespace thalweg;

class FormulaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meansWhatMathematicsMeans_data();
    void meansWhatMathematicsMeans();
    void parametersAreTheFreeNamesInOrderOfFirstAppearance_data();
    void parametersAreTheFreeNamesInOrderOfFirstAppearance();
    void isTheSeedExample();
    void saysItselfInItsText();
    void valueAloneHasTheSameBitsAsWithTheGradient();
    void undefinedNumbersAreNotHidden();
    void columnsAreDataAndTheOtherNamesParameters();
    void longSumsAddInPairs();
    void manyTermsInARowNeedNoDeepStack();
    void descriptionsOfAllNodesAreSound();
    void helpNamesEveryFunction();
};

void FormulaTest::meansWhatMathematicsMeans_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("expected"); // at x = 3, y = 2
    const auto row = [](const char *formula, double expected) {
        QTest::newRow(formula) << QString::fromUtf8(formula) << expected;
    };
    constexpr double pi = std::numbers::pi;
    constexpr double e = std::numbers::e;
    row("1 + 2*x", 7);
    row("10 - x - y", 5);
    row("12/x/y", 2);
    row("12/x*y", 8);
    row("-x^2", -9);
    row("(-x)^2", 9);
    row("y^x^2", 512);
    row("(y^x)^2", 64);
    row("2^-1 + 0*x", 0.5);
    row("x^-y", 1. / 9);
    row("2^-x^2", std::pow(2., -9));
    row("-y^-x", -0.125);
    row("2*-x", -6);
    row("--x", 3);
    row("+x - +y", 1);
    row("-x*y", -6);
    row("x - -y", 5);
    row("y*x^2", 18);
    row("x^0 + y^1", 3);
    row("x^3 + x^4 + x^7 + x^16", 27 + 81 + 2187 + 43046721.);
    row("x^17", 129140163);
    row("x^0.5", std::sqrt(3.));
    row("(-x)^3", -27);
    row("(-x)^-3", -1. / 27);
    row("(-x)^20", 3486784401.);
    row("(x - 3)^2", 0);
    row("(x - 3)^0", 1);
    row("1.5e1*x", 45);
    row(".5*x", 1.5);
    row("2.*x", 6);
    row("1E-2*x + 1e+2", 100.03);
    row("x\n + y\t- 1", 4);
    row("pi*x", pi * 3);
    row("π*x", pi * 3);
    row("e^x", std::exp(3.));
    row("e*x", e * 3);
    row("1e0*x + e", 3 + e);
    row("x < y", 0);
    row("x > y", 1);
    row("x <= 3", 1);
    row("x >= 3.1", 0);
    row("x == 3", 1);
    row("x != 3", 0);
    row("x + 1 > y*1.9", 1);
    row("not x > y", 0);
    row("not not x", 1);
    row("x > 2 and y > 2", 0);
    row("x > 2 or y > 2", 1);
    row("1 or 0 and 0*x", 1);
    row("not 0 and x", 1);
    row("if(x > y, 10, 20)", 10);
    row("if(x < y, 10, 20)", 20);
    row("if(x > y and y > 0, x, y) + if(0*x, 1, 2)", 5);
    row("abs(-x) + abs(y)", 5);
    row("sign(-x) + sign(y) + sign(0*x)", 0);
    row("sign(-x)", -1);
    row("floor(x/y)", 1);
    row("floor(-x/y)", -2);
    row("ceil(x/y)", 2);
    row("min(x, y) + 10*max(x, y)", 32);
    row("min(5, x, 4, y, 7)", 2);
    row("max(1, x, y)", 3);
    row("exp(y)", 7.3890560989306502);
    row("expm1(x/1e10)", 3.00000000045e-10);
    row("log(x)", 1.0986122886681098);
    row("log1p(x/1e10)", 2.99999999955e-10);
    row("log2(8*x/3)", 3);
    row("log10(1000*x/3)", 3);
    row("sqrt(x)", 1.7320508075688772);
    row("sin(x)", 0.14112000805986721);
    row("cos(x)", -0.98999249660044542);
    row("tan(x)", -0.1425465430742778);
    row("asin(x/6)", pi / 6);
    row("acos(x/6)", pi / 3);
    row("atan(x/3)", pi / 4);
    row("atan2(x, -3)", 3 * pi / 4);
    row("atan2(-x, y - 2)", -pi / 2);
    row("sinh(x)", 10.017874927409903);
    row("cosh(x)", 10.067661995777765);
    row("tanh(x)", 0.99505475368673046);
    row("sum(i, 1, 4, i*x)", 30);
    row("sum(i, -2, 2, i^2) + 0*x", 10);
    row("sum(i, 3, 2, x)", 0);
    row("prod(i, 3, 2, x)", 1);
    row("prod(i, 1, 5, i)*x", 360);
    row("prod(k, 1, 3, x)", 27);
    row("sum(i, 1, 3, sum(j, i, 3, i*j))*x", 75);
    row("sum(i, 1, 2, sum(i, 1, 3, i))*x", 36);
    row("sum(i, 2*2 - 3, floor(3.5), x)", 9);
    row("sum(i, 1, 3, x)^2", 81);
    row("sum(i, 1, 3, if(i == 2, x, y))", 7);
    row("sum(x, 1, 3, x) + x - x", 6);
}

void FormulaTest::meansWhatMathematicsMeans()
{
    QFETCH(QString, formula);
    QFETCH(double, expected);
    // The names come from a first term that is 0, so that x and y are parameters of every formula.
    const auto objective = makeFormula(QStringLiteral("0*x + 0*y + (%1)").arg(formula));
    QVERIFY2(objective.ok(), objective ? "" : qPrintable(objective.error().text()));
    const double value = (*objective)->value(Eigen::Vector2d(3, 2));
    QVERIFY2(std::abs(value - expected) <= 4e-16 * std::abs(expected) + 1e-300,
        qPrintable(QStringLiteral("%1, not %2").arg(value, 0, 'g', 17).arg(expected, 0, 'g', 17)));
}

void FormulaTest::parametersAreTheFreeNamesInOrderOfFirstAppearance_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *formula, const QStringList &names) {
        QTest::newRow(formula) << QString::fromUtf8(formula) << names;
    };
    row("(theta - 5)^2", { "theta" });
    row("y + x + y", { "y", "x" });
    row("x1 + x10 + x2", { "x1", "x10", "x2" });
    row("θ^2 + größe + x₁ + _a", { "θ", "größe", "x₁", "_a" });
    row("a + x[2] + b + x[1]", { "a", "x[1]", "x[2]", "b" });
    row("sum(i, 1, 11, x[i]^2)",
        { "x[1]", "x[2]", "x[3]", "x[4]", "x[5]", "x[6]", "x[7]", "x[8]", "x[9]", "x[10]", "x[11]" });
    row("sum(i, 1, 2, (x[i+1] - x[i])^2)", { "x[1]", "x[2]", "x[3]" });
    row("sum(i, 1, 3, if(i == 1, x[1], x[i] - x[i-1]))", { "x[1]", "x[2]", "x[3]" });
    row("sum(i, 1, 3, if(i > 1 and x[i-1] > 0, x[i], a))", { "x[1]", "x[2]", "x[3]", "a" });
    row("sum(i, 1, 3, i) + i", { "i" });
    row("sum(i, 2, 1, a) + b", { "a", "b" });
    row("if(1 > 2, a, b)", { "a", "b" });
    row("x[1]*y[2] + y[1]", { "x[1]", "y[1]", "y[2]" });
    row("expo + e1 + pie + sumo", { "expo", "e1", "pie", "sumo" });
    row("a^0", { "a" });
}

void FormulaTest::parametersAreTheFreeNamesInOrderOfFirstAppearance()
{
    QFETCH(QString, formula);
    QFETCH(QStringList, names);
    const auto objective = makeFormula(formula);
    QVERIFY2(objective.ok(), objective ? "" : qPrintable(objective.error().text()));
    QCOMPARE((*objective)->parameterNames(), names);
}

void FormulaTest::isTheSeedExample()
{
    const auto objective = makeFormula("(theta - 5)^2").value();
    QCOMPARE(objective->termCount(), 1);
    const auto [value, gradient] = evaluate(*objective, Eigen::VectorXd::Zero(1));
    QCOMPARE(value, 25.);
    QCOMPARE(gradient[0], -10.);
}

void FormulaTest::saysItselfInItsText()
{
    QCOMPARE(makeFormula("(theta - 5)^2").value()->text(), QStringLiteral("J(theta) = (theta - 5)^2"));
    QCOMPARE(makeFormula("x^2\n  + y^2").value()->text(), QStringLiteral("J(x, y) = x^2 + y^2"));
}

void FormulaTest::valueAloneHasTheSameBitsAsWithTheGradient()
{
    const auto objective = makeFormula("sum(i, 1, 700, exp(-x[i]^2)*sin(i*x[i]) + x[i]^x[i])").value();
    const Eigen::VectorXd theta = Eigen::VectorXd::LinSpaced(objective->dimension(), 0.1, 3);
    QCOMPARE(objective->value(theta), evaluate(*objective, theta).value);
}

void FormulaTest::undefinedNumbersAreNotHidden()
{
    const auto at = [](const char *formula, double x) {
        return makeFormula(QString::fromUtf8(formula)).value()->value(Eigen::VectorXd::Constant(1, x));
    };
    QVERIFY(std::isnan(at("log(x)", -1)));
    QVERIFY(std::isnan(at("sqrt(x)", -1)));
    QVERIFY(std::isnan(at("x^0.5", -1)));
    QVERIFY(std::isnan(at("log(x)^(x + 1)", -1)));
    QVERIFY(std::isnan(at("(x + 2)^log(x)", -1)));
    QVERIFY(std::isnan(at("min(1, log(x))", -1)));
    QVERIFY(std::isnan(at("max(log(x), 1)", -1)));
    QVERIFY(std::isnan(at("if(log(x) < 0, 1, 2)", -1)));
    QVERIFY(std::isnan(at("sign(log(x))", -1)));
    QVERIFY(std::isnan(at("not log(x)", -1)));
    QCOMPARE(at("log(x)", 0), -std::numeric_limits<double>::infinity());
    QCOMPARE(at("1/x", 0), std::numeric_limits<double>::infinity());
    QCOMPARE(at("exp(x)", 1000), std::numeric_limits<double>::infinity());
}

void FormulaTest::columnsAreDataAndTheOtherNamesParameters()
{
    const Tape tape = compile(parseFormula("a*exp(-k*t) + c*u"), { "u", "unused", "t" });
    QCOMPARE(tape.parameterNames(), QStringList({ "a", "k", "c" }));
    const double parameters[] = { 2, 0.5, 3 };
    const double data[] = { 10, -1, 4 }; // u, unused, t
    double gradient[3];
    const double value = tape.valueAndGradient(parameters, gradient, data);
    const double decay = std::exp(-0.5 * 4);
    QCOMPARE(value, 2 * decay + 30);
    QCOMPARE(gradient[0], decay);
    QCOMPARE(gradient[1], -2 * 4 * decay);
    QCOMPARE(gradient[2], 10.);
}

void FormulaTest::longSumsAddInPairs()
{
    // One after the other, 0.1 added 2^17 times is off by 1e-9; in pairs, equal numbers double without rounding.
    const auto objective = makeFormula("sum(i, 1, 131072, x)").value();
    QCOMPARE(objective->value(Eigen::VectorXd::Constant(1, 0.1)), 0.1 * 131072);
}

void FormulaTest::manyTermsInARowNeedNoDeepStack()
{
    const QString formula = QStringList(20'000, QStringLiteral("x")).join(QStringLiteral("+"));
    const auto [value, gradient] = evaluate(*makeFormula(formula).value(), Eigen::VectorXd::Constant(1, 2));
    QCOMPARE(value, 40'000.);
    QCOMPARE(gradient[0], 20'000.);
}

void FormulaTest::descriptionsOfAllNodesAreSound()
{
    QStringList ids;
    for (const NodeType &type : thalwegNodeTypes()) {
        ids += type.id;
        QCOMPARE(faults(type), QStringList());
        QVERIFY(!type.help.isEmpty());
        for (const Parameter &parameter : type.parameters)
            QVERIFY2(!parameter.helpText.isEmpty(), qPrintable(parameter.name));
    }
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
}

void FormulaTest::helpNamesEveryFunction()
{
    const QString help = thalwegNodeTypes().front().help;
    for (const QString &name : functionNames())
        QVERIFY2(help.contains(QRegularExpression(QStringLiteral("[` ]%1[` (]").arg(name))), qPrintable(name));
}

QTEST_GUILESS_MAIN(FormulaTest)
#include "formula_test.moc"
