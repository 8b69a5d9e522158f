#include "network_reference.h"

#include "../costs_support.h"
#include "gradient_check.h"
#include "support/allocations.h"

#include <thalweg/model.h>

#include <QtTest>

using namespace thalweg;

class NetworkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isThePlainSumOfItsLosses_data();
    void isThePlainSumOfItsLosses();
    void agreesWithDifferencesOfItsValues();
    void withoutHiddenLayersIsTheLinearCost();
    void hasTheSameBitsOnAnyNumberOfThreads();
    void hasTheSameBitsWithEveryKernelAndWithoutTheGradient();
    void aBatchOfAllRowsIsTheWholeAndSingleRowsAreUnbiased();
    void hugeNumbersNeitherOverflowNorCancel();
    void learnsExclusiveOr_data();
    void learnsExclusiveOr();
    void beginsWithTheVarianceOfTheScheme_data();
    void beginsWithTheVarianceOfTheScheme();
    void withoutHiddenLayersSuggestsNoStart();
    void parametersAreNamedByLayerInputAndUnit();
    void penaltiesLeaveTheBiasesAlone();
    void modelPredictsTheOutputs();
    void warnsOfSeparatedClasses();
    void allocatesNothingOnceItIsWarm();
    void refusesWhatItCannotFit_data();
    void refusesWhatItCannotFit();
};

namespace {

const std::vector<std::pair<const char *, Activation>> activations { { "tanh", Activation::Tanh },
    { "sigmoid", Activation::Sigmoid }, { "relu", Activation::Relu }, { "leaky-relu", Activation::LeakyRelu },
    { "elu", Activation::Elu }, { "softplus", Activation::Softplus }, { "identity", Activation::Identity } };

using Hidden = std::vector<std::size_t>;

/// The four rows of exclusive or, often enough for a mean.
DatasetContent exclusiveOr()
{
    DatasetContent data = networkRows(4, 2, 2);
    data.features << -1, -1, -1, 1, 1, -1, 1, 1;
    data.target << 0, 1, 1, 0;
    return data;
}

std::shared_ptr<const Objective> made(const QJsonObject &parameters, const DatasetContent &data)
{
    return makeObjective("costs.neural-network", parameters, std::make_shared<Dataset>(data)).value();
}

} // namespace

void NetworkTest::isThePlainSumOfItsLosses_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("features");
    QTest::addColumn<int>("classes");
    QTest::addColumn<Hidden>("hidden");
    for (const auto &[rows, features] : { std::pair { 1, 1 }, { 7, 3 }, { 64, 8 }, { 65, 2 }, { 1500, 5 } })
        for (const int classes : { 0, 2, 3, 9 })
            for (const Hidden &hidden : { Hidden {}, Hidden { 1 }, Hidden { 6 }, Hidden { 8, 4 }, Hidden { 3, 9, 2 } })
                QTest::addRow("%d x %d, %d classes, %d hidden layers of %d", rows, features, classes,
                    int(hidden.size()), hidden.empty() ? 0 : int(hidden[0]))
                    << rows << features << classes << hidden;
}

void NetworkTest::isThePlainSumOfItsLosses()
{
    QFETCH(int, rows);
    QFETCH(int, features);
    QFETCH(int, classes);
    QFETCH(Hidden, hidden);
    const DatasetContent data = networkRows(rows, features, classes);
    for (const auto &[name, activation] : activations) {
        const NetworkCost cost = networkCost(data, hidden, activation);
        const Eigen::VectorXd theta = randomPoint(cost.dimension(), 0.7);
        const auto [value, gradient] = evaluate(cost, theta);
        const NetworkReference reference = networkReference(data, hidden, activation, theta);
        QCOMPARE(static_cast<std::size_t>(gradient.size()), reference.gradient.size());
        QVERIFY2(std::abs(value - static_cast<double>(reference.value)) <= 1e-13 * std::max(value, 1.), name);
        const double scale = std::max(gradient.cwiseAbs().maxCoeff(), 1.);
        for (Eigen::Index j = 0; j < gradient.size(); ++j)
            QVERIFY2(std::abs(gradient[j] - static_cast<double>(reference.gradient[static_cast<std::size_t>(j)]))
                    <= 1e-13 * scale,
                name);
    }
}

void NetworkTest::agreesWithDifferencesOfItsValues()
{
    for (const int classes : { 0, 2, 4 })
        for (const auto &[name, activation] : activations) {
            const NetworkCost cost = networkCost(networkRows(6, 3, classes), { 4, 3 }, activation);
            const GradientCheck check = checkGradient(cost, randomPoint(cost.dimension(), 0.7));
            QVERIFY2(check.ok(), name);
            if (activation != Activation::Relu && activation != Activation::LeakyRelu && activation != Activation::Elu)
                QCOMPARE(check.count(ComponentCheck::Verdict::Agrees), static_cast<std::size_t>(cost.dimension()));
        }
}

void NetworkTest::withoutHiddenLayersIsTheLinearCost()
{
    for (const auto &[classes, id] :
        { std::pair { 0, "costs.least-squares" }, { 2, "costs.logistic" }, { 5, "costs.softmax" } })
        for (const char *reduction : { "mean", "half-mean", "sum", "half-sum" }) {
            const DatasetContent data = networkRows(300, 4, classes);
            const auto network = made({ { "layers", QJsonArray() }, { "reduction", reduction } }, data);
            const auto linear
                = makeObjective(id, { { "reduction", reduction } }, std::make_shared<Dataset>(data)).value();
            QCOMPARE(network->dimension(), linear->dimension());
            const Eigen::VectorXd theta = randomPoint(linear->dimension(), 1);
            const auto [value, gradient] = evaluate(*network, theta);
            const auto [expected, expectedGradient] = evaluate(*linear, theta);
            QVERIFY(std::abs(value - expected) <= 1e-13 * expected);
            QVERIFY((gradient - expectedGradient).norm() <= 1e-13 * expectedGradient.norm());
            QVERIFY(network->model(theta)
                        ->predict(data.features)
                        .isApprox(linear->model(theta)->predict(data.features), 1e-13));
        }
}

void NetworkTest::hasTheSameBitsOnAnyNumberOfThreads()
{
    for (const int classes : { 0, 2, 3 })
        for (const auto &[rows, features, hidden] :
            { std::tuple { 20'011, 3, Hidden { 8, 4 } }, { 3'003, 20, Hidden { 50 } } }) {
            const NetworkCost cost = networkCost(networkRows(rows, features, classes), hidden);
            const Eigen::VectorXd theta = randomPoint(cost.dimension(), 0.5);
            const auto with = [&](int threads) { return onThreads(threads, [&] { return evaluate(cost, theta); }); };
            const ValueAndGradient one = with(1);
            for (const int threads : { 2, 3, 8 })
                QVERIFY(sameBits(with(threads), one));
        }
}

void NetworkTest::hasTheSameBitsWithEveryKernelAndWithoutTheGradient()
{
    for (const Kernel *kernel : usableKernels())
        for (const int classes : { 0, 2, 7 })
            for (const auto &[name, activation] : activations)
                for (const double size : { 0.3, 30. }) {
                    const DatasetContent data = networkRows(333, 5, classes);
                    const NetworkCost cost = networkCost(data, { 9, 4 }, activation, *kernel);
                    const NetworkCost baseline = networkCost(data, { 9, 4 }, activation, baselineKernel);
                    const Eigen::VectorXd theta = randomPoint(cost.dimension(), size);
                    const ValueAndGradient found = evaluate(cost, theta);
                    QVERIFY2(sameBits(found, evaluate(baseline, theta)), kernel->name);
                    QVERIFY(cost.value(theta) == found.value);
                    QVERIFY(cost.model(theta)->predict(data.features) == baseline.model(theta)->predict(data.features));
                }
}

void NetworkTest::aBatchOfAllRowsIsTheWholeAndSingleRowsAreUnbiased()
{
    const DatasetContent data = networkRows(333, 6, 3);
    const auto cost = made({ { "layers", QJsonArray { 5 } }, { "reduction", "sum" } }, data);
    const Eigen::VectorXd theta = randomPoint(cost->dimension(), 1);
    const ValueAndGradient whole = evaluate(*cost, theta);
    ValueAndGradient batch { 0, Eigen::VectorXd(cost->dimension()) };
    batch.value = cost->batchValueAndGradient(allRows(Dataset(data)), theta, batch.gradient);
    QVERIFY(sameBits(batch, whole));
    Eigen::VectorXd mean = Eigen::VectorXd::Zero(cost->dimension()), one(cost->dimension());
    for (Eigen::Index i = 0; i < 333; ++i) {
        cost->prefetch({ &i, 1 });
        cost->batchValueAndGradient({ &i, 1 }, theta, one);
        mean += one / 333;
    }
    QVERIFY(mean.isApprox(whole.gradient, 1e-12));
}

void NetworkTest::hugeNumbersNeitherOverflowNorCancel()
{
    DatasetContent data = networkRows(1, 1, 2);
    data.features << 1;
    data.target << 0;
    for (const auto &[name, activation] : activations) {
        // z₂ = φ(1e300 x) · 1e5 + 1e6: what saturates gives a loss that is what z₂ is, what does not one of 1e305.
        const NetworkCost cost = networkCost(data, { 1 }, activation);
        const auto [value, gradient] = evaluate(cost, Eigen::Vector4d(1e300, 0, 1e5, 1e6));
        const bool saturates = activation == Activation::Tanh || activation == Activation::Sigmoid;
        QVERIFY2(std::abs(value / (saturates ? 1.1e6 : 1e305) - 1) < 1e-12, name);
        QVERIFY2(gradient.allFinite(), name);
        // to the other side, where nothing but a bias is left of most
        const double below = cost.value(Eigen::Vector4d(-1e300, 0, 1e5, 2e5));
        const double expected = activation == Activation::Tanh || activation == Activation::Elu ? 1e5 : 2e5;
        if (activation != Activation::LeakyRelu && activation != Activation::Identity)
            QVERIFY2(std::abs(below / expected - 1) < 1e-12, name);
        else
            QVERIFY2(below == 0, name);
        QVERIFY(std::isnan(cost.value(Eigen::Vector4d(qQNaN(), 0, 1, 0))));
    }
    // The slope of tanh far out, of which 1 - tanh² would leave nothing: 4 exp(-2 · 30), times the loss's slope ½.
    const NetworkCost cost = networkCost(data, { 1 }, Activation::Tanh);
    const Eigen::VectorXd gradient = evaluate(cost, Eigen::Vector4d(30, 0, 1, -1)).gradient;
    QVERIFY(std::abs(gradient[0] / (2 * std::exp(-60.)) - 1) < 1e-14);
    // ELU and softplus near zero and far below it, of which exp(z) - 1 and log(1 + exp(z)) would lose the digits.
    const auto elu = networkCost(networkRows(1, 1, 0), { 1 }, Activation::Elu).model(Eigen::Vector4d(1, 0, 1, 0));
    QVERIFY(std::abs(elu->predict(Matrix::Constant(1, 1, -1e-10))[0] / std::expm1(-1e-10) - 1) < 1e-15);
    const auto soft = networkCost(networkRows(1, 1, 0), { 1 }, Activation::Softplus).model(Eigen::Vector4d(1, 0, 1, 0));
    QVERIFY(std::abs(soft->predict(Matrix::Constant(1, 1, -50))[0] / std::log1p(std::exp(-50.)) - 1) < 1e-15);
}

void NetworkTest::learnsExclusiveOr_data()
{
    QTest::addColumn<QString>("activation");
    for (const auto &[name, activation] : activations)
        if (activation != Activation::Identity)
            QTest::newRow(name) << QString(name);
}

void NetworkTest::learnsExclusiveOr()
{
    QFETCH(QString, activation);
    const DatasetContent data = exclusiveOr();
    const auto cost = made({ { "layers", QJsonArray { 8 } }, { "activation", activation } }, data);
    Random random(3);
    Eigen::VectorXd theta = cost->suggestedStart(random).value(), gradient(cost->dimension());
    for (int k = 0; k < 10'000; ++k) {
        cost->valueAndGradient(theta, gradient);
        theta -= 0.3 * gradient;
    }
    QVERIFY(cost->value(theta) < 0.05);
    const Eigen::VectorXd second = cost->model(theta)->predict(data.features);
    for (Eigen::Index i = 0; i < 4; ++i)
        QVERIFY(std::abs(second[i] - data.target[i]) < 0.25);
}

void NetworkTest::beginsWithTheVarianceOfTheScheme_data()
{
    QTest::addColumn<QString>("activation");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<double>("first"); // variance of the weights 100 → 60
    QTest::addColumn<double>("second"); // 60 → 80
    QTest::newRow("glorot") << "relu"
                            << "glorot" << 2. / 160 << 2. / 140;
    QTest::newRow("he") << "tanh"
                        << "he" << 2. / 100 << 2. / 60;
    QTest::newRow("lecun") << "tanh"
                           << "lecun" << 1. / 100 << 1. / 60;
    QTest::newRow("what suits tanh") << "tanh"
                                     << "automatic" << 2. / 160 << 2. / 140;
    QTest::newRow("what suits relu") << "relu"
                                     << "automatic" << 2. / 100 << 2. / 60;
}

void NetworkTest::beginsWithTheVarianceOfTheScheme()
{
    QFETCH(QString, activation);
    QFETCH(QString, scheme);
    QFETCH(double, first);
    QFETCH(double, second);
    const auto cost
        = made({ { "layers", QJsonArray { 60, 80 } }, { "activation", activation }, { "initialisation", scheme } },
            networkRows(2, 100, 0));
    Random random(1), again(1), other(2);
    const Eigen::VectorXd theta = cost->suggestedStart(random).value();
    QVERIFY(theta == cost->suggestedStart(again).value());
    QVERIFY(theta != cost->suggestedStart(other).value());
    const auto check = [&](Eigen::Index from, Eigen::Index count, double variance) {
        const auto weights = theta.segment(from, count);
        QVERIFY(std::abs(weights.mean()) < 4 * std::sqrt(variance / double(count)));
        QVERIFY(std::abs(weights.squaredNorm() / double(count) / variance - 1) < 0.1);
        if (variance == 2. / 160) // uniform
            QVERIFY(weights.cwiseAbs().maxCoeff() < std::sqrt(6. / 160));
    };
    check(0, 6000, first);
    check(6060, 4800, second);
    QVERIFY(theta.segment(6000, 60).isZero(0));
    QVERIFY(theta.segment(6060 + 4800, 80).isZero(0));
    QVERIFY(theta[theta.size() - 1] == 0);
}

void NetworkTest::withoutHiddenLayersSuggestsNoStart()
{
    Random random(1);
    QVERIFY(!networkCost(networkRows(5, 2, 2), {}).suggestedStart(random));
    QVERIFY(networkCost(networkRows(5, 2, 2), { 1 }).suggestedStart(random));
}

void NetworkTest::parametersAreNamedByLayerInputAndUnit()
{
    DatasetContent data = networkRows(3, 2, 0);
    data.featureNames = QStringList { "size", "age" };
    const auto names = [&](const QJsonArray &layers) { return made({ { "layers", layers } }, data)->parameterNames(); };
    QCOMPARE(names({}), QStringList({ "w1[size]", "w1[age]", "b1" }));
    QCOMPARE(names({ 2, 1 }),
        QStringList({ "w1[size:1]", "w1[size:2]", "w1[age:1]", "w1[age:2]", "b1[1]", "b1[2]", "w2[1:1]", "w2[2:1]",
            "b2[1]", "w3[1]", "b3" }));
    data.classes = QStringList { "cat", "dog", "eel" };
    data.target << 0, 1, 2;
    QCOMPARE(names({ 1 }),
        QStringList({ "w1[size:1]", "w1[age:1]", "b1[1]", "w2[1:cat]", "w2[1:dog]", "w2[1:eel]", "b2[cat]", "b2[dog]",
            "b2[eel]" }));
}

void NetworkTest::penaltiesLeaveTheBiasesAlone()
{
    const auto cost = made({ { "layers", QJsonArray { 2 } } }, networkRows(5, 2, 0));
    const auto ridge = makeObjective("costs.regularize", { { "l2", 2 } }, Arrivals { { "objective", cost } }).value();
    const Eigen::VectorXd theta = Eigen::VectorXd::Constant(cost->dimension(), 0.5);
    const Eigen::VectorXd more = evaluate(*ridge, theta).gradient - evaluate(*cost, theta).gradient;
    // w1 (2 × 2), b1 (2), w2 (2), b2
    Eigen::VectorXd expected(9);
    expected << 1, 1, 1, 1, 0, 0, 1, 1, 0;
    QVERIFY((more - expected).cwiseAbs().maxCoeff() < 1e-14);
    Random random(1), same(1);
    QVERIFY(ridge->suggestedStart(random).value() == cost->suggestedStart(same).value());
}

void NetworkTest::modelPredictsTheOutputs()
{
    for (const int classes : { 0, 2, 4 }) {
        const DatasetContent data = networkRows(130, 3, classes);
        const NetworkCost cost = networkCost(data, { 5, 2 });
        const Eigen::VectorXd theta = randomPoint(cost.dimension(), 1);
        const auto model = cost.model(theta);
        QCOMPARE(model->classes(), data.classes);
        const std::vector<long double> out = networkReference(data, { 5, 2 }, Activation::Tanh, theta).outputs;
        const Eigen::VectorXd predicted = model->predict(data.features);
        const Matrix shares = model->probabilities(data.features);
        const double last = predicted[129];
        if (classes == 0) {
            QVERIFY(std::abs(last - static_cast<double>(out[0])) < 1e-14);
        } else if (classes == 2) {
            QVERIFY(std::abs(last - static_cast<double>(1 / (1 + std::exp(-out[0])))) < 1e-15);
            QVERIFY(shares.col(1) == predicted);
        } else {
            long double sum = 0;
            for (const long double z : out)
                sum += std::exp(z);
            for (std::size_t c = 0; c < out.size(); ++c)
                QVERIFY(
                    std::abs(shares(129, static_cast<Eigen::Index>(c)) - static_cast<double>(std::exp(out[c]) / sum))
                    < 1e-14);
            QCOMPARE(last, double(std::max_element(out.begin(), out.end()) - out.begin()));
        }
        QVERIFY_EXCEPTION_THROWN(model->predict(Matrix::Zero(1, 2)), std::logic_error);
    }
}

void NetworkTest::warnsOfSeparatedClasses()
{
    const NetworkCost cost = networkCost(exclusiveOr(), { 2 }, Activation::Relu);
    // relu(x₁ + x₂ - 1), relu(-x₁ - x₂ - 1): both 0 where x₁ ≠ x₂, else one of them is 1
    Eigen::VectorXd theta(9);
    theta << 1, -1, 1, -1, -1, -1, -4, -4, 2;
    QVERIFY(cost.warning(theta).contains("no minimum"));
    theta[8] = -2;
    QCOMPARE(cost.warning(theta), QString());
    QCOMPARE(networkCost(networkRows(5, 1, 0), { 2 }).warning(Eigen::VectorXd::Zero(7)), QString());
}

void NetworkTest::allocatesNothingOnceItIsWarm()
{
    const NetworkCost cost = networkCost(networkRows(500, 4, 3), { 40, 30 });
    const Eigen::VectorXd theta = randomPoint(cost.dimension(), 0.5);
    Eigen::VectorXd gradient(cost.dimension());
    const std::vector<Eigen::Index> rows { 3, 99, 4, 410 };
    const auto evaluateAll = [&] {
        cost.batchValueAndGradient(rows, theta, gradient);
        cost.valueAndGradient(theta, gradient);
        cost.value(theta);
    };
    onThreads(1, [&] {
        for (int i = 0; i < 10; ++i)
            evaluateAll();
        const long before = test::allocations;
        for (int i = 0; i < 10; ++i)
            evaluateAll();
        const long after = test::allocations;
        [&] { QCOMPARE(after - before, 0L); }();
        return 0;
    });
}

void NetworkTest::refusesWhatItCannotFit_data()
{
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<int>("classes");
    QTest::addColumn<QString>("message");
    const auto layers = [](const QJsonArray &numbers) { return QJsonObject { { "layers", numbers } }; };
    QTest::newRow("half a unit") << layers(
        { 8, 2.5 }) << 0 << "parameter layers: a layer of 2.5 units; each number is a whole one from 1 to 10000";
    QTest::newRow("no unit") << layers({ 0 }) << 0
                             << "parameter layers: a layer of 0 units; each number is a whole one from 1 to 10000";
    QTest::newRow("too many") << layers({ 1000, 1000 }) << 0
                              << "parameter layers: would make 1006001 parameters; at most 1000000 are allowed";
    QTest::newRow("classes as numbers")
        << QJsonObject { { "loss", "squared" } } << 3
        << "port dataset: target y is one of 3 classes, which have no distances; the squared loss needs numbers, and "
           "costs.softmax takes classes";
    QTest::newRow("numbers as classes") << QJsonObject { { "loss", "cross-entropy" } } << 0
                                        << "needs a target of classes, or of their numbers";
}

void NetworkTest::refusesWhatItCannotFit()
{
    QFETCH(QJsonObject, parameters);
    QFETCH(int, classes);
    QFETCH(QString, message);
    const auto data = std::make_shared<Dataset>(networkRows(10, 3, classes));
    const auto objective = makeObjective("costs.neural-network", parameters, data);
    QVERIFY(!objective);
    QVERIFY2(objective.error().text().contains(message), qPrintable(objective.error().text()));
}

QTEST_GUILESS_MAIN(NetworkTest)
#include "network_test.moc"
