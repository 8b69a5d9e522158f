#include "../../../plugins/optimizers/batches.h"

#include <QtTest>

#include <set>

using namespace thalweg;

class BatchesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dealsEachRowOnceAnEpochAndTheRestAtItsEnd();
    void keepsTheOrderOfTheRowsWhereNotShuffled();
    void shufflesAnewForEachEpochAndAlikeForTheSameSeed();
};

void BatchesTest::dealsEachRowOnceAnEpochAndTheRestAtItsEnd()
{
    Batches batches(10, 4, true, Random(7));
    for (int epoch = 0; epoch < 3; ++epoch) {
        std::multiset<Eigen::Index> dealt;
        std::vector<std::size_t> sizes;
        do {
            const auto batch = batches.next();
            sizes.push_back(batch.size());
            dealt.insert(batch.begin(), batch.end());
        } while (!batches.isEpochEnd());
        QCOMPARE(sizes, (std::vector<std::size_t> { 4, 4, 2 }));
        QCOMPARE(dealt, (std::multiset<Eigen::Index> { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }));
    }
}

void BatchesTest::keepsTheOrderOfTheRowsWhereNotShuffled()
{
    Batches batches(3, 2, false, Random(7));
    for (int epoch = 0; epoch < 2; ++epoch) {
        const auto first = batches.next();
        QCOMPARE(std::vector(first.begin(), first.end()), (std::vector<Eigen::Index> { 0, 1 }));
        QVERIFY(!batches.isEpochEnd());
        const auto second = batches.next();
        QCOMPARE(std::vector(second.begin(), second.end()), (std::vector<Eigen::Index> { 2 }));
        QVERIFY(batches.isEpochEnd());
    }
}

void BatchesTest::shufflesAnewForEachEpochAndAlikeForTheSameSeed()
{
    const auto epoch = [](Batches &batches) {
        const auto rows = batches.next();
        return std::vector(rows.begin(), rows.end());
    };
    Batches one(100, 100, true, Random(7));
    Batches same(100, 100, true, Random(7));
    Batches other(100, 100, true, Random(8));
    const auto first = epoch(one);
    QCOMPARE(epoch(same), first);
    QVERIFY(epoch(other) != first);
    QVERIFY(epoch(one) != first);
}

QTEST_GUILESS_MAIN(BatchesTest)
#include "batches_test.moc"
