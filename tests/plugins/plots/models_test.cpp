#include "plugins/models/fixed_model.h"
#include "plugins/plots/examples.h"
#include "plugins/plots/run_plot.h"
#include "support/data.h"

#include "plots.h"

#include <QtTest>

using namespace thalweg;
using thalweg::test::FixedModel;
using thalweg::test::identity;

namespace {

using Numbers = std::vector<double>;
using Steps = std::vector<std::int64_t>;
using Data = std::shared_ptr<const Dataset>;

/// J = Σ (w·x + b − y)² over x = 1, 2, 3; what it predicts with is the line.
class LineCost final : public Objective {
public:
    LineCost() : Objective({ "x", "intercept" }) { }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        gradient.setZero();
        double sum = 0;
        for (int i = 0; i < 3; ++i) {
            const double residual = theta[0] * (i + 1) + theta[1] - 2 * (i + 1);
            sum += residual * residual;
            gradient[0] += 2 * residual * (i + 1);
            gradient[1] += 2 * residual;
        }
        return sum;
    }

    std::shared_ptr<const Model> model(ConstVectorRef theta) const override
    {
        return std::make_shared<Line>(QStringList { "x" }, theta.head(1), theta[1]);
    }
};

/// Two updates: the line is 0, then x, then 2x.
std::shared_ptr<const Descent> threeLines()
{
    DescentContent content;
    content.parameterNames = { "x", "intercept" };
    for (int k = 0; k < 3; ++k) {
        content.steps.push_back({ .iteration = k, .epoch = double(k), .cost = 14.0 * (2 - k) * (2 - k) });
        content.theta.insert(content.theta.end(), { double(k), 0 });
    }
    return std::make_shared<Descent>(content);
}

Data lineData()
{
    return test::dataset({ { "x", { 1, 2, 3 } } }, { 2, 4, 6 });
}

/// Says class 1 with the probability x, which is its only feature.
std::shared_ptr<FixedModel> certain()
{
    return identity({ "no", "yes" });
}

/// Scores of eight rows, two of them tied across the classes.
const Numbers scores { 0.1, 0.2, 0.3, 0.4, 0.4, 0.6, 0.7, 0.9 };
const Numbers isYes { 0, 0, 1, 0, 1, 0, 1, 1 };

Data scored()
{
    return test::dataset({ { "x", scores } }, isYes, { "no", "yes" });
}

/// How likely a row of class 1 has a higher score than one of class 0: every pair is looked at.
double likelihoodOfRightOrder()
{
    double won = 0;
    double pairs = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t j = 0; j < scores.size(); ++j) {
            if (isYes[i] != 1 || isYes[j] != 0)
                continue;
            won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
            ++pairs;
        }
    }
    return won / pairs;
}

double areaUnder(const LineLayer &line)
{
    double area = 0;
    for (std::size_t i = 1; i < line.x.size(); ++i)
        area += (line.x[i] - line.x[i - 1]) * (line.y[i] + line.y[i - 1]) / 2;
    return area;
}

QStringList textsOf(const FigureContent &figure)
{
    QStringList texts;
    for (const Layer &layer : figure.layers)
        if (const auto *text = std::get_if<TextLayer>(&layer.shape))
            texts += text->text;
    return texts;
}

const Layer *layerNamed(const FigureContent &figure, const QString &label)
{
    for (const Layer &layer : figure.layers)
        if (layer.label == label)
            return &layer;
    return nullptr;
}

/// Four corners of a square of side 2 about (11, 21), the right ones of class `b`; a third feature of mean 5.
DatasetContent corners()
{
    DatasetContent content;
    content.featureNames = { "u", "v", "w" };
    content.targetName = "y";
    content.classes = { "a", "b" };
    content.features = Matrix(4, 3);
    content.features << 10, 20, 4, 12, 20, 6, 10, 22, 4, 12, 22, 6;
    content.target = Eigen::Vector4d(0, 1, 0, 1);
    return content;
}

/// P(b) = ½ where u + v + w = 37, which at the mean w = 5 is u + v = 32.
std::shared_ptr<const Model> slope()
{
    return std::make_shared<FixedModel>(QStringList { "u", "v", "w" }, QStringList { "a", "b" },
        [](const Matrix &rows) { return Eigen::VectorXd(((rows.rowwise().sum().array() - 37) / 100 + 0.5).matrix()); });
}

} // namespace

class ModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void residualsAreTargetLessPrediction();
    void residualsStandOverAFeatureInItsOwnUnits();
    void residualsFollowTheStepsOfADescent();
    void residualsOfClassesAreRefused();
    void theFitFollowsTheStepsOfADescent();
    void aDescentNeedsItsObjective();
    void theBoundaryIsWhereBothClassesAreAsLikely();
    void threeClassesDivideThePlane();
    void theBoundaryFollowsTheStepsOfADescent();
    void theBoundaryRefusesWhatHasNone();
    void confusionCountsEveryPair();
    void confusionGivesTheShareThatIsAskedFor();
    void theAreaUnderTheRocCurveIsTheChanceOfTheRightOrder();
    void precisionAndRecallAreThoseOfEveryThreshold();
    void oneOfManyClassesIsToldFromTheOthers();
    void theRocCurveRefusesWhatHasNoOrder();
};

void ModelsTest::residualsAreTargetLessPrediction()
{
    const auto model = std::make_shared<Line>(QStringList { "x" }, Eigen::VectorXd::Constant(1, 3), -1);
    const FigureContent figure = figureOf(residuals(), {}, { { "dataset", lineData() }, { "model", model } });
    QCOMPARE(figure.title, QStringLiteral("Residuals of y"));
    QCOMPARE(figure.x.label, QStringLiteral("Predicted y"));
    QCOMPARE(*shapeOf<ReferenceLayer>(figure, 0).y, 0.0);
    QCOMPARE(shapeOf<ScatterLayer>(figure, 1).x, Numbers({ 2, 5, 8 }));
    QCOMPARE(shapeOf<ScatterLayer>(figure, 1).y, Numbers({ 0, -1, -2 }));
    QCOMPARE(figure.note, QStringLiteral("root mean square 1.29099")); // √(5/3)
    QVERIFY(!figure.y.minimum && figure.layers[1].follow == Follow::Nothing);
}

void ModelsTest::residualsStandOverAFeatureInItsOwnUnits()
{
    // Scaled 1, 2, 3 are 110, 120, 130; the model reads the unscaled ones.
    const auto data = test::dataset({ { "x", { 1, 2, 3 } } }, { 2, 4, 6 }, {}, { { 100, 10 } });
    const auto model = std::make_shared<Line>(QStringList { "x" }, Eigen::VectorXd::Constant(1, 0.1), 0);
    const FigureContent figure
        = figureOf(residuals(), { { "against", "x" } }, { { "dataset", data }, { "model", model } });
    QCOMPARE(figure.x.label, QStringLiteral("x"));
    QCOMPARE(shapeOf<ScatterLayer>(figure, 1).x, Numbers({ 110, 120, 130 }));
    QCOMPARE(shapeOf<ScatterLayer>(figure, 1).y, Numbers({ -9, -8, -7 }));
}

void ModelsTest::residualsFollowTheStepsOfADescent()
{
    const FigureContent figure = figureOf(residuals(), {},
        { { "dataset", lineData() }, { "objective", std::make_shared<LineCost>() }, { "descent", threeLines() } });
    QCOMPARE(shapeOf<ScatterLayer>(figure, 1).y, Numbers({ 2, 4, 6, 1, 2, 3, 0, 0, 0 }));
    QCOMPARE(figure.layers[1].steps, Steps({ 0, 0, 0, 1, 1, 1, 2, 2, 2 }));
    QVERIFY(figure.layers[1].follow == Follow::Only);
}

void ModelsTest::residualsOfClassesAreRefused()
{
    const QString error = errorOf(residuals(), {}, { { "dataset", scored() }, { "model", certain() } });
    QVERIFY2(error.startsWith("port model: predicts classes, which have no residuals"), qPrintable(error));
    const QString other = errorOf(residuals(), {}, { { "dataset", scored() }, { "model", identity() } });
    QVERIFY2(other.startsWith("port dataset: has a target of classes"), qPrintable(other));
}

void ModelsTest::theFitFollowsTheStepsOfADescent()
{
    const FigureContent figure = figureOf(fit(), { { "points", 2 } },
        { { "dataset", lineData() }, { "objective", std::make_shared<LineCost>() },
            { "descent", threeLines(), "gd" } });
    QCOMPARE(figure.layers[1].label, QStringLiteral("gd"));
    QCOMPARE(shapeOf<LineLayer>(figure, 1).x, Numbers({ 1, 3, 1, 3, 1, 3 }));
    QCOMPARE(shapeOf<LineLayer>(figure, 1).y, Numbers({ 0, 0, 1, 3, 2, 6 }));
    QCOMPARE(figure.layers[1].steps, Steps({ 0, 0, 1, 1, 2, 2 }));
    QVERIFY(figure.layers[1].follow == Follow::Only);
    // The data reach from 2 to 6, and the first line lies at 0: half as far again, and 4 % of room.
    QVERIFY(std::abs(*figure.y.minimum - (0 - 0.24)) < 1e-12 && std::abs(*figure.y.maximum - 6.24) < 1e-12);
}

void ModelsTest::aDescentNeedsItsObjective()
{
    const auto cost = std::make_shared<LineCost>();
    QCOMPARE(errorOf(fit(), {}, { { "dataset", lineData() } }),
        QStringLiteral("port model: needs a model, or else an objective and a descent of it"));
    QCOMPARE(errorOf(fit(), {}, { { "dataset", lineData() }, { "descent", threeLines() } }),
        QStringLiteral("port objective: needs the objective of the descent, too"));
    QCOMPARE(errorOf(fit(), {}, { { "dataset", lineData() }, { "objective", cost } }),
        QStringLiteral("port descent: needs a descent of this objective, too"));
    const auto bowl = std::make_shared<Bowl>(QStringList { "x", "intercept" }, Numbers { 1, 1 }, Numbers { 0, 0 });
    const QString error
        = errorOf(fit(), {}, { { "dataset", lineData() }, { "objective", bowl }, { "descent", threeLines() } });
    QVERIFY2(error.startsWith("port objective: predicts nothing"), qPrintable(error));
}

void ModelsTest::theBoundaryIsWhereBothClassesAreAsLikely()
{
    const FigureContent figure = figureOf(decisionBoundary(), { { "resolution", 31 } },
        { { "dataset", std::make_shared<Dataset>(corners()) }, { "model", slope() } });
    QCOMPARE(figure.title, QStringLiteral("Regions of y"));
    QCOMPARE(figure.note, QStringLiteral("at w = 5"));
    const auto &map = shapeOf<HeatMapLayer>(figure, 0);
    QCOMPARE(map.colourLabel, QStringLiteral("P(b)"));
    for (std::size_t i : { std::size_t(0), std::size_t(31 * 7 + 3), std::size_t(960) }) {
        const double u = map.grid.x[i % 31];
        const double v = map.grid.y[i / 31];
        QVERIFY(std::abs(map.grid.z[i] - ((u + v - 32) / 100 + 0.5)) < 1e-12);
    }
    const Layer *a = layerNamed(figure, "a");
    QVERIFY(a);
    QCOMPARE(std::get<ScatterLayer>(a->shape).x, Numbers({ 10, 10 }));
    QCOMPARE(std::get<ScatterLayer>(a->shape).y, Numbers({ 20, 22 }));
    const Layer *boundary = layerNamed(figure, "boundary");
    QVERIFY(boundary);
    const auto &line = std::get<LineLayer>(boundary->shape);
    double length = 0;
    for (std::size_t i = 0; i + 2 < line.x.size(); i += 3) {
        QVERIFY(std::abs(line.x[i] + line.y[i] - 32) < 1e-9);
        QVERIFY(std::abs(line.x[i + 1] + line.y[i + 1] - 32) < 1e-9);
        QVERIFY(std::isnan(line.x[i + 2]));
        length += std::hypot(line.x[i + 1] - line.x[i], line.y[i + 1] - line.y[i]);
    }
    // The diagonal of the square of side 2.24 that is seen.
    QVERIFY(std::abs(length - 2.24 * std::sqrt(2)) < 1e-9);
}

void ModelsTest::threeClassesDivideThePlane()
{
    // The class is that whose corner of (0, 0), (4, 0), (0, 4) is nearest: the linear score 2 c·x − |c|² is highest.
    const auto data
        = test::dataset({ { "u", { 0, 4, 0 } }, { "v", { 0, 0, 4 } } }, { 0, 1, 2 }, { "red", "green", "blue" });
    const auto model = std::make_shared<FixedModel>(QStringList { "u", "v" }, QStringList { "red", "green", "blue" },
        [](const Matrix &rows) { return Eigen::VectorXd(rows.col(0)); });
    model->many = [](const Matrix &rows) {
        Matrix scores(rows.rows(), 3);
        scores.col(0).setZero();
        scores.col(1) = (8 * rows.col(0).array() - 16).matrix();
        scores.col(2) = (8 * rows.col(1).array() - 16).matrix();
        return scores;
    };
    const FigureContent figure
        = figureOf(decisionBoundary(), { { "resolution", 57 } }, { { "dataset", data }, { "model", model } });
    const auto owner = [](double u, double v) {
        const double distances[] = { u * u + v * v, (u - 4) * (u - 4) + v * v, u * u + (v - 4) * (v - 4) };
        return std::min_element(distances, distances + 3) - distances;
    };
    // Every band lies in the region of its class, and all together they cover the plane.
    double area = 0;
    for (int k = 0; k < 3; ++k) {
        const auto &band = shapeOf<BandLayer>(figure, static_cast<std::size_t>(k));
        for (std::size_t i = 0; i + 1 < band.x.size(); ++i) {
            if (std::isnan(band.x[i]) || std::isnan(band.x[i + 1]))
                continue;
            const double width = band.x[i + 1] - band.x[i];
            const double left = band.upper[i] - band.lower[i];
            const double right = band.upper[i + 1] - band.lower[i + 1];
            area += width * (left + right) / 2;
            const double x = band.x[i];
            if (left > 0.2 && std::abs(x - 2) > 0.1) // not at the edge, where bands end between columns
                QCOMPARE(owner(x, (band.lower[i] + band.upper[i]) / 2), std::ptrdiff_t(k));
        }
    }
    QVERIFY(std::abs(area - 4.48 * 4.48) < 1e-9);
    // All boundaries lie as far from the nearest corner as from the next.
    const auto &line = std::get<LineLayer>(layerNamed(figure, "boundary")->shape);
    QVERIFY(line.x.size() > 150);
    for (std::size_t i = 0; i < line.x.size(); ++i) {
        if (std::isnan(line.x[i]))
            continue;
        const double u = line.x[i];
        const double v = line.y[i];
        Numbers far { std::hypot(u, v), std::hypot(u - 4, v), std::hypot(u, v - 4) };
        std::ranges::sort(far);
        QVERIFY(far[1] - far[0] < 0.1);
    }
}

void ModelsTest::theBoundaryFollowsTheStepsOfADescent()
{
    class Threshold final : public Objective {
    public:
        Threshold() : Objective({ "t" }) { }
        double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
        {
            gradient[0] = 2 * theta[0];
            return theta[0] * theta[0];
        }
        std::shared_ptr<const Model> model(ConstVectorRef theta) const override
        {
            return std::make_shared<FixedModel>(QStringList { "u" }, QStringList { "a", "b" },
                [t = theta[0]](const Matrix &rows) { return Eigen::VectorXd((rows.array() - t + 0.5).matrix()); });
        }
    };
    DescentContent content;
    content.parameterNames = { "t" };
    content.steps = { { .iteration = 0, .cost = 144 }, { .iteration = 5, .cost = 121 }, { .iteration = 9, .cost = 0 } };
    content.theta = { 11.5, 10.5, 0 }; // the last is out of sight
    const FigureContent figure = figureOf(decisionBoundary(), {},
        { { "dataset", std::make_shared<Dataset>(corners()) }, { "objective", std::make_shared<Threshold>() },
            { "descent", std::make_shared<Descent>(content) } });
    const Layer *boundary = layerNamed(figure, "boundary");
    QVERIFY(boundary && boundary->follow == Follow::Only);
    const auto &line = std::get<LineLayer>(boundary->shape);
    QCOMPARE(boundary->steps.size(), line.x.size());
    QCOMPARE(boundary->steps.back(), std::int64_t(9));
    for (std::size_t i = 0; i < line.x.size(); ++i) {
        const double place = boundary->steps[i] == 0 ? 11.5 : boundary->steps[i] == 5 ? 10.5 : qQNaN();
        QVERIFY(std::isnan(line.x[i]) || std::abs(line.x[i] - place) < 1e-9);
    }
}

void ModelsTest::theBoundaryRefusesWhatHasNone()
{
    const auto data = std::make_shared<Dataset>(corners());
    QVERIFY(errorOf(decisionBoundary(), {}, { { "dataset", lineData() }, { "model", identity() } })
                .startsWith("port dataset: needs a dataset of two features or more"));
    QVERIFY(errorOf(decisionBoundary(), { { "x", "u" }, { "y", "u" } }, { { "dataset", data }, { "model", slope() } })
                .startsWith("parameter y: must be another feature than x (u)"));
    const auto line = std::make_shared<Line>(QStringList { "u" }, Eigen::VectorXd::Ones(1), 0);
    QVERIFY(errorOf(decisionBoundary(), {}, { { "dataset", data }, { "model", line } })
                .startsWith("port model: predicts numbers"));
    QCOMPARE(errorOf(decisionBoundary(), {}, { { "dataset", data }, { "model", slope() }, { "model", slope() } }),
        QStringLiteral("port model: takes one model or one descent, but 2 arrive; give each a plot of its own"));
}

void ModelsTest::confusionCountsEveryPair()
{
    // At ½: of 4 rows "no" 3 are said to be so, of 4 rows "yes" 2.
    const FigureContent figure = figureOf(confusion(), {}, { { "dataset", scored() }, { "model", certain() } });
    QCOMPARE(textsOf(figure), QStringList({ "3\n75 %", "1\n25 %", "2\n50 %", "2\n50 %" }));
    QCOMPARE(figure.note, QStringLiteral("5 of 8 rows right: 62.5 %"));
    QCOMPARE(figure.x.label, QStringLiteral("Predicted y"));
    QCOMPARE(figure.x.categories, QStringList({ "no", "yes" }));
    QCOMPARE(figure.y.categories, QStringList({ "no", "yes" }));
    const auto &map = shapeOf<HeatMapLayer>(figure, 0);
    const auto shareAt = [&map](double x, double y) { // of the point that is nearest
        const auto nearest = [](const Numbers &places, double place) {
            return std::ranges::min_element(places, {}, [place](double p) { return std::abs(p - place); })
                - places.begin();
        };
        return map.grid.z[static_cast<std::size_t>(
            nearest(map.grid.y, y) * static_cast<std::ptrdiff_t>(map.grid.x.size()) + nearest(map.grid.x, x))];
    };
    // To the right what was said, upwards what is; sharp up to the edges of the cells.
    QCOMPARE(shareAt(1, 1), 0.75);
    QCOMPARE(shareAt(1.49, 1.49), 0.75);
    QCOMPARE(shareAt(1.51, 1.49), 0.25);
    QCOMPARE(shareAt(1, 2), 0.5);
    QCOMPARE(shareAt(2.4, 1.6), 0.5);
    for (const Layer &layer : figure.layers) {
        if (const auto *text = std::get_if<TextLayer>(&layer.shape)) {
            QVERIFY(text->x > 0.5 && text->x < 2.5 && text->y > 0.5 && text->y < 2.5);
        }
    }
}

void ModelsTest::confusionGivesTheShareThatIsAskedFor()
{
    const auto texts = [](const char *share) {
        return textsOf(
            figureOf(confusion(), { { "share", share } }, { { "dataset", scored() }, { "model", certain() } }));
    };
    QCOMPARE(texts("predicted"), QStringList({ "3\n60 %", "1\n33 %", "2\n40 %", "2\n67 %" }));
    QCOMPARE(texts("all"), QStringList({ "3\n38 %", "1\n13 %", "2\n25 %", "2\n25 %" }));
    QVERIFY(errorOf(confusion(), {}, { { "dataset", lineData() }, { "model", identity() } })
                .startsWith("port model: predicts numbers, not classes"));
}

void ModelsTest::theAreaUnderTheRocCurveIsTheChanceOfTheRightOrder()
{
    const FigureContent figure
        = figureOf(roc(), {}, { { "dataset", scored() }, { "model", certain(), "gd" }, { "model", certain() } });
    QCOMPARE(figure.title, QStringLiteral("ROC of y = yes"));
    QCOMPARE(figure.layers[0].label, QStringLiteral("by chance"));
    QCOMPARE(likelihoodOfRightOrder(), 0.78125); // 12½ of 16 pairs
    QVERIFY(std::abs(areaUnder(shapeOf<LineLayer>(figure, 1)) - likelihoodOfRightOrder()) < 1e-15);
    QCOMPARE(figure.layers[1].label, QStringLiteral("gd: AUC 0.7813"));
    QCOMPARE(figure.layers[2].label, QStringLiteral("model: AUC 0.7813"));
    // From the top: yes, yes, no, one of each at once, yes, no, no.
    QCOMPARE(shapeOf<LineLayer>(figure, 1).x, Numbers({ 0, 0, 0, 0.25, 0.5, 0.5, 0.75, 1 }));
    QCOMPARE(shapeOf<LineLayer>(figure, 1).y, Numbers({ 0, 0.25, 0.5, 0.5, 0.75, 1, 1, 1 }));
}

void ModelsTest::precisionAndRecallAreThoseOfEveryThreshold()
{
    const FigureContent figure = figureOf(
        roc(), { { "kind", "precision-recall" } }, { { "dataset", scored() }, { "model", certain(), "gd" } });
    QCOMPARE(shapeOf<LineLayer>(figure, 0).y, Numbers({ 0.5, 0.5 }));
    const auto &line = shapeOf<LineLayer>(figure, 1);
    QCOMPARE(line.x, Numbers({ 0.25, 0.5, 0.5, 0.75, 1, 1, 1 }));
    QCOMPARE(line.y, Numbers({ 1, 1, 2.0 / 3, 0.6, 4.0 / 6, 4.0 / 7, 0.5 }));
    // ¼·1 + ¼·1 + ¼·0.6 + ¼·⅔
    QCOMPARE(figure.layers[1].label, QStringLiteral("gd: AP 0.8167"));
}

void ModelsTest::oneOfManyClassesIsToldFromTheOthers()
{
    const auto data = test::dataset({ { "x", { 0, 1, 2, 3 } } }, { 0, 2, 1, 2 }, { "a", "b", "c" });
    const auto model = identity({ "a", "b", "c" });
    model->many = [](const Matrix &rows) {
        Matrix p = Matrix::Zero(rows.rows(), 3);
        p.col(2) = rows.col(0) / 3;
        p.col(0) = (1 - p.col(2).array()).matrix();
        return p;
    };
    const QString error = errorOf(roc(), {}, { { "dataset", data }, { "model", model } });
    QCOMPARE(error,
        QStringLiteral("parameter class: must name one of the 3 classes, which is then told from all others: a, b, c"));
    const FigureContent figure = figureOf(roc(), { { "class", "c" } }, { { "dataset", data }, { "model", model } });
    QCOMPARE(shapeOf<LineLayer>(figure, 1).x, Numbers({ 0, 0, 0.5, 0.5, 1 }));
    QCOMPARE(shapeOf<LineLayer>(figure, 1).y, Numbers({ 0, 0.5, 0.5, 1, 1 }));
}

void ModelsTest::theRocCurveRefusesWhatHasNoOrder()
{
    const auto oneClass = test::dataset({ { "x", { 0.2, 0.8 } } }, { 1, 1 }, { "no", "yes" });
    QCOMPARE(errorOf(roc(), {}, { { "dataset", oneClass }, { "model", certain() } }),
        QStringLiteral("port dataset: needs rows of class \"yes\" and rows of another"));
    const auto silent = identity({ "no", "yes" });
    silent->many = [](const Matrix &rows) { return Matrix(rows.rows(), 0); };
    QVERIFY(errorOf(roc(), {}, { { "dataset", scored() }, { "model", silent } })
                .startsWith("port model: knows no probabilities"));
}

QTEST_GUILESS_MAIN(ModelsTest)
#include "models_test.moc"
