#include "csv_text.h"

#include <rapidcheck.h>

#include <QtTest>

#include <bit>

using namespace thalweg;
using namespace thalweg::test;

class CsvRoundTripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomTablesReadBackToTheBit();
    void aLongTextReadsTheSameOnManyThreadsAsOnOne();
};

namespace {

struct WrittenTable {
    std::vector<NumberCells> numbers;
    std::vector<QStringList> texts;
    QString csv;
};

QString quoted(QString text)
{
    return '"' + text.replace('"', "\"\"") + '"';
}

/// Any finite double, by its bits.
double anyNumber()
{
    return *rc::gen::suchThat(rc::gen::map(rc::gen::arbitrary<std::uint64_t>(),
                                  [](std::uint64_t bits) { return std::bit_cast<double>(bits); }),
        [](double number) { return std::isfinite(number); });
}

/// A text that is no number, time or missing word, with all that needs quotes.
QString anyText()
{
    const auto letters = *rc::gen::container<std::string>(rc::gen::element('a', ' ', '"', ',', ';', '\n', '\'', '\t'));
    return "t" + QString::fromStdString(letters) + "t";
}

WrittenTable anyTable(QChar delimiter, const QString &newline)
{
    const std::size_t rows = *rc::gen::inRange<std::size_t>(1, 30);
    WrittenTable table;
    table.numbers.resize(*rc::gen::inRange<std::size_t>(1, 4));
    table.texts.resize(*rc::gen::inRange<std::size_t>(1, 3));
    QStringList names;
    for (std::size_t j = 0; j < table.numbers.size() + table.texts.size(); ++j)
        names += QStringLiteral("c%1").arg(j);
    table.csv = names.join(delimiter) + newline;
    for (std::size_t i = 0; i < rows; ++i) {
        QStringList row;
        for (NumberCells &cells : table.numbers) {
            cells.push_back(anyNumber());
            row += QString::number(cells.back(), 'g', QLocale::FloatingPointShortest);
        }
        for (QStringList &cells : table.texts) {
            cells += anyText();
            row += quoted(cells.back());
        }
        table.csv += row.join(delimiter) + newline;
    }
    return table;
}

} // namespace

void CsvRoundTripTest::randomTablesReadBackToTheBit()
{
    const bool holds = rc::check("a table reads back", [] {
        const char delimiter = *rc::gen::element(',', ';', '\t', '|');
        const QString newline = *rc::gen::element(QString("\n"), QString("\r\n"));
        const WrittenTable written = anyTable(QLatin1Char(delimiter), newline);
        const auto table
            = read(written.csv, { { "delimiter", delimiter == '\t' ? "tab" : QString(QLatin1Char(delimiter)) } });
        RC_ASSERT(table->columns().size() == written.numbers.size() + written.texts.size());
        for (std::size_t j = 0; j < written.numbers.size(); ++j) {
            const NumberCells *cells = table->columns()[j].numbers();
            RC_ASSERT(cells);
            RC_ASSERT(cells->size() == written.numbers[j].size());
            for (std::size_t i = 0; i < cells->size(); ++i)
                RC_ASSERT(
                    std::bit_cast<std::uint64_t>((*cells)[i]) == std::bit_cast<std::uint64_t>(written.numbers[j][i]));
        }
        for (std::size_t j = 0; j < written.texts.size(); ++j)
            RC_ASSERT(cells(*table, written.numbers.size() + j) == written.texts[j]);
    });
    QVERIFY(holds);
}

void CsvRoundTripTest::aLongTextReadsTheSameOnManyThreadsAsOnOne()
{
    // Six megabytes: several pieces. With one quoted cell the text is read in a single piece.
    QString plain = "x,y,t\n";
    for (int i = 0; i < 200000; ++i)
        plain += QStringLiteral("%1,%2,%3\n").arg(i).arg(i / 7.0, 0, 'g', 17).arg(i % 3 ? "even" : "odd");
    QString withQuote = plain;
    withQuote.replace(0, 1, "\"x\"");
    const auto pieces = read(plain);
    const auto whole = read(withQuote);
    QCOMPARE(pieces->rowCount(), 200000u);
    QCOMPARE(columnNames(*pieces), columnNames(*whole));
    for (std::size_t j = 0; j < 3; ++j)
        QVERIFY(pieces->columns()[j].cells == whole->columns()[j].cells);
    for (int i : { 0, 77777, 199999 })
        QCOMPARE((*pieces->columns()[1].numbers())[std::size_t(i)], i / 7.0);
}

QTEST_GUILESS_MAIN(CsvRoundTripTest)
#include "csv_round_trip_test.moc"
