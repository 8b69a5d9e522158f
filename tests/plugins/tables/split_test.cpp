#include "support/data.h"
#include "support/run_node.h"

#include <QJsonObject>
#include <QtTest>

#include <algorithm>
#include <numeric>
#include <set>

using namespace thalweg;
using namespace thalweg::test;

class SplitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowGoesToExactlyOnePart_data();
    void everyRowGoesToExactlyOnePart();
    void withoutShuffleTheFirstRowsAreForTraining();
    void everyRowIsAsLikelyAsAnyOther();
    void theSeedAloneDecides();
    void stratifiedPartsHaveEachClassInItsShare();
    void bothPartsKeepNamesClassesAndScaling();
    void refusesPartsWithoutRows();
};

namespace {

struct Parts {
    std::shared_ptr<const Dataset> train;
    std::shared_ptr<const Dataset> test;
};

Parts parts(const QJsonObject &parameters, const ValuePtr &data, std::uint64_t seed = 1)
{
    const std::vector<NodeType> types = thalwegNodeTypes();
    RunContext context(seed);
    const Result<Outputs> outputs = run(types, "tables.split", parameters, { { "dataset", data } }, context);
    if (!outputs)
        throw outputs.error();
    const auto part = [&](const char *port) { return std::dynamic_pointer_cast<const Dataset>(outputs->get(port)); };
    return { part("train"), part("test") };
}

/// Rows that are numbered by their feature; the target is ten times that.
ValuePtr numbered(std::size_t rows)
{
    std::vector<double> x(rows);
    std::iota(x.begin(), x.end(), 0);
    std::vector<double> y = x;
    for (double &value : y)
        value *= 10;
    return dataset({ { "x", x } }, y);
}

} // namespace

void SplitTest::everyRowGoesToExactlyOnePart_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<double>("fraction");
    QTest::addColumn<int>("training");
    QTest::newRow("three quarters of 344") << 344 << 0.75 << 258;
    QTest::newRow("of two rows") << 2 << 0.5 << 1;
    QTest::newRow("rounded up") << 10 << 0.66 << 7;
    QTest::newRow("rounded down") << 10 << 0.64 << 6;
    QTest::newRow("nearly all") << 1000 << 0.999 << 999;
}

void SplitTest::everyRowGoesToExactlyOnePart()
{
    QFETCH(int, rows);
    QFETCH(double, fraction);
    QFETCH(int, training);
    for (bool shuffled : { true, false }) {
        const auto [train, test]
            = parts({ { "fraction", fraction }, { "shuffle", shuffled } }, numbered(std::size_t(rows)));
        QCOMPARE(int(train->rowCount()), training);
        std::vector<double> all = feature(*train, 0);
        std::ranges::copy(feature(*test, 0), std::back_inserter(all));
        std::ranges::sort(all);
        QCOMPARE(int(all.size()), rows);
        for (int i = 0; i < rows; ++i)
            QCOMPARE(all[std::size_t(i)], double(i));
        for (const auto &part : { train, test }) {
            QVERIFY(part->target() == 10 * part->features().col(0)); // rows stay together
            QVERIFY(std::ranges::is_sorted(feature(*part, 0))); // and in order
        }
    }
}

void SplitTest::withoutShuffleTheFirstRowsAreForTraining()
{
    const auto [train, test] = parts({ { "fraction", 0.6 }, { "shuffle", false } }, numbered(5));
    QCOMPARE(feature(*train, 0), (std::vector<double> { 0, 1, 2 }));
    QCOMPARE(feature(*test, 0), (std::vector<double> { 3, 4 }));
}

void SplitTest::everyRowIsAsLikelyAsAnyOther()
{
    constexpr int runs = 2000;
    std::vector<int> counts(8);
    for (int seed = 0; seed < runs; ++seed)
        for (double row : feature(*parts({ { "fraction", 0.25 } }, numbered(8), std::uint64_t(seed)).train, 0))
            ++counts[std::size_t(row)];
    // Each is binomial with p = 1/4: within five standard deviations.
    for (int count : counts)
        QVERIFY(std::abs(count - runs / 4.0) < 5 * std::sqrt(runs * 0.25 * 0.75));
}

void SplitTest::theSeedAloneDecides()
{
    const auto rows = [](std::uint64_t seed) { return feature(*parts({}, numbered(100), seed).train, 0); };
    QCOMPARE(rows(7), rows(7));
    QVERIFY(rows(7) != rows(8));
}

void SplitTest::stratifiedPartsHaveEachClassInItsShare()
{
    // 80 rows of one class, 16 and 4 of two others.
    std::vector<double> target;
    for (int i = 0; i < 100; ++i)
        target.push_back(i % 25 == 0 ? 2 : i % 25 < 5 ? 1 : 0);
    const auto data = dataset({ { "x", std::vector<double>(100, 1) } }, target, { "common", "rare", "rarest" });
    const auto [train, test] = parts({ { "fraction", 0.75 }, { "stratify", true } }, data);
    QCOMPARE(train->rowCount(), 75);
    const auto count = [](const Dataset &part, double code) { return std::ranges::count(targetOf(part), code); };
    QCOMPARE(count(*train, 0), 60);
    QCOMPARE(count(*train, 1), 12);
    QCOMPARE(count(*train, 2), 3);
    QCOMPARE(count(*test, 2), 1);
}

void SplitTest::bothPartsKeepNamesClassesAndScaling()
{
    const auto [train, test]
        = parts({}, dataset({ { "x", { 1, 2, 3, 4 } } }, { 0, 1, 0, 1 }, { "no", "yes" }, { { 5, 2 } }));
    for (const auto &part : { train, test }) {
        QCOMPARE(part->featureNames(), QStringList("x"));
        QCOMPARE(part->targetName(), QString("y"));
        QCOMPARE(part->classes(), QStringList({ "no", "yes" }));
        QCOMPARE(part->scaling(), (std::vector<Scaling> { { 5, 2 } }));
    }
    QVERIFY(!parts({}, dataset({ { "x", { 1, 2, 3, 4 } } })).train->hasTarget());
}

void SplitTest::refusesPartsWithoutRows()
{
    const auto refusal = [](const QJsonObject &parameters, const ValuePtr &data) {
        return errorOf(thalwegNodeTypes(), "tables.split", parameters, { { "dataset", data } });
    };
    QCOMPARE(refusal({ { "fraction", 0.1 } }, numbered(4)),
        QString("parameter fraction: leaves 0 of 4 rows to train on; both parts need at least one"));
    QCOMPARE(refusal({ { "fraction", 0.9 } }, numbered(4)),
        QString("parameter fraction: leaves 4 of 4 rows to train on; both parts need at least one"));
    QCOMPARE(refusal({}, numbered(1)),
        QString("parameter fraction: leaves 1 of 1 rows to train on; both parts need at least one"));
    QVERIFY(refusal({ { "fraction", 1 } }, numbered(4)).startsWith("parameter fraction: must be a number above 0 and"));
    QCOMPARE(refusal({ { "stratify", true } }, numbered(4)),
        QString("parameter stratify: needs a target of classes; this dataset has none"));
}

QTEST_GUILESS_MAIN(SplitTest)
#include "split_test.moc"
