#include "costs_support.h"
#include "linear_reference.h"

#include "formula/block_tape.h"
#include "formula/compiler.h"
#include "gradient_check.h"

#include <thalweg/formula/parser.h>
#include <thalweg/model.h>
#include <thalweg/table.h>

#include <QtTest>

using namespace thalweg;

class CurveFitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsAreDataAndOtherNamesParameters();
    void aLineIsALinearModel_data();
    void aLineIsALinearModel();
    void targetMayBeAFormula();
    void anExactFitCostsNothing();
    void blocksGiveTheNumbersOfTheTape();
    void hasTheSameBitsOnAnyNumberOfThreads();
    void batchesAreOfTheirRows();
    void hasItsGradient_data();
    void hasItsGradient();
    void modelPredictsTheCurve();
    void longFormulasRunInSmallBlocks();
    void overflowIsNotHidden();
    void leavesOutIncompleteRowsWhereAsked();
    void refusesWhatItCannotFit_data();
    void refusesWhatItCannotFit();
};

namespace {

/// Columns x, w, y of normal numbers, and a text column `name`.
std::shared_ptr<const Table> randomTable(std::size_t rows)
{
    Random random(11);
    NumberCells x, w, y;
    TextCells names;
    for (std::size_t i = 0; i < rows; ++i) {
        x.push_back(random.normal());
        w.push_back(random.normal());
        y.push_back(random.normal());
        names.push_back("a");
    }
    return std::make_shared<Table>(
        std::vector { Column { "x", x }, Column { "w", w }, Column { "y", y }, Column { "name", std::move(names) } });
}

Result<std::shared_ptr<const Objective>> fit(
    const std::shared_ptr<const Table> &table, QJsonObject parameters, const QString &formula)
{
    parameters["formula"] = formula;
    if (!parameters.contains("target"))
        parameters["target"] = "y";
    return makeObjective("costs.curve-fit", parameters, Arrivals { { "table", table } });
}

std::shared_ptr<const Dataset> asDataset(const Table &table)
{
    DatasetContent content;
    content.features.resize(static_cast<Eigen::Index>(table.rowCount()), 2);
    content.target.resize(content.features.rows());
    for (Eigen::Index i = 0; i < content.features.rows(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        content.features(i, 0) = (*table.find("x")->numbers())[row];
        content.features(i, 1) = (*table.find("w")->numbers())[row];
        content.target[i] = (*table.find("y")->numbers())[row];
    }
    content.featureNames = QStringList { "x", "w" };
    content.targetName = "y";
    return std::make_shared<Dataset>(std::move(content));
}

} // namespace

void CurveFitTest::columnsAreDataAndOtherNamesParameters()
{
    const auto cost = fit(randomTable(5), {}, "b*x + a*sin(w + c) - a").value();
    QCOMPARE(cost->parameterNames(), QStringList({ "b", "a", "c" }));
    QCOMPARE(cost->termCount(), 5);
    QCOMPARE(fit(randomTable(5), {}, "p[2]*x + p[1]").value()->parameterNames(), QStringList({ "p[1]", "p[2]" }));
}

void CurveFitTest::aLineIsALinearModel_data()
{
    QTest::addColumn<QString>("loss");
    QTest::addColumn<QString>("linear");
    QTest::addColumn<QJsonObject>("shape");
    const auto row = [](const char *loss, const char *linear, const QJsonObject &shape = {}) {
        QTest::newRow(loss) << QString(loss) << QString(linear) << shape;
    };
    row("squared", "costs.least-squares");
    row("absolute", "costs.absolute");
    row("huber", "costs.huber", { { "delta", 0.5 } });
    row("log-cosh", "costs.log-cosh");
    row("quantile", "costs.quantile", { { "tau", 0.25 } });
    row("epsilon-insensitive", "costs.epsilon-insensitive", { { "epsilon", 0.75 } });
}

void CurveFitTest::aLineIsALinearModel()
{
    QFETCH(QString, loss);
    QFETCH(QString, linear);
    QFETCH(QJsonObject, shape);
    for (const std::size_t rows : { 1, 7, 64, 65, 3000 })
        for (const char *reduction : { "mean", "half-mean", "sum", "half-sum" }) {
            shape["reduction"] = reduction;
            const auto table = randomTable(rows);
            const auto expected
                = evaluate(*makeObjective(linear, shape, asDataset(*table)).value(), Eigen::Vector3d(0.5, -1.5, 0.25));
            QJsonObject parameters = shape;
            parameters["loss"] = loss;
            const auto found
                = evaluate(*fit(table, parameters, "a*x + b*w + c").value(), Eigen::Vector3d(0.5, -1.5, 0.25));
            QVERIFY(std::abs(found.value - expected.value) <= 1e-13 * std::abs(expected.value));
            QVERIFY((found.gradient - expected.gradient).cwiseAbs().maxCoeff()
                <= 1e-13 * (1 + expected.gradient.cwiseAbs().maxCoeff()) * static_cast<double>(rows));
        }
}

void CurveFitTest::targetMayBeAFormula()
{
    const auto table = std::make_shared<Table>(
        std::vector { Column { "t", NumberCells { 0, 1, 2 } }, Column { "count", NumberCells { 1, 10, 100 } } });
    const auto cost = fit(table, { { "target", "log10(count)" } }, "a*t").value();
    QCOMPARE(cost->value(Eigen::VectorXd::Constant(1, 1)), 0.);
    QCOMPARE(cost->value(Eigen::VectorXd::Constant(1, 0)), 5. / 3); // 0, 1, 4
}

void CurveFitTest::anExactFitCostsNothing()
{
    NumberCells time, left;
    for (int i = 0; i < 20; ++i) {
        time.push_back(0.25 * i);
        left.push_back(3 * std::exp(-0.5 * (0.25 * i)) + 1);
    }
    const auto table = std::make_shared<Table>(std::vector { Column { "time", time }, Column { "left", left } });
    const auto cost = fit(table, { { "target", "left" } }, "a*exp(-k*time) + c").value();
    const auto [value, gradient] = evaluate(*cost, Eigen::Vector3d(3, 0.5, 1));
    QVERIFY(value < 1e-30);
    QVERIFY(gradient.cwiseAbs().maxCoeff() < 1e-14);
}

void CurveFitTest::blocksGiveTheNumbersOfTheTape()
{
    const Tape tape
        = compile(parseFormula("if(x > 0, a*sqrt(x), b*x^2) + max(a*w, b)*atan2(w, b) + abs(x)^a + 2^b"), { "x", "w" });
    const BlockTape block(tape);
    const auto table = randomTable(50);
    const NumberCells &x = *table->find("x")->numbers();
    const NumberCells &w = *table->find("w")->numbers();
    const std::vector<double> theta { 1.5, -0.75 };
    const std::vector<const double *> columns { x.data(), w.data() };
    std::vector<double> values(2 * block.roomSize());
    const double *found = block.forward(theta.data(), columns, nullptr, 0, 50, values.data());
    std::vector<double> sum(2);
    for (std::size_t i = 0; i < 50; ++i) {
        std::vector<double> gradient(2), own(2), weights(64);
        QCOMPARE(found[i], tape.valueAndGradient(theta, gradient, std::vector { x[i], w[i] }));
        weights[i] = 1;
        block.backward(values.data(), weights.data(), 50, values.data() + block.roomSize(), own.data());
        QCOMPARE(own, gradient);
    }
}

void CurveFitTest::hasTheSameBitsOnAnyNumberOfThreads()
{
    for (const char *loss : { "squared", "absolute", "huber", "log-cosh", "quantile", "epsilon-insensitive" }) {
        const auto cost = fit(randomTable(20'001), { { "loss", loss } }, "a*exp(-b*x) + c*sin(w)").value();
        const Eigen::Vector3d theta(0.5, 0.25, 2);
        const auto with = [&](int threads) { return onThreads(threads, [&] { return evaluate(*cost, theta); }); };
        const ValueAndGradient one = with(1);
        for (const int threads : { 2, 3, 8 })
            QVERIFY(sameBits(with(threads), one));
        QVERIFY(cost->value(theta) == one.value);
    }
}

void CurveFitTest::batchesAreOfTheirRows()
{
    const auto table = randomTable(5000);
    const auto cost = fit(table, {}, "a*x + b*w + c").value();
    const auto linear = makeObjective("costs.least-squares", {}, asDataset(*table)).value();
    const Eigen::Vector3d theta(0.5, -1.5, 0.25);
    Eigen::VectorXd found(3), expected(3);
    const std::vector<Eigen::Index> rows { 4000, 3, 77, 3, 1024 };
    const double value = cost->batchValueAndGradient(rows, theta, found);
    QVERIFY(std::abs(value - linear->batchValueAndGradient(rows, theta, expected)) < 1e-14);
    QVERIFY(found.isApprox(expected, 1e-14));
    std::vector<Eigen::Index> all(5000);
    std::iota(all.begin(), all.end(), 0);
    ValueAndGradient whole { 0, Eigen::VectorXd(3) };
    whole.value = cost->batchValueAndGradient(all, theta, whole.gradient);
    QVERIFY(sameBits(whole, evaluate(*cost, theta)));
}

void CurveFitTest::hasItsGradient_data()
{
    QTest::addColumn<QString>("formula");
    for (const char *formula : { "a*exp(-b*x) + c", "a/(1 + exp(b*(x - c)))", "(a + x)^2/(b^2 + w^2) + c*atan(a*w)",
             "sum(i, 1, 3, p[i]*x^i)", "if(x > 0, a*x, b*x) + tanh(c*w)" })
        QTest::newRow(formula) << QString(formula);
}

void CurveFitTest::hasItsGradient()
{
    QFETCH(QString, formula);
    for (const char *loss : { "squared", "log-cosh", "huber" }) {
        const auto cost = fit(randomTable(100), { { "loss", loss } }, formula).value();
        for (std::uint64_t seed = 1; seed < 5; ++seed) {
            const GradientCheck check = checkGradient(*cost, randomPoint(cost->dimension(), 0.5, seed));
            QVERIFY2(check.ok(), qPrintable(cost->parameterNames()[static_cast<qsizetype>(check.worst)]));
            QVERIFY(check.count(ComponentCheck::Verdict::Agrees) > 0);
        }
    }
}

void CurveFitTest::modelPredictsTheCurve()
{
    const auto model = fit(randomTable(5), {}, "a*w + b*x^2").value()->model(Eigen::Vector2d(2, 3));
    QCOMPARE(model->featureNames(), QStringList({ "w", "x" }));
    QCOMPARE(model->targetName(), QString("y"));
    QCOMPARE(model->parameterNames(), QStringList({ "a", "b" }));
    Matrix features(70, 2);
    for (Eigen::Index i = 0; i < 70; ++i)
        features.row(i) << double(i), -0.5 * double(i);
    const Eigen::VectorXd predicted = model->predict(features);
    for (Eigen::Index i = 0; i < 70; ++i)
        QCOMPARE(predicted[i], 2. * double(i) + 0.75 * double(i * i));
    QVERIFY_EXCEPTION_THROWN(model->predict(Matrix::Zero(1, 3)), std::logic_error);
}

void CurveFitTest::longFormulasRunInSmallBlocks()
{
    const auto cost = fit(randomTable(20), {}, "sum(i, 1, 20000, sin(a*i*x))/20000").value();
    const auto check = checkGradient(*cost, Eigen::VectorXd::Constant(1, 1e-4));
    QVERIFY(check.ok());
    const BlockTape block(compile(parseFormula("sum(i, 1, 20000, sin(a*i*x))"), { "x" }));
    QCOMPARE(block.mostRows(), std::size_t(8));
}

void CurveFitTest::overflowIsNotHidden()
{
    const auto table = std::make_shared<Table>(
        std::vector { Column { "x", NumberCells { 1e308 } }, Column { "y", NumberCells { 1 } } });
    const auto cost = fit(table, {}, "a*x").value();
    QCOMPARE(cost->value(Eigen::VectorXd::Constant(1, 10)), INFINITY);
    QVERIFY(std::isnan(fit(table, {}, "log(a)").value()->value(Eigen::VectorXd::Constant(1, -1))));
}

void CurveFitTest::leavesOutIncompleteRowsWhereAsked()
{
    const double none = std::nan("");
    const auto table = std::make_shared<Table>(std::vector { Column { "x", NumberCells { 1, none, 3, 4 } },
        Column { "y", NumberCells { 2, 4, none, 8 } }, Column { "other", NumberCells { none, none, none, none } } });
    const auto cost = fit(table, { { "missing", "drop" } }, "a*x").value();
    QCOMPARE(cost->termCount(), 2);
    QCOMPARE(cost->value(Eigen::VectorXd::Constant(1, 0)), (4. + 64) / 2);
}

void CurveFitTest::refusesWhatItCannotFit_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *formula, const char *target, const char *message) {
        QTest::newRow(name) << QString(formula) << QString(target) << QString(message);
    };
    row("nothing to fit", "x + w", "y",
        "parameter formula: all its names are columns, so there is nothing to fit; a parameter is a name that is no "
        "column, such as a in a*x");
    row("a text column", "a*name", "y", "parameter formula: column name is text; a formula needs numbers");
    row("a target that is no column", "a*x", "z",
        "parameter target: the table has no column z; the target is a formula of columns alone");
    row("a target that is no number", "a*x", "log(0*y - 1)", "parameter target: is not a number in row 1 of the table");
    row("missing cells", "a*x", "v",
        "port table: column v has no number in row 2; set missing to drop to leave such rows out");
}

void CurveFitTest::refusesWhatItCannotFit()
{
    QFETCH(QString, formula);
    QFETCH(QString, target);
    QFETCH(QString, message);
    std::vector<Column> columns = randomTable(3)->columns();
    columns.push_back({ "v", NumberCells { 1, std::nan(""), 3 } });
    const auto made = fit(std::make_shared<Table>(columns), { { "target", target } }, formula);
    QVERIFY(!made);
    QCOMPARE(made.error().text(), message);
    const auto empty = fit(randomTable(0), {}, "a*x");
    QCOMPARE(empty.error().text(), QString("port table: has no rows; a cost needs at least one"));
}

QTEST_GUILESS_MAIN(CurveFitTest)
#include "curve_fit_test.moc"
