#include "costs_support.h"

#include "gradient_check.h"
#include "test_functions/test_function.h"

#include <thalweg/plain_values.h>
#include <thalweg/random.h>

#include <QtTest>

#include <algorithm>

using namespace thalweg;

Q_DECLARE_METATYPE(const thalweg::TestFunction *)

class TestFunctionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areManyAndDistinct();
    void haveTheirPublishedMinimum_data() { everyFunction(); }
    void haveTheirPublishedMinimum();
    void haveExactGradients_data() { everyFunction(); }
    void haveExactGradients();
    void haveTheirPublishedValueAtTheStart_data();
    void haveTheirPublishedValueAtTheStart();
    void keepTheirMinimumInOtherDimensions_data() { everyFunction(); }
    void keepTheirMinimumInOtherDimensions();
    void areNamedInTheHelp();
    void refuseADimensionThatTheyDoNotHave();
    void startsAreGivenWithThem();

private:
    static void everyFunction()
    {
        QTest::addColumn<const TestFunction *>("function");
        for (const TestFunction &function : testFunctions())
            QTest::newRow(qPrintable(function.name)) << &function;
    }
};

namespace {

std::shared_ptr<const Objective> made(const TestFunction &function, int dimension)
{
    QJsonObject parameters { { "name", function.name }, { "dimension", dimension } };
    return makeObjective("costs.test-function", parameters).value();
}

/// The largest component of the gradient at the start: what is nothing beside it counts as 0.
double scaleOf(const Objective &objective, const TestFunction &function)
{
    const auto dimension = static_cast<int>(objective.dimension());
    return std::max(evaluate(objective, pointOf(function.start, dimension)).gradient.cwiseAbs().maxCoeff(), 1e-6);
}

void checkMinimum(const TestFunction &function, int dimension)
{
    const auto objective = made(function, dimension);
    QCOMPARE(objective->dimension(), dimension);
    const auto [value, gradient] = evaluate(*objective, pointOf(function.minimum, dimension));
    const double published = numberOf(function.minimumValue, dimension);
    const double start = std::abs(objective->value(pointOf(function.start, dimension)));
    QVERIFY2(std::abs(value - published) <= 1e-5 * std::abs(published) + (published == 0 ? 1e-12 * (1 + start) : 0),
        qPrintable(QString::number(value, 'g', 17)));
    const double steepest = gradient.cwiseAbs().maxCoeff();
    QVERIFY2(steepest <= 1e-5 * scaleOf(*objective, function),
        qPrintable(QStringLiteral("%1 beside %2").arg(steepest).arg(scaleOf(*objective, function))));
}

} // namespace

void TestFunctionsTest::areManyAndDistinct()
{
    QSet<QString> names;
    for (const TestFunction &function : testFunctions())
        names.insert(function.name);
    QCOMPARE(static_cast<std::size_t>(names.size()), testFunctions().size());
    QVERIFY(names.size() >= 40);
}

void TestFunctionsTest::haveTheirPublishedMinimum()
{
    QFETCH(const TestFunction *, function);
    checkMinimum(*function, function->dimension);
}

void TestFunctionsTest::haveExactGradients()
{
    QFETCH(const TestFunction *, function);
    const int dimension = function->dimension;
    const auto objective = made(*function, dimension);
    const Eigen::VectorXd start = pointOf(function->start, dimension);
    const Eigen::VectorXd minimum = pointOf(function->minimum, dimension);
    Random random(3);
    std::size_t agreeing = 0;
    for (int repetition = 0; repetition < 10; ++repetition) {
        // Somewhere between start and minimum, and aside: there all functions are defined.
        Eigen::VectorXd point(dimension);
        for (Eigen::Index i = 0; i < dimension; ++i)
            point[i] = start[i] + random.uniform(0.05, 0.9) * (minimum[i] - start[i])
                + 0.01 * random.normal() * std::max(std::abs(start[i]), 0.01);
        const GradientCheck check = checkGradient(*objective, point);
        const ComponentCheck &worst = check.components[check.worst];
        QVERIFY2(check.ok(),
            qPrintable(QStringLiteral("x[%1]: %2, but numeric %3 ± %4")
                           .arg(check.worst + 1)
                           .arg(worst.analytic, 0, 'g', 12)
                           .arg(worst.numeric, 0, 'g', 12)
                           .arg(worst.error)));
        agreeing += check.count(ComponentCheck::Verdict::Agrees);
    }
    QVERIFY(agreeing >= static_cast<std::size_t>(5 * dimension));
}

void TestFunctionsTest::haveTheirPublishedValueAtTheStart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("published");
    const auto row = [](const char *name, double published) { QTest::newRow(name) << QString(name) << published; };
    row("rosenbrock", 24.2);
    row("himmelblau", 170);
    row("leon", 57.8384);
    row("beale", 14.203125);
    row("freudenstein-roth", 400.5);
    row("powell-badly-scaled", 1.135261717);
    row("brown-badly-scaled", 999998000003.);
    row("jennrich-sampson", 4171.306);
    row("helical-valley", 2500);
    row("bard", 41.68170);
    row("gaussian", 3.888107e-6);
    row("meyer", 1.693608e9);
    row("gulf", 12.11071);
    row("box-3d", 1031.154);
    row("powell-singular", 215);
    row("wood", 19192);
    row("kowalik-osborne", 5.313172e-3);
    row("brown-dennis", 7926693.336);
    row("osborne-1", 0.8790260);
    row("biggs-exp6", 0.7790701);
    row("penalty-1", 885.0626);
    row("variably-dimensioned", 2198551.1625);
    row("trigonometric", 7.075759e-3);
    row("brown-almost-linear", 273.2480);
}

void TestFunctionsTest::haveTheirPublishedValueAtTheStart()
{
    QFETCH(QString, name);
    QFETCH(double, published);
    const TestFunction &function = *std::ranges::find(testFunctions(), name, &TestFunction::name);
    const double value = made(function, function.dimension)->value(pointOf(function.start, function.dimension));
    QVERIFY2(std::abs(value - published) <= 1e-6 * published, qPrintable(QString::number(value, 'g', 12)));
}

void TestFunctionsTest::keepTheirMinimumInOtherDimensions()
{
    QFETCH(const TestFunction *, function);
    if (function->step == 0)
        return;
    checkMinimum(*function, function->least);
    checkMinimum(*function, function->least + 3 * function->step);
}

void TestFunctionsTest::areNamedInTheHelp()
{
    for (const NodeType &type : thalwegNodeTypes())
        if (type.id == "costs.test-function")
            for (const TestFunction &function : testFunctions())
                QVERIFY2(type.help.contains("| `" + function.name + "` | `"), qPrintable(function.name));
}

void TestFunctionsTest::refuseADimensionThatTheyDoNotHave()
{
    const auto error = [](const QString &name, int dimension) {
        const auto made = makeObjective("costs.test-function", { { "name", name }, { "dimension", dimension } });
        return made ? QString() : made.error().text();
    };
    QCOMPARE(error("beale", 3), QString("parameter dimension: must be 2 for beale, not 3"));
    QCOMPARE(error("rosenbrock", 1), QString("parameter dimension: must be 2 or more for rosenbrock, not 1"));
    QCOMPARE(error("powell-singular", 6),
        QString("parameter dimension: must be a multiple of 4 for powell-singular, not 6"));
}

void TestFunctionsTest::startsAreGivenWithThem()
{
    const auto outputs = runNamed("costs.test-function", { { "name", "rosenbrock" }, { "dimension", 5 } }).value();
    const auto start = std::static_pointer_cast<const Vector>(outputs.get("start"));
    Eigen::VectorXd expected(5);
    expected << -1.2, 1, -1.2, 1, -1.2;
    QCOMPARE(start->value, expected);
    QCOMPARE(std::static_pointer_cast<const Objective>(outputs.get("objective"))->parameterNames(),
        QStringList({ "x[1]", "x[2]", "x[3]", "x[4]", "x[5]" }));
}

QTEST_GUILESS_MAIN(TestFunctionsTest)
#include "test_functions_test.moc"
