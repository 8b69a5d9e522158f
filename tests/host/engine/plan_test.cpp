#include "engine/plan.h"
#include "support/graphs.h"
#include "support/toy_nodes.h"

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

class PlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsEachStepBehindThoseThatItReads();
    void takesOnlyWhatTheTargetsNeed();
    void leavesOutMutedAndBypassedNodes();
    void countsAReaderOfTwoOutputsOnce();
    void refusesWhatCannotBeRun_data();
    void refusesWhatCannotBeRun();
};

void PlanTest::putsEachStepBehindThoseThatItReads()
{
    const Plan plan = makePlan(graph({ { "c", "toy.plus", {} }, { "b", "toy.plus", {} }, { "a", "toy.plus", {} } },
                                   { "a.value -> b.a", "b.value -> c.value" }),
        toyNodes(), {})
                          .value();
    QCOMPARE(plan.steps[0].node, QString("a"));
    QCOMPARE(plan.steps[1].node, QString("b"));
    QCOMPARE(plan.steps[2].node, QString("c"));
    QCOMPARE(plan.steps[2].drives.size(), 1u);
    QCOMPARE(plan.steps[1].arrivals.size(), 1u);
}

void PlanTest::takesOnlyWhatTheTargetsNeed()
{
    const Graph chain = graph({ { "a", "toy.plus", {} }, { "b", "toy.plus", {} }, { "c", "toy.plus", {} } },
        { "a.value -> b.a", "b.value -> c.a" });
    QCOMPARE(makePlan(chain, toyNodes(), {}, { "b" })->steps.size(), 2u);
    QCOMPARE(makePlan(chain, toyNodes(), {})->steps.size(), 3u);
}

void PlanTest::leavesOutMutedAndBypassedNodes()
{
    Graph chain
        = graph({ { "a", "toy.plus", {} }, { "b", "toy.plus", {} }, { "c", "toy.plus", {} }, { "d", "toy.plus", {} } },
            { "a.value -> b.a", "b.value -> c.a" });
    chain.nodes[1].mode = Node::Mode::Bypass;
    Plan plan = makePlan(chain, toyNodes(), {}).value();
    QCOMPARE(plan.steps.size(), 3u);
    QCOMPARE(plan.steps[1].node, QString("c"));
    QCOMPARE(plan.steps[1].arrivals.front().source.step, 0u);
    QCOMPARE(plan.inactive.size(), 1u);

    chain.nodes[1].mode = Node::Mode::Mute;
    plan = makePlan(chain, toyNodes(), {}, { "c" }).value();
    QCOMPARE(plan.steps.size(), 0u); // nobody would read what `a` gives
    QCOMPARE(plan.inactive.size(), 2u);
    QCOMPARE(plan.inactive[0].node, QString("b"));
    QCOMPARE(plan.inactive[1].why, QString("depends on node b, which is muted"));
    QVERIFY(makePlan(chain, toyNodes(), {}, { "d" })->inactive.empty());
}

void PlanTest::countsAReaderOfTwoOutputsOnce()
{
    const Plan plan
        = makePlan(graph({ { "a", "toy.plus", {} }, { "b", "toy.plus", {} } }, { "a.value -> b.a", "a.value -> b.b" }),
            toyNodes(), {})
              .value();
    QCOMPARE(plan.steps[0].followers.size(), 1u);
    QCOMPARE(plan.steps[1].waitsFor, 1u);
}

void PlanTest::refusesWhatCannotBeRun_data()
{
    QTest::addColumn<QStringList>("links");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("targets");
    QTest::addColumn<QString>("message");
    QTest::newRow("cycle") << QStringList { "a.value -> b.a", "b.value -> a.a" } << "toy.plus" << QStringList()
                           << "the links make a cycle: a -> b";
    QTest::newRow("unknown type") << QStringList() << "toy.minus" << QStringList()
                                  << "node b: the node type \"toy.minus\" is not known";
    QTest::newRow("unknown output") << QStringList { "a.sum -> b.a" } << "toy.plus" << QStringList()
                                    << "link a.sum -> b.a: one of its ends is not there";
    QTest::newRow("unknown input") << QStringList { "a.value -> b.z" } << "toy.plus" << QStringList()
                                   << "link a.value -> b.z: one of its ends is not there";
    QTest::newRow("unknown target") << QStringList() << "toy.plus" << QStringList { "z" } << "there is no node \"z\"";
}

void PlanTest::refusesWhatCannotBeRun()
{
    QFETCH(QStringList, links);
    QFETCH(QString, type);
    QFETCH(QStringList, targets);
    QFETCH(QString, message);
    const Result<Plan> plan
        = makePlan(graph({ { "a", "toy.plus", {} }, { "b", type.toUtf8(), {} } }, links), toyNodes(), {}, targets);
    QVERIFY(!plan);
    QCOMPARE(plan.error().text(), message);
}

QTEST_GUILESS_MAIN(PlanTest)
#include "plan_test.moc"
