#include "csv_text.h"

#include <QtTest>

#include <cmath>

using namespace thalweg;
using namespace thalweg::test;

class CsvColumnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreTheDoublesNearestToWhatIsWritten_data();
    void numbersAreTheDoublesNearestToWhatIsWritten();
    void theUsualWordsMeanMissingCells();
    void missingWordsOfOnesOwnTakeTheirPlace();
    void datesAndTimesBecomeMilliseconds_data();
    void datesAndTimesBecomeMilliseconds();
    void whatIsNoDateStaysText_data();
    void whatIsNoDateStaysText();
    void fewTextsThatComeAgainAreCategoriesInAlphabeticalOrder();
    void textsThatAllDifferAreText();
    void moreThanAHundredTextsAreText();
    void columnsDeclaredTextStayAsTheyAreWritten();
    void aColumnOfNothingButMissingCellsIsANumberColumn();
    void halfTextAndLessThanHalfNumbersIsText();
};

void CsvColumnsTest::numbersAreTheDoublesNearestToWhatIsWritten_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<double>("number");
    const auto row = [](const char *written, double number) { QTest::newRow(written) << QString(written) << number; };
    row("0.1", 0x1.999999999999ap-4);
    row("-0", -0.0);
    row("+3", 3);
    row(".5", 0.5);
    row("5.", 5);
    row("1e5", 100000);
    row("1E-5", 1e-5);
    row("9007199254740993", 9007199254740992.0); // 2^53 + 1: halfway, to even
    row("123456789012345678901234567890", 0x1.8ee90ff6c373ep+96);
    row("2.2250738585072011e-308", 0x0.fffffffffffffp-1022); // the number that hung PHP and Java
    row("4.9406564584124654e-324", 0x1p-1074);
    row("1.7976931348623157e308", 0x1.fffffffffffffp1023);
    row("1e400", std::numeric_limits<double>::infinity());
    row("-1e400", -std::numeric_limits<double>::infinity());
    row("1e-400", 0);
    row("1e99999", std::numeric_limits<double>::infinity());
    row("1e-99999", 0);
    row("-inf", -std::numeric_limits<double>::infinity());
    row("Infinity", std::numeric_limits<double>::infinity());
    // 1 + 2^-53 + a bit: needs more digits than a long double has.
    row("1.00000000000000011102230246251565404236316680908203126", 0x1.0000000000001p0);
}

void CsvColumnsTest::numbersAreTheDoublesNearestToWhatIsWritten()
{
    QFETCH(QString, written);
    QFETCH(double, number);
    const auto table = read(QStringLiteral("x\n1\n%1\n").arg(written));
    const NumberCells *numbers = table->columns()[0].numbers();
    QVERIFY(numbers);
    QCOMPARE(numbers->size(), 2u);
    QCOMPARE(std::bit_cast<quint64>((*numbers)[1]), std::bit_cast<quint64>(number));
}

void CsvColumnsTest::theUsualWordsMeanMissingCells()
{
    const auto table = read("x,name\n1,a\n,NA\nNA,\nNaN,a\nnan,null\nnull,NULL\nN/A,n/a\n#N/A,None\n<NA>,a\n");
    QCOMPARE(cells(*table, 0), QStringList({ "1", "-", "-", "-", "-", "-", "-", "-", "-" }));
    QCOMPARE(cells(*table, 1), QStringList({ "a", "-", "-", "a", "-", "-", "-", "-", "a" }));
}

void CsvColumnsTest::missingWordsOfOnesOwnTakeTheirPlace()
{
    const QJsonObject words { { "missing", QJsonArray { "?", "-999" } } };
    const auto table = read("x,name\n1,a\n?,NA\n-999,?\n-9990,a\n", words);
    QCOMPARE(cells(*table, 0), QStringList({ "1", "-", "-", "-9990" }));
    QCOMPARE(cells(*table, 1), QStringList({ "a", "NA", "-", "a" }));
}

void CsvColumnsTest::datesAndTimesBecomeMilliseconds_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<qint64>("milliseconds"); // from `date -u -d … +%s%3N`
    const auto row = [](const char *written, qint64 time) { QTest::newRow(written) << QString(written) << time; };
    row("1970-01-01", 0);
    row("2024-02-29", 1709164800000);
    row("1969-12-31", -86400000);
    row("0001-01-01", -62135596800000);
    row("2024-02-29T18:30", 1709231400000);
    row("2024-02-29 18:30:05", 1709231405000);
    row("2024-02-29T18:30:05.25Z", 1709231405250);
    row("2024-02-29T18:30:05.1239999", 1709231405123);
    row("2024-02-29T18:30:05+01:00", 1709227805000);
    row("2024-02-29T18:30:05-0530", 1709251205000);
    row("2024-02-29T18:30:05+01", 1709227805000);
}

void CsvColumnsTest::datesAndTimesBecomeMilliseconds()
{
    QFETCH(QString, written);
    QFETCH(qint64, milliseconds);
    const auto table = read(QStringLiteral("t;x\n2000-01-01;1\n%1;2\nNA;3\n").arg(written));
    const auto *times = std::get_if<TimeCells>(&table->columns()[0].cells);
    QVERIFY(times);
    QCOMPARE(times->milliseconds, (std::vector<std::int64_t> { 946684800000, milliseconds, TimeCells::missing }));
}

void CsvColumnsTest::whatIsNoDateStaysText_data()
{
    QTest::addColumn<QString>("written");
    for (const char *written : { "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-32", "2024-1-1", "2024-01-01T",
             "2024-01-01T24:00", "2024-01-01T10", "2024-01-01T10:60", "2024-01-01T10:00:00.", "2024-01-01T10:00ZZ",
             "2024-01-01T10:00+1", "2024-01-01x10:00", "10.05.2024 12:00" })
        QTest::newRow(written) << QString(written);
}

void CsvColumnsTest::whatIsNoDateStaysText()
{
    QFETCH(QString, written);
    const auto table = read(QStringLiteral("t;x\n%1;2\n").arg(written));
    QCOMPARE(table->columns()[0].kind(), QStringLiteral("text"));
    QCOMPARE(cells(*table, 0), QStringList(written));
}

void CsvColumnsTest::fewTextsThatComeAgainAreCategoriesInAlphabeticalOrder()
{
    const auto table = read("kind\nplum\napple\nplum\nNA\npear\n");
    const auto *kinds = std::get_if<CategoryCells>(&table->columns()[0].cells);
    QVERIFY(kinds);
    QCOMPARE(kinds->levels, (std::vector<QString> { "apple", "pear", "plum" }));
    QCOMPARE(kinds->codes, (std::vector<std::int32_t> { 2, 0, 2, CategoryCells::missing, 1 }));
}

void CsvColumnsTest::textsThatAllDifferAreText()
{
    const auto table = read("name\nAnn\nBob\nÇelik\n");
    QCOMPARE(table->columns()[0].kind(), QStringLiteral("text"));
    QCOMPARE(cells(*table, 0), QStringList({ "Ann", "Bob", "Çelik" }));
}

void CsvColumnsTest::moreThanAHundredTextsAreText()
{
    const auto withLevels = [](int levels) {
        QString text = "name\n";
        for (int i = 0; i < 2 * levels; ++i)
            text += QStringLiteral("n%1\n").arg(i % levels);
        return read(text)->columns()[0].kind();
    };
    QCOMPARE(withLevels(100), QStringLiteral("category"));
    QCOMPARE(withLevels(101), QStringLiteral("text"));
}

void CsvColumnsTest::columnsDeclaredTextStayAsTheyAreWritten()
{
    const auto table
        = read("zip,day,x\n01234,2024-01-01,1\n01234,NA,2\n", { { "text_columns", QJsonArray { "zip", "day" } } });
    QCOMPARE(table->columns()[0].kind(), QStringLiteral("text"));
    QCOMPARE(cells(*table, 0), QStringList({ "01234", "01234" }));
    QCOMPARE(cells(*table, 1), QStringList({ "2024-01-01", "-" }));
    QCOMPARE(table->columns()[2].kind(), QStringLiteral("number"));
}

void CsvColumnsTest::aColumnOfNothingButMissingCellsIsANumberColumn()
{
    const auto table = read("x,y\n1,NA\n2,\n");
    QCOMPARE(table->columns()[1].kind(), QStringLiteral("number"));
    QCOMPARE(cells(*table, 1), QStringList({ "-", "-" }));
}

void CsvColumnsTest::halfTextAndLessThanHalfNumbersIsText()
{
    const auto table = read("room,x\n1,1\nA2,1\nB3,1\nA2,1\n2,1\n");
    QCOMPARE(table->columns()[0].kind(), QStringLiteral("category"));
    QCOMPARE(cells(*table, 0), QStringList({ "1", "A2", "B3", "A2", "2" }));
}

QTEST_GUILESS_MAIN(CsvColumnsTest)
#include "csv_columns_test.moc"
