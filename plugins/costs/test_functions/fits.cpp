#include "test_function.h"

namespace thalweg {

namespace {

/// The terms of a formula, one a row of the columns: %1 is the number of the row, from 1, and %2, %3, … are its cells.
QString rowsOf(const QString &term, const std::vector<std::vector<double>> &columns)
{
    QStringList terms;
    for (std::size_t row = 0; row < columns[0].size(); ++row) {
        QString filled = term;
        filled.replace(QStringLiteral("%1"), QString::number(row + 1));
        for (std::size_t column = 0; column < columns.size(); ++column)
            filled.replace(QStringLiteral("%%1").arg(column + 2), QString::number(columns[column][row], 'g', 17));
        terms += filled;
    }
    return terms.join(QStringLiteral(" + "));
}

} // namespace

std::vector<TestFunction> fits()
{
    return {
        { .name = QStringLiteral("bard"),
            .formula = rowsOf(QStringLiteral("(%2 - x[1] - %1/((16 - %1)*x[2] + min(%1, 16 - %1)*x[3]))^2"),
                { { 0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39 } }),
            .dimension = 3,
            .step = 0,
            .least = 3,
            .minimum = { QStringLiteral("0.08241056"), QStringLiteral("1.133036"), QStringLiteral("2.343695") },
            .minimumValue = QStringLiteral("8.21487e-3"),
            .start = { QStringLiteral("1") },
            .from = -1,
            .to = 4 },
        { .name = QStringLiteral("gaussian"),
            .formula = rowsOf(QStringLiteral("(x[1]*exp(-x[2]*((8 - %1)/2 - x[3])^2/2) - %2)^2"),
                { { 0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540,
                    0.0175, 0.0044, 0.0009 } }),
            .dimension = 3,
            .step = 0,
            .least = 3,
            .minimum = { QStringLiteral("0.39895613783876"), QStringLiteral("1.00001908448780"), QStringLiteral("0") },
            .minimumValue = QStringLiteral("1.12793e-8"),
            .start = { QStringLiteral("0.4"), QStringLiteral("1"), QStringLiteral("0") },
            .from = -1,
            .to = 2 },
        { .name = QStringLiteral("meyer"),
            .formula = rowsOf(QStringLiteral("(x[1]*exp(x[2]/(45 + 5*%1 + x[3])) - %2)^2"),
                { { 34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307,
                    2872 } }),
            .dimension = 3,
            .step = 0,
            .least = 3,
            .minimum
            = { QStringLiteral("5.6096364710e-3"), QStringLiteral("6181.3463463"), QStringLiteral("345.22363462") },
            .minimumValue = QStringLiteral("87.945855"),
            .start = { QStringLiteral("0.02"), QStringLiteral("4000"), QStringLiteral("250") },
            .from = 0,
            .to = 8000 },
        { .name = QStringLiteral("kowalik-osborne"),
            .formula = rowsOf(QStringLiteral("(%2 - x[1]*%3*(%3 + x[2])/(%3*(%3 + x[3]) + x[4]))^2"),
                { { 0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246 },
                    { 4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625 } }),
            .dimension = 4,
            .step = 0,
            .least = 4,
            .minimum = { QStringLiteral("0.1928069"), QStringLiteral("0.1912823"), QStringLiteral("0.1230565"),
                QStringLiteral("0.1360623") },
            .minimumValue = QStringLiteral("3.07506e-4"),
            .start
            = { QStringLiteral("0.25"), QStringLiteral("0.39"), QStringLiteral("0.415"), QStringLiteral("0.39") },
            .from = 0,
            .to = 1 },
        { .name = QStringLiteral("osborne-1"),
            .formula
            = rowsOf(QStringLiteral("(%2 - x[1] - x[2]*exp(-10*(%1 - 1)*x[4]) - x[3]*exp(-10*(%1 - 1)*x[5]))^2"),
                { { 0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658,
                    0.628, 0.603, 0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431,
                    0.424, 0.420, 0.414, 0.411, 0.406 } }),
            .dimension = 5,
            .step = 0,
            .least = 5,
            .minimum = { QStringLiteral("0.3754100"), QStringLiteral("1.9358469"), QStringLiteral("-1.4646871"),
                QStringLiteral("0.01286753"), QStringLiteral("0.02212270") },
            .minimumValue = QStringLiteral("5.46489e-5"),
            .start = { QStringLiteral("0.5"), QStringLiteral("1.5"), QStringLiteral("-1"), QStringLiteral("0.01"),
                QStringLiteral("0.02") },
            .from = -2,
            .to = 2 },
    };
}

} // namespace thalweg
