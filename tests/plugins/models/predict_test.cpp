#include "fixed_model.h"
#include "support/data.h"
#include "support/run_node.h"

#include <QJsonObject>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

class PredictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsPredictedNumbersBehindTheData();
    void putsClassAndProbabilityBehindTheData();
    void givesEveryClassItsProbabilityWhereThereAreMany();
    void namesTheClassWhereThereAreNoProbabilities();
    void leavesTheClassOpenWhereThePredictionIsNoNumber();
    void takesTheFeaturesByName();
    void keepsColumnsThatAreCalledPrediction();
    void refusesOtherFeaturesAndOtherScales();
};

namespace {

std::shared_ptr<const Table> predicted(const ValuePtr &model, const ValuePtr &data)
{
    return output<Table>(
        thalwegNodeTypes(), "models.predict", "table", {}, { { "model", model }, { "dataset", data } });
}

QStringList names(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns())
        names += column.name;
    return names;
}

QStringList texts(const Table &table, const QString &name)
{
    QStringList texts;
    for (std::size_t i = 0; i < table.rowCount(); ++i)
        texts += table.find(name)->text(i);
    return texts;
}

} // namespace

void PredictTest::putsPredictedNumbersBehindTheData()
{
    const auto table = predicted(identity(), dataset({ { "x", { 1, 2.5 } } }, { 7, 8 }));
    QCOMPARE(names(*table), QStringList({ "x", "y", "prediction" }));
    QCOMPARE(*table->find("prediction")->numbers(), (NumberCells { 1, 2.5 }));
    QCOMPARE(names(*predicted(identity(), dataset({ { "x", { 1 } } }))), QStringList({ "x", "prediction" }));
}

void PredictTest::putsClassAndProbabilityBehindTheData()
{
    const auto table = predicted(identity({ "no", "yes" }), dataset({ { "x", { 0.2, 0.5, 0.51 } } }));
    QCOMPARE(names(*table), QStringList({ "x", "prediction", "probability" }));
    QCOMPARE(texts(*table, "prediction"), QStringList({ "no", "no", "yes" }));
    QCOMPARE(*table->find("probability")->numbers(), (NumberCells { 0.2, 0.5, 0.51 }));
}

void PredictTest::givesEveryClassItsProbabilityWhereThereAreMany()
{
    const auto model = identity({ "a", "b", "c" });
    model->many = [](const Matrix &) {
        Matrix p(2, 3);
        p << 0.2, 0.5, 0.3, 0.1, 0.1, 0.8;
        return p;
    };
    const auto table = predicted(model, dataset({ { "x", { 0, 0 } } }));
    QCOMPARE(names(*table), QStringList({ "x", "prediction", "probability:a", "probability:b", "probability:c" }));
    QCOMPARE(texts(*table, "prediction"), QStringList({ "b", "c" }));
    QCOMPARE(*table->find("probability:c")->numbers(), (NumberCells { 0.3, 0.8 }));
}

void PredictTest::namesTheClassWhereThereAreNoProbabilities()
{
    const auto table = predicted(identity({ "a", "b", "c" }), dataset({ { "x", { 2, 0, 1 } } }));
    QCOMPARE(names(*table), QStringList({ "x", "prediction" }));
    QCOMPARE(texts(*table, "prediction"), QStringList({ "c", "a", "b" }));
}

void PredictTest::leavesTheClassOpenWhereThePredictionIsNoNumber()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto table = predicted(identity({ "no", "yes" }), dataset({ { "x", { nan, 1 } } }));
    QVERIFY(table->find("prediction")->isMissing(0));
    QCOMPARE(texts(*table, "prediction"), QStringList({ "", "yes" }));
}

void PredictTest::takesTheFeaturesByName()
{
    const auto difference = std::make_shared<FixedModel>(QStringList({ "b", "a" }), QStringList(),
        [](const Matrix &features) { return Eigen::VectorXd(features.col(0) - features.col(1)); });
    const auto table = predicted(difference, dataset({ { "a", { 1 } }, { "other", { 50 } }, { "b", { 10 } } }));
    QCOMPARE(names(*table), QStringList({ "a", "other", "b", "prediction" }));
    QCOMPARE(*table->find("prediction")->numbers(), NumberCells { 9 });
}

void PredictTest::keepsColumnsThatAreCalledPrediction()
{
    const auto table = predicted(identity(), dataset({ { "x", { 1 } }, { "prediction", { 5 } } }));
    QCOMPARE(names(*table), QStringList({ "x", "prediction", "model prediction" }));
}

void PredictTest::refusesOtherFeaturesAndOtherScales()
{
    const auto refusal = [](const ValuePtr &model, const ValuePtr &data) {
        return errorOf(thalwegNodeTypes(), "models.predict", {}, { { "model", model }, { "dataset", data } });
    };
    QCOMPARE(refusal(identity(), dataset({ { "z", { 1 } } })),
        QString("port dataset: has no feature \"x\", which the model reads; make it from the columns that the model "
                "was fitted to"));
    const auto scaled = dataset({ { "x", { 1 } } }, {}, {}, { { 5, 2 } });
    QCOMPARE(refusal(identity(), scaled),
        QString("port dataset: feature \"x\" is scaled, but the rows that the model was fitted to were not; give the "
                "dataset as "
                "it was before it was standardized"));
    const auto onScale = std::make_shared<FixedModel>(
        QStringList("x"), QStringList(), [](const Matrix &features) { return Eigen::VectorXd(features.col(0)); },
        std::vector<Scaling> { { 5, 2 } });
    QCOMPARE(refusal(onScale, dataset({ { "x", { 1 } } })),
        QString(
            "port dataset: feature \"x\" was not scaled as the training rows were; standardize the dataset with the "
            "training rows as reference"));
    QCOMPARE(refusal(onScale, scaled), QString());
}

QTEST_GUILESS_MAIN(PredictTest)
#include "predict_test.moc"
