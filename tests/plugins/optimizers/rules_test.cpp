#include "support/objectives.h"
#include "support/run_node.h"

#include <thalweg/descent.h>

#include <QJsonArray>
#include <QtTest>

#include <array>

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr int steps = 100;
using Point = std::array<long double, 2>;

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

Point slope(const Point &p)
{
    return { 4 * p[0] + p[1] - 1, p[0] + 10 * p[1] };
}

/// The iterates from (3, −2), as `step(θ, g, t)` makes them in extended precision.
template <class Step> std::vector<Point> iterates(Step step, long double decay)
{
    Point theta { 3, -2 };
    std::vector<Point> all { theta };
    for (int t = 1; t <= steps; ++t) {
        Point g = slope(theta);
        for (std::size_t i = 0; i < 2; ++i)
            g[i] += decay * theta[i];
        step(theta, g, t);
        all.push_back(theta);
    }
    return all;
}

void compare(const QString &id, QJsonObject parameters, const std::vector<Point> &expected)
{
    parameters.insert("start", QJsonArray { 3, -2 });
    parameters.insert("iterations", steps);
    const auto descent = output<Descent>(
        thalwegNodeTypes(), id, "descent", parameters, { { "objective", std::make_shared<Valley>() } });
    QCOMPARE(descent->steps().size(), expected.size());
    for (std::size_t t = 0; t < expected.size(); ++t)
        for (std::size_t i = 0; i < 2; ++i) {
            const double difference
                = static_cast<double>(std::abs(descent->theta(t)[static_cast<Eigen::Index>(i)] - expected[t][i]));
            QVERIFY2(difference <= 1e-13, qPrintable(QStringLiteral("step %1: off by %2").arg(t).arg(difference)));
        }
}

} // namespace

/// Each rule beside its published formula, written out plainly in extended precision.
class RulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gradientDescentFollowsItsFormula();
    void momentumFollowsPyTorchsFormula();
    void adamFollowsPyTorchsFormula();
    void adamsFirstStepIsTheRate();
    void refusesWhatNoRuleCanUse_data();
    void refusesWhatNoRuleCanUse();
};

void RulesTest::gradientDescentFollowsItsFormula()
{
    for (const double decay : { 0.0, 0.5 })
        compare("optimizers.gradient-descent", { { "rate", 0.125 }, { "weight_decay", decay } },
            iterates(
                [](Point &theta, const Point &g, int) {
                    for (std::size_t i = 0; i < 2; ++i)
                        theta[i] -= 0.125L * g[i];
                },
                decay));
}

void RulesTest::momentumFollowsPyTorchsFormula()
{
    Point b {};
    compare("optimizers.momentum",
        { { "rate", 0.0625 }, { "momentum", 0.75 }, { "dampening", 0.25 }, { "weight_decay", 0.5 } },
        iterates(
            [&](Point &theta, const Point &g, int t) {
                for (std::size_t i = 0; i < 2; ++i) {
                    b[i] = t == 1 ? g[i] : 0.75L * b[i] + 0.75L * g[i];
                    theta[i] -= 0.0625L * b[i];
                }
            },
            0.5L));
}

void RulesTest::adamFollowsPyTorchsFormula()
{
    const long double beta1 = 0.9;
    const long double beta2 = 0.999;
    const long double eps = 1e-8;
    Point m {};
    Point v {};
    compare("optimizers.adam", { { "rate", 0.125 }, { "weight_decay", 0.5 } },
        iterates(
            [&](Point &theta, const Point &g, int t) {
                for (std::size_t i = 0; i < 2; ++i) {
                    m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                    v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
                    const long double mHat = m[i] / (1 - std::pow(beta1, static_cast<long double>(t)));
                    const long double vHat = v[i] / (1 - std::pow(beta2, static_cast<long double>(t)));
                    theta[i] -= 0.125L * mHat / (std::sqrt(vHat) + eps);
                }
            },
            0.5L));
}

void RulesTest::adamsFirstStepIsTheRate()
{
    const auto descent = output<Descent>(thalwegNodeTypes(), "optimizers.adam", "descent",
        { { "rate", 0.1 }, { "iterations", 1 }, { "start", QJsonArray { 1000, 4.001 } } },
        { { "objective", std::make_shared<Bowl>(4.0, 2) } });
    QVERIFY(std::abs(descent->lastTheta()[0] - 999.9) < 1e-9);
    QVERIFY(std::abs(descent->lastTheta()[1] - 3.901) < 1e-6);
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

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
