#include "costs_support.h"
#include "linear_reference.h"

#include <thalweg/model.h>

#include <QtTest>

using namespace thalweg;

Q_DECLARE_METATYPE(thalweg::DatasetContent)

class LinearCostNodesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parametersAreNamedAfterTheFeaturesAndTheInterceptIsLast();
    void leastSquaresOfAnExactLineIsZero();
    void reductionsAreThoseOfTheTextbooks();
    void leastSquaresModelPredictsTheLine();
    void logisticStartsAtLogTwo();
    void logisticModelPredictsTheProbabilityOfTheSecondClass();
    void classesOfNumbersAreZeroAndOne();
    void lossesAreThoseOfTheirHelp_data();
    void lossesAreThoseOfTheirHelp();
    void supportVectorMachinesPredictAClassAndNoProbability();
    void modifiedHuberModelPredictsAProbability();
    void poissonModelPredictsTheMeanCount();
    void constantFeaturesShareTheirDerivativeWithTheIntercept();
    void warnsOfSeparableClasses();
    void warnsOfCountsThatAreAllZero();
    void refuseWhatTheyCannotFit_data();
    void refuseWhatTheyCannotFit();
};

namespace {

DatasetContent content(std::initializer_list<double> x, std::initializer_list<double> y)
{
    DatasetContent made;
    made.features = Eigen::Map<const Eigen::VectorXd>(std::data(x), std::ssize(x));
    made.target = Eigen::Map<const Eigen::VectorXd>(std::data(y), std::ssize(y));
    made.featureNames = QStringList { "size" };
    made.targetName = "price";
    return made;
}

std::shared_ptr<const Objective> cost(const QString &id, const DatasetContent &data, const QJsonObject &parameters = {})
{
    const auto made = makeObjective(id, parameters, std::make_shared<Dataset>(data));
    if (!made)
        throw std::runtime_error(made.error().text().toStdString());
    return *made;
}

} // namespace

void LinearCostNodesTest::parametersAreNamedAfterTheFeaturesAndTheInterceptIsLast()
{
    DatasetContent data = content({ 1, 2 }, { 0, 1 });
    data.features = Matrix::Random(2, 2);
    data.featureNames = QStringList { "size", "age" };
    for (const QString id : { "costs.least-squares", "costs.absolute", "costs.huber", "costs.log-cosh",
             "costs.quantile", "costs.epsilon-insensitive", "costs.poisson", "costs.logistic", "costs.hinge",
             "costs.squared-hinge", "costs.modified-huber" }) {
        QCOMPARE(cost(id, data)->parameterNames(), QStringList({ "size", "age", "intercept" }));
        QCOMPARE(cost(id, data, { { "intercept", false } })->parameterNames(), QStringList({ "size", "age" }));
        QCOMPARE(cost(id, data)->termCount(), 2);
    }
}

void LinearCostNodesTest::leastSquaresOfAnExactLineIsZero()
{
    const auto objective = cost("costs.least-squares", content({ 1, 2, 4 }, { 5, 7, 11 })); // y = 2x + 3
    const auto [value, gradient] = evaluate(*objective, Eigen::Vector2d(2, 3));
    QCOMPARE(value, 0.);
    QCOMPARE(gradient, Eigen::VectorXd(Eigen::Vector2d::Zero()));
    QCOMPARE(objective->warning(Eigen::Vector2d(2, 3)), QString());
}

void LinearCostNodesTest::reductionsAreThoseOfTheTextbooks()
{
    const DatasetContent data = content({ 1, 2, 4 }, { 5, 7, 11 });
    // At 0 the residuals are -5, -7, -11: squares 195, derivative by the weight -2 (5 + 14 + 44), by the intercept
    // -2·23.
    for (const auto &[reduction, divisor] :
        { std::pair { "mean", 3. }, { "half-mean", 6. }, { "sum", 1. }, { "half-sum", 2. } }) {
        const auto objective = cost("costs.least-squares", data, { { "reduction", reduction } });
        const auto [value, gradient] = evaluate(*objective, Eigen::Vector2d::Zero());
        QCOMPARE(value, 195 / divisor);
        QCOMPARE(gradient[0], -126 / divisor);
        QCOMPARE(gradient[1], -46 / divisor);
    }
    QCOMPARE(cost("costs.least-squares", data)->value(Eigen::Vector2d::Zero()), 65.);
}

void LinearCostNodesTest::leastSquaresModelPredictsTheLine()
{
    DatasetContent data = content({ 1, 2, 4 }, { 5, 7, 11 });
    data.scaling = { { 3, 2 } };
    const auto model = cost("costs.least-squares", data)->model(Eigen::Vector2d(2, 3));
    QCOMPARE(model->predict(Matrix::Constant(1, 1, 10)), Eigen::VectorXd(Eigen::VectorXd::Constant(1, 23)));
    QCOMPARE(model->parameterNames(), QStringList({ "size", "intercept" }));
    QCOMPARE(model->theta(), Eigen::VectorXd(Eigen::Vector2d(2, 3)));
    QCOMPARE(model->featureNames(), QStringList("size"));
    QCOMPARE(model->targetName(), QStringLiteral("price"));
    QCOMPARE(model->classes(), QStringList());
    QCOMPARE(model->scaling(), data.scaling);
    QVERIFY_EXCEPTION_THROWN(model->predict(Matrix::Zero(1, 2)), std::logic_error);
    const auto without
        = cost("costs.least-squares", data, { { "intercept", false } })->model(Eigen::VectorXd::Constant(1, 2));
    QCOMPARE(without->predict(Matrix::Constant(1, 1, 10))[0], 20.);
}

void LinearCostNodesTest::logisticStartsAtLogTwo()
{
    // Published value: the negative log-likelihood of a model that knows nothing is log 2 a row.
    const auto objective = cost("costs.logistic", content({ 1, 2, 4 }, { 0, 1, 1 }));
    const auto [value, gradient] = evaluate(*objective, Eigen::Vector2d::Zero());
    QVERIFY(std::abs(value - 0.69314718055994531) < 2e-16);
    QVERIFY(std::abs(gradient[0] - (0.5 - 1 - 2) / 3) < 1e-15);
    QVERIFY(std::abs(gradient[1] + 0.5 / 3) < 1e-15);
}

void LinearCostNodesTest::logisticModelPredictsTheProbabilityOfTheSecondClass()
{
    DatasetContent data = content({ 1, 2, 4 }, { 0, 1, 1 });
    data.classes = QStringList { "no", "yes" };
    const auto model = cost("costs.logistic", data)->model(Eigen::Vector2d(std::log(3.), 0));
    Matrix x(5, 1);
    x << 1, 0, -1, 1000, -1000;
    const Eigen::VectorXd p = model->predict(x);
    QVERIFY(std::abs(p[0] - 0.75) < 1e-15);
    QCOMPARE(p[1], 0.5);
    QVERIFY(std::abs(p[2] - 0.25) < 1e-15);
    QCOMPARE(p[3], 1.);
    QCOMPARE(p[4], 0.);
    QCOMPARE(model->classes(), QStringList({ "no", "yes" }));
}

void LinearCostNodesTest::classesOfNumbersAreZeroAndOne()
{
    const auto objective = cost("costs.logistic", content({ 1, 2, 4 }, { 0, 1, 1 }));
    QCOMPARE(objective->model(Eigen::Vector2d::Zero())->classes(), QStringList({ "0", "1" }));
}

void LinearCostNodesTest::lossesAreThoseOfTheirHelp_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<double>("weight");
    QTest::addColumn<double>("value"); // the sum over the rows, from the formula in the node's help
    QTest::addColumn<double>("byIntercept");
    const auto row = [](const char *id, const QJsonObject &parameters, double weight, double value, double derivative) {
        QTest::addRow("%s at %g", id, weight) << QString(id) << parameters << weight << value << derivative;
    };
    // The residuals are -5, -7, -11 at weight 0.
    row("costs.absolute", {}, 0, 23, -3);
    row("costs.huber", { { "delta", 6 } }, 0, 12.5 + 6 * (7 - 3) + 6 * (11 - 3), -5 - 6 - 6);
    row("costs.quantile", { { "tau", 0.75 } }, 0, 0.75 * 23, -0.75 * 3);
    row("costs.epsilon-insensitive", { { "epsilon", 6 } }, 0, 1 + 5, -2);
    row("costs.log-cosh", {}, 0, std::log(std::cosh(5.)) + std::log(std::cosh(7.)) + std::log(std::cosh(11.)),
        -std::tanh(5.) - std::tanh(7.) - std::tanh(11.));
    row("costs.poisson", {}, 0, 3, 3 - 23);
    row("costs.poisson", {}, 1, std::exp(1.) + std::exp(2.) + std::exp(4.) - 5 - 14 - 44,
        std::exp(1.) + std::exp(2.) + std::exp(4.) - 23);
    // The targets are 0, 1, 1 and the features 1, 2, 4: the margins are -w, 2w, 4w.
    row("costs.hinge", {}, 1, 2, 1);
    row("costs.hinge", {}, 0.25, 1.25 + 0.5, 1 - 1);
    row("costs.squared-hinge", {}, 1, 4, 4);
    row("costs.squared-hinge", {}, 0.25, 1.5625 + 0.25, 2.5 - 1);
    row("costs.modified-huber", {}, 2, 8, 4);
    row("costs.modified-huber", {}, 0.25, 1.5625 + 0.25, 2.5 - 1);
}

void LinearCostNodesTest::lossesAreThoseOfTheirHelp()
{
    QFETCH(QString, id);
    QFETCH(QJsonObject, parameters);
    QFETCH(double, weight);
    QFETCH(double, value);
    QFETCH(double, byIntercept);
    const bool isOfClasses = id.contains("hinge") || id.contains("modified");
    parameters["reduction"] = "sum";
    const auto objective
        = cost(id, isOfClasses ? content({ 1, 2, 4 }, { 0, 1, 1 }) : content({ 1, 2, 4 }, { 5, 7, 11 }), parameters);
    const auto [found, gradient] = evaluate(*objective, Eigen::Vector2d(weight, 0));
    QVERIFY2(std::abs(found - value) <= 1e-14 * std::abs(value), qPrintable(QString::number(found, 'g', 17)));
    QVERIFY2(std::abs(gradient[1] - byIntercept) <= 1e-14 * (1 + std::abs(byIntercept)),
        qPrintable(QString::number(gradient[1], 'g', 17)));
}

void LinearCostNodesTest::supportVectorMachinesPredictAClassAndNoProbability()
{
    DatasetContent data = content({ 1, 2, 4 }, { 0, 1, 1 });
    data.classes = QStringList { "no", "yes" };
    Matrix x(3, 1);
    x << -1, 0.5, 0.75;
    for (const QString id : { "costs.hinge", "costs.squared-hinge" }) {
        const auto model = cost(id, data)->model(Eigen::Vector2d(2, -1));
        const Eigen::VectorXd predicted = model->predict(x);
        QCOMPARE(predicted[0], 0.);
        QCOMPARE(predicted[1], 0.); // on the plane
        QCOMPARE(predicted[2], 1.);
        QCOMPARE(model->probabilities(x).cols(), 0);
        QCOMPARE(model->classes(), QStringList({ "no", "yes" }));
    }
}

void LinearCostNodesTest::modifiedHuberModelPredictsAProbability()
{
    const auto model = cost("costs.modified-huber", content({ 1, 2, 4 }, { 0, 1, 1 }))->model(Eigen::Vector2d(1, 0));
    Matrix x(4, 1);
    x << -3, -0.5, 0, 7;
    QCOMPARE(model->predict(x), Eigen::VectorXd(Eigen::Vector4d(0, 0.25, 0.5, 1)));
    QCOMPARE(model->probabilities(x).col(0).eval(), Eigen::VectorXd(Eigen::Vector4d(1, 0.75, 0.5, 0)));
}

void LinearCostNodesTest::poissonModelPredictsTheMeanCount()
{
    const auto model
        = cost("costs.poisson", content({ 1, 2, 4 }, { 0, 1, 4 }))->model(Eigen::Vector2d(std::log(2.), std::log(3.)));
    Matrix x(9, 1);
    x << 0, 1, 2, 3, -1, 4, 5, 6, 10;
    const Eigen::VectorXd mean = model->predict(x);
    for (Eigen::Index i = 0; i < x.rows(); ++i) // 3·2ˣ
        QVERIFY(std::abs(mean[i] - 3 * std::exp2(x(i, 0))) <= 1e-14 * mean[i]);
    QCOMPARE(model->classes(), QStringList());
}

void LinearCostNodesTest::constantFeaturesShareTheirDerivativeWithTheIntercept()
{
    const DatasetContent data = content({ 2, 2, 2 }, { 0, 1, 1 });
    for (const QString id : { "costs.least-squares", "costs.huber", "costs.poisson", "costs.hinge" }) {
        const auto objective = cost(id, data);
        const Eigen::VectorXd gradient = evaluate(*objective, Eigen::Vector2d(0.25, -0.125)).gradient;
        QVERIFY(std::abs(gradient[0] - 2 * gradient[1]) < 1e-15);
        // Only 2w + b counts.
        QVERIFY(
            std::abs(objective->value(Eigen::Vector2d(0.25, 0)) - objective->value(Eigen::Vector2d(0, 0.5))) < 1e-15);
    }
}

void LinearCostNodesTest::warnsOfSeparableClasses()
{
    const auto objective = cost("costs.logistic", content({ -2, -1, 1, 3 }, { 0, 0, 1, 1 }));
    QVERIFY(objective->warning(Eigen::Vector2d(1, 0)).contains("separate the classes"));
    QVERIFY(objective->warning(Eigen::Vector2d(100, 50)).contains("no minimum"));
    QCOMPARE(objective->warning(Eigen::Vector2d(1, 2)), QString()); // row 2 stands on the wrong side
    QCOMPARE(objective->warning(Eigen::Vector2d(1, 1)), QString()); // row 2 stands on the line
    QCOMPARE(objective->warning(Eigen::Vector2d(0, 0)), QString());
    QCOMPARE(objective->warning(Eigen::Vector2d(std::nan(""), 0)), QString());
}

void LinearCostNodesTest::warnsOfCountsThatAreAllZero()
{
    QVERIFY(
        cost("costs.poisson", content({ 1, 2 }, { 0, 0 }))->warning(Eigen::Vector2d::Zero()).contains("no minimum"));
    QCOMPARE(cost("costs.poisson", content({ 1, 2 }, { 0, 1 }))->warning(Eigen::Vector2d::Zero()), QString());
}

void LinearCostNodesTest::refuseWhatTheyCannotFit_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<DatasetContent>("data");
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *id, const DatasetContent &data, const char *message,
                         const QJsonObject &parameters = {}) {
        QTest::newRow(name) << QString(id) << data << parameters << QString::fromUtf8(message);
    };
    const DatasetContent good = content({ 1, 2, 3 }, { 0, 1, 1 });
    DatasetContent data = good;
    data.target.resize(0);
    data.targetName.clear();
    row("no target", "costs.least-squares", data, "has no target; name its column in tables.dataset");
    row("no target, logistic", "costs.logistic", data, "has no target; name its column in tables.dataset");
    data = good;
    data.features.resize(0, 1);
    data.target.resize(0);
    row("no rows", "costs.least-squares", data, "has no rows; a cost needs at least one");
    data = good;
    data.target[1] = std::nan("");
    row("a missing target", "costs.least-squares", data,
        "target price has no number in row 2; leave out such rows first");
    data = good;
    data.featureNames = QStringList { "intercept" };
    row("a feature called intercept", "costs.least-squares", data,
        "has a feature called \"intercept\", which is what the cost calls its own constant term; rename the feature, "
        "or "
        "set intercept to false");
    data = good;
    data.features.resize(3, 0);
    data.featureNames.clear();
    row("nothing to fit", "costs.least-squares", data,
        "has no feature, so without an intercept there is nothing to fit", { { "intercept", false } });
    data = good;
    data.target[2] = 2;
    row("numbers that are no classes", "costs.logistic", data,
        "target price is 2 in row 3; logistic regression needs a target of two classes, or of the numbers 0 and 1");
    row("numbers that are no classes, hinge", "costs.hinge", data,
        "target price is 2 in row 3; the hinge loss needs a target of two classes, or of the numbers 0 and 1");
    data.target[1] = -1;
    row("a negative count", "costs.poisson", data,
        "target price is -1 in row 2; Poisson regression needs counts, none of them negative");
    data = good;
    data.classes = QStringList { "a", "b", "c" };
    row("three classes", "costs.logistic", data,
        "target price has 3 classes; logistic regression needs two (costs.softmax takes more)");
    row("classes for least squares", "costs.least-squares", data,
        "target price is one of 3 classes, which have no distances; least squares needs numbers, and costs.softmax "
        "takes "
        "classes");
}

void LinearCostNodesTest::refuseWhatTheyCannotFit()
{
    QFETCH(QString, id);
    QFETCH(DatasetContent, data);
    QFETCH(QJsonObject, parameters);
    QFETCH(QString, message);
    const auto made = makeObjective(id, parameters, std::make_shared<Dataset>(data));
    QVERIFY(!made);
    QCOMPARE(made.error().message(), message);
    QCOMPARE(made.error().places(), QStringList("port dataset"));
}

QTEST_GUILESS_MAIN(LinearCostNodesTest)
#include "linear_cost_nodes_test.moc"
