#include <thalweg/random.h>
#include <thalweg/run_context.h>

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace thalweg;

class RandomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheMersenneTwisterOfTheStandard();
    void isUniformInItsRange();
    void drawsWholeNumbersOfAnyBound_data();
    void drawsWholeNumbersOfAnyBound();
    void isUnbiasedWhereTheBoundDoesNotDivideTheRange();
    void hasTheMomentsOfTheNormalDistribution();
    void shufflesToEachPermutationAlike();
    void repeatsItself();
    void givesEachStreamItsOwnNumbers();
};

void RandomTest::isTheMersenneTwisterOfTheStandard()
{
    // The C++ standard ([rand.predef]): the 10000th number of mt19937_64 from its default seed, 5489.
    Random random(5489);
    for (int i = 1; i < 10000; ++i)
        random.uniform();
    QCOMPARE(random.uniform(), static_cast<double>(9981545732273789042u >> 11) / 9007199254740992.0);
}

void RandomTest::isUniformInItsRange()
{
    Random random(1);
    const int count = 100'000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; ++i) {
        const double x = random.uniform();
        QVERIFY(x >= 0 && x < 1);
        sum += x;
        squares += x * x;
    }
    // Six standard deviations of the mean of x and of x².
    QVERIFY(std::abs(sum / count - 1.0 / 2) < 6 * std::sqrt(1.0 / 12 / count));
    QVERIFY(std::abs(squares / count - 1.0 / 3) < 6 * std::sqrt(4.0 / 45 / count));
    for (int i = 0; i < 1000; ++i) {
        const double x = random.uniform(-3, 7);
        QVERIFY(x >= -3 && x < 7);
    }
}

void RandomTest::drawsWholeNumbersOfAnyBound_data()
{
    QTest::addColumn<quint64>("bound");
    for (const quint64 bound : { quint64(1), quint64(2), quint64(3), quint64(7), quint64(1000) })
        QTest::addRow("%llu", static_cast<unsigned long long>(bound)) << bound;
}

void RandomTest::drawsWholeNumbersOfAnyBound()
{
    QFETCH(quint64, bound);
    Random random(2);
    const int perValue = 1000;
    std::vector<int> counts(bound);
    for (quint64 i = 0; i < bound * perValue; ++i)
        ++counts.at(random.below(bound));
    double chiSquare = 0;
    for (const int count : counts)
        chiSquare += std::pow(count - perValue, 2) / perValue;
    // χ² has mean bound - 1 and variance 2(bound - 1).
    const double freedom = static_cast<double>(bound) - 1;
    QVERIFY(chiSquare <= freedom + 6 * std::sqrt(2 * freedom) + 6);
}

void RandomTest::isUnbiasedWhereTheBoundDoesNotDivideTheRange()
{
    // Below 3·2⁶² a plain remainder of 64 bits would give the lowest third twice as often as the others.
    Random random(3);
    const std::uint64_t third = std::uint64_t(1) << 62;
    const int count = 30'000;
    std::array<int, 3> counts {};
    for (int i = 0; i < count; ++i)
        ++counts.at(random.below(3 * third) / third);
    for (const int found : counts)
        QVERIFY(std::abs(found - count / 3) < 6 * std::sqrt(count * 2.0 / 9));
    for (int i = 0; i < 1000; ++i)
        QVERIFY(random.below(std::numeric_limits<std::uint64_t>::max()) < std::numeric_limits<std::uint64_t>::max());
}

void RandomTest::hasTheMomentsOfTheNormalDistribution()
{
    Random random(4);
    const int count = 200'000;
    std::array<double, 5> moments {};
    double neighbours = 0; // the polar method gives pairs, which must have nothing to do with each other
    double last = 0;
    for (int i = 0; i < count; ++i) {
        const double x = random.normal();
        QVERIFY(std::isfinite(x));
        for (std::size_t power = 1; power < moments.size(); ++power)
            moments[power] += std::pow(x, power) / count;
        neighbours += x * last / count;
        last = x;
    }
    // Six standard deviations: the variances of x, x², x³ and x⁴ are 1, 2, 15 and 96.
    QVERIFY(std::abs(moments[1]) < 6 * std::sqrt(1.0 / count));
    QVERIFY(std::abs(moments[2] - 1) < 6 * std::sqrt(2.0 / count));
    QVERIFY(std::abs(moments[3]) < 6 * std::sqrt(15.0 / count));
    QVERIFY(std::abs(moments[4] - 3) < 6 * std::sqrt(96.0 / count));
    QVERIFY(std::abs(neighbours) < 6 * std::sqrt(1.0 / count));
}

void RandomTest::shufflesToEachPermutationAlike()
{
    Random random(5);
    std::map<std::vector<int>, int> counts;
    const int count = 24'000;
    for (int i = 0; i < count; ++i) {
        std::vector<int> order { 0, 1, 2, 3 };
        shuffle(order, random);
        ++counts[order];
    }
    QCOMPARE(counts.size(), std::size_t(24));
    for (const auto &[order, found] : counts)
        QVERIFY(std::abs(found - count / 24) < 6 * std::sqrt(count / 24.0));

    std::vector<int> many(10'000);
    std::iota(many.begin(), many.end(), 0);
    std::vector<int> shuffled = many;
    shuffle(shuffled, random);
    QVERIFY(shuffled != many);
    std::ranges::sort(shuffled);
    QVERIFY(shuffled == many);
    std::vector<int> none;
    shuffle(none, random);
    QVERIFY(none.empty());
}

void RandomTest::repeatsItself()
{
    Random one(9);
    Random other(9);
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(one.normal(), other.normal());
        QCOMPARE(one.below(10), other.below(10));
    }
}

void RandomTest::givesEachStreamItsOwnNumbers()
{
    const RunContext context(1);
    QCOMPARE(context.random(1).uniform(), context.random(1).uniform());
    QVERIFY(context.random(1).uniform() != context.random(2).uniform());
    QVERIFY(context.random(0).uniform() != RunContext(2).random(0).uniform());
}

QTEST_GUILESS_MAIN(RandomTest)
#include "random_test.moc"
