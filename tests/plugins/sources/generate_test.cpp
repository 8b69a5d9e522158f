#include "csv_text.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace thalweg;
using namespace thalweg::test;

/// The laws are checked without noise, where each row must obey its formula.
class GenerateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindGivesTheRowsAndColumnsAskedFor_data();
    void everyKindGivesTheRowsAndColumnsAskedFor();
    void regressionKindsFollowTheirFormula();
    void logisticFollowsItsProbability();
    void classesLieWhereTheyShould();
    void noiseHasTheSizeAskedFor();
    void theSeedAloneDecides();
    void refusesWhatAKindCannotBe_data();
    void refusesWhatAKindCannotBe();
    void aStopEndsIt();
};

namespace {

std::shared_ptr<const Table> generated(QJsonObject parameters)
{
    return output<Table>(thalwegNodeTypes(), "sources.generate", "table", parameters);
}

const NumberCells &numbers(const Table &table, const QString &name)
{
    return *table.find(name)->numbers();
}

} // namespace

void GenerateTest::everyKindGivesTheRowsAndColumnsAskedFor_data()
{
    QTest::addColumn<QString>("targetKind");
    for (const char *kind : { "linear", "polynomial", "sine", "friedman", "logistic" })
        QTest::newRow(kind) << "number";
    for (const char *kind : { "blobs", "moons", "circles", "spirals" })
        QTest::newRow(kind) << "category";
}

void GenerateTest::everyKindGivesTheRowsAndColumnsAskedFor()
{
    QFETCH(QString, targetKind);
    const QString kind = QTest::currentDataTag();
    const auto table = generated({ { "kind", kind }, { "rows", 31 }, { "features", 7 } });
    QCOMPARE(table->rowCount(), 31u);
    QCOMPARE(columnNames(*table), QStringList({ "x1", "x2", "x3", "x4", "x5", "x6", "x7", "target" }));
    QCOMPARE(table->find("target")->kind(), targetKind);
    const auto natural = generated({ { "kind", kind }, { "rows", 1 } });
    QCOMPARE(natural->columns().back().name, QString("target"));
    if (natural->columns().size() == 2)
        QCOMPARE(natural->columns()[0].name, QString("x"));
}

void GenerateTest::regressionKindsFollowTheirFormula()
{
    const auto linear = generated({ { "kind", "linear" }, { "features", 3 }, { "noise", 0 } });
    const auto polynomial = generated({ { "kind", "polynomial" }, { "noise", 0 } });
    const auto sine = generated({ { "kind", "sine" }, { "noise", 0 } });
    const auto friedman = generated({ { "kind", "friedman" }, { "noise", 0 }, { "features", 6 } });
    const auto near = [](double a, double b) { return std::abs(a - b) <= 1e-12; };
    for (std::size_t i = 0; i < 200; ++i) {
        const auto at = [i](const auto &table, const char *name) { return numbers(*table, name)[i]; };
        QVERIFY(near(at(linear, "target"), 1 + 2 * at(linear, "x1") - 3 * at(linear, "x2") + 4 * at(linear, "x3")));
        const double t = at(polynomial, "x");
        QVERIFY(std::abs(t) <= 1);
        QVERIFY(near(at(polynomial, "target"), 1 + t - 2 * std::pow(t, 2) + 3 * std::pow(t, 3)));
        QVERIFY(near(at(sine, "target"), std::sin(at(sine, "x"))));
        QVERIFY(at(sine, "x") >= 0 && at(sine, "x") <= 2 * std::numbers::pi);
        QVERIFY(near(at(friedman, "target"),
            10 * std::sin(std::numbers::pi * at(friedman, "x1") * at(friedman, "x2"))
                + 20 * std::pow(at(friedman, "x3") - 0.5, 2) + 10 * at(friedman, "x4") + 5 * at(friedman, "x5")));
    }
}

void GenerateTest::logisticFollowsItsProbability()
{
    const auto sharp = generated({ { "kind", "logistic" }, { "features", 4 }, { "noise", 0 } });
    for (std::size_t i = 0; i < 200; ++i) {
        const auto x = [&](const char *name) { return numbers(*sharp, name)[i]; };
        const double z = 1 + x("x1") - x("x2") + x("x3") - x("x4"); // 2 / sqrt(4) = 1
        QCOMPARE(numbers(*sharp, "target")[i], z > 0 ? 1.0 : 0.0);
    }
    // With noise the ones are as many as their probabilities add up to, within five standard deviations.
    const auto soft = generated({ { "kind", "logistic" }, { "rows", 20000 }, { "noise", 2 } });
    double expected = 0;
    double variance = 0;
    double ones = 0;
    for (std::size_t i = 0; i < 20000; ++i) {
        const double p = 1 / (1 + std::exp(-(1 + 2 * numbers(*soft, "x")[i]) / 2));
        expected += p;
        variance += p * (1 - p);
        ones += numbers(*soft, "target")[i];
    }
    QVERIFY(std::abs(ones - expected) < 5 * std::sqrt(variance));
}

void GenerateTest::classesLieWhereTheyShould()
{
    const auto visit = [](const QString &kind, int classes, auto &&check) {
        const auto table = generated({ { "kind", kind }, { "noise", 0 }, { "classes", classes }, { "rows", 90 } });
        const auto &target = std::get<CategoryCells>(table->find("target")->cells);
        QCOMPARE(target.levels.size(), std::size_t(classes));
        QCOMPARE(target.levels[0], QString("a"));
        for (std::size_t i = 0; i < 90; ++i) {
            QCOMPARE(target.codes[i], int(i) % classes);
            const double x = numbers(*table, "x1")[i];
            const double y = numbers(*table, "x2")[i];
            QVERIFY2(check(x, y, target.codes[i]), qPrintable(QString("%1 %2 %3").arg(kind).arg(x).arg(y)));
        }
    };
    const auto near = [](double a, double b) { return std::abs(a - b) < 1e-12; };
    visit("blobs", 4, [&](double x, double y, int k) {
        const double centres[4][2] = { { 4, 0 }, { 0, 4 }, { -4, 0 }, { 0, -4 } };
        return near(x, centres[k][0]) && near(y, centres[k][1]);
    });
    visit("moons", 2, [&](double x, double y, int k) {
        return k == 0 ? near(std::hypot(x, y), 1) && y >= 0 : near(std::hypot(x - 1, y - 0.5), 1) && y <= 0.5;
    });
    visit("circles", 3, [&](double x, double y, int k) { return near(std::hypot(x, y), (k + 1) / 3.0); });
    visit("spirals", 2, [&](double x, double y, int k) {
        const double s = std::hypot(x, y);
        const double angle = 3 * std::numbers::pi * s + std::numbers::pi * k;
        return s <= 1 && near(x, s * std::cos(angle)) && near(y, s * std::sin(angle));
    });
}

void GenerateTest::noiseHasTheSizeAskedFor()
{
    const auto table = generated({ { "kind", "sine" }, { "noise", 0.3 }, { "rows", 20000 } });
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < 20000; ++i) {
        const double residual = numbers(*table, "target")[i] - std::sin(numbers(*table, "x")[i]);
        sum += residual;
        squares += residual * residual;
    }
    // Standard errors: of the mean 0.3/√20000, of the standard deviation 0.3/√40000.
    QVERIFY(std::abs(sum / 20000) < 5 * 0.3 / std::sqrt(20000.0));
    QVERIFY(std::abs(std::sqrt(squares / 20000) - 0.3) < 5 * 0.3 / std::sqrt(40000.0));
}

void GenerateTest::theSeedAloneDecides()
{
    const std::vector<NodeType> types = thalwegNodeTypes();
    const auto withSeed = [&types](std::uint64_t seed) {
        RunContext context(seed);
        const auto outputs = run(types, "sources.generate", {}, {}, context);
        return numbers(dynamic_cast<const Table &>(*outputs->get("table")), "target");
    };
    QCOMPARE(withSeed(3), withSeed(3));
    QVERIFY(withSeed(3) != withSeed(4));
}

void GenerateTest::refusesWhatAKindCannotBe_data()
{
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QString>("message");
    QTest::newRow("no rows") << QJsonObject { { "rows", 0 } }
                             << "parameter rows: must be a whole number at least 1 and at most 1e+08, not 0";
    QTest::newRow("too few features") << QJsonObject { { "kind", "friedman" }, { "features", 4 } }
                                      << "parameter features: must be at least 5 for friedman, not 4";
    QTest::newRow("noise below 0") << QJsonObject { { "noise", -1 } }
                                   << "parameter noise: must be a number at least 0, not -1";
    QTest::newRow("three moons") << QJsonObject { { "kind", "moons" },
        { "classes", 3 } } << "parameter classes: must be 2 for moons, not 3; blobs, circles and spirals have more";
}

void GenerateTest::refusesWhatAKindCannotBe()
{
    QFETCH(QJsonObject, parameters);
    QFETCH(QString, message);
    QCOMPARE(errorOf(thalwegNodeTypes(), "sources.generate", parameters), message);
}

void GenerateTest::aStopEndsIt()
{
    StoppedContext context;
    QVERIFY_EXCEPTION_THROWN((void)run(thalwegNodeTypes(), "sources.generate", {}, {}, context), Stopped);
}

QTEST_GUILESS_MAIN(GenerateTest)
#include "generate_test.moc"
