#include "support/objectives.h"
#include "support/run_node.h"

#include <thalweg/descent.h>
#include <thalweg/schedule.h>

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

/// As the host drives a parameter by a link.
QJsonValue driven(const QJsonObject &parameters)
{
    const auto types = thalwegNodeTypes();
    const auto schedule = output<Schedule>(types, "optimizers.schedule", "schedule", parameters);
    const Result<QJsonValue> json = find(types, "optimizers.gradient-descent").parameter("rate")->fromValue(*schedule);
    if (!json)
        throw json.error();
    return *json;
}

std::shared_ptr<const Descent> descent(const std::shared_ptr<const Objective> &objective, const QJsonObject &parameters)
{
    return output<Descent>(
        thalwegNodeTypes(), "optimizers.gradient-descent", "descent", parameters, { { "objective", objective } });
}

const auto bowl = std::make_shared<Bowl>(5.0, 1); // (θ − 5)²

} // namespace

class ScheduleNodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTraceHasTheRateOfEveryUpdate();
    void aScheduleByEpochsHoldsTheRateThroughEach();
    void anOpenLengthCountsTheUpdatesOfAllEpochs();
    void everyOptimizerTakesASchedule();
};

void ScheduleNodeTest::theTraceHasTheRateOfEveryUpdate()
{
    const auto run
        = descent(bowl, { { "rate", driven({ { "kind", "polynomial" }, { "rate", 0.4 } }) }, { "iterations", 4 } });
    // η = 0.4, 0.3, 0.2, 0.1, and 5 − θ shrinks by 1 − 2η each time.
    const double rates[] = { 0.4, 0.4, 0.3, 0.2, 0.1 };
    const double left[] = { 5, 1, 0.4, 0.24, 0.192 };
    for (std::size_t k = 0; k <= 4; ++k) {
        QVERIFY(std::abs(run->steps()[k].rate - rates[k]) < 1e-15);
        QVERIFY(std::abs(5 - run->theta(k)[0] - left[k]) < 1e-14);
    }
}

void ScheduleNodeTest::aScheduleByEpochsHoldsTheRateThroughEach()
{
    const auto objective = std::make_shared<MeanOf>(Eigen::VectorXd::LinSpaced(10, 1, 10));
    const QJsonValue rate
        = driven({ { "kind", "step" }, { "rate", 0.5 }, { "gamma", 0.5 }, { "length", 1 }, { "per", "epoch" } });
    const auto run = descent(objective, { { "rate", rate }, { "batch_size", 4 }, { "epochs", 3 } });
    const double rates[] = { 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125, 0.125 }; // three updates an epoch
    QCOMPARE(run->steps().size(), 10u);
    for (std::size_t k = 0; k < 10; ++k)
        QCOMPARE(run->steps()[k].rate, rates[k]);
}

void ScheduleNodeTest::anOpenLengthCountsTheUpdatesOfAllEpochs()
{
    const auto objective = std::make_shared<MeanOf>(Eigen::VectorXd::LinSpaced(10, 1, 10));
    const QJsonValue rate = driven({ { "kind", "polynomial" }, { "rate", 0.9 } });
    const auto last = [&](QJsonObject parameters) {
        parameters.insert("rate", rate);
        return descent(objective, parameters)->lastStep().rate;
    };
    QVERIFY(std::abs(last({ { "batch_size", 4 }, { "epochs", 3 } }) - 0.1) < 1e-15); // the ninth of nine
    QVERIFY(std::abs(last({ { "epochs", 9 } }) - 0.1) < 1e-15);
    QVERIFY(std::abs(last({ { "epochs", 9 }, { "iterations", 3 } }) - 0.3) < 1e-15);
    QVERIFY(std::abs(last({}) - 0.0009) < 1e-15); // a thousand updates
}

void ScheduleNodeTest::everyOptimizerTakesASchedule()
{
    for (const NodeType &type : thalwegNodeTypes()) {
        if (!type.input("objective"))
            continue;
        const auto run = output<Descent>(thalwegNodeTypes(), type.id, "descent",
            { { "rate", driven({ { "kind", "exponential" }, { "rate", 0.5 }, { "gamma", 0.5 }, { "length", 1 } }) },
                { "iterations", 3 } },
            { { "objective", bowl } });
        QCOMPARE(run->lastStep().rate, 0.125);
    }
}

QTEST_GUILESS_MAIN(ScheduleNodeTest)
#include "schedule_node_test.moc"
