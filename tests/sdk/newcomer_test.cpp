#include <registry/registry.h>
#include <thalweg/objective.h>
#include <thalweg/plugin.h>

#include <QtTest>

using namespace thalweg;

class NewcomerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsWhatWasBuiltOutOfTheTree();
};

void NewcomerTest::loadsWhatWasBuiltOutOfTheTree()
{
    const Registry registry = loadPlugins({ qEnvironmentVariable("THALWEG_BINARY_DIR") + "/tests/sdk/newcomer/build" });
    QCOMPARE(registry.plugins().size(), std::size_t(1));
    QCOMPARE(registry.plugins()[0].problem, QString());
    QCOMPARE(registry.plugins()[0].id, QString("newcomer"));
    QCOMPARE(registry.plugins()[0].nodeTypeIds, QStringList("newcomer.cosh-valley"));

    const NodeType *type = registry.nodeTypes().find("newcomer.cosh-valley");
    RunContext context;
    const Result<Outputs> outputs = runNode(*type, Inputs(*type, {}), context);
    QVERIFY2(outputs.ok(), outputs.ok() ? "" : outputs.error().what());
    const auto objective = std::dynamic_pointer_cast<const Objective>(outputs->get("objective"));
    QVERIFY(objective);
    QCOMPARE(objective->parameterNames(), QStringList({ "theta[1]", "theta[2]" }));

    // cosh 1 and sinh 1 from Abramowitz and Stegun, table 4.15; the valley's centre is 1.
    Eigen::VectorXd gradient(2);
    QCOMPARE(objective->valueAndGradient(Eigen::Vector2d(1, 2), gradient), 1 + 1.543080634815244);
    QCOMPARE(gradient[0], 0.0);
    QCOMPARE(gradient[1], 1.175201193643801);
}

QTEST_GUILESS_MAIN(NewcomerTest)
#include "newcomer_test.moc"
