#include "costs_support.h"
#include "linear_reference.h"

#include "linear_model/softmax_cost.h"

#include <thalweg/model.h>

#include <QtTest>

using namespace thalweg;

class SoftmaxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isThePlainSumOfItsLosses_data();
    void isThePlainSumOfItsLosses();
    void startsAtTheLogarithmOfTheNumberOfClasses();
    void ofTwoClassesIsLogisticRegression();
    void hasTheSameBitsOnAnyNumberOfThreads();
    void hasTheSameBitsWithEveryKernelAndWithoutTheGradient();
    void aBatchOfAllRowsIsTheWhole();
    void hugeMarginsNeitherOverflowNorCancel();
    void parametersAreNamedByFeatureAndClass();
    void modelPredictsProbabilitiesAndTheLikeliestClass();
    void modelOfTwoClassesPredictsTheProbabilityOfTheSecond();
    void warnsOfSeparableClasses();
    void refusesWhatItCannotFit();
};

namespace {

/// Rows of normal numbers, each of one of K classes, `c0` …
DatasetContent randomClasses(Eigen::Index rows, Eigen::Index features, int classes)
{
    const auto normal = randomDataset(rows, features, RandomTarget::Normal);
    DatasetContent content { .features = normal->features(),
        .target = normal->target(),
        .featureNames = normal->featureNames(),
        .targetName = "y",
        .classes = {},
        .scaling = {} };
    Random random(5);
    for (double &y : content.target)
        y = static_cast<double>(random.below(static_cast<std::uint64_t>(classes)));
    for (int c = 0; c < classes; ++c)
        content.classes += QStringLiteral("c%1").arg(c);
    return content;
}

SoftmaxCost softmaxCost(const DatasetContent &data, bool hasIntercept = true, const Kernel &kernel = fastestKernel())
{
    SoftmaxCostContent content;
    content.dataset = std::make_shared<Dataset>(data);
    content.classes = data.classes;
    content.hasIntercept = hasIntercept;
    content.kernel = &kernel;
    return SoftmaxCost(std::move(content));
}

/// Value and gradient from the definition, in long double.
struct Reference {
    long double value = 0;
    std::vector<long double> gradient;
};

Reference referenceAt(const DatasetContent &data, bool hasIntercept, const Eigen::VectorXd &theta)
{
    const Eigen::Index n = data.features.cols();
    const Eigen::Index classes = data.classes.size();
    Reference found;
    found.gradient.resize(static_cast<std::size_t>(theta.size()));
    for (Eigen::Index i = 0; i < data.features.rows(); ++i) {
        std::vector<long double> z(static_cast<std::size_t>(classes));
        long double sum = 0;
        for (Eigen::Index c = 0; c < classes; ++c) {
            long double &own = z[static_cast<std::size_t>(c)];
            own = hasIntercept ? theta[n * classes + c] : 0;
            for (Eigen::Index j = 0; j < n; ++j)
                own += static_cast<long double>(data.features(i, j)) * theta[j * classes + c];
            sum += std::exp(own);
        }
        const auto y = static_cast<Eigen::Index>(data.target[i]);
        found.value += (std::log(sum) - z[static_cast<std::size_t>(y)]) / data.features.rows();
        for (Eigen::Index c = 0; c < classes; ++c) {
            const long double d
                = (std::exp(z[static_cast<std::size_t>(c)]) / sum - (c == y ? 1 : 0)) / data.features.rows();
            for (Eigen::Index j = 0; j < n; ++j)
                found.gradient[static_cast<std::size_t>(j * classes + c)] += d * data.features(i, j);
            if (hasIntercept)
                found.gradient[static_cast<std::size_t>(n * classes + c)] += d;
        }
    }
    return found;
}

DatasetContent oneRow(int classes, int y)
{
    DatasetContent data = randomClasses(1, 1, classes);
    data.features(0, 0) = 1;
    data.target[0] = y;
    return data;
}

} // namespace

void SoftmaxTest::isThePlainSumOfItsLosses_data()
{
    QTest::addColumn<Eigen::Index>("rows");
    QTest::addColumn<Eigen::Index>("features");
    QTest::addColumn<int>("classes");
    for (const auto &[rows, features] : { std::pair<Eigen::Index, Eigen::Index> { 1, 1 }, { 7, 3 }, { 8, 8 }, { 65, 9 },
             { 150, 4 }, { 3, 200 }, { 64, 16 }, { 100, 0 }, { 3000, 30 } })
        for (const int classes : { 2, 3, 4, 5, 9, 33 })
            QTest::addRow("%d x %d, %d classes", int(rows), int(features), classes) << rows << features << classes;
}

void SoftmaxTest::isThePlainSumOfItsLosses()
{
    QFETCH(Eigen::Index, rows);
    QFETCH(Eigen::Index, features);
    QFETCH(int, classes);
    const DatasetContent data = randomClasses(rows, features, classes);
    for (const bool hasIntercept : { true, false }) {
        if (features == 0 && !hasIntercept)
            continue;
        const SoftmaxCost cost = softmaxCost(data, hasIntercept);
        const Eigen::VectorXd theta = randomPoint(cost.dimension(), 0.5);
        const auto [value, gradient] = evaluate(cost, theta);
        const Reference reference = referenceAt(data, hasIntercept, theta);
        QVERIFY(std::abs(value - static_cast<double>(reference.value)) <= 1e-14 * std::max(value, 1.));
        for (Eigen::Index j = 0; j < gradient.size(); ++j)
            QVERIFY(
                std::abs(gradient[j] - static_cast<double>(reference.gradient[static_cast<std::size_t>(j)])) < 1e-14);
    }
}

void SoftmaxTest::startsAtTheLogarithmOfTheNumberOfClasses()
{
    for (const int classes : { 2, 3, 10, 1000 }) {
        const SoftmaxCost cost = softmaxCost(randomClasses(20, 2, classes));
        const double value = cost.value(Eigen::VectorXd::Zero(cost.dimension()));
        QVERIFY(std::abs(value - std::log(double(classes))) < 1e-15 * classes);
    }
}

void SoftmaxTest::ofTwoClassesIsLogisticRegression()
{
    const DatasetContent data = randomClasses(200, 3, 2);
    const SoftmaxCost cost = softmaxCost(data);
    const auto logistic = makeObjective("costs.logistic", {}, std::make_shared<Dataset>(data)).value();
    const Eigen::VectorXd theta = randomPoint(8, 1);
    Eigen::VectorXd difference(4);
    for (Eigen::Index j = 0; j < 4; ++j)
        difference[j] = theta[2 * j + 1] - theta[2 * j];
    const auto [value, gradient] = evaluate(cost, theta);
    const auto [expected, byDifference] = evaluate(*logistic, difference);
    QVERIFY(std::abs(value - expected) < 1e-14);
    for (Eigen::Index j = 0; j < 4; ++j) {
        QVERIFY(std::abs(gradient[2 * j + 1] - byDifference[j]) < 1e-14);
        QVERIFY(std::abs(gradient[2 * j] + byDifference[j]) < 1e-14);
    }
}

void SoftmaxTest::hasTheSameBitsOnAnyNumberOfThreads()
{
    for (const auto &[rows, features, classes] :
        { std::tuple { 50'001, 3, 3 }, { 9'001, 37, 5 }, { 2'503, 100, 12 } }) {
        const SoftmaxCost cost = softmaxCost(randomClasses(rows, features, classes));
        const Eigen::VectorXd theta = randomPoint(cost.dimension(), 0.3);
        const auto with = [&](int threads) { return onThreads(threads, [&] { return evaluate(cost, theta); }); };
        const ValueAndGradient one = with(1);
        for (const int threads : { 2, 3, 8 })
            QVERIFY(sameBits(with(threads), one));
    }
}

void SoftmaxTest::hasTheSameBitsWithEveryKernelAndWithoutTheGradient()
{
    for (const Kernel *kernel : usableKernels())
        for (const auto &[features, classes] : { std::pair { 1, 2 }, { 5, 3 }, { 20, 7 }, { 100, 40 } })
            for (const double size : { 0.1, 3., 200. }) {
                const DatasetContent data = randomClasses(777, features, classes);
                const SoftmaxCost cost = softmaxCost(data, true, *kernel);
                const Eigen::VectorXd theta = randomPoint(cost.dimension(), size);
                const ValueAndGradient found = evaluate(cost, theta);
                const SoftmaxCost baseline = softmaxCost(data, true, baselineKernel);
                QVERIFY2(sameBits(found, evaluate(baseline, theta)), kernel->name);
                QVERIFY(cost.value(theta) == found.value);
                QVERIFY(cost.model(theta)->probabilities(data.features)
                    == baseline.model(theta)->probabilities(data.features));
            }
}

void SoftmaxTest::aBatchOfAllRowsIsTheWhole()
{
    const DatasetContent data = randomClasses(333, 11, 4);
    const SoftmaxCost cost = softmaxCost(data);
    const Eigen::VectorXd theta = randomPoint(48, 1);
    ValueAndGradient batch { 0, Eigen::VectorXd(48) };
    batch.value = cost.batchValueAndGradient(allRows(Dataset(data)), theta, batch.gradient);
    QVERIFY(sameBits(batch, evaluate(cost, theta)));
    // A sum's estimate from single rows is unbiased: their mean is the whole.
    SoftmaxCostContent content { .dataset = std::make_shared<Dataset>(data), .classes = data.classes };
    content.reduction = Reduction::Sum;
    const SoftmaxCost sum(std::move(content));
    Eigen::VectorXd mean = Eigen::VectorXd::Zero(48), one(48);
    for (Eigen::Index i = 0; i < 333; ++i) {
        sum.batchValueAndGradient({ &i, 1 }, theta, one);
        mean += one / 333;
    }
    QVERIFY(mean.isApprox(evaluate(sum, theta).gradient, 1e-12));
}

void SoftmaxTest::hugeMarginsNeitherOverflowNorCancel()
{
    const SoftmaxCost cost = softmaxCost(oneRow(3, 1), false);
    const auto at = [&](double a, double b, double c) { return evaluate(cost, Eigen::Vector3d(a, b, c)); };
    QCOMPARE(at(1000, 0, 0).value, 1000.);
    QCOMPARE(at(1000, 0, 0).gradient, Eigen::VectorXd(Eigen::Vector3d(1, -1, 0)));
    QCOMPARE(at(1e307, -1e307, 0).value, 2e307);
    QCOMPARE(at(0, 1000, 0).value, 0.);
    QCOMPARE(at(0, 1000, 0).gradient, Eigen::VectorXd(Eigen::Vector3d::Zero()));
    // log(1 + 2 exp(-50)) and its derivatives, of which 1 - p would leave no digit
    const double e = std::exp(-50.);
    QVERIFY(std::abs(at(0, 50, 0).value - 2 * e) < 1e-15 * e);
    QVERIFY(std::abs(at(0, 50, 0).gradient[1] + 2 * e) < 1e-15 * e);
    QVERIFY(!std::isfinite(at(1e308, -1e308, 0).value));
    QVERIFY(std::isnan(at(NAN, 0, 0).value));
    QVERIFY(std::isnan(at(0, 0, NAN).gradient[0]));
}

void SoftmaxTest::parametersAreNamedByFeatureAndClass()
{
    DatasetContent data = randomClasses(3, 2, 2);
    data.featureNames = QStringList { "size", "age" };
    data.classes = QStringList { "cat", "dog" };
    const auto made = [&](const QJsonObject &parameters) {
        return makeObjective("costs.softmax", parameters, std::make_shared<Dataset>(data)).value()->parameterNames();
    };
    QCOMPARE(made({}), QStringList({ "size:cat", "size:dog", "age:cat", "age:dog", "intercept:cat", "intercept:dog" }));
    QCOMPARE(made({ { "intercept", false } }), QStringList({ "size:cat", "size:dog", "age:cat", "age:dog" }));
    data.classes.clear();
    data.target << 0, 2, 1;
    QCOMPARE(
        made({ { "intercept", false } }), QStringList({ "size:0", "size:1", "size:2", "age:0", "age:1", "age:2" }));
}

void SoftmaxTest::modelPredictsProbabilitiesAndTheLikeliestClass()
{
    const auto model = softmaxCost(randomClasses(3, 1, 3), false).model(Eigen::Vector3d(0, std::log(2.), std::log(5.)));
    Matrix x(3, 1);
    x << 1, 0, -1;
    const Matrix shares = model->probabilities(x);
    const Eigen::VectorXd predicted = model->predict(x);
    for (const auto &[row, a, b, c] : { std::tuple { 0, 1., 2., 5. }, { 1, 1., 1., 1. }, { 2, 10., 5., 2. } }) {
        const double sum = a + b + c;
        QVERIFY((shares.row(row) - Eigen::RowVector3d(a, b, c) / sum).cwiseAbs().maxCoeff() < 1e-15);
    }
    QCOMPARE(predicted, Eigen::VectorXd(Eigen::Vector3d(2, 0, 0)));
    QVERIFY_EXCEPTION_THROWN(model->predict(Matrix::Zero(1, 2)), std::logic_error);
}

void SoftmaxTest::modelOfTwoClassesPredictsTheProbabilityOfTheSecond()
{
    const auto model = softmaxCost(randomClasses(3, 1, 2), false).model(Eigen::Vector2d(0, std::log(3.)));
    QVERIFY(std::abs(model->predict(Matrix::Ones(1, 1))[0] - 0.75) < 1e-15);
}

void SoftmaxTest::warnsOfSeparableClasses()
{
    DatasetContent data = randomClasses(3, 1, 3);
    data.features << -1, 0, 1;
    data.target << 0, 1, 2;
    const SoftmaxCost cost = softmaxCost(data);
    Eigen::VectorXd theta(6);
    theta << -2, 0, 2, 0, 1, 0; // z = -2x, 1, 2x
    QVERIFY(cost.warning(theta).contains("no minimum"));
    theta[4] = -1; // the middle row belongs to nobody
    QCOMPARE(cost.warning(theta), QString());
    QCOMPARE(cost.warning(Eigen::VectorXd::Zero(6)), QString());
}

void SoftmaxTest::refusesWhatItCannotFit()
{
    const auto error = [](const DatasetContent &data) {
        const auto made = makeObjective("costs.softmax", {}, std::make_shared<Dataset>(data));
        return made ? QString() : made.error().text();
    };
    DatasetContent data = randomClasses(3, 1, 3);
    data.classes.clear();
    data.target << 0, 1.5, 1;
    QCOMPARE(error(data),
        QString("port dataset: target y is 1.5 in row 2; the softmax loss needs a target of classes, or of their "
                "numbers 0, 1, 2, … below 1000"));
    data.target << 0, 0, 0;
    QCOMPARE(error(data), QString("port dataset: target y has one class only; the softmax loss needs at least two"));
    data = randomClasses(3, 2, 2);
    data.featureNames = QStringList { "a", "a:b" };
    data.classes = QStringList { "b:c", "c" };
    QCOMPARE(error(data),
        QString("port dataset: would give two parameters the name \"a:b:c\"; rename a feature or a class"));
    data.features.resize(0, 2);
    data.target.resize(0);
    QCOMPARE(error(data), QString("port dataset: has no rows; a cost needs at least one"));
}

QTEST_GUILESS_MAIN(SoftmaxTest)
#include "softmax_test.moc"
