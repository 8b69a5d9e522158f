#include <thalweg/start_point.h>

#include <thalweg/result.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace thalweg;

namespace {

class Plain : public Objective {
public:
    using Objective::Objective;
    double valueAndGradient(ConstVectorRef, VectorRef gradient) const override
    {
        gradient.setZero();
        return 0;
    }
};

/// Would begin between 10 and 11.
class Suggesting final : public Plain {
public:
    using Plain::Plain;
    std::optional<Eigen::VectorXd> suggestedStart(Random &random) const override
    {
        return Eigen::VectorXd::Constant(dimension(), random.uniform(10, 11));
    }
};

} // namespace

class StartPointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesNumbersInOrderByNameAndAlone();
    void takesZerosAndRandom();
    void beginsWhereTheObjectiveSuggestsUnlessItIsTold();
    void refusesWhatDoesNotFitTheObjective_data();
    void refusesWhatDoesNotFitTheObjective();
};

void StartPointTest::takesNumbersInOrderByNameAndAlone()
{
    Random random(1);
    const Plain line({ "slope", "intercept" });
    QCOMPARE(startPoint(QJsonArray { 1.5, -2 }, line, random), Eigen::VectorXd(Eigen::Vector2d(1.5, -2)));
    QCOMPARE(startPoint(QJsonObject { { "intercept", 3 } }, line, random), Eigen::VectorXd(Eigen::Vector2d(0, 3)));
    QCOMPARE(startPoint(7.0, Plain({ "theta" }), random)[0], 7.0);
}

void StartPointTest::takesZerosAndRandom()
{
    Random random(1);
    QCOMPARE(startPoint("zeros", Plain({ "a", "b" }), random), Eigen::VectorXd(Eigen::Vector2d(0, 0)));
    Random one(5);
    Random same(5);
    const Eigen::VectorXd theta = startPoint("random", Plain({ "a", "b", "c" }), one);
    QCOMPARE(startPoint("random", Plain({ "a", "b", "c" }), same), theta);
    QVERIFY(theta[0] != theta[1] && theta[1] != theta[2]);
}

void StartPointTest::beginsWhereTheObjectiveSuggestsUnlessItIsTold()
{
    Random random(1);
    const Eigen::VectorXd zeros = Eigen::Vector2d::Zero();
    QCOMPARE(startPoint("automatic", Plain({ "a", "b" }), random), zeros);
    const Suggesting suggesting({ "a", "b" });
    QCOMPARE(startPoint("zeros", suggesting, random), zeros);
    QCOMPARE(startPoint(QJsonArray { 1, 2 }, suggesting, random), Eigen::VectorXd(Eigen::Vector2d(1, 2)));
    for (const char *word : { "automatic", "random" }) {
        const Eigen::VectorXd theta = startPoint(word, suggesting, random);
        QVERIFY(theta[0] >= 10 && theta[0] < 11 && theta[1] == theta[0]);
    }
}

void StartPointTest::refusesWhatDoesNotFitTheObjective_data()
{
    QTest::addColumn<QJsonValue>("start");
    QTest::addColumn<QString>("message");
    QTest::newRow("too few numbers") << QJsonValue(QJsonArray { 1 })
                                     << "has 1 numbers, but the objective has 2 parameters";
    QTest::newRow("too many numbers") << QJsonValue(QJsonArray { 1, 2, 3 })
                                      << "has 3 numbers, but the objective has 2 parameters";
    QTest::newRow("one number for two") << QJsonValue(4) << "has 1 numbers, but the objective has 2 parameters";
    QTest::newRow("a slip in a name") << QJsonValue(QJsonObject { { "intercpt", 1 } })
                                      << "the objective has no parameter \"intercpt\"; did you mean \"intercept\"?";
}

void StartPointTest::refusesWhatDoesNotFitTheObjective()
{
    QFETCH(QJsonValue, start);
    QFETCH(QString, message);
    Random random(1);
    try {
        startPoint(start, Plain({ "slope", "intercept" }), random);
        QFAIL("it was taken");
    } catch (const Error &error) {
        QCOMPARE(error.message(), message);
    }
}

QTEST_GUILESS_MAIN(StartPointTest)
#include "start_point_test.moc"
