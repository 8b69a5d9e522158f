#include "costs_support.h"

#include <QtTest>

using namespace thalweg;

class FormulaErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sayWhereAndWhatWouldBeRight_data();
    void sayWhereAndWhatWouldBeRight();
    void areOneShortLineWhateverWasWritten();
    void refuseWhatIsTooDeep_data();
    void refuseWhatIsTooDeep();
    void allowWhatIsWithinTheLimits();
    void comeToNodesThatRunStopped();
};

void FormulaErrorsTest::sayWhereAndWhatWouldBeRight_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *formula, const char *place, const char *message) {
        QTest::newRow(formula) << QString::fromUtf8(formula) << QString::fromUtf8(place) << QString::fromUtf8(message);
    };
    row("2 + pi", "", "has no free name, so there is nothing to optimise; write one, such as theta in (theta - 5)^2");
    row("sqr(x)", "line 1, column 1", "there is no function \"sqr\"; did you mean \"sqrt\"?");
    row("1 + ln(x)", "line 1, column 5", "there is no function \"ln\"; did you mean \"log\"?");
    row("arctan(x)", "line 1, column 1", "there is no function \"arctan\"; did you mean \"atan\"?");
    row("wibble(x)", "line 1, column 1", "there is no function \"wibble\"; to multiply, write wibble*(…)");
    row("x + x(2)", "line 1, column 5", "\"x\" is a number, not a function; to multiply, write x*(…)");
    row("x + pi(2)", "line 1, column 5", "\"pi\" is a number, not a function; to multiply, write pi*(…)");
    row("2x", "line 1, column 2", "\"x\" follows \"2\" without an operator; to multiply, write 2*x");
    row("(x)(y)", "line 1, column 4", "\"(\" follows \")\" without an operator; to multiply, write )*(");
    row("a*(x y)", "line 1, column 6", "\"y\" follows \"x\" without an operator; to multiply, write x*y");
    row("x 2", "line 1, column 3", "\"2\" follows \"x\" without an operator; to multiply, write x*2");
    row("x +", "line 1, column 4", "the formula ends here, where a number, a name or ( was expected");
    row("(x + 1", "line 1, column 7", "the formula ends here, where \")\" was expected");
    row("x + 1)", "line 1, column 6", "unexpected \")\", where an operator or the end was expected");
    row("x +\n  * 2", "line 2, column 3", "unexpected \"*\", where a number, a name or ( was expected");
    row("θ + ∂", "line 1, column 5",
        "unexpected \"∂\"; a formula is made of numbers, names, functions and the signs + - * / ^ ( ) [ ] ,");
    row("𝜃 + 2𝜃", "line 1, column 6", "\"𝜃\" follows \"2\" without an operator; to multiply, write 2*𝜃");
    row("x**2", "line 1, column 2", "unexpected \"**\"; write ^ for a power");
    row("y = x", "line 1, column 3", "unexpected \"=\"; write == to compare; a formula gives nothing a name");
    row("x && y", "line 1, column 3", "unexpected \"&&\"; write and");
    row("|x|", "line 1, column 1", "unexpected \"|\"; write or; for an absolute value, abs(x)");
    row("x²", "line 1, column 2", "unexpected \"²\"; write ^2 for a square");
    row("x · y", "line 1, column 3", "unexpected \"·\"; write * to multiply");
    row("x − y", "line 1, column 3", "unexpected \"−\"; write - (hyphen) for minus");
    row("x < y < 3", "line 1, column 7", "a comparison cannot be compared; write a < b and b < c instead of a < b < c");
    row("1e999*x", "line 1, column 1", "\"1e999\" is too large; the largest number is 1.797e308");
    row("exp + x", "line 1, column 1", "exp is a function; write exp(…)");
    row("x + sum", "line 1, column 5", "sum is a function; write sum(…)");
    row("atan2(x)", "line 1, column 1", "atan2 takes 2 arguments, not 1");
    row("exp()", "line 1, column 1", "exp takes 1 argument, not 0");
    row("exp(x, y)", "line 1, column 1", "exp takes 1 argument, not 2");
    row("min(x)", "line 1, column 1", "min takes at least 2 arguments, not 1");
    row("if(x, 1)", "line 1, column 1", "if takes 3 arguments, not 2");
    row("exp(x,)", "line 1, column 7", "unexpected \")\", where a number, a name or ( was expected");
    row("x and", "line 1, column 6", "the formula ends here, where a number, a name or ( was expected");
    row("and x", "line 1, column 1", "unexpected \"and\", where a number, a name or ( was expected");
    row("x + x[1]", "line 1, column 5", "\"x\" stands for a number before; a name is either a number or a vector");
    row("x[1] + x", "line 1, column 8", "x is a vector; write x[1], x[2], … for its elements");
    row("x[0]", "line 1, column 1", "x[0]: the elements of a vector are counted from 1");
    row("sum(i, 1, 3, x[i-1])", "line 1, column 14", "x[0]: the elements of a vector are counted from 1");
    row("x[1.5]", "line 1, column 3", "the index of an element must be a whole number, not 1.5");
    row("x[y]", "line 1, column 3",
        "the index of an element must be a known whole number; it may depend on no parameter and no data");
    row("x[1", "line 1, column 4", "the formula ends here, where \"]\" was expected");
    row("pi[1]", "line 1, column 1", "\"pi\" is a number, not a vector; it has no elements");
    row("sum(i, 1, n, x[i])", "line 1, column 11",
        "the last value of the index must be a known whole number; it may depend on no parameter and no data");
    row("sum(i, 1/2, 3, x)", "line 1, column 9", "the first value of the index must be a whole number, not 0.5");
    row("sum(i, 1, 1/0, x)", "line 1, column 12", "the last value of the index must be a whole number, not inf");
    row("sum(i, 0/0, 1, x)", "line 1, column 9", "the first value of the index must be a whole number, not nan");
    row("sum(2, 1, 3, x)", "line 1, column 5",
        "the first argument of sum must be a name for its index, as in sum(i, 1, 10, x[i]), not \"2\"");
    row("sum(e, 1, 3, x)", "line 1, column 5",
        "the first argument of sum must be a name for its index, as in sum(i, 1, 10, x[i]), not \"e\"");
    row("prod(i, 1, x)", "line 1, column 13",
        "unexpected \")\", where \",\": prod takes an index, its first and last value, and a term, as in "
        "prod(i, 1, 10, x[i]) was expected");
    row("sum(i, 1, 3, i[1])", "line 1, column 14", "\"i\" is a number, not a vector; it has no elements");
    row("x + sum(i, 1, 1e9, x)", "line 1, column 5",
        "the formula has more than 1000000 operations once its sums are written out; make them shorter");
    row("sum(i, 1, 1e9, sum(j, 1, 1e9, sum(k, 1, 1e9, x)))", "line 1, column 1",
        "the formula has more than 1000000 operations once its sums are written out; make them shorter");
    row("sum(i, 1, 1e6, sum(j, 1, 1e6, x))", "line 1, column 16",
        "the formula has more than 1000000 operations once its sums are written out; make them shorter");
    row("sum(i, 1, 1e6, sum(j, 1, 1e6, 1)) + x", "line 1, column 31",
        "the formula has more than 1000000 operations once its sums are written out; make them shorter");
    row("sum(i, 1, 1e6, sum(j, 1, 1e6, sum(k, 1, 0, 1))) + x", "line 1, column 31",
        "the formula has more than 1000000 operations once its sums are written out; make them shorter");
    row("sum(i, -1e300, 1e300, x)", "line 1, column 8",
        "the first value of the index must be a whole number, not -1e+300");
}

void FormulaErrorsTest::sayWhereAndWhatWouldBeRight()
{
    QFETCH(QString, formula);
    QFETCH(QString, place);
    QFETCH(QString, message);
    const auto objective = makeFormula(formula);
    QVERIFY(!objective);
    QCOMPARE(objective.error().message(), message);
    QStringList places { QStringLiteral("parameter formula") };
    if (!place.isEmpty())
        places += place;
    QCOMPARE(objective.error().places(), places);
}

void FormulaErrorsTest::areOneShortLineWhateverWasWritten()
{
    const QString longName(50'000, QLatin1Char('a'));
    const QStringList formulas { longName + QStringLiteral("(x)"), QStringLiteral("2") + longName,
        longName + QStringLiteral("[0]"), QStringLiteral("x\x01y"), QStringLiteral("x\nmod\n\n\"y\""),
        longName + QStringLiteral("[1]+") + longName, QString(100'001, QLatin1Char('x')),
        QStringLiteral("x + ") + QString(QChar(0xD800)), QString(400, QLatin1Char('9')) + QStringLiteral("*x"),
        QStringLiteral("sum(") + QString(300, QLatin1Char('9')) + QStringLiteral(")") };
    for (const QString &formula : formulas) {
        const auto objective = makeFormula(formula);
        QVERIFY2(!objective, qPrintable(formula.left(60)));
        const QString text = objective.error().text();
        QVERIFY2(text.size() < 400, qPrintable(text));
        for (const QChar c : text)
            QVERIFY2(c.unicode() >= 32, qPrintable(text));
    }
}

void FormulaErrorsTest::refuseWhatIsTooDeep_data()
{
    QTest::addColumn<QString>("formula");
    QTest::newRow("brackets") << QString(30'000, u'(') + u'x' + QString(30'000, u')');
    QTest::newRow("minus") << QString(90'000, u'-') + u'x';
    QTest::newRow("powers") << QStringLiteral("x^").repeated(40'000) + u'x';
    QTest::newRow("not") << QStringLiteral("not ").repeated(20'000) + u'x';
    QTest::newRow("functions") << QStringLiteral("exp(").repeated(20'000);
    QTest::newRow("elements") << QStringLiteral("x[").repeated(20'000);
    QTest::newRow("sums") << QStringLiteral("sum(i,1,2,").repeated(9'000);
}

void FormulaErrorsTest::refuseWhatIsTooDeep()
{
    QFETCH(QString, formula);
    const auto objective = makeFormula(formula);
    QVERIFY(!objective);
    QCOMPARE(
        objective.error().message(), QStringLiteral("more than 200 levels are nested here; write the formula flatter"));
}

void FormulaErrorsTest::allowWhatIsWithinTheLimits()
{
    QVERIFY(makeFormula(QString(199, u'(') + u'x' + QString(199, u')')).ok());
    QVERIFY(makeFormula("sum(i, 1, 1000000, x)").ok());
    QVERIFY(makeFormula("sum(i, 1, 1000, sum(j, 1, 1000, x*i))").error().message().contains("1000000 operations"));
    QVERIFY(makeFormula("sum(i, 1, 1000, sum(j, 1, 500, x*i))").ok());
}

void FormulaErrorsTest::comeToNodesThatRunStopped()
{
    class StoppedContext final : public RunContext {
    public:
        bool goOn() override { return false; }
    };
    const NodeType type = thalwegNodeTypes().front();
    const Inputs in(type, { { "formula", "sum(i, 1, 900000, x)" } });
    StoppedContext context;
    QVERIFY_EXCEPTION_THROWN(runNode(type, in, context).ok(), Stopped);
}

QTEST_GUILESS_MAIN(FormulaErrorsTest)
#include "formula_errors_test.moc"
