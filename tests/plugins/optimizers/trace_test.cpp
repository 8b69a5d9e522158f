#include "../../../plugins/optimizers/trace.h"

#include <QtTest>

using namespace thalweg;

namespace {

/// A trace of steps 0 … last, with θ = iteration and 2 · iteration.
Trace recorded(std::int64_t last, std::size_t budget)
{
    Trace trace(2, budget);
    for (std::int64_t iteration = 0; iteration <= last; ++iteration) {
        const double theta[] = { static_cast<double>(iteration), static_cast<double>(2 * iteration) };
        trace.add({ .iteration = iteration }, theta);
    }
    return trace;
}

} // namespace

class TraceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryStepWhileTheBudgetAllows();
    void neverHoldsMoreThanItsBudgetAndAlwaysStartAndEnd();
};

void TraceTest::keepsEveryStepWhileTheBudgetAllows()
{
    Trace trace = recorded(99, 100 * (sizeof(DescentStep) + 2 * sizeof(double)));
    const auto steps = trace.takeSteps();
    const auto theta = trace.takeTheta();
    QCOMPARE(steps.size(), 100u);
    for (std::size_t i = 0; i < 100; ++i) {
        QCOMPARE(steps[i].iteration, static_cast<std::int64_t>(i));
        QCOMPARE(theta[2 * i], static_cast<double>(i));
        QCOMPARE(theta[2 * i + 1], 2 * static_cast<double>(i));
    }
}

void TraceTest::neverHoldsMoreThanItsBudgetAndAlwaysStartAndEnd()
{
    for (std::int64_t last = 0; last < 1000; ++last) {
        Trace trace = recorded(last, 10 * (sizeof(DescentStep) + 2 * sizeof(double)));
        const auto steps = trace.takeSteps();
        const auto theta = trace.takeTheta();
        QVERIFY(steps.size() <= 11); // ten, and the last one where it is between two that are kept
        QVERIFY(steps.size() > std::min<std::size_t>(4, static_cast<std::size_t>(last)));
        QCOMPARE(theta.size(), 2 * steps.size());
        QCOMPARE(steps.front().iteration, 0);
        QCOMPARE(steps.back().iteration, last);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            QCOMPARE(theta[2 * i], static_cast<double>(steps[i].iteration));
            if (i > 1 && i + 1 < steps.size())
                QCOMPARE(steps[i].iteration - steps[i - 1].iteration, steps[1].iteration);
        }
    }
}

QTEST_GUILESS_MAIN(TraceTest)
#include "trace_test.moc"
