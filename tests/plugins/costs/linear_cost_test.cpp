#include "costs_support.h"
#include "linear_reference.h"

#include "linear_model/linear_cost.h"

#include <rapidcheck.h>

#include <QtTest>

using namespace thalweg;

class LinearCostTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isThePlainSumOfItsLosses_data();
    void isThePlainSumOfItsLosses();
    void ofRandomShapesAndBatchesIsThePlainSum();
    void reductionsDifferByTheirFactor();
    void aBatchOfAllRowsIsTheWhole();
    void theMeanOverSingleRowsIsTheWhole();
    void aBatchMayNameARowTwice();
    void aBatchOfManyChunksIsTheWhole();
    void hasTheSameBitsOnAnyNumberOfThreads();
    void hasTheSameBitsWithEveryKernel();
    void hasTheSameBitsWithAndWithoutTheGradient();
    void smoothLossesAreExactToAFewUnitsInTheLastPlace();
    void whatIsNoNumberStaysSo();
    void hugeMarginsGiveTheirLossOrInfinity_data();
    void hugeMarginsGiveTheirLossOrInfinity();
    void atAKinkTheDerivativeIsZero();
    void logisticLossNeitherOverflowsNorCancels();
    void squaredLossOverflowsHonestly();
    void hugeFeaturesMeetTheirWeightAlone();
};

namespace {

using Sum = Kernel::Sum Kernel::*;

LinearCost linearCost(std::shared_ptr<const Dataset> dataset, const LossCase &loss, bool hasIntercept = true,
    Reduction reduction = Reduction::Mean, const Kernel &kernel = fastestKernel())
{
    LinearCostContent content;
    content.dataset = std::move(dataset);
    content.loss = loss.sum;
    content.shape = loss.shape;
    content.hasIntercept = hasIntercept;
    content.reduction = reduction;
    content.kernel = &kernel;
    return LinearCost(std::move(content));
}

LinearCost linearCost(
    std::shared_ptr<const Dataset> dataset, Sum loss, bool hasIntercept = true, Reduction reduction = Reduction::Mean)
{
    return linearCost(std::move(dataset), lossCase(loss), hasIntercept, reduction);
}

/// What differs more than rounding allows; empty where nothing does.
QString difference(const ValueAndGradient &found, const ReferenceSum &sum, double divisor)
{
    const double value = static_cast<double>(sum.value) / divisor;
    if (!(std::abs(found.value - value) <= 1e-14 * static_cast<double>(sum.valueScale) / divisor))
        return QStringLiteral("value %1, not %2").arg(found.value, 0, 'g', 17).arg(value, 0, 'g', 17);
    for (std::size_t j = 0; j < sum.gradient.size(); ++j) {
        const double expected = static_cast<double>(sum.gradient[j]) / divisor;
        const double got = found.gradient[static_cast<Eigen::Index>(j)];
        if (!(std::abs(got - expected) <= 1e-14 * static_cast<double>(sum.scale[j]) / divisor))
            return QStringLiteral("derivative %1: %2, not %3").arg(j).arg(got, 0, 'g', 17).arg(expected, 0, 'g', 17);
    }
    return {};
}

/// The rows that fill several chunks, and their columns: less than a vector of eight, several, and more than 256.
constexpr std::pair<Eigen::Index, Eigen::Index> manyChunks[] = { { 100'001, 3 }, { 9'001, 37 }, { 1'003, 300 } };

} // namespace

void LinearCostTest::isThePlainSumOfItsLosses_data()
{
    QTest::addColumn<Eigen::Index>("rows");
    QTest::addColumn<Eigen::Index>("features");
    QTest::addColumn<bool>("hasIntercept");
    for (const auto &[rows, features] : { std::pair<Eigen::Index, Eigen::Index> { 1, 1 }, { 1, 8 }, { 1, 20 }, { 2, 3 },
             { 7, 1 }, { 8, 8 }, { 9, 7 }, { 63, 9 }, { 64, 16 }, { 65, 17 }, { 150, 4 }, { 5, 40 }, { 3, 1200 },
             { 100, 0 }, manyChunks[0], manyChunks[1], manyChunks[2] })
        for (const bool hasIntercept : { true, false })
            if (features > 0 || hasIntercept)
                QTest::addRow("%d x %d%s", int(rows), int(features), hasIntercept ? " with intercept" : "")
                    << rows << features << hasIntercept;
}

void LinearCostTest::isThePlainSumOfItsLosses()
{
    QFETCH(Eigen::Index, rows);
    QFETCH(Eigen::Index, features);
    QFETCH(bool, hasIntercept);
    for (const LossCase &loss : lossCases()) {
        const auto dataset = randomDataset(rows, features, loss.target);
        const LinearCost cost = linearCost(dataset, loss, hasIntercept);
        const Eigen::VectorXd theta = randomPoint(cost.dimension(), 0.5 * loss.pointSize);
        const ReferenceSum sum = referenceSum(*dataset, allRows(*dataset), loss.reference, theta, hasIntercept);
        const QString wrong = difference(evaluate(cost, theta), sum, static_cast<double>(rows));
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1String(loss.name) + ": " + wrong));
    }
}

void LinearCostTest::ofRandomShapesAndBatchesIsThePlainSum()
{
    QVERIFY(rc::check([](std::uint64_t seed) {
        Random random(seed);
        const auto rows = static_cast<Eigen::Index>(1 + random.below(90));
        const auto features = static_cast<Eigen::Index>(1 + random.below(40));
        const LossCase &loss = lossCases()[random.below(lossCases().size())];
        const bool hasIntercept = random.below(2) == 1;
        const auto dataset = randomDataset(rows, features, loss.target, seed);
        const LinearCost cost = linearCost(dataset, loss, hasIntercept);
        std::vector<Eigen::Index> batch(1 + random.below(70));
        for (Eigen::Index &row : batch)
            row = static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(rows)));
        const Eigen::VectorXd theta = randomPoint(cost.dimension(), 2 * loss.pointSize, seed);
        ValueAndGradient found { 0, Eigen::VectorXd(cost.dimension()) };
        found.value = cost.batchValueAndGradient(batch, theta, found.gradient);
        const ReferenceSum sum = referenceSum(*dataset, batch, loss.reference, theta, hasIntercept);
        const QString wrong = difference(found, sum, static_cast<double>(batch.size()));
        if (!wrong.isEmpty())
            RC_FAIL(std::string(loss.name) + ": " + wrong.toStdString());
    }));
}

void LinearCostTest::reductionsDifferByTheirFactor()
{
    const auto dataset = randomDataset(50, 3, RandomTarget::Normal);
    const Eigen::VectorXd theta = randomPoint(4, 1);
    const std::vector<Eigen::Index> batch { 3, 14, 15, 9, 26 };
    const auto at = [&](Reduction reduction, bool ofBatch) {
        const LinearCost cost = linearCost(dataset, &Kernel::squared, true, reduction);
        ValueAndGradient found { 0, Eigen::VectorXd(4) };
        found.value = ofBatch ? cost.batchValueAndGradient(batch, theta, found.gradient)
                              : cost.valueAndGradient(theta, found.gradient);
        return found;
    };
    for (const bool ofBatch : { false, true }) {
        const ValueAndGradient mean = at(Reduction::Mean, ofBatch);
        for (const auto &[reduction, factor] :
            { std::pair { Reduction::HalfMean, 0.5 }, { Reduction::Sum, 50. }, { Reduction::HalfSum, 25. } }) {
            const ValueAndGradient found = at(reduction, ofBatch);
            QCOMPARE(found.value, factor * mean.value);
            QVERIFY(found.gradient.isApprox(factor * mean.gradient, 1e-15));
        }
    }
}

void LinearCostTest::aBatchOfAllRowsIsTheWhole()
{
    for (const LossCase &loss : lossCases()) {
        const auto dataset = randomDataset(333, 11, loss.target);
        for (const Reduction reduction : { Reduction::Mean, Reduction::Sum }) {
            const LinearCost cost = linearCost(dataset, loss, true, reduction);
            const Eigen::VectorXd theta = randomPoint(12, 1);
            ValueAndGradient batch { 0, Eigen::VectorXd(12) };
            batch.value = cost.batchValueAndGradient(allRows(*dataset), theta, batch.gradient);
            QVERIFY(sameBits(batch, evaluate(cost, theta)));
        }
    }
}

void LinearCostTest::theMeanOverSingleRowsIsTheWhole()
{
    for (const Reduction reduction : { Reduction::Mean, Reduction::HalfSum }) {
        const LinearCost cost
            = linearCost(randomDataset(41, 5, RandomTarget::Binary), &Kernel::logistic, true, reduction);
        const Eigen::VectorXd theta = randomPoint(6, 1);
        double value = 0;
        Eigen::VectorXd mean = Eigen::VectorXd::Zero(6);
        for (Eigen::Index i = 0; i < 41; ++i) {
            Eigen::VectorXd gradient(6);
            value += cost.batchValueAndGradient({ &i, 1 }, theta, gradient) / 41;
            mean += gradient / 41;
        }
        const ValueAndGradient whole = evaluate(cost, theta);
        QVERIFY(std::abs(value - whole.value) < 1e-14 * whole.value);
        QVERIFY(mean.isApprox(whole.gradient, 1e-13));
    }
}

void LinearCostTest::aBatchMayNameARowTwice()
{
    const LinearCost cost = linearCost(randomDataset(10, 2, RandomTarget::Normal), &Kernel::squared);
    const Eigen::VectorXd theta = randomPoint(3, 1);
    Eigen::VectorXd once(3), twice(3);
    const std::vector<Eigen::Index> one { 4 }, two { 4, 4 };
    QCOMPARE(cost.batchValueAndGradient(one, theta, once), cost.batchValueAndGradient(two, theta, twice));
    QCOMPARE(once, twice);
}

void LinearCostTest::aBatchOfManyChunksIsTheWhole()
{
    for (const auto &[rows, features] : manyChunks) {
        const auto dataset = randomDataset(rows, features, RandomTarget::Binary);
        const LinearCost cost = linearCost(dataset, &Kernel::logistic);
        const Eigen::VectorXd theta = randomPoint(cost.dimension(), 0.3);
        ValueAndGradient batch { 0, Eigen::VectorXd(cost.dimension()) };
        batch.value = cost.batchValueAndGradient(allRows(*dataset), theta, batch.gradient);
        QVERIFY(sameBits(batch, evaluate(cost, theta)));
    }
}

void LinearCostTest::hasTheSameBitsOnAnyNumberOfThreads()
{
    for (const LossCase &loss : lossCases())
        for (const auto &[rows, features] : manyChunks) {
            const LinearCost cost = linearCost(randomDataset(rows, features, loss.target), loss);
            const Eigen::VectorXd theta = randomPoint(cost.dimension(), 0.3);
            const auto with = [&](int threads) { return onThreads(threads, [&] { return evaluate(cost, theta); }); };
            const ValueAndGradient one = with(1);
            for (const int threads : { 2, 3, 8 })
                for (int repetition = 0; repetition < 2; ++repetition)
                    QVERIFY(sameBits(with(threads), one));
        }
}

void LinearCostTest::hasTheSameBitsWithEveryKernel()
{
    QCOMPARE(QByteArray(usableKernels().front()->name), QByteArray("baseline"));
    for (const Kernel *kernel : usableKernels())
        for (const LossCase &loss : lossCases())
            for (const Eigen::Index features : { 1, 5, 8, 20, 100, 333 }) {
                const auto dataset = randomDataset(777, features, loss.target);
                for (const double size : { 0.1, 3., 200. }) {
                    const Eigen::VectorXd theta = randomPoint(features + 1, size);
                    const ValueAndGradient baseline
                        = evaluate(linearCost(dataset, loss, true, Reduction::Mean, baselineKernel), theta);
                    QVERIFY2(
                        sameBits(evaluate(linearCost(dataset, loss, true, Reduction::Mean, *kernel), theta), baseline),
                        kernel->name);
                }
            }
}

void LinearCostTest::hasTheSameBitsWithAndWithoutTheGradient()
{
    for (const auto &[rows, features] : manyChunks) {
        const LinearCost cost = linearCost(randomDataset(rows, features, RandomTarget::Binary), &Kernel::logistic);
        const Eigen::VectorXd theta = randomPoint(cost.dimension(), 0.3);
        QCOMPARE(cost.value(theta), evaluate(cost, theta).value);
    }
}

namespace {

/// One row of one feature 1 and no intercept: the loss at z = theta.
LinearCost oneRow(const LossCase &loss, double y)
{
    DatasetContent content;
    content.features = Matrix::Ones(1, 1);
    content.target = Eigen::VectorXd::Constant(1, y);
    content.featureNames = QStringList { "x" };
    content.targetName = "y";
    return linearCost(std::make_shared<Dataset>(std::move(content)), loss, false);
}

LinearCost oneRow(Sum loss, double y)
{
    return oneRow(lossCase(loss), y);
}

double unitsInTheLastPlace(double found, long double expected)
{
    const double rounded = static_cast<double>(expected);
    const double unit = std::nextafter(std::abs(rounded), INFINITY) - std::abs(rounded);
    return static_cast<double>(std::abs(found - expected) / unit);
}

} // namespace

void LinearCostTest::smoothLossesAreExactToAFewUnitsInTheLastPlace()
{
    struct Smooth {
        Sum loss;
        std::vector<double> targets;
        double units;
    };
    for (const auto &[sum, targets, units] : { Smooth { &Kernel::logistic, { 0, 1 }, 3 },
             Smooth { &Kernel::logCosh, { 0 }, 5 }, Smooth { &Kernel::poisson, { 0 }, 1 } }) {
        const ReferenceLoss &reference = lossCase(sum).reference;
        Random random(7);
        double worst = 0;
        for (const double y : targets) {
            const LinearCost cost = oneRow(sum, y);
            for (int i = 0; i < 200'000; ++i) {
                // All sizes from 1e-10 to 700, beyond which the smaller results have fewer digits.
                const double size = std::exp(random.uniform(std::log(1e-10), std::log(700.)));
                const double z = random.below(2) == 0 ? size : -size;
                const auto [value, gradient] = evaluate(cost, Eigen::VectorXd::Constant(1, z));
                worst = std::max({ worst, unitsInTheLastPlace(value, reference.value(z, y)),
                    unitsInTheLastPlace(gradient[0], reference.derivative(z, y)) });
            }
        }
        QVERIFY2(worst <= units, qPrintable(QString::number(worst)));
        QVERIFY2(worst > 0.5, "the reference must be more exact than the loss, or nothing was compared");
    }
}

void LinearCostTest::whatIsNoNumberStaysSo()
{
    for (const LossCase &loss : lossCases()) {
        const auto [value, gradient] = evaluate(oneRow(loss, 1), Eigen::VectorXd::Constant(1, NAN));
        QVERIFY2(std::isnan(value) && std::isnan(gradient[0]), loss.name);
    }
}

void LinearCostTest::hugeMarginsGiveTheirLossOrInfinity_data()
{
    QTest::addColumn<int>("loss");
    QTest::addColumn<double>("below"); // at z = -1e308, y = 1
    QTest::addColumn<double>("above"); // at z = 1e308
    const auto row = [](Sum loss, double below, double above) {
        QTest::newRow(lossCase(loss).name) << int(&lossCase(loss) - lossCases().data()) << below << above;
    };
    row(&Kernel::squared, INFINITY, INFINITY);
    row(&Kernel::absolute, 1e308, 1e308);
    row(&Kernel::huber, 0.75e308, 0.75e308);
    row(&Kernel::quantile, 0.875e308, 0.125e308);
    row(&Kernel::epsilonInsensitive, 1e308, 1e308);
    row(&Kernel::logCosh, 1e308, 1e308);
    row(&Kernel::poisson, 1e308, INFINITY);
    row(&Kernel::logistic, 1e308, 0);
    row(&Kernel::hinge, 1e308, 0);
    row(&Kernel::squaredHinge, INFINITY, 0);
    row(&Kernel::modifiedHuber, INFINITY, 0);
}

void LinearCostTest::hugeMarginsGiveTheirLossOrInfinity()
{
    QFETCH(int, loss);
    QFETCH(double, below);
    QFETCH(double, above);
    const LinearCost cost = oneRow(lossCases()[static_cast<std::size_t>(loss)], 1);
    QCOMPARE(cost.value(Eigen::VectorXd::Constant(1, -1e308)), below);
    QCOMPARE(cost.value(Eigen::VectorXd::Constant(1, 1e308)), above);
}

void LinearCostTest::atAKinkTheDerivativeIsZero()
{
    const auto derivative = [](Sum loss, double y, double z) {
        return evaluate(oneRow(loss, y), Eigen::VectorXd::Constant(1, z)).gradient[0];
    };
    QCOMPARE(derivative(&Kernel::absolute, 3, 3), 0.);
    QCOMPARE(derivative(&Kernel::quantile, 3, 3), 0.);
    QCOMPARE(derivative(&Kernel::epsilonInsensitive, 3, 3.5), 0.);
    QCOMPARE(derivative(&Kernel::epsilonInsensitive, 3, 2.5), 0.);
    QCOMPARE(derivative(&Kernel::hinge, 1, 1), 0.);
    QCOMPARE(derivative(&Kernel::hinge, 0, -1), 0.);
    QCOMPARE(derivative(&Kernel::huber, 3, 3.75), 0.75); // no kink: the branches agree
    QCOMPARE(derivative(&Kernel::modifiedHuber, 1, -1), -4.);
}

void LinearCostTest::logisticLossNeitherOverflowsNorCancels()
{
    const LinearCost cost = oneRow(&Kernel::logistic, 1);
    const auto at = [&](double z) { return evaluate(cost, Eigen::VectorXd::Constant(1, z)); };
    QCOMPARE(at(0).value, std::log(2.));
    QCOMPARE(at(0).gradient[0], -0.5);
    QCOMPARE(at(1000).value, 0.);
    QCOMPARE(at(1000).gradient[0], 0.);
    QCOMPARE(at(-1000).value, 1000.);
    QCOMPARE(at(-1000).gradient[0], -1.);
    QCOMPARE(at(-1e308).value, 1e308);
    QCOMPARE(at(1e308).value, 0.);
    QVERIFY(at(740).value > 0); // subnormal: exp(-740) = 4.2e-322
    QVERIFY(at(740).value < 5e-322);
    QCOMPARE(at(750).value, 0.);
    QCOMPARE(at(INFINITY).value, 0.);
    QCOMPARE(at(-INFINITY).value, INFINITY);
    QVERIFY(std::isnan(at(NAN).value));
    QVERIFY(std::isnan(at(NAN).gradient[0]));
}

void LinearCostTest::squaredLossOverflowsHonestly()
{
    const auto [value, gradient] = evaluate(oneRow(&Kernel::squared, 0), Eigen::VectorXd::Constant(1, 1e200));
    QCOMPARE(value, INFINITY);
    QCOMPARE(gradient[0], 2e200);
    QVERIFY(std::isnan(evaluate(oneRow(&Kernel::squared, 0), Eigen::VectorXd::Constant(1, NAN)).value));
}

void LinearCostTest::hugeFeaturesMeetTheirWeightAlone()
{
    // The last vector of eight of a row reaches into the next row, whose numbers must not count.
    for (const Eigen::Index features : { 1, 3, 9 }) {
        DatasetContent content;
        content.features = Matrix::Zero(6, features);
        content.features.row(3).setConstant(1e308);
        content.target = Eigen::VectorXd::Zero(6);
        for (Eigen::Index j = 0; j < features; ++j)
            content.featureNames += QStringLiteral("x%1").arg(j);
        content.targetName = "y";
        const LinearCost cost = linearCost(std::make_shared<Dataset>(content), &Kernel::squared);
        Eigen::VectorXd gradient(features + 1);
        for (Eigen::Index row = 0; row < 6; ++row) {
            if (row == 3)
                continue;
            const Eigen::VectorXd theta = Eigen::VectorXd::Constant(features + 1, 1);
            QCOMPARE(cost.batchValueAndGradient({ &row, 1 }, theta, gradient), 1.);
            QCOMPARE(gradient.head(features).eval(), Eigen::VectorXd::Zero(features).eval());
            QCOMPARE(gradient[features], 2.);
        }
    }
}

QTEST_GUILESS_MAIN(LinearCostTest)
#include "linear_cost_test.moc"
