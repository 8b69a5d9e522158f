#include "support/command.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace thalweg::test;

namespace {

constexpr double mostDigits = 11; ///< as many as are certified

/// How many digits agree: the negative logarithm of the relative error.
double digits(double found, double certified)
{
    const double error = std::abs(found - certified) / std::abs(certified);
    return std::isnan(error) ? 0 : error == 0 ? 20 : std::max(0., -std::log10(error));
}

struct Problem {
    QString name;
    QMap<QString, double> parameters = {};
    double sumOfSquares = 0;
};

/// The certified values, in the order of the problems in the file.
QList<Problem> certified()
{
    QFile file(sourceFolder() + "/resources/data/nist/certified.csv");
    file.open(QIODevice::ReadOnly);
    QList<Problem> problems;
    for (const QByteArray &line : file.readAll().trimmed().split('\n').mid(1)) {
        const QList<QByteArray> cells = line.split(',');
        const QString name = QString::fromUtf8(cells[0]);
        if (problems.isEmpty() || problems.last().name != name)
            problems.append({ .name = name });
        if (cells[1] == "sum_of_squares")
            problems.last().sumOfSquares = cells[2].toDouble();
        else
            problems.last().parameters[QString::fromUtf8(cells[1])] = cells[2].toDouble();
    }
    return problems;
}

/// Of the worst parameter.
double worstDigits(const QJsonObject &descent, const QMap<QString, double> &expected)
{
    const QJsonObject found = descent["parameters"].toObject();
    double worst = 20;
    for (auto each = expected.begin(); each != expected.end(); ++each)
        worst = std::min(worst, digits(found[each.key()].toDouble(qQNaN()), each.value()));
    return worst;
}

/// The descent of a linear model on a CSV file.
QJsonObject linearFit(const QString &csv, const QString &target, const QTemporaryDir &folder)
{
    const auto node = [](const char *id, const char *type, const QJsonObject &parameters) {
        return QJsonObject { { "id", id }, { "type", type }, { "parameters", parameters } };
    };
    const QJsonObject workflow { { "format", "thalweg-workflow" }, { "version", 1 },
        { "nodes",
            QJsonArray { node("data", "sources.csv", { { "path", csv } }),
                node("dataset", "tables.dataset", { { "target", target } }),
                node("cost", "costs.least-squares", { { "reduction", "sum" } }),
                node("fit", "optimizers.levenberg-marquardt", {}) } },
        { "links",
            QJsonArray { "data.table -> dataset.table", "dataset.dataset -> cost.dataset",
                "cost.objective -> fit.objective" } } };
    QFile file(folder.filePath("linear.thalweg"));
    file.open(QIODevice::WriteOnly);
    file.write(QJsonDocument(workflow).toJson());
    file.close();
    return outputOf(runThalweg({ "run", file.fileName(), "--results", "-" }).json(), "fit", "descent");
}

} // namespace

class NistTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereIsAWorkflowForEveryProblem();
    void bothStartsLeadToTheCertifiedDigits();
    void longleyHasItsCertifiedFit();
    void filipHasItsCertifiedFit();
};

void NistTest::thereIsAWorkflowForEveryProblem()
{
    QCOMPARE(certified().size(), 27);
    QCOMPARE(QDir(sourceFolder() + "/resources/workflows/nist").entryList({ "*.thalweg" }).size(), 27);
}

void NistTest::bothStartsLeadToTheCertifiedDigits()
{
    double sum = 0;
    int runs = 0;
    for (const Problem &problem : certified()) {
        const QString file = example("nist/" + problem.name.toLower());
        const Finished run = runThalweg({ "run", file, "--results", "-" });
        QCOMPARE(run.status, 0);
        for (const char *start : { "far", "near" }) {
            const QJsonObject descent = outputOf(run.json(), start, "descent");
            QCOMPARE(descent["parameters"].toObject().size(), problem.parameters.size());
            const double found = worstDigits(descent, problem.parameters);
            const QString which = QStringLiteral("%1 from the %2 start: %3 digits, %4 iterations")
                                      .arg(problem.name, start)
                                      .arg(found)
                                      .arg(descent["iterations"].toInt());
            QVERIFY2(found >= 10, qPrintable(which));
            // Lanczos 1 has residuals of 1e-13, which are rounding alone.
            QVERIFY2(digits(descent["cost"].toDouble(), problem.sumOfSquares) >= (problem.name == "Lanczos1" ? 1 : 9),
                qPrintable(which));
            sum += std::min(found, mostDigits);
            ++runs;
        }
    }
    QCOMPARE(runs, 54);
    QVERIFY2(sum / runs >= 10.6, qPrintable(QString::number(sum / runs))); // the certified values' own rounding is 10.7
}

void NistTest::longleyHasItsCertifiedFit()
{
    const QTemporaryDir folder;
    const QJsonObject fit = linearFit(sourceFolder() + "/resources/data/longley.csv", "employed", folder);
    const double found = worstDigits(fit,
        { { "intercept", -3482258.63459582 }, { "price_deflator", 15.0618722713733 }, { "gnp", -0.358191792925910E-01 },
            { "unemployed", -2.02022980381683 }, { "armed_forces", -1.03322686717359 },
            { "population", -0.511041056535807E-01 }, { "year", 1829.15146461355 } });
    QVERIFY2(found >= 11, qPrintable(QString::number(found)));
}

void NistTest::filipHasItsCertifiedFit()
{
    // A polynomial of degree ten, as a linear model of the powers of x. What their rounding to doubles alone does to
    // the fit leaves seven to eight digits.
    QFile data(sourceFolder() + "/resources/data/nist/filip.csv");
    QVERIFY(data.open(QIODevice::ReadOnly));
    const QTemporaryDir folder;
    QFile powers(folder.filePath("powers.csv"));
    QVERIFY(powers.open(QIODevice::WriteOnly));
    powers.write("y,x1,x2,x3,x4,x5,x6,x7,x8,x9,x10\n");
    for (const QByteArray &line : data.readAll().trimmed().split('\n').mid(1)) {
        const QList<QByteArray> cells = line.split(',');
        const long double x = cells[1].toDouble();
        QByteArray row = cells[0];
        long double power = 1;
        for (int k = 1; k <= 10; ++k) {
            power *= x;
            row += ',' + QByteArray::number(static_cast<double>(power), 'g', 17);
        }
        powers.write(row + '\n');
    }
    powers.close();
    const double found = worstDigits(linearFit(powers.fileName(), "y", folder),
        { { "intercept", -1467.48961422980 }, { "x1", -2772.17959193342 }, { "x2", -2316.37108160893 },
            { "x3", -1127.97394098372 }, { "x4", -354.478233703349 }, { "x5", -75.1242017393757 },
            { "x6", -10.8753180355343 }, { "x7", -1.06221498588947 }, { "x8", -0.670191154593408E-01 },
            { "x9", -0.246781078275479E-02 }, { "x10", -0.402962525080404E-04 } });
    QVERIFY2(found >= 6.5, qPrintable(QString::number(found)));
}

QTEST_GUILESS_MAIN(NistTest)
#include "nist_test.moc"
