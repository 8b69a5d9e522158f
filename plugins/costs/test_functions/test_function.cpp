#include "test_function.h"

#include "../formula/compiler.h"

#include <thalweg/formula/parser.h>

#include <QRegularExpression>

namespace thalweg {

namespace {

QString withNumber(QString text, const QString &name, int number)
{
    return text.replace(QRegularExpression(QStringLiteral("\\b%1\\b").arg(name)), QString::number(number));
}

} // namespace

const std::vector<TestFunction> &testFunctions()
{
    static const std::vector<TestFunction> all = [] {
        std::vector<TestFunction> functions;
        for (const auto &family : { bowls(), valleys(), functionsOfManyMinima(), moreGarbowHillstrom(), fits() })
            functions.insert(functions.end(), family.begin(), family.end());
        return functions;
    }();
    return all;
}

QString formulaOf(const TestFunction &function, int dimension)
{
    return withNumber(function.formula, QStringLiteral("n"), dimension);
}

double numberOf(const QString &text, int dimension)
{
    return compile(parseFormula(withNumber(text, QStringLiteral("n"), dimension))).value({});
}

Eigen::VectorXd pointOf(const QStringList &coordinates, int dimension)
{
    Eigen::VectorXd point(dimension);
    for (int i = 0; i < dimension; ++i)
        point[i] = numberOf(withNumber(coordinates[i % coordinates.size()], QStringLiteral("i"), i + 1), dimension);
    return point;
}

} // namespace thalweg
