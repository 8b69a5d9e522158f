#include "../../../plugins/optimizers/search.h"
#include "support/objectives.h"
#include "support/run_node.h"

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

/// Goes the way of gradient descent, with three evaluations an iteration, until an iteration that is given.
class Scripted final : public SearchMethod {
public:
    Scripted(const Objective &objective, int last = 1 << 30, SearchStep::Outcome end = SearchStep::Outcome::Stuck)
        : SearchMethod(objective), last_(last), end_(end)
    {
    }

    SearchStep step(SearchPoint &point, std::optional<double> rate) override
    {
        const double size = rate.value_or(0.25);
        rates.push_back(rate);
        if (++made_ > last_) {
            if (end_ == SearchStep::Outcome::NotFinite)
                point.theta.fill(std::numeric_limits<double>::quiet_NaN());
            return { end_, size, 3, QStringLiteral("the end of the script") };
        }
        point.theta -= size * point.gradient;
        point.cost = objective_.valueAndGradient(point.theta, point.gradient);
        return { SearchStep::Outcome::Moved, size, 3 };
    }

    std::vector<std::optional<double>> rates;

private:
    int made_ = 0;
    const int last_;
    const SearchStep::Outcome end_;
};

class Quiet final : public RunContext {
public:
    void log(Level, const QString &message) override { messages += message; }
    QStringList messages;
};

const Bowl seed(5.0, 1); // (θ − 5)²

Descent run(const StoppingOptions &stopping, Scripted &method, RunContext &context,
    const std::shared_ptr<const Schedule> &rate = {})
{
    return search(seed, { Eigen::VectorXd::Zero(1), rate, stopping }, method, context);
}

} // namespace

/// The loop around methods that choose their own step.
class SearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsEveryIterationWithItsEvaluations();
    void stopsByTheTestThatIsMet_data();
    void stopsByTheTestThatIsMet();
    void endsWithoutHavingConvergedWhereTheMethodIsStuck();
    void makesTheIterationsThatWereAskedForWhereTheMethodIsStuck();
    void divergesWhereAGivenStepLeadsToNoNumber();
    void handsOnTheRateThatIsGiven();
    void takesAThousandIterationsWhereNothingIsSaid();
};

void SearchTest::recordsEveryIterationWithItsEvaluations()
{
    Scripted method(seed);
    RunContext context;
    const Descent descent = run({ .iterations = 10 }, method, context);
    QCOMPARE(descent.steps().size(), 11u);
    for (std::size_t k = 0; k <= 10; ++k) {
        const double theta = 5 - 5 * std::pow(0.5, k);
        const DescentStep &step = descent.steps()[k];
        QCOMPARE(descent.theta(k)[0], theta);
        QCOMPARE(step.cost, (theta - 5) * (theta - 5));
        QCOMPARE(step.gradientNorm, 10 * std::pow(0.5, k));
        QCOMPARE(step.iteration, static_cast<std::int64_t>(k));
        QCOMPARE(step.evaluations, static_cast<std::int64_t>(1 + 3 * k));
        QCOMPARE(step.epoch, 3.0 * static_cast<double>(k));
        QCOMPARE(step.rate, k ? 0.25 : 0.0);
        QVERIFY(step.full);
    }
    QVERIFY(descent.reason() == StopReason::Iterations);
}

void SearchTest::stopsByTheTestThatIsMet_data()
{
    QTest::addColumn<double>("gradient");
    QTest::addColumn<double>("cost");
    QTest::addColumn<double>("target");
    QTest::addColumn<int>("evaluations");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("iteration");
    QTest::newRow("gradient") << 1e-3 << 0.0 << -1.0 << 0 << "gradient" << 14;
    QTest::newRow("cost") << 0.0 << 0.75 << -1.0 << 0 << "cost" << 1;
    QTest::newRow("target") << 0.0 << 0.0 << 1e-3 << 0 << "target" << 8;
    QTest::newRow("evaluations") << 0.0 << 0.0 << -1.0 << 9 << "iterations" << 3;
    QTest::newRow("one evaluation") << 0.0 << 0.0 << -1.0 << 1 << "iterations" << 0;
}

void SearchTest::stopsByTheTestThatIsMet()
{
    QFETCH(double, gradient);
    QFETCH(double, cost);
    QFETCH(double, target);
    QFETCH(int, evaluations);
    QFETCH(QString, reason);
    QFETCH(int, iteration);
    StoppingOptions stopping { .iterations = 40, .gradientTolerance = gradient, .costTolerance = cost };
    if (target >= 0)
        stopping.targetCost = target;
    if (evaluations > 0)
        stopping.evaluations = evaluations;
    Scripted method(seed);
    RunContext context;
    const Descent descent = run(stopping, method, context);
    QCOMPARE(reasonId(descent.reason()), reason);
    QCOMPARE(descent.lastStep().iteration, iteration);
    QCOMPARE(descent.converged(), reason != "iterations");
}

void SearchTest::endsWithoutHavingConvergedWhereTheMethodIsStuck()
{
    Scripted method(seed, 4);
    RunContext context;
    const Descent descent = run({}, method, context);
    QVERIFY(descent.reason() == StopReason::Step && !descent.converged());
    QCOMPARE(descent.message(), QString("the end of the script"));
    QCOMPARE(descent.lastStep().iteration, 4);
}

void SearchTest::makesTheIterationsThatWereAskedForWhereTheMethodIsStuck()
{
    Scripted method(seed, 4);
    RunContext context;
    const Descent descent = run({ .iterations = 40 }, method, context);
    QCOMPARE(descent.reason(), StopReason::Iterations);
    QCOMPARE(descent.lastStep().iteration, 40);
    QCOMPARE(descent.lastStep().evaluations, descent.steps()[5].evaluations);
    QVERIFY(descent.message().contains("since iteration 4 it rests: the end of the script"));
    QVERIFY(descent.theta(40) == descent.theta(4));
    Scripted tested(seed, 4);
    const Descent ended = run({ .iterations = 40, .costTolerance = 1e-300 }, tested, context);
    QCOMPARE(ended.reason(), StopReason::Cost);
    QCOMPARE(ended.lastStep().iteration, 5);
    QCOMPARE(descent.lastTheta()[0], 5 - 5 * std::pow(0.5, 4));
}

void SearchTest::divergesWhereAGivenStepLeadsToNoNumber()
{
    Scripted method(seed, 4, SearchStep::Outcome::NotFinite);
    Quiet context;
    const Descent descent = run({ .iterations = 40 }, method, context, Schedule::read(0.25).value());
    QVERIFY(descent.reason() == StopReason::Diverged && !descent.converged());
    QCOMPARE(descent.lastStep().iteration, 4);
    QVERIFY(descent.lastTheta().allFinite());
    QCOMPARE(context.messages.size(), 1);
    QVERIFY(context.messages[0].startsWith("diverged: "));
}

void SearchTest::handsOnTheRateThatIsGiven()
{
    RunContext context;
    Scripted own(seed);
    run({ .iterations = 2 }, own, context);
    QVERIFY((own.rates == std::vector<std::optional<double>> { {}, {} }));
    Scripted scheduled(seed);
    const QJsonObject halving { { "kind", "exponential" }, { "rate", 0.5 }, { "gamma", 0.5 }, { "length", 1 } };
    const Descent descent = run({ .iterations = 3 }, scheduled, context, Schedule::read(halving).value());
    QVERIFY((scheduled.rates == std::vector<std::optional<double>> { 0.5, 0.25, 0.125 }));
    QCOMPARE(descent.steps()[0].rate, 0.5);
    QCOMPARE(descent.steps()[3].rate, 0.125);
}

void SearchTest::takesAThousandIterationsWhereNothingIsSaid()
{
    Scripted method(seed);
    RunContext context;
    QCOMPARE(run({}, method, context).lastStep().iteration, 1000);
}

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
