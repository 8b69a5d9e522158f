#include <thalweg/formula/functions.h>
#include <thalweg/formula/greek.h>
#include <thalweg/formula/lexer.h>
#include <thalweg/formula/parser.h>

#include <QtTest>

using namespace thalweg;

class LanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errorsSayTheirPlaceInNumbers_data();
    void errorsSayTheirPlaceInNumbers();
    void anErrorIsStillOneAfterItWasCaughtAsAPlainOne();
    void theWholeTextIsAtFaultWhereItIsEmpty();
    void wordsAreFoundInTextThatIsNoFormula();
    void sumsKeepTheNamesOfTheirIndices();
    void operandsStandBeforeWhatIsMadeOfThem();
    void greekLettersAreSpelledOut();
};

void LanguageTest::errorsSayTheirPlaceInNumbers_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("a word") << "1 + sqr(x)" << 4 << 3 << 1 << 5;
    QTest::newRow("at the end") << "x +" << 3 << 0 << 1 << 4;
    QTest::newRow("second line") << "x +\n  * 2" << 6 << 1 << 2 << 3;
    QTest::newRow("foreign pair") << "x ** 2" << 2 << 2 << 1 << 3;
    QTest::newRow("behind a letter of two QChars") << QStringLiteral("𝜃 + 2𝜃") << 6 << 2 << 1 << 6;
    QTest::newRow("too large") << "1 + 1e999*x" << 4 << 5 << 1 << 5;
}

void LanguageTest::errorsSayTheirPlaceInNumbers()
{
    QFETCH(QString, formula);
    try {
        parseFormula(formula);
        QFAIL("must be refused");
    } catch (const FormulaError &error) {
        QTEST(static_cast<int>(error.offset()), "offset");
        QTEST(static_cast<int>(error.length()), "length");
        QTEST(error.line(), "line");
        QTEST(error.column(), "column");
        QCOMPARE(
            error.places(), QStringList(QStringLiteral("line %1, column %2").arg(error.line()).arg(error.column())));
    }
}

void LanguageTest::anErrorIsStillOneAfterItWasCaughtAsAPlainOne()
{
    try {
        parseFormula("2x");
        QFAIL("must be refused");
    } catch (const Error &error) {
        QCOMPARE(error.at("parameter formula").text(),
            "parameter formula: line 1, column 2: \"x\" follows \"2\" without an operator; to multiply, write 2*x");
    }
}

void LanguageTest::theWholeTextIsAtFaultWhereItIsEmpty()
{
    try {
        parseFormula("  ");
        QFAIL("must be refused");
    } catch (const FormulaError &error) {
        QCOMPARE(error.offset(), 0);
        QCOMPARE(error.length(), 2);
        QVERIFY(error.places().isEmpty());
    }
}

void LanguageTest::wordsAreFoundInTextThatIsNoFormula()
{
    const QString text = " 2.5e3 && foo( ∂";
    QStringList words;
    QList<Token::Kind> kinds;
    for (Token token = tokenAt(text, 0); token.kind != Token::Kind::End;
         token = tokenAt(text, token.offset + token.text.size())) {
        words += token.text.toString();
        kinds += token.kind;
    }
    using Kind = Token::Kind;
    QCOMPARE(words, QStringList({ "2.5e3", "&&", "foo", "(", "∂" }));
    QCOMPARE(kinds, QList({ Kind::Number, Kind::Foreign, Kind::Name, Kind::Sign, Kind::Foreign }));
    QCOMPARE(tokenAt(text, 0).offset, 1);
    QCOMPARE(tokenAt(text, 0).number, 2500.0);
    QCOMPARE(tokenAt(text, 100).kind, Kind::End);
}

void LanguageTest::sumsKeepTheNamesOfTheirIndices()
{
    const Expression expression = parseFormula("sum(i, 1, 2, prod(row, 1, 3, i*x[row]))");
    QStringList names;
    for (const Expression::Node &node : expression.nodes)
        if (node.kind == Expression::Kind::Sum || node.kind == Expression::Kind::Product)
            names += expression.indexNames[static_cast<qsizetype>(node.symbol)];
    QCOMPARE(names, QStringList({ "row", "i" })); // from the inside
}

void LanguageTest::operandsStandBeforeWhatIsMadeOfThem()
{
    const Expression expression = parseFormula("if(a < b, sum(i, 1, 3, x[i]^2), -min(a, b, c))");
    for (Expression::NodeId id = 0; id < expression.nodes.size(); ++id)
        for (std::size_t i = 0; i < expression.nodes[id].operandCount; ++i)
            QVERIFY(expression.nodes[id].operands[i] < id);
    QCOMPARE(expression.root, expression.nodes.size() - 1);
}

void LanguageTest::greekLettersAreSpelledOut()
{
    QCOMPARE(greekLetter("theta"), QString("θ"));
    QCOMPARE(greekLetter("Omega"), QString("Ω"));
    QCOMPARE(greekLetter("sigma"), QString("σ"));
    QCOMPARE(greekLetter("thetas"), QString());
    QCOMPARE(greekLetter("THETA"), QString());
    QCOMPARE(greekLetter(""), QString());
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "language_test.moc"
