#include <thalweg/objective.h>
#include <thalweg/plugin.h>

#include <QtTest>

using namespace thalweg;

NodeType coshValley();

class CoshValleyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesItsValueAndGradient();
    void refusesADimensionOfZero();
};

void CoshValleyTest::givesItsValueAndGradient()
{
    const NodeType type = coshValley();
    RunContext context;
    const Result<Outputs> outputs = runNode(type, Inputs(type, { { "centre", 2 }, { "dimension", 3 } }), context);
    QVERIFY2(outputs.ok(), outputs.ok() ? "" : outputs.error().what());

    const auto objective = std::dynamic_pointer_cast<const Objective>(outputs->get("objective"));
    QVERIFY(objective);
    Eigen::VectorXd gradient(3);
    QCOMPARE(objective->valueAndGradient(Eigen::Vector3d(2, 3, 1), gradient), 1 + 2 * 1.5430806348152437);
    QCOMPARE(gradient[0], 0.0);
    QCOMPARE(gradient[1], 1.1752011936438014);
    QCOMPARE(gradient[2], -1.1752011936438014);
}

void CoshValleyTest::refusesADimensionOfZero()
{
    const NodeType type = coshValley();
    RunContext context;
    const Result<Outputs> outputs = runNode(type, Inputs(type, { { "dimension", 0 } }), context);
    QVERIFY(!outputs.ok());
    QVERIFY(outputs.error().text().startsWith("parameter dimension: "));
}

QTEST_GUILESS_MAIN(CoshValleyTest)
#include "cosh_valley_test.moc"
