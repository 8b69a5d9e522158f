#include <gui/formula/formula_edit.h>
#include <gui/formula/formula_highlighter.h>
#include <gui/formula/formula_text.h>

#include <QCompleter>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextLayout>
#include <QtTest>

using namespace thalweg;

class FormulaEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsTyped();
    void marksTheWrongCharacter();
    void growsWithItsLines();
    void keepsTheCursorWhereTextComesFromElsewhere();
    void findsThePartnerOfABracket_data();
    void findsThePartnerOfABracket();
    void completesNamesAndFunctions();
    void coloursWordsByWhatTheyAre();
};

void FormulaEditTest::saysWhatIsTyped()
{
    FormulaEdit edit;
    QSignalSpy edited(&edit, &FormulaEdit::textEdited);
    QSignalSpy finished(&edit, &FormulaEdit::editingFinished);
    QTest::keyClicks(edit.editor(), "x + 1");
    QCOMPARE(edited.size(), 5);
    QCOMPARE(edited.last().first().toString(), QString("x + 1"));
    QVERIFY(edit.expression());
    QTest::keyClick(edit.editor(), Qt::Key_Return);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(edit.text(), QString("x + 1"));
    edit.setText("y");
    QCOMPARE(edited.size(), 5);
    QCOMPARE(edit.expression()->symbols[0].name, QString("y"));
}

void FormulaEditTest::marksTheWrongCharacter()
{
    FormulaEdit edit;
    edit.resize(400, 80);
    edit.show();
    edit.setText("x + y + z");
    QVERIFY(edit.editor()->faultRect().isEmpty());
    edit.setText("x + * z");
    QVERIFY(edit.problem().startsWith("unexpected \"*\""));
    QVERIFY(!edit.expression());
    QTextCursor cursor(edit.editor()->document());
    cursor.setPosition(4);
    QCOMPARE(edit.editor()->faultRect().left(), edit.editor()->cursorRect(cursor).left());
    edit.setText("x + ");
    QVERIFY(edit.editor()->faultRect().width() > 0);
    edit.setText("");
    QVERIFY(edit.problem().isEmpty());
    edit.setRequired(true);
    QVERIFY(!edit.problem().isEmpty());
}

void FormulaEditTest::growsWithItsLines()
{
    FormulaEdit edit;
    edit.resize(200, 200);
    edit.show();
    edit.setText("x");
    const int one = edit.editor()->sizeHint().height();
    edit.setText("x +\ny +\nz");
    const int three = edit.editor()->sizeHint().height();
    QCOMPARE(three - one, 2 * edit.editor()->fontMetrics().lineSpacing());
}

void FormulaEditTest::keepsTheCursorWhereTextComesFromElsewhere()
{
    FormulaEdit edit;
    edit.setText("abc + def");
    QTextCursor cursor = edit.editor()->textCursor();
    cursor.setPosition(4);
    edit.editor()->setTextCursor(cursor);
    edit.setText("abd + def");
    QCOMPARE(edit.editor()->textCursor().position(), 4);
    edit.setText("ab");
    QCOMPARE(edit.editor()->textCursor().position(), 2);
}

void FormulaEditTest::findsThePartnerOfABracket_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("partner");
    QTest::newRow("outer") << "(a*(b))" << 0 << 6;
    QTest::newRow("inner") << "(a*(b))" << 3 << 5;
    QTest::newRow("backwards") << "(a*(b))" << 6 << 0;
    QTest::newRow("square") << "x[(i)]" << 5 << 1;
    QTest::newRow("no bracket") << "(a)" << 1 << -1;
    QTest::newRow("never closed") << "((a)" << 0 << -1;
    QTest::newRow("of another kind") << "(a]" << 0 << -1;
    QTest::newRow("behind the end") << "(a)" << 9 << -1;
}

void FormulaEditTest::findsThePartnerOfABracket()
{
    QFETCH(QString, formula);
    QFETCH(int, at);
    QTEST(static_cast<int>(partnerBracket(formula, at)), "partner");
}

void FormulaEditTest::completesNamesAndFunctions()
{
    FormulaEdit edit;
    edit.setKnownNames({ "flipper_length_mm", "bill_depth_mm" });
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    edit.editor()->setFocus();
    QTest::keyClicks(edit.editor(), "2*fli");
    auto *completer = edit.editor()->findChild<QCompleter *>();
    QCOMPARE(completer->currentCompletion(), QString("flipper_length_mm"));
    Q_EMIT completer->activated(completer->currentCompletion());
    QCOMPARE(edit.text(), QString("2*flipper_length_mm"));
    QTest::keyClicks(edit.editor(), " + sqr");
    Q_EMIT completer->activated(QString("sqrt"));
    QCOMPARE(edit.text(), QString("2*flipper_length_mm + sqrt()"));
    QCOMPARE(edit.editor()->textCursor().position(), edit.text().size() - 1);
}

void FormulaEditTest::coloursWordsByWhatTheyAre()
{
    FormulaEdit edit;
    edit.setText("sin(x) + 2.5");
    const auto colourAt = [&](int at) {
        for (const QTextLayout::FormatRange &range : edit.editor()->document()->firstBlock().layout()->formats())
            if (at >= range.start && at < range.start + range.length)
                return range.format.foreground().color();
        return QColor();
    };
    QTRY_VERIFY(colourAt(0).isValid());
    QVERIFY(colourAt(9).isValid());
    QVERIFY(colourAt(0) != colourAt(9));
    QVERIFY(!colourAt(4).isValid()); // a name is plain text
}

QTEST_MAIN(FormulaEditTest)
#include "formula_edit_test.moc"
