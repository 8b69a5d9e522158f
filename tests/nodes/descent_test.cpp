#include <thalweg/descent.h>
#include <thalweg/list.h>
#include <thalweg/table.h>

#include <QtTest>

using namespace thalweg;

namespace {

/// Two steps of gradient descent on (a - 5)² + b² from (0, 1) with rate 0.1, by hand.
DescentContent twoSteps()
{
    return { .parameterNames = { "a", "b" },
        .steps = { { .iteration = 0, .epoch = 0, .cost = 26, .gradientNorm = 10, .rate = 0.1, .evaluations = 1 },
            { .iteration = 1,
                .epoch = 1,
                .cost = 16.64,
                .gradientNorm = 8,
                .rate = 0.1,
                .evaluations = 2,
                .seconds = 1 },
            { .iteration = 2,
                .epoch = 2,
                .cost = 10.6496,
                .gradientNorm = 6.4,
                .rate = 0.1,
                .evaluations = 3,
                .seconds = 2 } },
        .theta = { 0, 1, 1, 0.8, 1.8, 0.64 },
        .reason = StopReason::Iterations,
        .message = "made 2 updates" };
}

NumberCells column(const Descent &descent, const char *name)
{
    return *descent.table()->find(name)->numbers();
}

} // namespace

class DescentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasItsStepsAndParameters();
    void isATableOfTheColumnsThatAreAgreedOn();
    void keepsColumnsApartFromParametersOfTheirName();
    void findsTheBestStep();
    void doesNotCompareBatchesWithAllRows();
    void namesItsReasonAndWhetherItConverged_data();
    void namesItsReasonAndWhetherItConverged();
    void summarizesItselfAsTheResultsFileHasIt();
    void refusesTracesThatDoNotFit();
};

void DescentTest::hasItsStepsAndParameters()
{
    const Descent descent(twoSteps());
    QCOMPARE(descent.dimension(), 2);
    QCOMPARE(descent.lastStep().iteration, std::int64_t(2));
    QVERIFY(descent.theta(1) == (Eigen::VectorXd { { 1, 0.8 } }));
    QVERIFY(descent.lastTheta() == (Eigen::VectorXd { { 1.8, 0.64 } }));
    QVERIFY2(descent.text().contains("10.6496"), qPrintable(descent.text()));
}

void DescentTest::isATableOfTheColumnsThatAreAgreedOn()
{
    const Descent descent(twoSteps());
    const auto table = descent.table();
    QStringList names;
    for (const Column &column : table->columns())
        names += column.name;
    QCOMPARE(names, QStringList({ "iteration", "epoch", "cost", "gradient_norm", "rate", "seconds", "a", "b" }));
    QVERIFY(column(descent, "iteration") == (NumberCells { 0, 1, 2 }));
    QVERIFY(column(descent, "epoch") == (NumberCells { 0, 1, 2 }));
    QVERIFY(column(descent, "cost") == (NumberCells { 26, 16.64, 10.6496 }));
    QVERIFY(column(descent, "gradient_norm") == (NumberCells { 10, 8, 6.4 }));
    QVERIFY(column(descent, "rate") == (NumberCells { 0.1, 0.1, 0.1 }));
    QVERIFY(column(descent, "seconds") == (NumberCells { 0, 1, 2 }));
    QVERIFY(column(descent, "a") == (NumberCells { 0, 1, 1.8 }));
    QVERIFY(column(descent, "b") == (NumberCells { 1, 0.8, 0.64 }));
}

void DescentTest::keepsColumnsApartFromParametersOfTheirName()
{
    DescentContent content = twoSteps();
    content.parameterNames = { "cost", "parameter cost" };
    const auto table = Descent(content).table();
    QCOMPARE(table->columns().size(), std::size_t(8));
    QVERIFY(*table->find("cost")->numbers() == (NumberCells { 26, 16.64, 10.6496 }));
    QVERIFY(*table->columns()[6].numbers() == (NumberCells { 0, 1, 1.8 }));
    QVERIFY(*table->columns()[7].numbers() == (NumberCells { 1, 0.8, 0.64 }));
}

void DescentTest::findsTheBestStep()
{
    QCOMPARE(Descent(twoSteps()).bestStep(), std::size_t(2));
    DescentContent content = twoSteps();
    content.steps[2].cost = 17;
    QCOMPARE(Descent(content).bestStep(), std::size_t(1));
    content.steps[1].cost = 100;
    QCOMPARE(Descent(content).bestStep(), std::size_t(2));
    content.steps[2].cost = 26; // the first of equals
    QCOMPARE(Descent(content).bestStep(), std::size_t(0));
}

void DescentTest::doesNotCompareBatchesWithAllRows()
{
    DescentContent content = twoSteps();
    content.steps[1].full = false;
    content.steps[1].cost = 0.5;
    QCOMPARE(Descent(content).bestStep(), std::size_t(2));
    content.steps[0].full = false;
    content.steps[0].cost = 0.25;
    QCOMPARE(Descent(content).bestStep(), std::size_t(2));
}

void DescentTest::namesItsReasonAndWhetherItConverged_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<bool>("converged");
    const auto row = [](const char *id, StopReason reason, bool converged) {
        QTest::newRow(id) << static_cast<int>(reason) << converged;
    };
    row("iterations", StopReason::Iterations, false);
    row("gradient", StopReason::Gradient, true);
    row("cost", StopReason::Cost, true);
    row("step", StopReason::Step, false);
    row("target", StopReason::Target, true);
    row("time", StopReason::Time, false);
    row("diverged", StopReason::Diverged, false);
    row("interrupted", StopReason::Interrupted, false);
}

void DescentTest::namesItsReasonAndWhetherItConverged()
{
    QFETCH(int, reason);
    QFETCH(bool, converged);
    DescentContent content = twoSteps();
    content.reason = static_cast<StopReason>(reason);
    const Descent descent(content);
    QCOMPARE(reasonId(descent.reason()), QString(QTest::currentDataTag()));
    QCOMPARE(descent.converged(), converged);
    QCOMPARE(descent.summary().value("converged"), QJsonValue(converged));
    QCOMPARE(descent.summary().value("reason"), QJsonValue(QTest::currentDataTag()));
}

void DescentTest::summarizesItselfAsTheResultsFileHasIt()
{
    const QJsonObject summary = typedSummary(Descent(twoSteps()));
    const QJsonObject agreedOn { { "type", "descent" }, { "parameters", QJsonObject { { "a", 1.8 }, { "b", 0.64 } } },
        { "cost", 10.6496 }, { "gradient_norm", 6.4 }, { "iterations", 2 }, { "evaluations", 3 },
        { "reason", "iterations" }, { "converged", false } };
    for (auto key = agreedOn.begin(); key != agreedOn.end(); ++key)
        QCOMPARE(summary.value(key.key()), *key);
}

void DescentTest::refusesTracesThatDoNotFit()
{
    DescentContent content = twoSteps();
    content.theta.pop_back();
    QVERIFY_EXCEPTION_THROWN(Descent { content }, std::logic_error);
    content.steps.clear();
    content.theta.clear();
    QVERIFY_EXCEPTION_THROWN(Descent { content }, std::logic_error);
}

QTEST_GUILESS_MAIN(DescentTest)
#include "descent_test.moc"
