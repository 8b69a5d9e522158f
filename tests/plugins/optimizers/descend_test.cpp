#include "../../../plugins/optimizers/descend.h"
#include "support/objectives.h"
#include "support/run_node.h"

#include <thalweg/model.h>

#include <QJsonArray>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

std::shared_ptr<const Descent> descent(
    const ValuePtr &objective, const QJsonObject &parameters, const QString &id = "optimizers.gradient-descent")
{
    return output<Descent>(thalwegNodeTypes(), id, "descent", parameters, { { "objective", objective } });
}

const auto seed = std::make_shared<Bowl>(5.0, 1); // (θ − 5)²

/// Stops after so many questions, and remembers what was said.
class CountingContext final : public RunContext {
public:
    explicit CountingContext(int questions) : left_(questions) { }
    bool goOn() override { return left_-- > 0; }
    void log(Level, const QString &message) override { messages += message; }

    QStringList messages;

private:
    int left_;
};

/// Asks for what there is after each iteration, and tunes the rate: `rates` by iteration.
class WatchingContext final : public RunContext {
public:
    bool goOn() override
    {
        ++iteration;
        return true;
    }
    bool wantsPublish() override { return true; }
    void publish(const QString &port, const ValuePtr &value) override
    {
        ports += port;
        published.push_back(std::dynamic_pointer_cast<const Descent>(value));
    }
    double tuned(const QString &parameter, double given) override
    {
        if (parameter == "rate" && rates.contains(iteration))
            rate = rates.value(iteration);
        return rate.value_or(given);
    }

    QHash<int, double> rates; ///< by updates made
    int iteration = 0; ///< goOn() is asked once after each step
    std::optional<double> rate;
    QSet<QString> ports;
    std::vector<std::shared_ptr<const Descent>> published;
};

std::shared_ptr<const Descent> watched(WatchingContext &context, const QJsonObject &parameters)
{
    const auto types = thalwegNodeTypes();
    Inputs in(find(types, "optimizers.gradient-descent"), parameters);
    in.add("objective", seed);
    const auto outputs = runNode(find(types, "optimizers.gradient-descent"), in, context);
    return std::static_pointer_cast<const Descent>(outputs->get("descent"));
}

} // namespace

class DescendTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void solvesTheSeedToTheLastDigit();
    void makesExactlyTheIterationsItWasAskedFor();
    void takesAThousandIterationsWhereNothingIsSaid();
    void countsEpochsByTheRowsThatUpdatesRead();
    void measuresABatchedRunOverAllRowsAtStartEpochsAndEnd();
    void findsTheMeanByMiniBatches();
    void isTheSameForTheSameSeed();
    void stopsByTheTestThatIsMet_data();
    void stopsByTheTestThatIsMet();
    void neverStopsByATestThatIsOff();
    void endsWithTheLastFiniteStepWhereItDiverges();
    void oscillatesForEverAtTwiceTheGoodRate();
    void refusesAStartWhereTheCostIsNotFinite();
    void givesWhatItHasWhereItIsStopped();
    void givesNoModelWhereTheObjectivePredictsNothing();
    void publishesItsTraceThinnedWhereItIsAsked();
    void takesOverARateThatIsTuned();
};

void DescendTest::solvesTheSeedToTheLastDigit()
{
    const auto run = descent(seed, { { "rate", 0.1 }, { "iterations", 50 }, { "start", QJsonArray { 0 } } });
    QCOMPARE(run->lastTheta()[0], 4.999928637615365);
    QCOMPARE(run->lastStep().iteration, 50);
    QCOMPARE(run->lastStep().evaluations, 51);
    QCOMPARE(run->steps().size(), 51u);
    QCOMPARE(run->steps()[0].cost, 25.0);
    QCOMPARE(run->steps()[0].gradientNorm, 10.0);
    QVERIFY(run->reason() == StopReason::Iterations && !run->converged());
    // θₖ = 5 − 5 · 0.8ᵏ in closed form.
    for (std::size_t k = 0; k <= 50; ++k)
        QVERIFY(std::abs(run->theta(k)[0] - (5 - 5 * std::pow(0.8, k))) < 1e-14);
}

void DescendTest::makesExactlyTheIterationsItWasAskedFor()
{
    for (const int iterations : { 0, 1, 2, 500, 2000 }) {
        const auto run = descent(seed, { { "rate", 0.5 }, { "iterations", iterations } }); // there after one step
        QCOMPARE(run->lastStep().iteration, iterations);
        QCOMPARE(run->lastTheta()[0], iterations ? 5.0 : 0.0);
    }
}

void DescendTest::takesAThousandIterationsWhereNothingIsSaid()
{
    QCOMPARE(descent(seed, {})->lastStep().iteration, 1000);
}

void DescendTest::countsEpochsByTheRowsThatUpdatesRead()
{
    const auto objective = std::make_shared<MeanOf>(Eigen::VectorXd::LinSpaced(10, 1, 10));
    const auto run = descent(objective, { { "batch_size", 4 }, { "epochs", 3 } });
    QCOMPARE(run->lastStep().iteration, 9); // 4 + 4 + 2 rows an epoch
    QCOMPARE(run->lastStep().epoch, 3.0);
    QCOMPARE(run->steps()[1].epoch, 0.4);
    QCOMPARE(run->steps()[3].epoch, 1.0);
    QVERIFY(run->reason() == StopReason::Iterations);
    QCOMPARE(descent(objective, { { "epochs", 7 } })->lastStep().iteration, 7);
    QCOMPARE(descent(objective, { { "epochs", 7 }, { "iterations", 5 } })->lastStep().iteration, 5);
}

void DescendTest::measuresABatchedRunOverAllRowsAtStartEpochsAndEnd()
{
    const Eigen::VectorXd y = Eigen::VectorXd::LinSpaced(10, 1, 10);
    const auto run
        = descent(std::make_shared<MeanOf>(y), { { "batch_size", 4 }, { "iterations", 7 }, { "rate", 0.1 } });
    for (const DescentStep &step : run->steps()) {
        const auto iteration = step.iteration;
        QCOMPARE(step.full, iteration % 3 == 0 || iteration == 7);
        const double theta = run->theta(static_cast<std::size_t>(iteration))[0];
        const double cost = (theta - y.array()).square().mean();
        if (step.full)
            QVERIFY(std::abs(step.cost - cost) < 1e-12);
        else
            QVERIFY(std::abs(step.cost - cost) > 1e-6);
    }
}

void DescendTest::findsTheMeanByMiniBatches()
{
    const auto objective = std::make_shared<MeanOf>(Eigen::VectorXd::LinSpaced(1000, 0, 8)); // mean 4
    const auto run = descent(objective, { { "batch_size", 10 }, { "epochs", 100 }, { "rate", 0.001 } });
    QVERIFY(std::abs(run->lastTheta()[0] - 4) < 0.05);
}

void DescendTest::isTheSameForTheSameSeed()
{
    const auto types = thalwegNodeTypes();
    const NodeType &type = find(types, "optimizers.gradient-descent");
    const auto last = [&](std::uint64_t randomSeed) {
        RunContext context(randomSeed);
        Inputs in(type, { { "batch_size", 3 }, { "iterations", 50 }, { "start", "random" } });
        in.add("objective", std::make_shared<MeanOf>(Eigen::VectorXd::LinSpaced(20, 1, 10)));
        const auto outputs = runNode(type, in, context);
        return std::static_pointer_cast<const Descent>(outputs->get("descent"))->lastTheta()[0];
    };
    QCOMPARE(last(3), last(3));
    QVERIFY(last(3) != last(4));
}

void DescendTest::stopsByTheTestThatIsMet_data()
{
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("iteration");
    // With rate 0.25, θₖ = 5 − 5 · 0.5ᵏ: the gradient is 10 · 0.5ᵏ and the cost 25 · 0.25ᵏ.
    QTest::newRow("gradient") << QJsonObject { { "gradient_tolerance", 1e-3 } } << "gradient" << 14;
    QTest::newRow("target") << QJsonObject { { "target_cost", 1e-3 } } << "target" << 8;
    QTest::newRow("cost: it falls to a quarter, a change of three quarters")
        << QJsonObject { { "cost_tolerance", 0.75 } } << "cost" << 1;
    QTest::newRow("cost: that is too much") << QJsonObject { { "cost_tolerance", 0.74 } } << "iterations" << 40;
    QTest::newRow("gradient at the start")
        << QJsonObject { { "gradient_tolerance", 1e-3 }, { "start", 5 } } << "gradient" << 0;
    QTest::newRow("time") << QJsonObject { { "time_limit", 1e-9 } } << "time" << -1;
}

void DescendTest::stopsByTheTestThatIsMet()
{
    QFETCH(QJsonObject, parameters);
    QFETCH(QString, reason);
    QFETCH(int, iteration);
    parameters.insert("rate", 0.25);
    parameters.insert("iterations", 40);
    const auto run = descent(seed, parameters);
    QCOMPARE(reasonId(run->reason()), reason);
    QCOMPARE(run->converged(), reason == "gradient" || reason == "cost" || reason == "target");
    if (iteration >= 0)
        QCOMPARE(run->lastStep().iteration, iteration);
    QVERIFY(!run->message().isEmpty());
}

void DescendTest::neverStopsByATestThatIsOff()
{
    // At the minimum from the start: the gradient is 0 and the cost repeats.
    const auto run
        = descent(seed, { { "start", 5 }, { "iterations", 30 }, { "gradient_tolerance", 0 }, { "cost_tolerance", 0 } });
    QCOMPARE(run->lastStep().iteration, 30);
    QVERIFY(!run->converged());
}

void DescendTest::endsWithTheLastFiniteStepWhereItDiverges()
{
    const auto types = thalwegNodeTypes();
    const NodeType &type = find(types, "optimizers.gradient-descent");
    CountingContext context(std::numeric_limits<int>::max());
    Inputs in(type, { { "rate", 1.5 }, { "iterations", 5000 } });
    in.add("objective", seed);
    const auto outputs = runNode(type, in, context);
    const auto run = std::static_pointer_cast<const Descent>(outputs->get("descent"));
    QVERIFY(run->reason() == StopReason::Diverged);
    QVERIFY(!run->converged());
    for (std::size_t k = 0; k < run->steps().size(); ++k)
        QVERIFY(std::isfinite(run->steps()[k].cost) && std::isfinite(run->theta(k)[0]));
    // |θₖ − 5| = 5 · 2ᵏ, and its square overflows beyond 2¹⁰²⁴: after k = 509.
    QCOMPARE(run->lastStep().iteration, 509);
    QCOMPARE(context.messages.size(), 1);
    QVERIFY(context.messages[0].startsWith("diverged: "));
}

void DescendTest::oscillatesForEverAtTwiceTheGoodRate()
{
    const auto run = descent(seed, { { "rate", 1 }, { "iterations", 101 } });
    for (std::size_t k = 0; k < run->steps().size(); ++k)
        QCOMPARE(run->theta(k)[0], k % 2 ? 10.0 : 0.0);
}

void DescendTest::refusesAStartWhereTheCostIsNotFinite()
{
    const QString error = errorOf(
        thalwegNodeTypes(), "optimizers.adam", { { "start", 0 } }, { { "objective", std::make_shared<MinusLog>() } });
    QCOMPARE(error, QString("parameter start: J or its gradient is not finite here (J = inf); start elsewhere"));
}

void DescendTest::givesWhatItHasWhereItIsStopped()
{
    const auto types = thalwegNodeTypes();
    const NodeType &type = find(types, "optimizers.gradient-descent");
    CountingContext context(7);
    Inputs in(type, { { "rate", 0.1 }, { "iterations", 5000 } });
    in.add("objective", seed);
    const auto outputs = runNode(type, in, context);
    const auto run = std::static_pointer_cast<const Descent>(outputs->get("descent"));
    QVERIFY(run->reason() == StopReason::Interrupted);
    QCOMPARE(run->lastStep().iteration, 7);
}

void DescendTest::givesNoModelWhereTheObjectivePredictsNothing()
{
    const auto types = thalwegNodeTypes();
    const auto outputs = run(types, "optimizers.adam", { { "iterations", 1 } }, { { "objective", seed } });
    QVERIFY(outputs.ok());
    QVERIFY(!outputs->get("model"));
}

void DescendTest::publishesItsTraceThinnedWhereItIsAsked()
{
    WatchingContext context;
    const auto run = watched(context, { { "rate", 1e-3 }, { "iterations", 2500 } });
    QCOMPARE(context.ports, QSet<QString> { "descent" });
    QCOMPARE(context.published.size(), 2500u);
    QCOMPARE(context.published[0]->steps().size(), 2u);
    QCOMPARE(context.published[99]->steps().size(), 101u);
    const Descent &last = *context.published.back();
    QCOMPARE(last.steps().size(), 2000u);
    QCOMPARE(last.steps().front().iteration, 0);
    QCOMPARE(last.lastStep().iteration, 2500);
    for (std::size_t i = 0; i < last.steps().size(); ++i) {
        const auto iteration = static_cast<std::size_t>(last.steps()[i].iteration);
        QCOMPARE(last.theta(i)[0], run->theta(iteration)[0]);
        QVERIFY(i == 0 || last.steps()[i].iteration > last.steps()[i - 1].iteration);
    }
}

void DescendTest::takesOverARateThatIsTuned()
{
    WatchingContext once;
    once.rates = { { 3, 0.25 } };
    const auto run = watched(once, { { "rate", 0.1 }, { "iterations", 5 } });
    const std::vector<double> rates { 0.1, 0.1, 0.1, 0.25, 0.25, 0.25 };
    double error = 5; // |θ − 5| shrinks by 1 − 2η
    for (std::size_t k = 0; k < rates.size(); ++k) {
        QCOMPARE(run->steps()[k].rate, rates[k]);
        if (k > 0)
            error *= 1 - 2 * rates[k];
        QVERIFY(std::abs(run->theta(k)[0] - (5 - error)) < 1e-12);
    }
    QCOMPARE(run->message(),
        QString("all 5 iterations were made; the rate was changed by hand to 0.25 from iteration 3 on"));

    WatchingContext twice;
    twice.rates = { { 2, 0.25 }, { 4, 0.5 } };
    QCOMPARE(watched(twice, { { "rate", 0.1 }, { "iterations", 5 } })->message(),
        QString("all 5 iterations were made; the rate was changed by hand 2 times, at last to 0.5 from iteration 4 "
                "on"));
    WatchingContext never;
    QCOMPARE(
        watched(never, { { "rate", 0.1 }, { "iterations", 5 } })->message(), QString("all 5 iterations were made"));
}

QTEST_GUILESS_MAIN(DescendTest)
#include "descend_test.moc"
