#include <gui/formula/formula_view.h>
#include <gui/formula/math_layout.h>
#include <gui/formula/typeset.h>

#include <thalweg/formula/parser.h>

#include <QtTest>

using namespace thalweg;

namespace {

MathBox boxOf(const QString &formula, double width = std::numeric_limits<double>::infinity())
{
    QFont font;
    font.setPixelSize(20);
    return typeset(parseFormula(formula), font, width).value();
}

QString textOf(const QString &formula)
{
    return boxOf(formula).text();
}

std::size_t shapesIn(const MathBox &box)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        box.marks, [](const auto &mark) { return std::holds_alternative<MathBox::Shape>(mark); }));
}

/// Where the letters of `text` stand.
QPointF placeOf(const MathBox &box, const QString &text)
{
    for (const MathBox::Mark &mark : box.marks)
        if (const auto *letters = std::get_if<MathBox::Letters>(&mark); letters && letters->text == text)
            return letters->place;
    qFatal("no such letters");
}

} // namespace

class TypesetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheSignsOfMathematics_data();
    void showsTheSignsOfMathematics();
    void bracketsStandWhereTheValueNeedsThem_data();
    void bracketsStandWhereTheValueNeedsThem();
    void aFractionIsAsWideAsItsWiderPart();
    void aFractionHasItsPartsAboveAndBelowTheLine();
    void powersStandAboveTheLineAndAreSmaller();
    void indexAndExponentStandOverEachOther();
    void bracketsGrowWithTheirContent();
    void aRootIsHigherThanWhatItCovers();
    void aSumHasItsLimitsAboveAndBelow();
    void longSumsBreakIntoLines();
    void whatIsTooDeepIsNotDrawn();
    void manyTermsInARowAreNoDepth();
    void theViewKeepsTheLastSoundFormulaDimmed();
};

void TypesetTest::showsTheSignsOfMathematics_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *formula, const char *text) {
        QTest::newRow(formula) << QString::fromUtf8(formula) << QString::fromUtf8(text);
    };
    row("theta_0 + Omega", "θ0+Ω");
    row("w_max*beta1", "wmaxβ1");
    row("x[i_2+1]", "xi2+1");
    row("theta_0[3]", "θ0,3");
    row("2*x*y", "2xy");
    row("x*2*3", "x·2·3");
    row("rate*x", "rate·x");
    row("1e-3*x", "10−3x");
    row("2.5E4", "2.5×104");
    row("x <= 2 and y != 3 or not z", "x≤2∧y≠3∨¬z");
    row("pi*e", "πe");
    row("asin(x) + sign(y)", "arcsinx+sgny");
    row("sin(x)^2", "sin2x");
    row("log10(x + 1)", "log10x+1");
    row("exp(-x)", "e−x");
    row("min(a, b, c)", "mina,b,c");
    row("if(a > 0, 1, if(b > 0, 2, 3))", "1ifa>02ifb>03otherwise");
}

void TypesetTest::showsTheSignsOfMathematics()
{
    QFETCH(QString, formula);
    QTEST(textOf(formula), "text");
}

void TypesetTest::bracketsStandWhereTheValueNeedsThem_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<int>("shapes"); // two a pair of brackets, one a fraction's rule
    const auto row = [](const char *formula, int shapes) { QTest::newRow(formula) << formula << shapes; };
    row("(a + b)*c", 2);
    row("(a*b) + c", 0);
    row("a - (b - c)", 2);
    row("(a - b) - c", 0);
    row("-(a + b)", 2);
    row("(-a)*b", 0);
    row("a*(-b)", 2);
    row("a + (-b)", 2);
    row("a + (-b)*c", 2);
    row("(a + b)/(c + d)", 1);
    row("(a/b)^2", 3);
    row("(a^b)^c", 2);
    row("a^(b + c)", 0);
    row("a^(b/(c + d))", 2);
    row("((a))", 0);
    row("a*(b*c)", 2);
    row("sin(x)", 0);
    row("sin(x + y)", 2);
    row("(a < b)*c", 2);
    row("(a or b) and c", 2);
    row("a and b or c", 0);
}

void TypesetTest::bracketsStandWhereTheValueNeedsThem()
{
    QFETCH(QString, formula);
    QTEST(static_cast<int>(shapesIn(boxOf(formula))), "shapes");
}

void TypesetTest::aFractionIsAsWideAsItsWiderPart()
{
    const MathStyle style { QFont() };
    const MathBox narrow { .width = 20, .ascent = 10, .descent = 2 };
    const MathBox wide { .width = 70, .ascent = 8, .descent = 3 };
    const double both = fraction(wide, wide, style).width;
    QCOMPARE(fraction(narrow, wide, style).width, both);
    QCOMPARE(fraction(wide, narrow, style).width, both);
    QVERIFY(both > 70 && both < 70 + style.em());
    QVERIFY(fraction(narrow, wide, style).height() > narrow.height() + wide.height());
}

void TypesetTest::aFractionHasItsPartsAboveAndBelowTheLine()
{
    const MathBox box = boxOf("a/b");
    QVERIFY(placeOf(box, "a").y() < placeOf(box, "b").y());
    QVERIFY(box.ascent > 0 && box.descent > 0);
}

void TypesetTest::powersStandAboveTheLineAndAreSmaller()
{
    const MathBox box = boxOf("x^n");
    QCOMPARE(placeOf(box, "x").y(), 0.0);
    QVERIFY(placeOf(box, "n").y() < 0);
    QVERIFY(placeOf(box, "n").x() > placeOf(box, "x").x());
    const auto sizeOf = [&](int mark) {
        return std::get<MathBox::Letters>(box.marks[static_cast<std::size_t>(mark)]).font.pixelSize();
    };
    QVERIFY(sizeOf(1) < sizeOf(0));
}

void TypesetTest::indexAndExponentStandOverEachOther()
{
    const MathBox box = boxOf("x[k]^n");
    QVERIFY(placeOf(box, "n").y() < 0 && placeOf(box, "k").y() > 0);
    QVERIFY(std::abs(placeOf(box, "n").x() - placeOf(box, "k").x()) < 2);
}

void TypesetTest::bracketsGrowWithTheirContent()
{
    const MathStyle style { QFont() };
    const MathBox low { .width = 10, .ascent = 8, .descent = 2 };
    const MathBox high { .width = 10, .ascent = 60, .descent = 40 };
    const auto heightOf = [&](const MathBox &inside) { return bracketed(inside, Bracket::Round, style).height(); };
    QVERIFY(heightOf(high) >= 100);
    QVERIFY(heightOf(low) < 50);
}

void TypesetTest::aRootIsHigherThanWhatItCovers()
{
    const MathStyle style { QFont() };
    const MathBox inside { .width = 30, .ascent = 25, .descent = 12 };
    const MathBox box = root(inside, style);
    QVERIFY(box.ascent > inside.ascent);
    QVERIFY(box.width > inside.width);
}

void TypesetTest::aSumHasItsLimitsAboveAndBelow()
{
    const MathBox box = boxOf("sum(i, 1, n, x[i])");
    QCOMPARE(box.text(), QString("ni=1xi"));
    QVERIFY(placeOf(box, "n").y() < 0);
    QVERIFY(placeOf(box, "1").y() > 0);
}

void TypesetTest::longSumsBreakIntoLines()
{
    const QString formula = "aa + bb + cc + dd + ee + ff + gg + hh";
    const MathBox whole = boxOf(formula);
    const MathBox broken = boxOf(formula, whole.width / 2);
    QVERIFY(broken.width <= whole.width / 2 + 30); // the indent of the lines that follow
    QVERIFY(broken.height() > 2 * whole.height());
    QCOMPARE(broken.text(), whole.text());
}

void TypesetTest::whatIsTooDeepIsNotDrawn()
{
    const QString deep = QString("abs(").repeated(100) + "x" + QString(")").repeated(100);
    QVERIFY(!typeset(parseFormula(deep), QFont()));
    QVERIFY(!typeset(parseFormula("x" + QString("/x").repeated(20000)), QFont()));
    QVERIFY(!typeset(parseFormula("x" + QString("+x").repeated(20000)), QFont()));
}

void TypesetTest::manyTermsInARowAreNoDepth()
{
    QVERIFY(typeset(parseFormula("x" + QString("+x*y*z").repeated(200)), QFont()));
}

void TypesetTest::theViewKeepsTheLastSoundFormulaDimmed()
{
    FormulaView view;
    QCOMPARE(view.heightForWidth(300), 0);
    view.setExpression(parseFormula("x/y"));
    QVERIFY(!view.isDimmed());
    const int height = view.heightForWidth(300);
    QVERIFY(height > 0);
    view.setExpression({});
    QVERIFY(view.isDimmed());
    QCOMPARE(view.heightForWidth(300), height);
    view.clear();
    QCOMPARE(view.heightForWidth(300), 0);
}

QTEST_MAIN(TypesetTest)
#include "typeset_test.moc"
