#include "gui/help/help_text.h"

#include "help_nodes.h"
#include "support/graphs.h"

#include <QTextDocument>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

QString page(const QString &id, const QList<Example> &examples = {})
{
    return helpHtml(*helpNodes().find(id), helpNodes(), examples);
}

QString plain(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

QStringList ids(const QString &search)
{
    QStringList list;
    const NodeTypes types = helpNodes();
    for (const NodeType *type : searchHelp(types, search))
        list += type->id;
    return list;
}

} // namespace

class HelpTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageSaysAllThatTheDescriptionSays();
    void otherTypesAreLinks();
    void formulasStandApart();
    void formulasAreToldFromSentences_data();
    void formulasAreToldFromSentences();
    void formulasAreSetInMathematicalType_data();
    void formulasAreSetInMathematicalType();
    void workflowsThatUseItAreOffered();
    void searchFindsEveryWordTheBestFirst();
    void theIndexNamesEveryType();
};

void HelpTextTest::aPageSaysAllThatTheDescriptionSays()
{
    const QString text = plain(page("toy.hill"));
    for (const char *part : { "Hill", "A slope & more.", "toy.hill", "rate", "0.25", "How <steep> it is.",
             "a number above 0 and at most 1, in m", "from", "Where it begins. May be left open.", "value", "Number",
             "Example: rate = 0.5 is fast." })
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
    QCOMPARE(text.count("Hill"), 1); // the heading of the help is that of the page
}

void HelpTextTest::otherTypesAreLinks()
{
    QCOMPARE(page("toy.hill").count("href=\"type:toy.valley\""), 2);
    QVERIFY(!page("toy.hill").contains("href=\"type:toy.hill\""));
}

void HelpTextTest::formulasStandApart()
{
    const QString html = page("toy.hill");
    QVERIFY(html.contains("class=\"formula\""));
    QVERIFY(!html.contains("PLACE"));
    QVERIFY(html.contains("<sub>"));
    QVERIFY(plain(html).contains("η > 0"));
}

void HelpTextTest::formulasAreToldFromSentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("update") << "m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²" << true;
    QTest::newRow("bold") << "**J(w, b) = (1/m) Σᵢ (w·xᵢ + b − yᵢ)²**" << true;
    QTest::newRow("with") << "b₁ = g₁,  with gₜ = ∇J(θ) + λθ" << true;
    QTest::newRow("sentence") << "Example: on a long valley such as J(x, y) = x² it is fast." << false;
    QTest::newRow("no relation") << "θ" << false;
    QTest::newRow("list") << "- a = b" << false;
    QTest::newRow("heading") << "# a = b" << false;
}

void HelpTextTest::formulasAreToldFromSentences()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(isFormula(text), expected);
}

void HelpTextTest::formulasAreSetInMathematicalType_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("html");
    QTest::newRow("letters lean, numbers stand") << "x = 2y"
                                                 << "<i>x</i> = 2<i>y</i>";
    QTest::newRow("low") << "xᵢ₊₁"
                         << "<i>x</i><sub><i>i</i>+1</sub>";
    QTest::newRow("high") << "x² + y"
                          << "<i>x</i><sup>2</sup> + <i>y</i>";
    QTest::newRow("low, then high") << "x₁²"
                                    << "<i>x</i><sub>1</sub><sup>2</sup>";
    QTest::newRow("functions stand") << "exp x"
                                     << "exp <i>x</i>";
    QTest::newRow("two lines") << "a = 1,  b < 2"
                               << "<i>a</i> = 1<br/><i>b</i> &lt; 2";
    QTest::newRow("marks go") << "**`a` = 1**"
                              << "<i>a</i> = 1";
}

void HelpTextTest::formulasAreSetInMathematicalType()
{
    QFETCH(QString, formula);
    QFETCH(QString, html);
    QCOMPARE(formulaHtml(formula), html);
}

void HelpTextTest::workflowsThatUseItAreOffered()
{
    const QList<Example> examples { { "/a b/c.thalweg", "Title <1>", "What it shows.",
        test::graph({ { "hill", "toy.hill", {} } }, {}) } };
    QVERIFY(page("toy.hill", examples).contains("href=\"example:/a%20b/c.thalweg\""));
    QVERIFY(plain(page("toy.hill", examples)).contains("Title <1>"));
    QVERIFY(!page("toy.valley", examples).contains("example:"));
}

void HelpTextTest::searchFindsEveryWordTheBestFirst()
{
    QCOMPARE(ids("hill"), QStringList({ "toy.hill", "toy.valley" })); // by its name, then in a summary
    QCOMPARE(ids("STEEP"), QStringList({ "toy.hill", "toy.valley" })); // in a parameter's help and in a help
    QCOMPARE(ids("steep rate"), QStringList({ "toy.hill" }));
    QCOMPARE(ids("nowhere"), QStringList());
}

void HelpTextTest::theIndexNamesEveryType()
{
    const QString all = indexHtml(helpNodes());
    QVERIFY(all.contains("href=\"type:toy.hill\"") && all.contains("href=\"type:toy.valley\""));
    const QString some = indexHtml(helpNodes(), "rate");
    QVERIFY(some.contains("toy.hill") && !some.contains("toy.valley"));
    QVERIFY(indexHtml(helpNodes(), "<b>").contains("&lt;b&gt;"));
}

QTEST_MAIN(HelpTextTest)
#include "help_text_test.moc"
