#include "csv_text.h"

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

class CsvErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrongIsSaidWithItsPlace_data();
    void whatIsWrongIsSaidWithItsPlace();
    void theFirstFaultOfALongTextIsTheOneThatIsTold();
    void messagesStayShortHoweverLongTheCell();
    void aStopEndsTheReading();
};

void CsvErrorsTest::whatIsWrongIsSaidWithItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QString>("start");
    const auto row = [](const char *name, const QString &text, const QString &start,
                         const QJsonObject &parameters = {}) { QTest::newRow(name) << text << parameters << start; };
    row("nothing", "", "parameter text: is empty; give at least one row");
    row("blank lines", "\n \n", "parameter text: has blank lines and comments only");
    row("comments", "# a\n# b\n", "parameter text: has blank lines and comments only", { { "comment", "#" } });
    row("a short row", "a,b,c\n1,2,3\n4,5\n", "parameter text: line 3 has 2 cells, but the header has 3");
    row("a long row", "a,b\n1,2\n\n4,5,6\n", "parameter text: line 4 has 3 cells, but the header has 2");
    row("a short row without a header", "1,2\n3\n", "parameter text: line 2 has 1 cell, but the first row has 2");
    row("a title above the table", "Results of May\na;b\n1;2\n",
        "parameter text: line 2 has 2 cells, but the header has 1");
    row("rows of two lines count as two", "a,b\n\"1\n\",2\n3\n", "parameter text: line 4 has 1 cell, but");
    row("text among numbers", "id,mass\n1,5\n2,heavy\n3,7\n4,light\n",
        "parameter text: line 3, column 2 (\"mass\"): \"heavy\" is not a number, but 2 of the column's 4 cells are; "
        "correct it, add it to missing if it stands for a missing cell, or add \"mass\" to text_columns");
    row("text among times", "day\n2024-01-01\nsoon\n2024-01-02\n",
        "parameter text: line 3, column 1 (\"day\"): \"soon\" is not a time, but 2 of the column's 3 cells are");
    row("a number among times", "day\n2024-01-01\n2024-01-02\n2024\n",
        "parameter text: line 4, column 1 (\"day\"): \"2024\" is not a time");
    row("a time among numbers", "x\n1\n2024-01-01\nsoon\n2\n3\n",
        "parameter text: line 3, column 1 (\"x\"): \"2024-01-01\" is not a number");
    row("thousands among numbers", "x;y\n1;5\n2;1,234,567\n3;8\n",
        "parameter text: line 3, column 2 (\"y\"): \"1,234,567\" is not a number");
    row("decimals or thousands", "x;y\n1;5\n2;1,234\n3;8,000\n",
        "parameter text: line 3, column 2: \"1,234\" and every other number with a comma could have three decimals or");
    row("the same name twice", "a,b,a\n1,2,3\n",
        "parameter text: line 1, column 3: the name \"a\" is that of column 1");
    row("an empty name", "\na,,c\n1,2,3\n", "parameter text: line 2, column 2: the name of the column is empty");
    row("an open quote", "a,b\n1,\"2\n3,4\n5,6\n", "parameter text: line 2, column 2: the quote that opens here never");
    row("text behind a quote", "a,b\n1,\"2\"x\n", "parameter text: line 2, column 2: there is text behind the closing");
    row("a text column that is not there", "height,b\n1,2\n",
        "parameter text_columns: there is no column \"heigth\"; did you mean \"height\"?",
        { { "text_columns", QJsonArray { "heigth" } } });
    row("a letter between cells", "a,b\n1,2\n", "parameter delimiter: must be one character", { { "delimiter", "x" } });
    row("two characters between cells", "a,b\n1,2\n", "parameter delimiter: must be one character",
        { { "delimiter", "::" } });
    row("a character beyond ASCII", "a,b\n1,2\n", "parameter delimiter: must be one", { { "delimiter", "§" } });
    row("a comma for everything", "a,b\n1,2\n", "parameter decimal: \",\" is the delimiter already",
        { { "delimiter", "," }, { "decimal", "," } });
}

void CsvErrorsTest::whatIsWrongIsSaidWithItsPlace()
{
    QFETCH(QString, text);
    QFETCH(QJsonObject, parameters);
    QFETCH(QString, start);
    QCOMPARE(refusal(text, parameters).left(start.size()), start);
}

void CsvErrorsTest::theFirstFaultOfALongTextIsTheOneThatIsTold()
{
    // Some ten megabytes, so that several threads are at it; a fault near the end and one in the middle.
    QString text = "x,y\n";
    constexpr int rows = 600000;
    for (int i = 0; i < rows; ++i)
        text += i == rows / 2 || i == rows - 5 ? "1,2,3\n" : "0.123456,2.5e-3\n";
    for (int attempt = 0; attempt < 5; ++attempt)
        QVERIFY(refusal(text).startsWith("parameter text: line 300002 has 3 cells, but the header has 2"));
}

void CsvErrorsTest::messagesStayShortHoweverLongTheCell()
{
    const QString longText(100000, 'q');
    const QString message = refusal("x,y\n1,2\n2,3\n" + longText + ",4\n");
    QVERIFY(message.contains("line 4, column 1"));
    QVERIFY(message.size() < 400);
    QVERIFY(refusal(longText + ",y\n1,2\na,2\n1,3\n").size() < 400);
    QVERIFY(refusal(longText + "," + longText + "\n1,2\n").size() < 400);
    QVERIFY(refusal("x,y\n1,\"2\"" + longText + "\n").size() < 400);
}

void CsvErrorsTest::aStopEndsTheReading()
{
    QString text = "x,name\n";
    for (int i = 0; i < 10000; ++i)
        text += "1,a\n";
    StoppedContext context;
    QVERIFY_EXCEPTION_THROWN(
        (void)run(thalwegNodeTypes(), "sources.table", { { "text", text } }, {}, context), Stopped);
}

QTEST_GUILESS_MAIN(CsvErrorsTest)
#include "csv_errors_test.moc"
