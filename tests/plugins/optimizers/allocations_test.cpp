#include "support/allocations.h"
#include "support/run_node.h"

#include <thalweg/descent.h>
#include <thalweg/objective.h>

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

/// J(θ) = ½ Σ i · θᵢ² in 64 parameters and so many equal terms; it notes how much had been allocated whenever it is
/// asked.
class Watching final : public Objective {
public:
    Watching() : Objective(numberedNames(QStringLiteral("theta"), 64)) { seen.reserve(10'000); }

    Eigen::Index termCount() const override { return 100; }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        seen.push_back(allocations);
        double cost = 0;
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            gradient[i] = static_cast<double>(i) * (theta[i] - 1);
            cost += gradient[i] * (theta[i] - 1) / 2;
        }
        return cost;
    }

    double batchValueAndGradient(std::span<const Eigen::Index>, ConstVectorRef theta, VectorRef gradient) const override
    {
        return valueAndGradient(theta, gradient);
    }

    mutable std::vector<long> seen; ///< at each evaluation
};

} // namespace

/// A descent takes its memory before it begins.
class AllocationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsAllocated();
    void noRuleAllocatesWhileItDescends_data();
    void noRuleAllocatesWhileItDescends();
};

void AllocationsTest::countsWhatIsAllocated()
{
    const long before = allocations;
    const Eigen::VectorXd vector(100);
    const auto number = std::make_unique<int>(vector.size() > 0 ? 3 : 4);
    QVERIFY(*number == 3 && allocations - before >= 2);
}

void AllocationsTest::noRuleAllocatesWhileItDescends_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QJsonObject>("parameters");
    const QJsonObject all { { "clip_norm", 1 }, { "clip_value", 0.5 }, { "lookahead", 5 },
        { "rate", QJsonObject { { "kind", "warm-restarts" }, { "rate", 0.01 }, { "cycle_factor", 2 } } } };
    for (const NodeType &type : thalwegNodeTypes()) {
        if (!type.input("objective") || type.id == "optimizers.levenberg-marquardt") // which has a test of its own
            continue;
        QTest::newRow(qPrintable(type.id)) << type.id << QJsonObject();
        QJsonObject options;
        for (const QString &name : all.keys())
            if (type.parameter(name))
                options.insert(name, all[name]);
        if (type.parameter("weight_decay"))
            options.insert("weight_decay", 0.5);
        if (type.parameter("centered"))
            options.insert("centered", true);
        QTest::newRow(qPrintable(type.id + " with every option")) << type.id << options;
        if (type.parameter("line_search"))
            QTest::newRow(qPrintable(type.id + " going back"))
                << type.id << QJsonObject { { "line_search", "armijo" } };
        if (!type.parameter("batch_size"))
            continue;
        options.insert("batch_size", 7);
        QTest::newRow(qPrintable(type.id + " with batches")) << type.id << options;
    }
}

void AllocationsTest::noRuleAllocatesWhileItDescends()
{
    QFETCH(QString, id);
    QFETCH(QJsonObject, parameters);
    parameters.insert("iterations", 500);
    const auto objective = std::make_shared<Watching>();
    const auto run = output<Descent>(thalwegNodeTypes(), id, "descent", parameters, { { "objective", objective } });
    QCOMPARE(run->lastStep().iteration, 500);
    // A search may be at the last digit before, and rests there.
    QVERIFY(objective->seen.size() > (run->message().contains("it rests") ? 20u : 500u));
    // Between the second evaluation and the last.
    QCOMPARE(objective->seen.back() - objective->seen[1], 0L);
}

QTEST_GUILESS_MAIN(AllocationsTest)
#include "allocations_test.moc"
