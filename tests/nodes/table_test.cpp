#include <thalweg/table.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace thalweg;

namespace {

const double nan = std::numeric_limits<double>::quiet_NaN();

std::shared_ptr<const Table> sample()
{
    return std::make_shared<Table>(std::vector<Column> {
        { "height", NumberCells { 1.5, nan, -0.25 } },
        { "city", CategoryCells { { "Bern", "Genf" }, { 1, 0, CategoryCells::missing } } },
        { "note", TextCells { "", QString(), "ok" } },
        { "day", TimeCells { { 0, TimeCells::missing, 1709210096789 } } },
    });
}

} // namespace

class TableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsItsColumns();
    void tellsMissingCellsFromEmptyOnes();
    void writesNumbersSoThatTheyReadBack_data();
    void writesNumbersSoThatTheyReadBack();
    void writesCellsOfEachKind();
    void summarizesColumnsAndTheCellsOfASmallTable();
    void leavesTheCellsOfALargeTableOutOfTheSummary();
    void refusesColumnsThatDoNotFit();
    void isItsOwnTable();
};

void TableTest::knowsItsColumns()
{
    const auto table = sample();
    QCOMPARE(table->rowCount(), std::size_t(3));
    QCOMPARE(table->columns().size(), std::size_t(4));
    QStringList kinds;
    for (const Column &column : table->columns()) {
        kinds += column.kind();
        QCOMPARE(column.size(), std::size_t(3));
    }
    QCOMPARE(kinds, QStringList({ "number", "category", "text", "time" }));
    QCOMPARE(table->find("city"), &table->columns()[1]);
    QVERIFY(!table->find("City"));
    QVERIFY(table->find("height")->numbers());
    QVERIFY(!table->find("city")->numbers());
    QCOMPARE(Table({}).rowCount(), std::size_t(0));
}

void TableTest::tellsMissingCellsFromEmptyOnes()
{
    const auto table = sample();
    const QHash<QString, std::vector<bool>> expected { { "height", { false, true, false } },
        { "city", { false, false, true } }, { "note", { false, true, false } }, { "day", { false, true, false } } };
    for (const Column &column : table->columns())
        for (std::size_t row = 0; row < 3; ++row) {
            QCOMPARE(column.isMissing(row), bool(expected[column.name][row]));
            if (column.isMissing(row))
                QCOMPARE(column.text(row), QString());
        }
}

void TableTest::writesNumbersSoThatTheyReadBack_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    const auto row = [](double number, const char *text) { QTest::newRow(text) << number << QString(text); };
    row(0.1, "0.1");
    row(0.1 + 0.2, "0.30000000000000004");
    row(5, "5");
    row(-1.5, "-1.5");
    row(1e21, "1e+21");
    row(5e-324, "5e-324");
    row(1.7976931348623157e308, "1.7976931348623157e+308");
}

void TableTest::writesNumbersSoThatTheyReadBack()
{
    QFETCH(double, number);
    QFETCH(QString, text);
    QCOMPARE((Column { "x", NumberCells { number } }.text(0)), text);
}

void TableTest::writesCellsOfEachKind()
{
    const auto table = sample();
    QCOMPARE(table->find("city")->text(0), QString("Genf"));
    QCOMPARE(table->find("note")->text(2), QString("ok"));
    QCOMPARE(table->find("day")->text(0), QString("1970-01-01T00:00:00Z"));
    QCOMPARE(table->find("day")->text(2), QString("2024-02-29T12:34:56.789Z"));
}

void TableTest::summarizesColumnsAndTheCellsOfASmallTable()
{
    const QJsonObject expected = QJsonDocument::fromJson(R"({
        "rows": 3,
        "columns": [{"name": "height", "kind": "number", "missing": 1}, {"name": "city", "kind": "category", "missing": 1},
                    {"name": "note", "kind": "text", "missing": 1}, {"name": "day", "kind": "time", "missing": 1}],
        "cells": [{"height": 1.5, "city": "Genf", "note": "", "day": "1970-01-01T00:00:00Z"},
                  {"height": null, "city": "Bern", "note": null, "day": null},
                  {"height": -0.25, "city": null, "note": "ok", "day": "2024-02-29T12:34:56.789Z"}]})")
                                     .object();
    QCOMPARE(sample()->summary(), expected);
    QCOMPARE(sample()->text(), QString("3 rows, 4 columns"));
    QCOMPARE(sample()->type().id, QString("table"));
}

void TableTest::leavesTheCellsOfALargeTableOutOfTheSummary()
{
    const Table table({ { "x", NumberCells(1000, 1.0) } });
    QCOMPARE(table.summary().value("rows"), QJsonValue(1000));
    QVERIFY(!table.summary().contains("cells"));
}

void TableTest::refusesColumnsThatDoNotFit()
{
    using Columns = std::vector<Column>;
    QVERIFY_EXCEPTION_THROWN(
        Table(Columns { { "a", NumberCells { 1 } }, { "b", NumberCells { 1, 2 } } }), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(
        Table(Columns { { "a", NumberCells { 1 } }, { "a", TextCells { "x" } } }), std::logic_error);
}

void TableTest::isItsOwnTable()
{
    const auto table = sample();
    QCOMPARE(table->table().get(), table.get());
}

QTEST_GUILESS_MAIN(TableTest)
#include "table_test.moc"
