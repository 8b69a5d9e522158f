#include <thalweg/start_point.h>

#include <thalweg/result.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace thalweg;

class StartPointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesNumbersInOrderByNameAndAlone();
    void takesZerosAndRandom();
    void refusesWhatDoesNotFitTheObjective_data();
    void refusesWhatDoesNotFitTheObjective();
};

void StartPointTest::takesNumbersInOrderByNameAndAlone()
{
    Random random(1);
    const QStringList names { "slope", "intercept" };
    QCOMPARE(startPoint(QJsonArray { 1.5, -2 }, names, random), Eigen::VectorXd(Eigen::Vector2d(1.5, -2)));
    QCOMPARE(startPoint(QJsonObject { { "intercept", 3 } }, names, random), Eigen::VectorXd(Eigen::Vector2d(0, 3)));
    QCOMPARE(startPoint(7.0, { "theta" }, random)[0], 7.0);
}

void StartPointTest::takesZerosAndRandom()
{
    Random random(1);
    QCOMPARE(startPoint("zeros", { "a", "b" }, random), Eigen::VectorXd(Eigen::Vector2d(0, 0)));
    Random one(5);
    Random same(5);
    const Eigen::VectorXd theta = startPoint("random", { "a", "b", "c" }, one);
    QCOMPARE(startPoint("random", { "a", "b", "c" }, same), theta);
    QVERIFY(theta[0] != theta[1] && theta[1] != theta[2]);
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
        startPoint(start, { "slope", "intercept" }, random);
        QFAIL("it was taken");
    } catch (const Error &error) {
        QCOMPARE(error.message(), message);
    }
}

QTEST_GUILESS_MAIN(StartPointTest)
#include "start_point_test.moc"
