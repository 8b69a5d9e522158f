#include <gui/parameters/incoming_names.h>
#include <gui/parameters/number_text.h>

#include <QtTest>

using namespace thalweg;

class NumberTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreReadAsPeopleWriteThem();
    void textsReadBackToTheSameNumber();
    void stepsGoByTheDigitAtTheCursor_data();
    void stepsGoByTheDigitAtTheCursor();
    void slidersComeBackToTheValue();
    void aLogarithmicSliderHasEqualRatios();
    void scrubbingStaysInTheRange();
    void namesComeFromEverySummary();
};

void NumberTextTest::numbersAreReadAsPeopleWriteThem()
{
    QCOMPARE(numberFrom(" 1e-3 "), std::optional(0.001));
    QCOMPARE(numberFrom("−2,5"), std::optional(-2.5));
    QCOMPARE(numberFrom("1e999"), std::nullopt);
    QCOMPARE(numberFrom("abc"), std::nullopt);
    QCOMPARE(numberFrom(""), std::nullopt);
    QCOMPARE(numbersFrom("0.1, 0.2;3\n4"), std::optional(std::vector { 0.1, 0.2, 3.0, 4.0 }));
    QString wrong;
    QCOMPARE(numbersFrom("1, x, 3", &wrong), std::nullopt);
    QCOMPARE(wrong, QString("x"));
}

void NumberTextTest::textsReadBackToTheSameNumber()
{
    QCOMPARE(exactText(0.1), QString("0.1"));
    QCOMPARE(exactText(1e-5), QString("1e-5"));
    QCOMPARE(exactText(1e300), QString("1e300"));
    for (const double number : { 1.0 / 3, 0.30000000000000004, -1e-300, 123456789.125 })
        QCOMPARE(exactText(number).toDouble(), number);
}

void NumberTextTest::stepsGoByTheDigitAtTheCursor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("cursorAfter");
    QTest::newRow("last digit") << "0.05" << 4 << 1 << "0.06" << 4;
    QTest::newRow("tenths") << "0.05" << 3 << 1 << "0.15" << 3;
    QTest::newRow("ones") << "0.05" << 1 << 1 << "1.05" << 1;
    QTest::newRow("behind the point: ones") << "0.05" << 2 << 1 << "1.05" << 2;
    QTest::newRow("down through zero") << "0.05" << 4 << -7 << "-0.02" << 5;
    QTest::newRow("to nothing") << "0.05" << 4 << -5 << "0.00" << 4;
    QTest::newRow("one more digit") << "99" << 2 << 1 << "100" << 3;
    QTest::newRow("tens") << "125" << 2 << -1 << "115" << 2;
    QTest::newRow("negative") << "-12" << 3 << 1 << "-11" << 3;
    QTest::newRow("mantissa") << "1.5e-3" << 3 << 1 << "1.6e-3" << 3;
    QTest::newRow("exponent") << "1e-3" << 4 << 1 << "1e-2" << 4;
}

void NumberTextTest::stepsGoByTheDigitAtTheCursor()
{
    QFETCH(QString, text);
    QFETCH(int, cursor);
    QFETCH(int, steps);
    const auto after = stepAtCursor(text, cursor, steps);
    QVERIFY(after);
    QTEST(after->text, "after");
    QTEST(after->cursor, "cursorAfter");
    QVERIFY(!stepAtCursor("abc", 1, 1));
}

void NumberTextTest::slidersComeBackToTheValue()
{
    const Parameter rate = number("rate", 0.1).atLeast(0).logSlider(1e-5, 10);
    for (const double value : { 1e-5, 0.001, 0.1, 2.0, 10.0 })
        QVERIFY(std::abs(valueOf(tickOf(value, *rate.sliderHint, 1000), rate, 1000) / value - 1) < 0.05);
    QCOMPARE(tickOf(0, *rate.sliderHint, 1000), 0); // below its range
    QCOMPARE(tickOf(1e9, *rate.sliderHint, 1000), 1000);
    const Parameter rows = integer("rows", 10).slider(1, 100);
    for (int tick = 0; tick <= 1000; ++tick)
        QVERIFY(rows.check(valueOf(tick, rows, 1000)));
}

void NumberTextTest::aLogarithmicSliderHasEqualRatios()
{
    const Parameter::Slider slider { 1e-4, 1, true };
    QCOMPARE(tickOf(1e-2, slider, 1000), 500);
    QCOMPARE(tickOf(1e-3, slider, 1000), 250);
}

void NumberTextTest::scrubbingStaysInTheRange()
{
    const Parameter fraction = number("fraction", 0.5).above(0).below(1).slider(0.05, 0.95);
    QVERIFY(fraction.check(scrubbed(0.5, 10000, fraction)));
    QVERIFY(fraction.check(scrubbed(0.5, -10000, fraction)));
    QVERIFY(scrubbed(0.5, 50, fraction) > 0.5);
    const Parameter rate = number("rate", 0.1).atLeast(0).logSlider(1e-5, 10);
    QCOMPARE(scrubbed(0.1, 150, rate), 1.0);
    const Parameter count = integer("count", 5).atLeast(1);
    QCOMPARE(scrubbed(5, -1000, count), 1.0);
}

void NumberTextTest::namesComeFromEverySummary()
{
    const auto list = [](const char *json) {
        QStringList names;
        for (const IncomingNames::Name &name : namesIn(QJsonDocument::fromJson(json).object()))
            names += name.name + (name.kind.isEmpty() ? QString() : ":" + name.kind);
        return names;
    };
    QCOMPARE(list(R"({"columns": [{"name": "x", "kind": "number", "missing": 0}]})"), QStringList("x:number"));
    QCOMPARE(list(R"({"features": ["a", "b"], "target": "y"})"), QStringList({ "a", "b", "y" }));
    QCOMPARE(list(R"({"parameters": ["t", "u"]})"), QStringList({ "t", "u" }));
    QCOMPARE(list(R"({"target": "y", "parameters": {"w": 1}})"), QStringList("w"));
    QCOMPARE(list(R"({"axes": {}, "items": [{"parameters": ["t"]}]})"), QStringList("t"));
    QCOMPARE(list("{}"), QStringList());
}

QTEST_GUILESS_MAIN(NumberTextTest)
#include "number_text_test.moc"
