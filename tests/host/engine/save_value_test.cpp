#include "engine/save_value.h"

#include <thalweg/figure.h>
#include <thalweg/list.h>
#include <thalweg/plain_values.h>
#include <thalweg/table.h>

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;

namespace {

const double nan = std::numeric_limits<double>::quiet_NaN();

std::shared_ptr<const Table> mixedTable()
{
    return std::make_shared<Table>(std::vector {
        Column { "size", NumberCells { 0.1, nan, 1e300 } },
        Column { "kind, or so", CategoryCells { { "a \"b\"", "c" }, { 0, CategoryCells::missing, 1 } } },
        Column { "note", TextCells { QString("two\nlines"), QString(), QString("") } },
        Column { "when", TimeCells { { 0, TimeCells::missing, 1'500'000'000'500 } } },
    });
}

} // namespace

class SaveValueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void writesCsvWithQuotesAndEmptyMissingCells();
    void writesJsonWithSummaryAndColumns();
    void writesNpyAsNumPyReadsIt();
    void writesASingleColumnAsAOneDimensionalArray();
    void writesAListWithItsAxes();
    void refusesWhatItCannotWriteAndLeavesNothing();

private:
    QByteArray saved(const Value &value, const QString &name)
    {
        const Result<void> result = saveValue(value, folder_->filePath(name));
        if (!result)
            throw result.error();
        QFile file(folder_->filePath(name));
        file.open(QIODevice::ReadOnly);
        return file.readAll();
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

void SaveValueTest::writesCsvWithQuotesAndEmptyMissingCells()
{
    QCOMPARE(saved(*mixedTable(), "t.csv"),
        QByteArray("size,\"kind, or so\",note,when\n"
                   "0.1,\"a \"\"b\"\"\",\"two\nlines\",1970-01-01T00:00:00Z\n"
                   ",,,\n"
                   "1e+300,c,\"\",2017-07-14T02:40:00.500Z\n"));
}

void SaveValueTest::writesJsonWithSummaryAndColumns()
{
    const QJsonObject json = QJsonDocument::fromJson(saved(*mixedTable(), "t.json")).object();
    QCOMPARE(json.value("type").toString(), QString("table"));
    QCOMPARE(json.value("rows").toInt(), 3);
    QCOMPARE(json.value("columns").toObject().value("size").toArray(), (QJsonArray { 0.1, QJsonValue(), 1e300 }));
}

void SaveValueTest::writesNpyAsNumPyReadsIt()
{
    const Table table({ Column { "a", NumberCells { 1, 2, 3 } }, Column { "b", NumberCells { 4, 5, 6 } } });
    const QByteArray bytes = saved(table, "t.npy");
    // The format of numpy.lib.format, version 1.0.
    QVERIFY(bytes.startsWith(QByteArray("\x93NUMPY\x01\x00", 8)));
    const int length = static_cast<unsigned char>(bytes[8]) + 256 * static_cast<unsigned char>(bytes[9]);
    QCOMPARE((10 + length) % 64, 0);
    const QByteArray header = bytes.mid(10, length);
    QVERIFY(header.startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }"));
    QVERIFY(header.endsWith('\n'));
    std::vector<double> numbers(6);
    QCOMPARE(bytes.size(), 10 + length + 48);
    std::memcpy(numbers.data(), bytes.constData() + 10 + length, 48);
    QCOMPARE(numbers, (std::vector<double> { 1, 4, 2, 5, 3, 6 }));
}

void SaveValueTest::writesASingleColumnAsAOneDimensionalArray()
{
    QVERIFY(saved(Vector(Eigen::Vector3d(1, 2, 3)), "v.npy").contains("'shape': (3,), "));
}

void SaveValueTest::writesAListWithItsAxes()
{
    const List list({ Axis { "rate", { 0.1, 0.2 } } }, { std::make_shared<Number>(5), std::make_shared<Number>(6) },
        Number::staticType());
    QCOMPARE(saved(list, "l.csv"), QByteArray("rate,value\n0.1,5\n0.2,6\n"));
}

void SaveValueTest::refusesWhatItCannotWriteAndLeavesNothing()
{
    const auto error = [&](const Value &value, const QString &name) {
        const Result<void> result = saveValue(value, folder_->filePath(name));
        return result ? QString() : result.error().message();
    };
    QVERIFY(error(Number(1), "n.xlsx").endsWith("must end in .csv, .json or .npy"));
    QCOMPARE(error(*mixedTable(), "t.npy"),
        QString("column \"kind, or so\" holds category cells, and .npy holds numbers only; save it as .csv or .json"));
    QCOMPARE(error(Figure({}), "f.csv"), QString("a value of type figure has no rows and columns; save it as .json"));
    QVERIFY(error(Number(1), "nowhere/n.csv").startsWith("cannot be written: "));
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files), QStringList());
}

QTEST_GUILESS_MAIN(SaveValueTest)
#include "save_value_test.moc"
