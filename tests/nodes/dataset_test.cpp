#include <thalweg/dataset.h>

#include <QJsonArray>
#include <QtTest>

using namespace thalweg;

namespace {

DatasetContent houses()
{
    DatasetContent content;
    content.features = Matrix { { 1, 2 }, { 3, 4 }, { 5, 6 } };
    content.target = Eigen::VectorXd { { 10, 20, 30 } };
    content.featureNames = { "area", "rooms" };
    content.targetName = "price";
    return content;
}

DatasetContent flowers()
{
    DatasetContent content = houses();
    content.target = Eigen::VectorXd { { 1, 0, 1 } };
    content.targetName = "species";
    content.classes = { "setosa", "virginica" };
    return content;
}

} // namespace

class DatasetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsFeaturesAndTarget();
    void takesMissingScalingForNone();
    void mayHaveNoTarget();
    void givesClassesBackByName();
    void isATableOfFeaturesAndTarget();
    void summarizesItself();
    void refusesShapesThatDoNotAgree();
};

void DatasetTest::holdsFeaturesAndTarget()
{
    const Dataset data(houses());
    QCOMPARE(data.rowCount(), 3);
    QCOMPARE(data.featureCount(), 2);
    QVERIFY(data.hasTarget());
    QCOMPARE(data.features()(2, 0), 5.0);
    // Row-major: a row is one run of memory.
    QCOMPARE(data.features().data()[1], 2.0);
    QCOMPARE(data.target()[1], 20.0);
}

void DatasetTest::takesMissingScalingForNone()
{
    QVERIFY(Dataset(houses()).scaling() == std::vector<Scaling>(2));
    DatasetContent scaled = houses();
    scaled.scaling = { { 3, 2 }, { 4, 2 } };
    QVERIFY(Dataset(scaled).scaling() == scaled.scaling);
}

void DatasetTest::mayHaveNoTarget()
{
    DatasetContent content = houses();
    content.target = {};
    content.targetName.clear();
    const Dataset data(content);
    QVERIFY(!data.hasTarget());
    QCOMPARE(data.table()->columns().size(), std::size_t(2));
    QVERIFY(data.summary().value("target").isNull());
}

void DatasetTest::givesClassesBackByName()
{
    const Column target = Dataset(flowers()).targetColumn();
    QCOMPARE(target.name, QString("species"));
    QCOMPARE(target.kind(), QString("category"));
    QCOMPARE(QStringList({ target.text(0), target.text(1), target.text(2) }),
        QStringList({ "virginica", "setosa", "virginica" }));
    const Column price = Dataset(houses()).targetColumn();
    QVERIFY(price.numbers());
    QVERIFY(*price.numbers() == (NumberCells { 10, 20, 30 }));
}

void DatasetTest::isATableOfFeaturesAndTarget()
{
    const auto table = Dataset(houses()).table();
    QCOMPARE(table->rowCount(), std::size_t(3));
    QStringList names;
    for (const Column &column : table->columns())
        names += column.name;
    QCOMPARE(names, QStringList({ "area", "rooms", "price" }));
    QVERIFY(*table->find("rooms")->numbers() == (NumberCells { 2, 4, 6 }));
}

void DatasetTest::summarizesItself()
{
    const QJsonObject expected { { "rows", 3 }, { "features", QJsonArray { "area", "rooms" } }, { "target", "species" },
        { "classes", QJsonArray { "setosa", "virginica" } } };
    QCOMPARE(Dataset(flowers()).summary(), expected);
    QVERIFY(!Dataset(houses()).summary().contains("classes"));
    QVERIFY(Dataset(flowers()).text().contains("2 classes"));
    QVERIFY(Dataset(houses()).text().startsWith("3 rows, 2 features"));
}

void DatasetTest::refusesShapesThatDoNotAgree()
{
    DatasetContent content = houses();
    content.target = Eigen::VectorXd { { 1, 2 } };
    QVERIFY_EXCEPTION_THROWN(Dataset { content }, std::logic_error);
    content = houses();
    content.featureNames = QStringList { "area" };
    QVERIFY_EXCEPTION_THROWN(Dataset { content }, std::logic_error);
    content = houses();
    content.scaling = { { 0, 1 } };
    QVERIFY_EXCEPTION_THROWN(Dataset { content }, std::logic_error);
}

QTEST_GUILESS_MAIN(DatasetTest)
#include "dataset_test.moc"
