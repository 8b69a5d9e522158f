#include "gui/figures/table_model.h"
#include "gui/figures/table_view.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;

namespace {

/// Rows of a table that is far too long to be held: i, i/3 (missing where i is 5), and a text.
std::shared_ptr<const Table> rows(std::int64_t first, std::int64_t count)
{
    NumberCells index;
    NumberCells third;
    TextCells text;
    for (std::int64_t i = first; i < first + count; ++i) {
        index.push_back(static_cast<double>(i));
        third.push_back(i == 5 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(i) / 3);
        text.push_back(i % 2 == 0 ? QStringLiteral("even, so") : QStringLiteral("odd"));
    }
    return std::make_shared<const Table>(std::vector<Column> { { QStringLiteral("i"), std::move(index) },
        { QStringLiteral("third"), std::move(third) }, { QStringLiteral("kind"), std::move(text) } });
}

constexpr std::int64_t length = 3'000'000;

/// Answers as an engine does: later.
void serve(TableView &view, std::int64_t rowCount = length)
{
    QObject::connect(
        &view, &TableView::rowsWanted, &view,
        [&view, rowCount](std::int64_t first, std::int64_t count) {
            view.take(first, rowCount, rows(first, std::min(count, rowCount - first)), {});
        },
        Qt::QueuedConnection);
    view.open();
}

QVariant cell(const TableView &view, int row, int column, int role = Qt::DisplayRole)
{
    return view.model().index(row, column).data(role);
}

} // namespace

class TableViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fetchesOnlyWhatIsLookedAt();
    void forgetsWhatIsFarAway();
    void numbersStandRightAndHaveAllTheirDigitsOnDemand();
    void missingCellsAreMarked();
    void saysWhyThereIsNoTable();
    void copiesTheSelectionAsCsv();
    void savesAllRows();
    void tellsThatAFileCannotBeWritten();
};

void TableViewTest::fetchesOnlyWhatIsLookedAt()
{
    TableView view(QStringLiteral("numbers"));
    QSignalSpy asked(&view, &TableView::rowsWanted);
    serve(view);
    QTRY_COMPARE(view.model().rowCount(), int(length));
    QCOMPARE(view.model().columnCount(), 3);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(cell(view, 2'000'001, 0).toString(), QStringLiteral("…"));
    QTRY_COMPARE(cell(view, 2'000'001, 0).toString(), QStringLiteral("2e+06"));
    QCOMPARE(cell(view, 2'000'001, 0, Qt::EditRole).toString(), QStringLiteral("2000001"));
    QCOMPARE(asked.size(), 2);
}

void TableViewTest::forgetsWhatIsFarAway()
{
    TableView view(QStringLiteral("numbers"));
    QSignalSpy asked(&view, &TableView::rowsWanted);
    serve(view);
    QTRY_COMPARE(view.model().rowCount(), int(length));
    for (int i = 1; i <= TableModel::mostWindows + 1; ++i) {
        const int row = i * int(TableModel::window);
        cell(view, row, 0);
        QTRY_COMPARE(cell(view, row, 0, Qt::EditRole).toInt(), row);
    }
    const auto before = asked.size();
    cell(view, 0, 0); // the first ones had to go
    QCOMPARE(cell(view, 0, 0).toString(), QStringLiteral("…"));
    QTRY_COMPARE(asked.size(), before + 1);
}

void TableViewTest::numbersStandRightAndHaveAllTheirDigitsOnDemand()
{
    TableView view(QStringLiteral("numbers"));
    serve(view, 10);
    QTRY_COMPARE(view.model().rowCount(), 10);
    QCOMPARE(cell(view, 1, 1).toString(), QStringLiteral("0.333333"));
    view.model().setExact(true);
    QCOMPARE(cell(view, 1, 1).toString(), QStringLiteral("0.3333333333333333"));
    QVERIFY(cell(view, 1, 1, Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QVERIFY(cell(view, 1, 2, Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
}

void TableViewTest::missingCellsAreMarked()
{
    TableView view(QStringLiteral("numbers"));
    serve(view, 10);
    QTRY_COMPARE(view.model().rowCount(), 10);
    QCOMPARE(cell(view, 5, 1).toString(), QStringLiteral("—"));
    QCOMPARE(cell(view, 5, 1, Qt::AccessibleTextRole).toString(), QStringLiteral("missing"));
    QCOMPARE(cell(view, 5, 1, Qt::EditRole).toString(), QString());
}

void TableViewTest::saysWhyThereIsNoTable()
{
    TableView view(QStringLiteral("numbers"));
    view.open();
    view.take(0, 0, nullptr, QStringLiteral("an objective has no rows"));
    QCOMPARE(view.model().problem(), QStringLiteral("an objective has no rows"));
    QCOMPARE(view.model().rowCount(), 0);
}

void TableViewTest::copiesTheSelectionAsCsv()
{
    TableView view(QStringLiteral("numbers"));
    serve(view);
    QTRY_COMPARE(view.model().rowCount(), int(length));
    auto *table = view.findChild<QTableView *>();
    // Over the end of what has come.
    const int from = int(TableModel::window) * 3 - 1;
    table->selectionModel()->select(
        QItemSelection(view.model().index(from, 1), view.model().index(from + 1, 2)), QItemSelectionModel::Select);
    QSignalSpy finished(&view, &TableView::finished);
    view.copy();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(
        QGuiApplication::clipboard()->text(), QStringLiteral("third,kind\n511.6666666666667,odd\n512,\"even, so\"\n"));
}

void TableViewTest::savesAllRows()
{
    QTemporaryDir folder;
    TableView view(QStringLiteral("numbers"));
    serve(view, 10'000);
    QTRY_COMPARE(view.model().rowCount(), 10'000);
    QSignalSpy finished(&view, &TableView::finished);
    view.saveTo(folder.filePath(QStringLiteral("all.csv")));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].toString(), QString());
    QFile file(folder.filePath(QStringLiteral("all.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 10'002); // header, and what is behind the last line break
    QCOMPARE(lines[0], QByteArray("i,third,kind"));
    QCOMPARE(lines[6], QByteArray("5,,odd"));
    QCOMPARE(lines[10'000], QByteArray("9999,3333,odd"));
}

void TableViewTest::tellsThatAFileCannotBeWritten()
{
    QTemporaryDir folder;
    TableView view(QStringLiteral("numbers"));
    serve(view, 10);
    QTRY_COMPARE(view.model().rowCount(), 10);
    QSignalSpy finished(&view, &TableView::finished);
    view.saveTo(folder.filePath(QStringLiteral("no such folder/all.csv")));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished[0][0].toString().contains(QStringLiteral("all.csv")));
}

QTEST_MAIN(TableViewTest)
#include "table_view_test.moc"
