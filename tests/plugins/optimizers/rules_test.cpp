#include "reference_rules.h"
#include "support/objectives.h"
#include "support/run_node.h"

#include <thalweg/descent.h>
#include <thalweg/plain_values.h>

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;
using reference::Memory;
using reference::Real;
using Iterate = reference::Point;

namespace {

constexpr int steps = 100;

/// J(x, y) = 2x² + xy + 5y² − x: not separable, and its curvatures differ.
class Valley final : public Objective {
public:
    Valley() : Objective({ QStringLiteral("x"), QStringLiteral("y") }) { }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        gradient[0] = 4 * theta[0] + theta[1] - 1;
        gradient[1] = theta[0] + 10 * theta[1];
        return 2 * theta[0] * theta[0] + theta[0] * theta[1] + 5 * theta[1] * theta[1] - theta[0];
    }
};

Iterate slopeOfValley(const Iterate &p)
{
    return { 4 * p[0] + p[1] - 1, p[0] + 10 * p[1] };
}

/// Rosenbrock's J(x, y) = (1 − x)² + 100 (y − x²)².
class Rosenbrock final : public Objective {
public:
    Rosenbrock() : Objective({ QStringLiteral("x"), QStringLiteral("y") }) { }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        const double x = theta[0];
        const double above = theta[1] - x * x;
        gradient[0] = -2 * (1 - x) - 400 * x * above;
        gradient[1] = 200 * above;
        return (1 - x) * (1 - x) + 100 * above * above;
    }
};

Iterate slopeOfRosenbrock(const Iterate &p)
{
    const Real above = p[1] - p[0] * p[0];
    return { -2 * (1 - p[0]) - 400 * p[0] * above, 200 * above };
}

std::shared_ptr<const Descent> descent(
    const QString &id, const std::shared_ptr<const Objective> &objective, const QJsonObject &parameters)
{
    return output<Descent>(thalwegNodeTypes(), id, "descent", parameters, { { "objective", objective } });
}

void compare(const QString &id, QJsonObject parameters, const std::shared_ptr<const Objective> &objective,
    const std::function<Iterate(const Iterate &)> &slope, const Iterate &start)
{
    const std::vector<Iterate> expected = reference::iterates(id, parameters, start, slope, steps);
    parameters.insert("start", QJsonArray { static_cast<double>(start[0]), static_cast<double>(start[1]) });
    parameters.insert("iterations", steps);
    const auto run = descent(id, objective, parameters);
    QCOMPARE(run->steps().size(), expected.size());
    QVERIFY(expected.back() != start);
    for (std::size_t t = 0; t < expected.size(); ++t) {
        const Real size = std::max(std::abs(expected[t][0]), std::abs(expected[t][1]));
        for (std::size_t i = 0; i < 2; ++i) {
            const Real difference = std::abs(run->theta(t)[static_cast<Eigen::Index>(i)] - expected[t][i]) / size;
            QVERIFY2(difference <= 1e-12L,
                qPrintable(QStringLiteral("step %1: off by %2 of itself").arg(t).arg(static_cast<double>(difference))));
        }
    }
}

bool isOptimizer(const NodeType &type)
{
    return type.parameter(QStringLiteral("batch_size")); // what chooses its own steps follows no rule
}

/// The parameters that all optimizers have.
QStringList commonParameters()
{
    return { "start", "rate", "batch_size", "shuffle", "iterations", "epochs", "gradient_tolerance", "cost_tolerance",
        "target_cost", "time_limit", "clip_norm", "clip_value", "lookahead", "lookahead_alpha" };
}

/// Each rule with its defaults, then with every option of its own changed.
struct Case {
    QString id;
    double rate; ///< on the valley
    double smallRate; ///< on Rosenbrock's
    QJsonObject options = {};
};

std::vector<Case> cases()
{
    const QJsonObject adamOptions { { "beta1", 0.8 }, { "beta2", 0.95 }, { "eps", 2e-3 }, { "weight_decay", 0.25 } };
    const auto with = [&](const char *name, double value) {
        QJsonObject options = adamOptions;
        options.insert(QLatin1String(name), value);
        return options;
    };
    return {
        { "optimizers.gradient-descent", 0.125, 0.0005 },
        { "optimizers.gradient-descent", 0.125, 0.0005, { { "weight_decay", 0.5 } } },
        { "optimizers.momentum", 0.0625, 0.0002 },
        { "optimizers.momentum", 0.0625, 0.0002,
            { { "momentum", 0.75 }, { "dampening", 0.25 }, { "weight_decay", 0.5 } } },
        { "optimizers.nesterov", 0.0625, 0.0002 },
        { "optimizers.nesterov", 0.0625, 0.0002, { { "momentum", 0.75 }, { "weight_decay", 0.5 } } },
        { "optimizers.adagrad", 0.5, 0.125 },
        { "optimizers.adagrad", 0.5, 0.125,
            { { "lr_decay", 0.01 }, { "initial_accumulator_value", 0.5 }, { "eps", 1e-3 }, { "weight_decay", 0.5 } } },
        { "optimizers.adadelta", 1, 1 },
        { "optimizers.adadelta", 0.5, 0.125, { { "rho", 0.95 }, { "eps", 1e-5 }, { "weight_decay", 0.5 } } },
        { "optimizers.rmsprop", 0.0625, 0.01 },
        { "optimizers.rmsprop", 0.015625, 0.005,
            { { "alpha", 0.9 }, { "eps", 1e-3 }, { "momentum", 0.5 }, { "weight_decay", 0.5 } } },
        { "optimizers.rmsprop", 0.03125, 0.005, { { "centered", true } } },
        { "optimizers.rmsprop", 0.03125, 0.005, { { "centered", true }, { "momentum", 0.5 } } },
        { "optimizers.adam", 0.125, 0.03125 },
        { "optimizers.adam", 0.125, 0.03125, adamOptions },
        { "optimizers.amsgrad", 0.125, 0.03125 },
        { "optimizers.amsgrad", 0.125, 0.03125, adamOptions },
        { "optimizers.adamw", 0.125, 0.03125 },
        { "optimizers.adamw", 0.125, 0.03125, adamOptions },
        { "optimizers.nadam", 0.125, 0.03125 },
        { "optimizers.nadam", 0.125, 0.03125, with("momentum_decay", 0.5) },
        { "optimizers.radam", 0.03125, 0.0005 },
        { "optimizers.radam", 0.03125, 0.0005, adamOptions },
        { "optimizers.adamax", 0.125, 0.03125 },
        { "optimizers.adamax", 0.125, 0.03125, adamOptions },
        { "optimizers.rprop", 0.0625, 0.01 },
        { "optimizers.rprop", 0.0625, 0.01,
            { { "etas", QJsonArray { 0.25, 1.5 } }, { "step_sizes", QJsonArray { 1e-4, 0.125 } } } },
        { "optimizers.asgd", 0.125, 0.0005 },
        { "optimizers.asgd", 0.125, 0.0005,
            { { "lambd", 0.5 }, { "alpha", 0.5 }, { "t0", 20 }, { "weight_decay", 0.5 } } },
        { "optimizers.yogi", 0.125, 0.03125 },
        { "optimizers.yogi", 0.125, 0.03125, with("initial_accumulator_value", 0.25) },
        { "optimizers.adabelief", 0.125, 0.03125 },
        { "optimizers.adabelief", 0.125, 0.03125, adamOptions },
        { "optimizers.lion", 0.0546875, 0.015625 },
        { "optimizers.lion", 0.0625, 0.015625, { { "beta1", 0.8 }, { "beta2", 0.95 }, { "weight_decay", 0.5 } } },
        { "optimizers.momentum", 0.0625, 0.0002, { { "clip_norm", 2 } } },
        { "optimizers.momentum", 0.0625, 0.0002, { { "clip_value", 1.5 } } },
        { "optimizers.adagrad", 0.25, 0.03125, { { "clip_value", 2 }, { "clip_norm", 2.5 }, { "weight_decay", 0.5 } } },
        { "optimizers.gradient-descent", 0.125, 0.0005, { { "lookahead", 5 } } },
        { "optimizers.adam", 0.125, 0.03125, { { "lookahead", 3 }, { "lookahead_alpha", 0.75 } } },
    };
}

} // namespace

/// Each rule beside its published formula, written out plainly in extended precision.
class RulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsItsFormula_data();
    void followsItsFormula();
    void everyOptionOfEveryRuleIsCompared();
    void ratesAreThoseOfPyTorch_data();
    void ratesAreThoseOfPyTorch();
    void adamsFirstStepIsTheRate();
    void averagedDescentGivesTheMeanOfItsPath();
    void restsAtAMinimumAlsoWithoutEpsilon();
    void clippingLeavesTheTraceAsItIs();
    void refusesWhatNoRuleCanUse_data();
    void refusesWhatNoRuleCanUse();
    void refusesPairsThatAreNone();
};

void RulesTest::followsItsFormula_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("smallRate");
    QTest::addColumn<QJsonObject>("options");
    for (const Case &each : cases()) {
        const QStringList names = each.options.keys();
        const QString row = each.id.mid(each.id.indexOf('.') + 1) + ' ' + names.join(' ');
        QTest::newRow(qPrintable(row)) << each.id << each.rate << each.smallRate << each.options;
    }
}

void RulesTest::followsItsFormula()
{
    QFETCH(QString, id);
    QFETCH(double, rate);
    QFETCH(double, smallRate);
    QFETCH(QJsonObject, options);
    options.insert("rate", rate);
    compare(id, options, std::make_shared<Valley>(), slopeOfValley, { 3, -2 });
    options.insert("rate", smallRate);
    compare(id, options, std::make_shared<Rosenbrock>(), slopeOfRosenbrock, { -1.25L, 1 });
}

void RulesTest::everyOptionOfEveryRuleIsCompared()
{
    int optimizers = 0;
    for (const NodeType &type : thalwegNodeTypes()) {
        if (!isOptimizer(type))
            continue;
        ++optimizers;
        for (const Parameter &parameter : type.parameters) {
            const bool isCompared = std::ranges::any_of(cases(), [&](const Case &each) {
                return each.id == type.id && each.options.contains(parameter.name)
                    && each.options[parameter.name] != parameter.defaultValue;
            });
            QVERIFY2(
                isCompared || commonParameters().contains(parameter.name), qPrintable(type.id + ' ' + parameter.name));
        }
    }
    QCOMPARE(optimizers, 17);
}

void RulesTest::ratesAreThoseOfPyTorch_data()
{
    QTest::addColumn<double>("rate");
    QTest::newRow("optimizers.gradient-descent") << 1e-3;
    QTest::newRow("optimizers.momentum") << 1e-3;
    QTest::newRow("optimizers.nesterov") << 1e-3;
    QTest::newRow("optimizers.adagrad") << 1e-2;
    QTest::newRow("optimizers.adadelta") << 1.0;
    QTest::newRow("optimizers.rmsprop") << 1e-2;
    QTest::newRow("optimizers.adam") << 1e-3;
    QTest::newRow("optimizers.amsgrad") << 1e-3;
    QTest::newRow("optimizers.adamw") << 1e-3;
    QTest::newRow("optimizers.nadam") << 2e-3;
    QTest::newRow("optimizers.radam") << 1e-3;
    QTest::newRow("optimizers.adamax") << 2e-3;
    QTest::newRow("optimizers.rprop") << 1e-2;
    QTest::newRow("optimizers.asgd") << 1e-2;
}

void RulesTest::ratesAreThoseOfPyTorch()
{
    QFETCH(double, rate);
    const auto run = descent(QTest::currentDataTag(), std::make_shared<Valley>(), { { "iterations", 1 } });
    QCOMPARE(run->lastStep().rate, rate);
}

void RulesTest::adamsFirstStepIsTheRate()
{
    const auto descent = output<Descent>(thalwegNodeTypes(), "optimizers.adam", "descent",
        { { "rate", 0.1 }, { "iterations", 1 }, { "start", QJsonArray { 1000, 4.001 } } },
        { { "objective", std::make_shared<Bowl>(4.0, 2) } });
    QVERIFY(std::abs(descent->lastTheta()[0] - 999.9) < 1e-9);
    QVERIFY(std::abs(descent->lastTheta()[1] - 3.901) < 1e-6);
}

void RulesTest::averagedDescentGivesTheMeanOfItsPath()
{
    const QJsonObject options { { "rate", 0.125 }, { "t0", 20 } };
    std::vector<Memory> memory;
    reference::iterates("optimizers.asgd", options, { 3, -2 }, slopeOfValley, steps, &memory);
    QJsonObject parameters = options;
    parameters.insert("iterations", steps);
    parameters.insert("start", QJsonArray { 3, -2 });
    const auto average = output<Vector>(
        thalwegNodeTypes(), "optimizers.asgd", "average", parameters, { { "objective", std::make_shared<Valley>() } });
    for (Eigen::Index i = 0; i < 2; ++i)
        QVERIFY(std::abs(average->value[i] - memory[static_cast<std::size_t>(i)]['a']) < 1e-14L);
    // The mean of θ from update t₀ + 2 on, as the formula says in words.
    const auto run = descent("optimizers.asgd", std::make_shared<Valley>(), parameters);
    Eigen::Vector2d mean = Eigen::Vector2d::Zero();
    for (std::size_t t = 22; t <= steps; ++t)
        mean += run->theta(t) / (steps - 21);
    QVERIFY((average->value - mean).norm() < 1e-13);
}

void RulesTest::restsAtAMinimumAlsoWithoutEpsilon()
{
    const auto bowl = std::make_shared<Bowl>(4.0, 2);
    for (const NodeType &type : thalwegNodeTypes()) {
        if (!isOptimizer(type))
            continue;
        QJsonObject parameters { { "start", QJsonArray { 4, 4 } }, { "iterations", 10 } };
        for (const char *name : { "eps", "weight_decay", "lambd", "initial_accumulator_value" })
            if (type.parameter(name))
                parameters.insert(name, 0);
        const auto run = descent(type.id, bowl, parameters);
        QVERIFY2(run->reason() == StopReason::Iterations, qPrintable(type.id));
        QCOMPARE(run->lastTheta()[0], 4.0);
        QCOMPARE(run->lastTheta()[1], 4.0);
    }
}

void RulesTest::clippingLeavesTheTraceAsItIs()
{
    const auto run = descent("optimizers.gradient-descent", std::make_shared<Bowl>(0.0, 1),
        { { "rate", 0.5 }, { "clip_value", 1 }, { "iterations", 3 }, { "start", QJsonArray { 100 } } });
    QCOMPARE(run->lastTheta()[0], 98.5);
    QCOMPARE(run->steps()[0].gradientNorm, 200.0);
    QCOMPARE(run->lastStep().gradientNorm, 197.0);
}

void RulesTest::refusesWhatNoRuleCanUse_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("negative rate") << "optimizers.gradient-descent"
                                   << "rate" << QJsonValue(-0.1);
    QTest::newRow("negative batch") << "optimizers.gradient-descent"
                                    << "batch_size" << QJsonValue(-1);
    QTest::newRow("half an iteration") << "optimizers.gradient-descent"
                                       << "iterations" << QJsonValue(0.5);
    QTest::newRow("negative tolerance") << "optimizers.momentum"
                                        << "gradient_tolerance" << QJsonValue(-1e-9);
    QTest::newRow("negative decay") << "optimizers.momentum"
                                    << "weight_decay" << QJsonValue(-1);
    QTest::newRow("momentum of 1") << "optimizers.momentum"
                                   << "momentum" << QJsonValue(1);
    QTest::newRow("beta1 of 1") << "optimizers.adam"
                                << "beta1" << QJsonValue(1);
    QTest::newRow("beta2 above 1") << "optimizers.adam"
                                   << "beta2" << QJsonValue(1.5);
    QTest::newRow("rho of 1") << "optimizers.adadelta"
                              << "rho" << QJsonValue(1);
    QTest::newRow("alpha of 1") << "optimizers.rmsprop"
                                << "alpha" << QJsonValue(1);
    QTest::newRow("momentum above 1") << "optimizers.rmsprop"
                                      << "momentum" << QJsonValue(1.5);
    QTest::newRow("lion's beta2 of 1") << "optimizers.lion"
                                       << "beta2" << QJsonValue(1);
    QTest::newRow("negative eps") << "optimizers.yogi"
                                  << "eps" << QJsonValue(-1e-8);
    QTest::newRow("negative decay of the rate") << "optimizers.asgd"
                                                << "lambd" << QJsonValue(-1);
    QTest::newRow("clipping to nothing") << "optimizers.radam"
                                         << "clip_norm" << QJsonValue(0);
    QTest::newRow("lookahead that goes nowhere") << "optimizers.nadam"
                                                 << "lookahead_alpha" << QJsonValue(0);
    QTest::newRow("no time") << "optimizers.adam"
                             << "time_limit" << QJsonValue(0);
}

void RulesTest::refusesWhatNoRuleCanUse()
{
    QFETCH(QString, id);
    QFETCH(QString, parameter);
    QFETCH(QJsonValue, value);
    const QString error
        = errorOf(thalwegNodeTypes(), id, { { parameter, value } }, { { "objective", std::make_shared<Valley>() } });
    QVERIFY2(error.startsWith(QStringLiteral("parameter %1: must be a").arg(parameter)), qPrintable(error));
}

void RulesTest::refusesPairsThatAreNone()
{
    const auto error = [](const char *name, const QJsonArray &pair) {
        return errorOf(thalwegNodeTypes(), "optimizers.rprop", { { QLatin1String(name), pair } },
            { { "objective", std::make_shared<Valley>() } });
    };
    for (const QJsonArray &etas : { QJsonArray { 0.5 }, QJsonArray { 1.2, 0.5 }, QJsonArray { 0, 1.2 },
             QJsonArray { 0.5, 1 }, QJsonArray { 0.5, 1.2, 3 } })
        QVERIFY(error("etas", etas).startsWith("parameter etas: must be two numbers"));
    for (const QJsonArray &sizes : { QJsonArray {}, QJsonArray { -1, 50 }, QJsonArray { 2, 1 } })
        QVERIFY(error("step_sizes", sizes).startsWith("parameter step_sizes: must be two numbers"));
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
