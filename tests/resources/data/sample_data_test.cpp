#include "support/run_node.h"

#include <Eigen/QR>

#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace thalweg;
using namespace thalweg::test;

class SampleDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void penguinsAreThoseOfThePaper();
    void norrisHasItsCertifiedFit();
    void longleyHasItsCertifiedFit();
};

namespace {

std::shared_ptr<const Table> sample(const QString &name)
{
    return output<Table>(thalwegNodeTypes(), "sources.csv", "table",
        { { "path", qEnvironmentVariable("THALWEG_SOURCE_DIR") + "/resources/data/" + name } });
}

/// Least squares of the first column on the others and a constant, which comes first in the result.
Eigen::VectorXd leastSquares(const Table &table)
{
    const auto column = [&table](std::size_t j) {
        return Eigen::Map<const Eigen::VectorXd>(
            table.columns()[j].numbers()->data(), static_cast<Eigen::Index>(table.rowCount()));
    };
    Eigen::MatrixXd x = Eigen::MatrixXd::Ones(
        static_cast<Eigen::Index>(table.rowCount()), static_cast<Eigen::Index>(table.columns().size()));
    for (std::size_t j = 1; j < table.columns().size(); ++j)
        x.col(static_cast<Eigen::Index>(j)) = column(j);
    return x.colPivHouseholderQr().solve(column(0));
}

/// That each number agrees with the certified one to so many digits.
void compare(const Eigen::VectorXd &found, const std::vector<double> &certified, double digits)
{
    QCOMPARE(std::size_t(found.size()), certified.size());
    for (std::size_t i = 0; i < certified.size(); ++i) {
        const double error = std::abs(found[Eigen::Index(i)] / certified[i] - 1);
        QVERIFY2(error < std::pow(10, -digits), qPrintable(QString::number(found[Eigen::Index(i)], 'g', 17)));
    }
}

} // namespace

void SampleDataTest::penguinsAreThoseOfThePaper()
{
    const auto table = sample("penguins.csv");
    QCOMPARE(table->rowCount(), 344u);
    QStringList kinds;
    for (const Column &column : table->columns())
        kinds += column.name + ' ' + column.kind();
    QCOMPARE(kinds,
        QStringList({ "species category", "island category", "bill_length_mm number", "bill_depth_mm number",
            "flipper_length_mm number", "body_mass_g number", "sex category" }));
    const auto count = [&](const char *column, const QString &level) {
        qsizetype found = 0;
        for (std::size_t i = 0; i < table->rowCount(); ++i)
            found += table->find(column)->text(i) == level;
        return found;
    };
    QCOMPARE(count("species", "Adelie"), 152);
    QCOMPARE(count("species", "Chinstrap"), 68);
    QCOMPARE(count("species", "Gentoo"), 124);
    QCOMPARE(count("sex", "male"), 168);
    QCOMPARE(count("sex", "female"), 165);
    QCOMPARE(count("sex", QString()), 11);
    // The means that the package palmerpenguins documents: 43.9, 17.2, 200.9 mm and 4202 g.
    const auto mean = [&](const char *name) {
        double sum = 0;
        int present = 0;
        for (double value : *table->find(name)->numbers())
            if (!std::isnan(value))
                sum += value, ++present;
        return sum / present;
    };
    QCOMPARE(std::round(10 * mean("bill_length_mm")), 439.0);
    QCOMPARE(std::round(10 * mean("bill_depth_mm")), 172.0);
    QCOMPARE(std::round(10 * mean("flipper_length_mm")), 2009.0);
    QCOMPARE(std::round(mean("body_mass_g")), 4202.0);
}

void SampleDataTest::norrisHasItsCertifiedFit()
{
    compare(leastSquares(*sample("norris.csv")), { -0.262323073774029, 1.00211681802045 }, 11);
}

void SampleDataTest::longleyHasItsCertifiedFit()
{
    // The condition number is near 5·10⁹: double precision leaves some seven digits, certainly.
    compare(leastSquares(*sample("longley.csv")),
        { -3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683, -1.03322686717359,
            -0.0511041056535807, 1829.15146461355 },
        7);
}

QTEST_GUILESS_MAIN(SampleDataTest)
#include "sample_data_test.moc"
