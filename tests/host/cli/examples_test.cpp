#include "support/command.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace thalweg::test;

namespace {

double parameter(const QJsonObject &descent, const QString &name)
{
    return descent.value("parameters").toObject().value(name).toDouble(qQNaN());
}

/// Flipper length and body mass of the penguins of which both are known, read without any of the program's code.
std::vector<std::pair<long double, long double>> flippersAndMasses()
{
    QFile file(sourceFolder() + "/resources/data/penguins.csv");
    file.open(QIODevice::ReadOnly);
    std::vector<std::pair<long double, long double>> rows;
    for (const QByteArray &line : file.readAll().split('\n').mid(1)) {
        const QList<QByteArray> cells = line.split(',');
        if (cells.size() == 7 && cells[4] != "NA" && cells[5] != "NA")
            rows.emplace_back(cells[4].toDouble(), cells[5].toDouble());
    }
    return rows;
}

} // namespace

class ExamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyExampleIsSound_data() { everyExample(); }
    void everyExampleIsSound();
    void everyExampleDrawsItsFigures_data() { everyExample(); }
    void everyExampleDrawsItsFigures();
    void everyExampleGivesTheSameResultsOnAnyNumberOfThreads_data() { everyExample(); }
    void everyExampleGivesTheSameResultsOnAnyNumberOfThreads();
    void theSeedEndsWhereItShould();
    void linearRegressionAgreesWithTheNormalEquations();
    void logisticRegressionTellsHeldOutPenguinsApart();
    void learningRatesCreepConvergeOscillateAndDiverge();

private:
    static void everyExample()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(sourceFolder() + "/resources/workflows");
        for (const QString &name : folder.entryList({ "*.thalweg" }))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
};

void ExamplesTest::everyExampleIsSound()
{
    QFETCH(QString, file);
    const Finished check = runThalweg({ "check", file });
    QCOMPARE(check.errors, QString());
    QCOMPARE(check.status, 0);
}

void ExamplesTest::everyExampleDrawsItsFigures()
{
    QFETCH(QString, file);
    for (const char *format : { "png", "svg", "pdf" }) {
        const QTemporaryDir folder;
        const Finished run = runThalweg({ "run", file, "--out", folder.path(), "--format", format, "--results", "-" });
        QCOMPARE(run.status, 0);
        const QJsonObject nodes = run.json().value("nodes").toObject();
        int figures = 0;
        for (const QString &node : nodes.keys()) {
            QCOMPARE(nodes.value(node).toObject().value("state").toString(), QString("done"));
            if (outputOf(run.json(), node, "figure").isEmpty())
                continue;
            ++figures;
            const QFileInfo drawn(folder.filePath(node + '.' + format));
            QVERIFY2(drawn.size() > 1000, qPrintable(drawn.filePath()));
        }
        QVERIFY(figures > 0);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), figures);
    }
}

void ExamplesTest::everyExampleGivesTheSameResultsOnAnyNumberOfThreads()
{
    QFETCH(QString, file);
    const auto outputs = [&](const QString &threads) {
        const QJsonObject results = runThalweg({ "run", file, "--results", "-", "--threads", threads }).json();
        QJsonObject all;
        const QJsonObject nodes = results.value("nodes").toObject();
        for (const QString &node : nodes.keys())
            all.insert(node, nodes.value(node).toObject().value("outputs"));
        return all;
    };
    const QJsonObject expected = outputs("1");
    QVERIFY(!expected.isEmpty());
    for (const char *threads : { "2", "3", "8" })
        QCOMPARE(outputs(threads), expected);
}

void ExamplesTest::theSeedEndsWhereItShould()
{
    const Finished run = runThalweg({ "run", example("seed-quadratic"), "--results", "-" });
    QCOMPARE(run.status, 0);
    const QJsonObject results = run.json();
    QCOMPARE(results.value("status").toString(), QString("finished"));
    const QJsonObject descent = outputOf(results, "gd", "descent");
    QCOMPARE(parameter(descent, "theta"), 4.999928637615365);
    QCOMPARE(descent.value("iterations").toInt(), 50);
    QCOMPARE(descent.value("evaluations").toInt(), 51);
    QCOMPARE(descent.value("reason").toString(), QString("iterations"));
    QCOMPARE(descent.value("converged"), QJsonValue(false));
    QVERIFY(run.out.contains("4.999928637615365"));
}

void ExamplesTest::linearRegressionAgreesWithTheNormalEquations()
{
    const Finished run = runThalweg({ "run", example("linear-regression"), "--results", "-" });
    QCOMPARE(run.status, 0);

    // The flipper lengths are standardised with the population's deviation s, so that θ₁ = Σ(x − x̄)y / (m s), θ₀ = ȳ.
    const auto rows = flippersAndMasses();
    QCOMPARE(rows.size(), 342u);
    const auto m = static_cast<long double>(rows.size());
    long double meanX = 0;
    long double meanY = 0;
    for (const auto &[x, y] : rows) {
        meanX += x / m;
        meanY += y / m;
    }
    long double squares = 0;
    long double products = 0;
    for (const auto &[x, y] : rows) {
        squares += (x - meanX) * (x - meanX);
        products += (x - meanX) * y;
    }
    const auto slope = static_cast<double>(products / (m * std::sqrt(squares / m)));
    const QJsonObject batch = outputOf(run.json(), "batch", "descent");
    QVERIFY(std::abs(parameter(batch, "flipper_length_mm") / slope - 1) < 1e-8);
    QVERIFY(std::abs(parameter(batch, "intercept") / static_cast<double>(meanY) - 1) < 1e-8);
    // In grams for a millimetre: the published fit is 49.69 (Horst, Hill and Gorman, palmerpenguins).
    QVERIFY(std::abs(slope / static_cast<double>(std::sqrt(squares / m)) - 49.69) < 0.005);

    for (const char *other : { "minibatch", "stochastic" }) {
        const QJsonObject descent = outputOf(run.json(), other, "descent");
        QVERIFY(std::abs(parameter(descent, "flipper_length_mm") / slope - 1) < 0.05);
        QVERIFY(std::abs(parameter(descent, "intercept") / static_cast<double>(meanY) - 1) < 0.01);
        QVERIFY(descent.value("cost").toDouble() >= batch.value("cost").toDouble());
    }
}

void ExamplesTest::logisticRegressionTellsHeldOutPenguinsApart()
{
    const Finished run = runThalweg({ "run", example("logistic-regression"), "--results", "-" });
    QCOMPARE(run.status, 0);
    const QJsonObject descent = outputOf(run.json(), "gd", "descent");
    QCOMPARE(descent.value("reason").toString(), QString("gradient"));
    QCOMPARE(descent.value("converged"), QJsonValue(true));
    QVERIFY(descent.value("gradient_norm").toDouble() <= 1e-6);
    QVERIFY(descent.value("cost").toDouble() < 0.3); // ln 2 = 0.693 for a coin
    double accuracy = 0;
    for (const QJsonValue &row : outputOf(run.json(), "score", "table").value("cells").toArray())
        if (row.toObject()["measure"].toString() == "accuracy")
            accuracy = row.toObject()["value"].toDouble();
    QVERIFY2(accuracy > 0.85 && accuracy <= 1, qPrintable(QString::number(accuracy)));
}

void ExamplesTest::learningRatesCreepConvergeOscillateAndDiverge()
{
    const QJsonObject list
        = outputOf(runThalweg({ "run", example("learning-rates"), "--results", "-" }).json(), "gd", "descent");
    const QJsonArray rates = list.value("axes").toObject().value("rate").toArray();
    const QJsonArray items = list.value("items").toArray();
    QCOMPARE(rates, (QJsonArray { 0.01, 0.1, 0.4, 1, 1.02 }));
    QCOMPARE(items.size(), rates.size());
    for (qsizetype i = 0; i < rates.size(); ++i) {
        const double rate = rates[i].toDouble();
        const double expected = 5 - 5 * std::pow(1 - 2 * rate, 50); // the error shrinks by 1 − 2η a step
        QVERIFY(std::abs(parameter(items[i].toObject(), "theta") - expected) <= 1e-12 * std::abs(expected));
    }
}

QTEST_GUILESS_MAIN(ExamplesTest)
#include "examples_test.moc"
