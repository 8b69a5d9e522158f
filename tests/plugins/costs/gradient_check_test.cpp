#include "costs_support.h"
#include "linear_reference.h"

#include "gradient_check.h"

#include <thalweg/plain_values.h>
#include <thalweg/table.h>

#include <QtTest>

using namespace thalweg;

class GradientCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyShippedCostHasItsGradient_data();
    void everyShippedCostHasItsGradient();
    void aWrongComponentIsFoundAndNamed();
    void estimatesItsError();
    void ofAKinkItSaysNothing();
    void anUndefinedGradientDiffers();
    void atAMinimumItAgrees();
    void nodeGivesATableAndItsVerdict();
    void nodeTakesAPointByName();
};

namespace {

/// A cost whose gradient is off by `fault` in its second component.
class Faulty final : public Objective {
public:
    explicit Faulty(double fault) : Objective({ "a", "b", "c" }), fault_(fault) { }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        gradient = theta.array().exp();
        gradient[1] += fault_;
        return theta.array().exp().sum();
    }

private:
    double fault_;
};

} // namespace

void GradientCheckTest::everyShippedCostHasItsGradient_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<int>("target");
    for (const NodeType &type : thalwegNodeTypes()) {
        if (!type.input("dataset"))
            continue;
        const bool isOfClasses
            = QStringList { "costs.logistic", "costs.hinge", "costs.squared-hinge", "costs.modified-huber" }.contains(
                type.id);
        const bool isOfCounts = QStringList { "costs.poisson", "costs.softmax" }.contains(type.id);
        const auto target = isOfClasses ? RandomTarget::Binary
            : isOfCounts                ? RandomTarget::Count
                                        : RandomTarget::Normal;
        for (const char *reduction : { "mean", "half-sum" })
            QTest::addRow("%s, %s", qPrintable(type.id), reduction)
                << type.id << QJsonObject { { "reduction", reduction } } << int(target);
    }
}

void GradientCheckTest::everyShippedCostHasItsGradient()
{
    QFETCH(QString, id);
    QFETCH(QJsonObject, parameters);
    QFETCH(int, target);
    // So few rows that the steps of the differences pass no kink.
    const auto data = randomDataset(7, 3, static_cast<RandomTarget>(target));
    const auto cost = makeObjective(id, parameters, data).value();
    std::size_t agreeing = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const GradientCheck check = checkGradient(*cost, randomPoint(cost->dimension(), 0.7, seed));
        QVERIFY2(check.ok(), qPrintable(cost->parameterNames()[static_cast<qsizetype>(check.worst)]));
        agreeing += check.count(ComponentCheck::Verdict::Agrees);
    }
    QVERIFY(agreeing >= static_cast<std::size_t>(8 * cost->dimension()));
}

void GradientCheckTest::aWrongComponentIsFoundAndNamed()
{
    const Eigen::Vector3d theta(0.5, 1, 1.5);
    QVERIFY(checkGradient(Faulty(0), theta).ok());
    for (const double fault : { 1e-4, -1e-4, 0.5, 1e9 }) {
        const GradientCheck check = checkGradient(Faulty(fault), theta);
        QVERIFY(!check.ok());
        QCOMPARE(check.worst, std::size_t(1));
        QCOMPARE(check.count(ComponentCheck::Verdict::Differs), std::size_t(1));
    }
}

void GradientCheckTest::estimatesItsError()
{
    const Eigen::Vector3d theta(0.5, 1, 1.5);
    const GradientCheck check = checkGradient(Faulty(0), theta);
    for (Eigen::Index i = 0; i < 3; ++i) {
        const ComponentCheck &component = check.components[static_cast<std::size_t>(i)];
        QVERIFY(std::abs(component.numeric - std::exp(theta[i])) <= component.error);
        QVERIFY(component.error < 1e-9);
        QVERIFY(component.error > 0);
    }
}

void GradientCheckTest::ofAKinkItSaysNothing()
{
    const auto cost = makeFormula("abs(x - 1) + 2*max(x - 1, 0) + y^2").value();
    for (const double x : { 1., 1 + 1e-9 }) {
        const GradientCheck check = checkGradient(*cost, Eigen::Vector2d(x, 3));
        QCOMPARE(check.components[0].verdict, ComponentCheck::Verdict::Unknown);
        QVERIFY(std::abs(check.components[0].error - 2) < 0.01); // the slopes are -1 and 3
        QCOMPARE(check.components[1].verdict, ComponentCheck::Verdict::Agrees);
    }
    QCOMPARE(checkGradient(*cost, Eigen::Vector2d(1.25, 3)).count(ComponentCheck::Verdict::Agrees), std::size_t(2));
}

void GradientCheckTest::anUndefinedGradientDiffers()
{
    const GradientCheck check = checkGradient(Faulty(NAN), Eigen::Vector3d::Zero());
    QVERIFY(!check.ok());
    QCOMPARE(check.worst, std::size_t(1));
    const auto logarithm = makeFormula("log(x)").value();
    QVERIFY(!checkGradient(*logarithm, Eigen::VectorXd::Constant(1, 0)).ok()); // 1/0
}

void GradientCheckTest::atAMinimumItAgrees()
{
    const auto cost = makeFormula("(x - 3)^2 + (y + 1)^4").value();
    const GradientCheck check = checkGradient(*cost, Eigen::Vector2d(3, -1));
    QCOMPARE(check.count(ComponentCheck::Verdict::Agrees), std::size_t(2));
}

void GradientCheckTest::nodeGivesATableAndItsVerdict()
{
    for (const auto &[fault, ok] : { std::pair { 0., 1. }, { 0.25, 0. } }) {
        const auto outputs = runNamed("costs.check-gradient", { { "point", QJsonArray { 0, 1, 2 } } },
            Arrivals { { "objective", std::make_shared<Faulty>(fault) } })
                                 .value();
        QCOMPARE(std::static_pointer_cast<const Number>(outputs.get("ok"))->value, ok);
        const auto table = std::static_pointer_cast<const Table>(outputs.get("table"));
        QCOMPARE(table->rowCount(), std::size_t(3));
        QCOMPARE(table->find("parameter")->text(1), QString("b"));
        QCOMPARE(table->find("verdict")->text(0), QString("agrees"));
        QCOMPARE(table->find("verdict")->text(1), QString(ok == 1 ? "agrees" : "differs"));
        QVERIFY(std::abs((*table->find("difference")->numbers())[1] - fault) < 1e-9);
    }
}

void GradientCheckTest::nodeTakesAPointByName()
{
    const auto cost = makeFormula("x^2 + y^3").value();
    const auto at = [&](const QJsonValue &point) {
        return runNamed("costs.check-gradient", { { "point", point } }, Arrivals { { "objective", cost } });
    };
    const auto table = std::static_pointer_cast<const Table>(at(QJsonObject { { "y", 2 } }).value().get("table"));
    QCOMPARE((*table->find("analytic")->numbers())[0], 0.);
    QCOMPARE((*table->find("analytic")->numbers())[1], 12.);
    QVERIFY(!at(QJsonArray { 1, 2, 3 }));
    QCOMPARE(at(QJsonArray { 1, 2, 3 }).error().places(), QStringList("parameter point"));
}

QTEST_GUILESS_MAIN(GradientCheckTest)
#include "gradient_check_test.moc"
