#include "support/data.h"
#include "support/run_node.h"

#include <thalweg/random.h>

#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace thalweg;
using namespace thalweg::test;

class StandardizeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesMeanZeroAndPopulationDeviationOne();
    void keepsItsDigitsFarFromZeroAndAtAllSizes();
    void scalesHeldOutRowsByARawReference();
    void scalesHeldOutRowsByAScaledReference();
    void composesWithAnEarlierScaling();
    void takesTheFeaturesOfTheReferenceByName();
    void leavesTargetAndClassesAlone();
    void refusesWhatHasNoScale_data();
    void refusesWhatHasNoScale();
};

namespace {

using Inlets = std::vector<std::pair<QString, ValuePtr>>;

std::shared_ptr<const Dataset> standardized(const Inlets &inputs)
{
    return output<Dataset>(thalwegNodeTypes(), "tables.standardize", "dataset", {}, inputs);
}

bool near(double a, double b, double tolerance = 1e-15)
{
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

} // namespace

void StandardizeTest::givesMeanZeroAndPopulationDeviationOne()
{
    const auto scaled = standardized({ { "dataset", dataset({ { "x", { 2, 4, 6 } }, { "z", { -1, -1, 1 } } }) } });
    // x: mean 4, variance 8/3. z: mean -1/3, variance 8/9.
    const double root = std::sqrt(1.5);
    const std::vector<double> x = feature(*scaled, 0);
    QVERIFY(near(x[0], -root) && x[1] == 0 && near(x[2], root));
    const std::vector<double> z = feature(*scaled, 1);
    QVERIFY(near(z[0], -std::sqrt(0.5)) && near(z[1], -std::sqrt(0.5)) && near(z[2], std::sqrt(2)));
    QVERIFY(near(scaled->scaling()[0].shift, 4) && near(scaled->scaling()[0].scale, std::sqrt(8.0 / 3)));
    QVERIFY(near(scaled->scaling()[1].shift, -1.0 / 3) && near(scaled->scaling()[1].scale, std::sqrt(8.0) / 3));
}

void StandardizeTest::keepsItsDigitsFarFromZeroAndAtAllSizes()
{
    // 10⁹ + i and sizes at the ends of the range: the textbook formula Σx² − (Σx)²/m loses all digits here.
    // 1 … m has mean (m + 1)/2 and variance (m² − 1)/12.
    constexpr int m = 1000;
    std::vector<double> far;
    std::vector<double> huge;
    std::vector<double> tiny;
    for (int i = 1; i <= m; ++i) {
        far.push_back(1e9 + i);
        huge.push_back(i * 0x1p1000);
        tiny.push_back(i * 0x1p-1000);
    }
    const auto scaled
        = standardized({ { "dataset", dataset({ { "far", far }, { "huge", huge }, { "tiny", tiny } }) } });
    const double deviation = std::sqrt((m * double(m) - 1) / 12);
    const double sizes[] = { 1, 0x1p1000, 0x1p-1000 };
    for (Eigen::Index j = 0; j < 3; ++j) {
        const Scaling &scaling = scaled->scaling()[std::size_t(j)];
        QVERIFY(near(scaling.scale / sizes[j], deviation, 1e-14));
        QVERIFY(near((scaling.shift - (j == 0 ? 1e9 : 0)) / sizes[j], (m + 1) / 2.0, 1e-14));
        for (int i = 1; i <= m; ++i)
            QVERIFY(near(scaled->features()(i - 1, j), (i - (m + 1) / 2.0) / deviation, 1e-14));
    }
}

void StandardizeTest::scalesHeldOutRowsByARawReference()
{
    const auto train = dataset({ { "x", { 2, 4, 6 } } });
    const auto test = standardized({ { "dataset", dataset({ { "x", { 4, 100 } } }) }, { "reference", train } });
    const double deviation = std::sqrt(8.0 / 3);
    QCOMPARE(feature(*test, 0)[0], 0.0);
    QVERIFY(near(feature(*test, 0)[1], 96 / deviation));
    QCOMPARE(test->scaling(), standardized({ { "dataset", train } })->scaling()); // to the bit
}

void StandardizeTest::scalesHeldOutRowsByAScaledReference()
{
    const auto train = standardized({ { "dataset", dataset({ { "x", { 2, 4, 6 } } }) } });
    const auto test = standardized({ { "dataset", dataset({ { "x", { 2, 4, 6, 100 } } }) }, { "reference", train } });
    QCOMPARE(test->scaling(), train->scaling());
    for (Eigen::Index i = 0; i < 3; ++i)
        QCOMPARE(test->features()(i, 0), train->features()(i, 0));
    // What is on the scale already stays as it is.
    const auto again = standardized({ { "dataset", test }, { "reference", train } });
    QCOMPARE(feature(*again, 0), feature(*test, 0));
}

void StandardizeTest::composesWithAnEarlierScaling()
{
    // The rows were 10 + 4·{1, 2, 6} = {14, 18, 34}: mean 22, variance (64 + 16 + 144)/3.
    const auto scaled = standardized({ { "dataset", dataset({ { "x", { 1, 2, 6 } } }, {}, {}, { { 10, 4 } }) } });
    const Scaling scaling = scaled->scaling()[0];
    QVERIFY(near(scaling.shift, 22) && near(scaling.scale, std::sqrt(224.0 / 3)));
    const double originals[] = { 14, 18, 34 };
    for (Eigen::Index i = 0; i < 3; ++i)
        QVERIFY(near(scaled->features()(i, 0), (originals[i] - scaling.shift) / scaling.scale));
    // Held-out rows on yet another scale: the same originals, written as 2·{7, 9, 17}.
    const auto test = standardized(
        { { "dataset", dataset({ { "x", { 7, 9, 17 } } }, {}, {}, { { 0, 2 } }) }, { "reference", scaled } });
    for (Eigen::Index i = 0; i < 3; ++i)
        QVERIFY(near(test->features()(i, 0), scaled->features()(i, 0)));
}

void StandardizeTest::takesTheFeaturesOfTheReferenceByName()
{
    const auto reference = dataset({ { "b", { 0, 20 } }, { "a", { 0, 2 } } });
    const auto test
        = standardized({ { "dataset", dataset({ { "a", { 3 } }, { "b", { 30 } } }) }, { "reference", reference } });
    QCOMPARE(feature(*test, 0), std::vector<double> { 2 });
    QCOMPARE(feature(*test, 1), std::vector<double> { 2 });
}

void StandardizeTest::leavesTargetAndClassesAlone()
{
    const auto scaled
        = standardized({ { "dataset", dataset({ { "x", { 1, 2, 3 } } }, { 0, 1, 1 }, { "no", "yes" }) } });
    QCOMPARE(targetOf(*scaled), (std::vector<double> { 0, 1, 1 }));
    QCOMPARE(scaled->classes(), QStringList({ "no", "yes" }));
    QCOMPARE(scaled->targetName(), QString("y"));
}

void StandardizeTest::refusesWhatHasNoScale_data()
{
    QTest::addColumn<std::vector<double>>("dose");
    QTest::addColumn<bool>("asReference");
    QTest::addColumn<QString>("start");
    const std::vector<double> constant { 0.1, 0.1, 0.1 };
    QTest::newRow("the same in every row")
        << constant << false << "port dataset: feature \"dose\" is the same in every row";
    QTest::newRow("the same in the reference") << constant << true << "port reference: feature \"dose\" is the same in";
    QTest::newRow("too large") << std::vector<double> { -1.7e308, 1.7e308, 0 } << false
                               << "port dataset: feature \"dose\" has too large or too small numbers";
    QTest::newRow("too small") << std::vector<double> { 0, 5e-324, 0 } << false
                               << "port dataset: feature \"dose\" has too large or too small numbers";
    QTest::newRow("no rows") << std::vector<double> {} << false << "port dataset: has no rows";
}

void StandardizeTest::refusesWhatHasNoScale()
{
    QFETCH(std::vector<double>, dose);
    QFETCH(bool, asReference);
    QFETCH(QString, start);
    Inlets inputs { { "dataset", dataset({ { "dose", asReference ? std::vector<double> { 1, 2, 3 } : dose } }) } };
    if (asReference)
        inputs.push_back({ "reference", dataset({ { "dose", dose } }) });
    QCOMPARE(errorOf(thalwegNodeTypes(), "tables.standardize", {}, inputs).left(start.size()), start);

    const auto withReference = [](const ValuePtr &reference) {
        return errorOf(thalwegNodeTypes(), "tables.standardize", {},
            { { "dataset", dataset({ { "x", { 1, 2 } } }) }, { "reference", reference } });
    };
    QCOMPARE(withReference(dataset({ { "z", { 1, 2 } } })),
        QString("port reference: has no feature \"x\", which the dataset has; make both from the same columns"));
    QCOMPARE(withReference(dataset({ { "x", { 1, 2 } }, { "z", { 1, 2 } } })),
        QString("port reference: has 2 features, but the dataset has 1; make both from the same columns"));
}

QTEST_GUILESS_MAIN(StandardizeTest)
#include "standardize_test.moc"
