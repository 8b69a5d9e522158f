#include "csv_text.h"

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

class CsvDialectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneTableInManyDialectsReadsTheSame_data();
    void oneTableInManyDialectsReadsTheSame();
    void quotedCellsHoldDelimitersLineBreaksAndQuotes();
    void quotesWithinAPlainCellAreLetters();
    void aTableOfOneColumnNeedsNoDelimiter_data();
    void aTableOfOneColumnNeedsNoDelimiter();
    void anEmptyLastCellIsACell();
    void theFirstRowIsAHeaderIfItHoldsNoNumber_data();
    void theFirstRowIsAHeaderIfItHoldsNoNumber();
    void whatIsSaidGoesBeforeWhatIsFound();
    void aHeaderAloneIsATableWithoutRows();
};

void CsvDialectTest::oneTableInManyDialectsReadsTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonObject>("parameters");
    const auto row = [](const char *name, const QString &text, const QJsonObject &parameters = {}) {
        QTest::newRow(name) << text << parameters;
    };
    row("comma", "x,y\n1.5,-2\n0.25,3e2\n");
    row("semicolon and decimal comma", "x;y\n1,5;-2\n0,25;3e2\n");
    row("semicolon and decimal point", "x;y\n1.5;-2\n0.25;3e2\n");
    row("tab", "x\ty\n1.5\t-2\n0.25\t3e2\n");
    row("tab and decimal comma", "x\ty\n1,5\t-2\n0,25\t3e2\n");
    row("bar", "x|y\n1.5|-2\n0.25|3e2\n");
    row("columns set by spaces", "   x      y\n 1.5     -2\n0.25    3e2\n");
    row("spaces and tabs mixed", "x \t y\n1.5\t\t-2  \n\t0.25 3e2\n");
    row("spaces and decimal comma", "x y\n1,5 -2\n0,25 3e2\n");
    row("a delimiter of one's own", "x:y\n1.5:-2\n0.25:3e2\n", { { "delimiter", ":" } });
    row("one space each", "x y\n1.5 -2\n0.25 3e2\n", { { "delimiter", " " } });
    row("tab by name", "x\ty\n1.5\t-2\n0.25\t3e2\n", { { "delimiter", "tab" } });
    row("whitespace by name", " x y\n1.5  -2\n0.25 3e2\n", { { "delimiter", "whitespace" } });
    row("quoted numbers with decimal commas", "x,y\n\"1,5\",\"-2\"\n\"0,25\",\"3e2\"\n");
    row("line ends of Windows", "x,y\r\n1.5,-2\r\n0.25,3e2\r\n");
    row("line ends of the old Macintosh", "x,y\r1.5,-2\r0.25,3e2\r");
    row("no line end at the end", "x,y\n1.5,-2\n0.25,3e2");
    row("a carriage return at the end", "x,y\r\n1.5,-2\r\n0.25,3e2\r");
    row("blank lines", "\n\nx,y\n\n1.5,-2\n  \n0.25,3e2\n\n\n");
    row("spaces around cells", "x , y\n 1.5,-2 \n0.25\t, 3e2\n");
    row("quotes around everything", "\"x\",\"y\"\n\"1.5\",\"-2\"\n \"0.25\" ,\"3e2\"\n");
    row("comments", "# from the lab, May\nx,y\n  # first\n1.5,-2\n0.25,3e2\n#end", { { "comment", "#" } });
    row("comments of two characters", "// a,b,c\nx,y\n1.5,-2\n//\n0.25,3e2\n", { { "comment", "//" } });
}

void CsvDialectTest::oneTableInManyDialectsReadsTheSame()
{
    QFETCH(QString, text);
    QFETCH(QJsonObject, parameters);
    const auto table = read(text, parameters);
    QCOMPARE(columnNames(*table), QStringList({ "x", "y" }));
    QVERIFY(table->columns()[0].numbers() && table->columns()[1].numbers());
    QCOMPARE(*table->columns()[0].numbers(), (NumberCells { 1.5, 0.25 }));
    QCOMPARE(*table->columns()[1].numbers(), (NumberCells { -2, 300 }));
}

void CsvDialectTest::quotedCellsHoldDelimitersLineBreaksAndQuotes()
{
    const auto table
        = read("name,note\n\"Smith, Ann\",\"said \"\"no\"\"\"\n\"two\nlines\",\"\"\"\"\n \" kept \" ,plain\n");
    QCOMPARE(cells(*table, 0), QStringList({ "Smith, Ann", "two\nlines", " kept " }));
    QCOMPARE(cells(*table, 1), QStringList({ "said \"no\"", "\"", "plain" }));
}

void CsvDialectTest::quotesWithinAPlainCellAreLetters()
{
    const auto table = read("pipe,x\n5\" long,1\na\"\"b,2\n\"a\"\"b\",3\n");
    QCOMPARE(cells(*table, 0), QStringList({ "5\" long", "a\"\"b", "a\"b" }));
}

void CsvDialectTest::aTableOfOneColumnNeedsNoDelimiter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("numbers") << "x\n1\n2\n" << QStringList({ "1", "2" });
    QTest::newRow("decimal commas") << "x\n1,5\n2,25\n" << QStringList({ "1.5", "2.25" });
    QTest::newRow("texts with spaces") << "full name\nAnn Lee\nBo Ray\n" << QStringList({ "Ann Lee", "Bo Ray" });
    QTest::newRow("labels that end in numbers") << "soil sample\nSample 1\nSample 2\n"
                                                << QStringList({ "Sample 1", "Sample 2" });
}

void CsvDialectTest::aTableOfOneColumnNeedsNoDelimiter()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    const auto table = read(text);
    QCOMPARE(table->columns().size(), 1u);
    QCOMPARE(cells(*table, 0), expected);
}

void CsvDialectTest::anEmptyLastCellIsACell()
{
    const auto table = read("x,y\n1,\n2,3\n4,");
    QCOMPARE(cells(*table, 1), QStringList({ "-", "3", "-" }));
}

void CsvDialectTest::theFirstRowIsAHeaderIfItHoldsNoNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("names over numbers") << "a,b\n1,2\n" << QStringList({ "a", "b" });
    QTest::newRow("names over texts") << "a,b\nx,y\n" << QStringList({ "a", "b" });
    QTest::newRow("numbers") << "1,2\n3,4\n" << QStringList({ "x1", "x2" });
    QTest::newRow("text beside a number") << "ann,2\nbob,4\n" << QStringList({ "x1", "x2" });
    QTest::newRow("text beside a date") << "ann,2024-01-01\nbob,2024-01-02\n" << QStringList({ "x1", "x2" });
    QTest::newRow("a row of missing cells") << "NA,NA\n3,4\n" << QStringList({ "x1", "x2" });
}

void CsvDialectTest::theFirstRowIsAHeaderIfItHoldsNoNumber()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    QCOMPARE(columnNames(*read(text)), names);
}

void CsvDialectTest::whatIsSaidGoesBeforeWhatIsFound()
{
    QCOMPARE(columnNames(*read("1,2\n3,4\n", { { "header", true } })), QStringList({ "1", "2" }));
    QCOMPARE(columnNames(*read("1,2\n3,4\n", { { "header", "true" } })), QStringList({ "1", "2" }));
    QCOMPARE(read("a,b\nc,d\n", { { "header", false } })->rowCount(), 2u);
    QCOMPARE(cells(*read("a;b\nc;d\n", { { "delimiter", "," } }), 0), QStringList({ "c;d" }));
    QCOMPARE(cells(*read("x;y\n1,234;2\n", { { "decimal", "," } }), 0), QStringList({ "1.234" }));
}

void CsvDialectTest::aHeaderAloneIsATableWithoutRows()
{
    const auto table = read("x,y\n");
    QCOMPARE(columnNames(*table), QStringList({ "x", "y" }));
    QCOMPARE(table->rowCount(), 0u);
}

QTEST_GUILESS_MAIN(CsvDialectTest)
#include "csv_dialect_test.moc"
