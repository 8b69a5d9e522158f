#include "fixed_model.h"
#include "support/data.h"
#include "support/run_node.h"

#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace thalweg;
using namespace thalweg::test;

class ScoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoresNumbers();
    void scoresTwoClasses();
    void scoresTargetsOfZeroAndOne();
    void scoresClassesByNameWhateverTheirOrder();
    void scoresManyClasses();
    void scoresAClassifierWithoutProbabilities();
    void countsTiesHalfInTheAreaUnderTheCurve();
    void keepsTheLogLossFinite();
    void leavesOpenWhatIsNotDefined();
    void refusesWhatCannotBeCompared();
};

namespace {

using Scores = std::vector<std::pair<QString, double>>;

Scores scores(const ValuePtr &model, const ValuePtr &data)
{
    const auto table
        = output<Table>(thalwegNodeTypes(), "models.score", "table", {}, { { "model", model }, { "dataset", data } });
    Scores scores;
    for (std::size_t i = 0; i < table->rowCount(); ++i)
        scores.push_back({ table->find("measure")->text(i), (*table->find("value")->numbers())[i] });
    return scores;
}

void compare(const Scores &scores, const Scores &expected)
{
    QCOMPARE(scores.size(), expected.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        QCOMPARE(scores[i].first, expected[i].first);
        const bool same = std::isnan(expected[i].second) ? std::isnan(scores[i].second)
                                                         : std::abs(scores[i].second - expected[i].second) < 1e-14;
        QVERIFY2(same, qPrintable(QStringLiteral("%1: %2").arg(scores[i].first).arg(scores[i].second, 0, 'g', 17)));
    }
}

} // namespace

void ScoreTest::scoresNumbers()
{
    // The example of scikit-learn's pages on r2_score and mean_absolute_error: R² 0.948608137…, MAE 0.5, mean square
    // 0.375.
    compare(scores(identity(), dataset({ { "x", { 2.5, 0.0, 2, 8 } } }, { 3, -0.5, 2, 7 })),
        { { "R²", 1 - 1.5 / 29.1875 }, { "RMSE", std::sqrt(0.375) }, { "MAE", 0.5 } });
    // Worse than always saying the mean.
    compare(scores(identity(), dataset({ { "x", { 3, 2, 1 } } }, { 1, 2, 3 })),
        { { "R²", -3 }, { "RMSE", std::sqrt(8.0 / 3) }, { "MAE", 4.0 / 3 } });
}

void ScoreTest::scoresTwoClasses()
{
    // Of y = 0 0 0 1 1 with p = 0.1 0.7 0.3 0.6 0.4: found 1, wrongly found 1, missed 1; of six pairs four are in
    // order.
    const double loss = -(std::log(0.9) + std::log(0.3) + std::log(0.7) + std::log(0.6) + std::log(0.4)) / 5;
    compare(scores(identity({ "no", "yes" }),
                dataset({ { "x", { 0.1, 0.7, 0.3, 0.6, 0.4 } } }, { 0, 0, 0, 1, 1 }, { "no", "yes" })),
        { { "accuracy", 0.6 }, { "log loss", loss }, { "precision", 0.5 }, { "recall", 0.5 }, { "F1", 0.5 },
            { "AUC", 4.0 / 6 } });
}

void ScoreTest::scoresTargetsOfZeroAndOne()
{
    // scikit-learn's page on roc_auc_score's ancestor: y = 0 0 1 1, p = 0.1 0.4 0.35 0.8 has AUC 0.75.
    const auto data = dataset({ { "x", { 0.1, 0.4, 0.35, 0.8 } } }, { 0, 0, 1, 1 });
    const double loss = -(std::log(0.9) + std::log(0.6) + std::log(0.35) + std::log(0.8)) / 4;
    const Scores expected { { "accuracy", 0.75 }, { "log loss", loss }, { "precision", 1 }, { "recall", 0.5 },
        { "F1", 2.0 / 3 }, { "AUC", 0.75 } };
    compare(scores(identity({ "0", "1" }), data), expected);
    compare(scores(identity({ "no", "yes" }), data), expected);
    compare(scores(identity({ "-1", "1" }), dataset({ { "x", { 0.1, 0.4, 0.35, 0.8 } } }, { -1, -1, 1, 1 })), expected);
}

void ScoreTest::scoresClassesByNameWhateverTheirOrder()
{
    // In this dataset "yes" is class 0.
    const auto data = dataset({ { "x", { 0.1, 0.9 } } }, { 1, 0 }, { "yes", "no" });
    const Scores found = scores(identity({ "no", "yes" }), data);
    QCOMPARE(found[0], (std::pair<QString, double>("accuracy", 1)));
}

void ScoreTest::scoresManyClasses()
{
    const auto model = identity({ "a", "b", "c" });
    model->many = [](const Matrix &) {
        Matrix p(3, 3);
        p << 0.5, 0.25, 0.25, 0.125, 0.75, 0.125, 0.5, 0.25, 0.25;
        return p;
    };
    compare(scores(model, dataset({ { "x", { 0, 0, 0 } } }, { 0, 1, 2 }, { "a", "b", "c" })),
        { { "accuracy", 2.0 / 3 }, { "log loss", -(std::log(0.5) + std::log(0.75) + std::log(0.25)) / 3 } });
}

void ScoreTest::scoresAClassifierWithoutProbabilities()
{
    const auto model = identity({ "no", "yes" });
    model->many = [](const Matrix &features) { return Matrix(features.rows(), 0); };
    compare(scores(model, dataset({ { "x", { 1, 0, 1, 1 } } }, { 1, 1, 0, 1 })),
        { { "accuracy", 0.5 }, { "precision", 2.0 / 3 }, { "recall", 2.0 / 3 }, { "F1", 2.0 / 3 } });
}

void ScoreTest::countsTiesHalfInTheAreaUnderTheCurve()
{
    const auto area = [](const std::vector<double> &p, const std::vector<double> &y) {
        return scores(identity({ "0", "1" }), dataset({ { "x", p } }, y)).back();
    };
    QCOMPARE(area({ 0.5, 0.5, 0.5 }, { 0, 1, 1 }), (std::pair<QString, double>("AUC", 0.5)));
    // Pairs: (0.2, 0.2) half, (0.2, 0.9) whole, (0.4, 0.2) none, (0.4, 0.9) whole.
    QCOMPARE(area({ 0.9, 0.2, 0.4, 0.2 }, { 1, 0, 0, 1 }), (std::pair<QString, double>("AUC", 2.5 / 4)));
}

void ScoreTest::keepsTheLogLossFinite()
{
    const Scores found = scores(identity({ "0", "1" }), dataset({ { "x", { 0 } } }, { 1 }));
    QCOMPARE(found[1].first, QString("log loss"));
    QCOMPARE(found[1].second, 52 * std::log(2.0));
}

void ScoreTest::leavesOpenWhatIsNotDefined()
{
    const double open = std::numeric_limits<double>::quiet_NaN();
    compare(scores(identity(), dataset({ { "x", { 1, 2 } } }, { 0.1, 0.1 })),
        { { "R²", open }, { "RMSE", std::sqrt((0.81 + 3.61) / 2) }, { "MAE", 1.4 } });
    compare(scores(identity({ "0", "1" }), dataset({ { "x", { 0.25, 0.25 } } }, { 0, 0 })),
        { { "accuracy", 1 }, { "log loss", -std::log(0.75) }, { "precision", open }, { "recall", open }, { "F1", open },
            { "AUC", open } });
    compare(scores(identity({ "0", "1" }), dataset({ { "x", { open, 0.25 } } }, { 1, 0 })),
        { { "accuracy", 0.5 }, { "log loss", open }, { "precision", open }, { "recall", 0 }, { "F1", 0 },
            { "AUC", open } });
}

void ScoreTest::refusesWhatCannotBeCompared()
{
    const auto refusal = [](const ValuePtr &model, const ValuePtr &data) {
        return errorOf(thalwegNodeTypes(), "models.score", {}, { { "model", model }, { "dataset", data } });
    };
    QCOMPARE(refusal(identity(), dataset({ { "x", { 1 } } })),
        QString("port dataset: has no target to compare with; name one in the dataset"));
    QCOMPARE(refusal(identity({ "no", "yes" }), dataset({ { "x", { 1, 0 } } }, { 0, 1 }, { "maybe", "no" })),
        QString("port dataset: its target has the class \"maybe\", which the model does not know; it knows no, yes"));
    QCOMPARE(refusal(identity({ "0", "1" }), dataset({ { "x", { 1, 0 } } }, { 0, 2.5 })),
        QString("port dataset: its target has the class 2.5, which the model does not know; it knows 0, 1"));
    QVERIFY(refusal(identity(), dataset({ { "x", { 1 } } }, { 1 }, {}, { { 1, 2 } }))
                .startsWith("port dataset: feature \"x\" is scaled, but"));
    DatasetContent other;
    other.features = Matrix::Ones(1, 1);
    other.featureNames = QStringList("x");
    other.target = Eigen::VectorXd::Ones(1);
    other.targetName = "z";
    QCOMPARE(refusal(identity(), std::make_shared<Dataset>(other)),
        QString("port dataset: has the target \"z\", but the model predicts \"y\""));
}

QTEST_GUILESS_MAIN(ScoreTest)
#include "score_test.moc"
