#include "levels.h"
#include "names.h"
#include "plots.h"
#include "ranges.h"

#include <QtTest>

using namespace thalweg;

class NamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spellsNamesAsPrintDoes_data();
    void spellsNamesAsPrintDoes();
    void namesTheCost();
    void describesEveryNodeSoundly();
    void spacesNumbersEvenlyToTheVeryEnds();
    void showsTheOtherSideOfTheValley();
    void choosesRoundLevels();
};

void NamesTest::spellsNamesAsPrintDoes_data()
{
    QTest::addColumn<QString>("shown");
    QTest::newRow("theta") << "θ";
    QTest::newRow("theta_0") << "θ₀";
    QTest::newRow("theta0") << "θ₀";
    QTest::newRow("theta[1]") << "θ₁";
    QTest::newRow("theta[12]") << "θ₁₂";
    QTest::newRow("alpha") << "α";
    QTest::newRow("omega") << "ω";
    QTest::newRow("sigma") << "σ";
    QTest::newRow("Theta") << "Θ";
    QTest::newRow("Omega") << "Ω";
    QTest::newRow("beta_1") << "β₁";
    QTest::newRow("x[1]") << "x₁";
    QTest::newRow("w_2") << "w₂";
    QTest::newRow("x1") << "x1";
    QTest::newRow("price_2019") << "price_2019";
    QTest::newRow("intercept") << "intercept";
    QTest::newRow("theta_max") << "theta_max";
    QTest::newRow("feature:class") << "feature:class";
    QTest::newRow("thetas") << "thetas";
}

void NamesTest::spellsNamesAsPrintDoes()
{
    QFETCH(QString, shown);
    QCOMPARE(displayName(QTest::currentDataTag()), shown);
}

void NamesTest::namesTheCost()
{
    QCOMPARE(costLabel({ "theta" }), QStringLiteral("J(θ)"));
    QCOMPARE(costLabel({ "a", "b", "c", "d" }), QStringLiteral("J(a, b, c, d)"));
    QCOMPARE(costLabel({ "a", "b", "c", "d", "e" }), QStringLiteral("J(a, b, …)"));
}

void NamesTest::describesEveryNodeSoundly()
{
    for (const NodeType &type : { compare(), contour(), costCurve(), costHistory(), fit(), tablePlot() }) {
        QCOMPARE(faults(type), QStringList());
        QVERIFY(type.parameter("title"));
        QVERIFY(type.output("figure"));
        QVERIFY(type.help.contains("**Example.**"));
        for (const Parameter &parameter : type.parameters)
            QVERIFY2(!parameter.helpText.isEmpty(), qPrintable(type.id + ' ' + parameter.name));
    }
}

void NamesTest::spacesNumbersEvenlyToTheVeryEnds()
{
    QCOMPARE(evenlySpaced({ 0, 1 }, 5), std::vector({ 0.0, 0.25, 0.5, 0.75, 1.0 }));
    const std::vector<double> wide = evenlySpaced({ -1.7e308, 1.7e308 }, 3);
    QCOMPARE(wide, std::vector({ -1.7e308, 0.0, 1.7e308 }));
    QCOMPARE(evenlySpaced({ 0.1, 0.7 }, 7).back(), 0.7);
}

void NamesTest::showsTheOtherSideOfTheValley()
{
    const Range range = valleyAround({ 0, 2, 5 }, { 5 });
    QCOMPARE(range.from, -0.5);
    QCOMPARE(range.to, 8.0);
    const Range inside = valleyAround({ 0, 10 }, { 5 });
    QCOMPARE(inside.from, -1.0);
    QCOMPARE(inside.to, 11.0);
    QVERIFY(valleyAround({ 3 }, { 3 }).span() > 0);
    QCOMPARE(valleyAround({}, {}).from, -10.0);
}

void NamesTest::choosesRoundLevels()
{
    QCOMPARE(contourLevels({ 0, 10 }, 4, false), std::vector({ 2.0, 4.0, 6.0, 8.0 }));
    QCOMPARE(contourLevels({ 0.5, 300 }, 15, true), std::vector({ 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0 }));
    QCOMPARE(contourLevels({ 0.5, 3e5 }, 6, true), std::vector({ 1.0, 10.0, 100.0, 1e3, 1e4, 1e5 }));
    QVERIFY(contourLevels({ 3, 3 }, 10, false).empty());
    QVERIFY(contourLevels({ -1e300, 1e300 }, 10, false).size() >= 5);
    QVERIFY(spansDecades({ 1, 101 }) && !spansDecades({ 1, 99 }) && !spansDecades({ 0, 1e9 }));
}

QTEST_GUILESS_MAIN(NamesTest)
#include "names_test.moc"
