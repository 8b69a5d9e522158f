#include <thalweg/plain_values.h>
#include <thalweg/schedule.h>
#include <thalweg/table.h>

#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace thalweg;

namespace {

std::shared_ptr<const Schedule> made(const QJsonValue &json)
{
    const auto schedule = Schedule::read(json);
    if (!schedule)
        throw schedule.error();
    return *schedule;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-14 * std::abs(b);
}

const double pi = std::acos(-1.0);

} // namespace

/// Rates beside those that PyTorch's documentation gives, and beside closed forms.
class ScheduleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsAConstant();
    void stepsFallByTheirFactor();
    void exponentialPolynomialAndInverseFollowTheirFormulas();
    void cosineGoesDownHalfAWaveAndStaysThere();
    void warmRestartsBeginAgainAfterEachCycle();
    void oneCycleRisesAndFalls();
    void anOpenLengthIsThatOfTheRun();
    void everyKindWarmsUpInALine_data();
    void everyKindWarmsUpInALine();
    void isWhatItsSummarySays();
    void tellsItsRatesAsATable();
    void refusesWhatIsNoSchedule_data();
    void refusesWhatIsNoSchedule();
    void drivesAParameterThatTakesOne();
};

void ScheduleTest::aNumberIsAConstant()
{
    const auto schedule = made(0.25);
    QVERIFY(schedule->isConstant());
    for (const double t : { 0.0, 1.0, 1e9 })
        QCOMPARE(schedule->rate(t, 100), 0.25);
    QVERIFY(!made(QJsonObject { { "kind", "constant" }, { "warm_up", 3 } })->isConstant());
}

void ScheduleTest::stepsFallByTheirFactor()
{
    // PyTorch's example of StepLR: 0.05 before 30, 0.005 before 60, 0.0005 before 90.
    const auto schedule = made(QJsonObject { { "kind", "step" }, { "rate", 0.05 }, { "length", 30 } });
    const std::pair<double, double> expected[]
        = { { 0, 0.05 }, { 29, 0.05 }, { 30, 0.005 }, { 59, 0.005 }, { 60, 0.0005 }, { 89, 0.0005 } };
    for (const auto &[t, rate] : expected)
        QVERIFY(isNear(schedule->rate(t, 90), rate));
    const auto open = made(QJsonObject { { "kind", "step" }, { "rate", 0.05 } });
    for (const auto &[t, rate] : expected)
        QVERIFY(isNear(open->rate(t, 90), rate));
}

void ScheduleTest::exponentialPolynomialAndInverseFollowTheirFormulas()
{
    const auto exponential
        = made(QJsonObject { { "kind", "exponential" }, { "rate", 2 }, { "gamma", 0.5 }, { "length", 1 } });
    QVERIFY(isNear(exponential->rate(10, 100), 2.0 / 1024));
    // PyTorch's example of PolynomialLR: 4 iterations from 0.05 give 0.05, 0.0375, 0.025, 0.0125, 0.
    const auto polynomial = made(QJsonObject { { "kind", "polynomial" }, { "rate", 0.05 }, { "length", 4 } });
    const double line[] = { 0.05, 0.0375, 0.025, 0.0125, 0, 0 };
    for (int t = 0; t < 6; ++t)
        QVERIFY(std::abs(polynomial->rate(t, 10) - line[t]) < 1e-16);
    const auto square = made(
        QJsonObject { { "kind", "polynomial" }, { "rate", 1 }, { "end_rate", 0.5 }, { "length", 4 }, { "power", 2 } });
    QVERIFY(isNear(square->rate(2, 10), 0.625));
    const auto inverse = made(QJsonObject { { "kind", "inverse" }, { "rate", 1 }, { "decay", 0.25 } });
    QVERIFY(isNear(inverse->rate(12, 100), 0.25));
    const auto root = made(QJsonObject { { "kind", "inverse-power" }, { "rate", 1 }, { "decay", 0.25 } });
    QVERIFY(isNear(root->rate(12, 100), 0.5));
}

void ScheduleTest::cosineGoesDownHalfAWaveAndStaysThere()
{
    const auto schedule
        = made(QJsonObject { { "kind", "cosine" }, { "rate", 1 }, { "end_rate", 0.5 }, { "length", 60 } });
    QCOMPARE(schedule->rate(0, 100), 1.0);
    QVERIFY(isNear(schedule->rate(20, 100), 0.875)); // cos 60° = ½
    QVERIFY(isNear(schedule->rate(30, 100), 0.75));
    QVERIFY(isNear(schedule->rate(60, 100), 0.5));
    QVERIFY(isNear(schedule->rate(90, 100), 0.5));
}

void ScheduleTest::warmRestartsBeginAgainAfterEachCycle()
{
    const auto doubling
        = made(QJsonObject { { "kind", "warm-restarts" }, { "rate", 1 }, { "length", 10 }, { "cycle_factor", 2 } });
    // Cycles of 10, 20, 40, … updates.
    double start = 0;
    for (double length = 10; length < 1e6; length *= 2) {
        QCOMPARE(doubling->rate(start, 100), 1.0);
        QVERIFY(isNear(doubling->rate(start + length / 2, 100), 0.5));
        start += length;
        QVERIFY(std::abs(doubling->rate(start - 1, 100) - (1 - std::cos(pi / length)) / 2) < 1e-14);
    }
    const auto even = made(QJsonObject { { "kind", "warm-restarts" }, { "rate", 1 } }); // thirds of the run
    for (const double t : { 0.0, 10.0, 20.0 })
        QCOMPARE(even->rate(t, 30), 1.0);
    QVERIFY(isNear(even->rate(15, 30), 0.5));
    // Cycles that hardly grow take no longer to find.
    const auto slow = made(QJsonObject {
        { "kind", "warm-restarts" }, { "rate", 1 }, { "length", 1e-9 }, { "cycle_factor", 1.000000001 } });
    QVERIFY(slow->rate(1e9, 1e9) >= 0 && slow->rate(1e9, 1e9) <= 1);
}

void ScheduleTest::oneCycleRisesAndFalls()
{
    const auto schedule = made(QJsonObject { { "kind", "one-cycle" }, { "rate", 0.5 } });
    QVERIFY(isNear(schedule->rate(0, 100), 0.5 / 25));
    QVERIFY(isNear(schedule->rate(29, 100), 0.5));
    QVERIFY(isNear(schedule->rate(14.5, 100), (0.5 + 0.5 / 25) / 2));
    QVERIFY(isNear(schedule->rate(99, 100), 0.5 / 25 / 1e4));
    QVERIFY(isNear(schedule->rate(500, 100), 0.5 / 25 / 1e4));
    for (int t = 1; t < 100; ++t)
        QVERIFY((schedule->rate(t, 100) > schedule->rate(t - 1, 100)) == (t <= 29));
    // Too short to rise: it falls from the top.
    QVERIFY(std::isfinite(schedule->rate(0, 1)) && std::isfinite(schedule->rate(1, 2)));
}

void ScheduleTest::anOpenLengthIsThatOfTheRun()
{
    for (const char *kind : { "cosine", "polynomial", "one-cycle" }) {
        const auto open = made(QJsonObject { { "kind", kind } });
        const auto given = made(QJsonObject { { "kind", kind }, { "length", 40 } });
        for (int t = 0; t < 50; ++t)
            QCOMPARE(open->rate(t, 40), given->rate(t, 7));
    }
}

void ScheduleTest::everyKindWarmsUpInALine_data()
{
    QTest::addColumn<QString>("kind");
    const std::vector<Parameter> parameters = Schedule::parameters();
    for (const QString &kind : parameters.front().choices)
        QTest::newRow(qPrintable(kind)) << kind;
}

void ScheduleTest::everyKindWarmsUpInALine()
{
    QFETCH(QString, kind);
    const auto cold = made(QJsonObject { { "kind", kind }, { "rate", 0.75 } });
    const auto warm = made(QJsonObject { { "kind", kind }, { "rate", 0.75 }, { "warm_up", 9 } });
    for (int t = 0; t < 9; ++t)
        QVERIFY(isNear(warm->rate(t, 100), cold->rate(0, 91) * (t + 1) / 10));
    for (int t = 9; t < 120; ++t)
        QCOMPARE(warm->rate(t, 100), cold->rate(t - 9, 91));
    for (int t = 0; t < 200; ++t)
        QVERIFY(warm->rate(t, 100) >= 0 && warm->rate(t, 100) <= 0.75 + 1e-15);
}

void ScheduleTest::isWhatItsSummarySays()
{
    const QJsonObject given { { "kind", "cosine" }, { "rate", 0.5 }, { "length", 12 }, { "warm_up", 3 } };
    const auto schedule = made(given);
    const auto again = made(schedule->summary().value("value"));
    QCOMPARE(again->summary(), schedule->summary());
    for (int t = 0; t < 20; ++t)
        QCOMPARE(again->rate(t, 30), schedule->rate(t, 30));
}

void ScheduleTest::tellsItsRatesAsATable()
{
    const auto table = made(QJsonObject { { "kind", "cosine" }, { "per", "epoch" } })->table();
    QCOMPARE(table->columns().size(), 2u);
    QCOMPARE(table->columns()[0].name, QString("epoch"));
    QCOMPARE(table->columns()[1].numbers()->front(), 0.1);
    QVERIFY(isNear(table->columns()[1].numbers()->at(500), 0.05));
}

void ScheduleTest::refusesWhatIsNoSchedule_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("error");
    QTest::newRow("a text") << QJsonValue("cosine") << "must be a number or an object that describes a schedule";
    QTest::newRow("a negative number") << QJsonValue(-1) << "schedule: rate: must be a number at least 0, not -1";
    QTest::newRow("another kind") << QJsonValue(QJsonObject { { "kind", "sine" } }) << "schedule: kind: must be one of";
    QTest::newRow("no length") << QJsonValue(QJsonObject { { "length", 0 } })
                               << "schedule: length: must be a number above 0, not 0";
    QTest::newRow("another word") << QJsonValue(QJsonObject { { "lenght", 1 } }) << "schedule: has no \"lenght\"";
}

void ScheduleTest::refusesWhatIsNoSchedule()
{
    QFETCH(QJsonValue, json);
    QFETCH(QString, error);
    const auto schedule = Schedule::read(json);
    QVERIFY(!schedule);
    QVERIFY2(schedule.error().text().startsWith(error), qPrintable(schedule.error().text()));
}

void ScheduleTest::drivesAParameterThatTakesOne()
{
    const Parameter rate = number("rate", 0.1).atLeast(0).orSchedule();
    const Parameter plain = number("rate", 0.1).atLeast(0);
    QVERIFY(rate.accepts(Schedule::staticType()) && rate.accepts(Number::staticType()));
    QVERIFY(!plain.accepts(Schedule::staticType()));
    const auto schedule = made(QJsonObject { { "kind", "step" } });
    const auto json = rate.fromValue(*schedule);
    QVERIFY(json);
    QCOMPARE(made(*json)->summary(), schedule->summary());
    QVERIFY(rate.check(0.5) && rate.check(QJsonObject { { "kind", "step" } }));
    QVERIFY(!rate.check(-0.5) && !rate.check(QJsonObject { { "kind", "stairs" } }) && !rate.check("step"));
    QVERIFY(!plain.check(QJsonObject { { "kind", "step" } }));
    QVERIFY(rate.range().contains("a schedule") && !plain.range().contains("schedule"));
}

QTEST_GUILESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
