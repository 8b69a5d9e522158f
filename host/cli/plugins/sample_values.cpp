#include "samples.h"

#include <thalweg/descent.h>
#include <thalweg/figure.h>
#include <thalweg/model.h>
#include <thalweg/plain_values.h>
#include <thalweg/schedule.h>

#include <chrono>
#include <cmath>
#include <thread>

namespace thalweg {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

DatasetContent datasetContent(Eigen::Index rows, bool twoClasses)
{
    Random random(7);
    DatasetContent content;
    content.features.resize(rows, 2);
    content.target.resize(rows);
    content.featureNames = QStringList { QStringLiteral("x"), QStringLiteral("z") };
    content.targetName = QStringLiteral("y");
    for (Eigen::Index i = 0; i < rows; ++i) {
        content.features(i, 0) = random.normal();
        content.features(i, 1) = random.normal();
        const double y = 1 + 2 * content.features(i, 0) - content.features(i, 1) + 0.1 * random.normal();
        content.target[i] = twoClasses ? (y > 0 ? 1 : 0) : std::round(std::exp(y / 2));
    }
    if (twoClasses)
        content.classes = { QStringLiteral("no"), QStringLiteral("yes") };
    return content;
}

class LineModel final : public Model {
public:
    explicit LineModel(std::shared_ptr<const Dataset> data, Eigen::VectorXd theta)
        : data_(std::move(data)), theta_(std::move(theta)), names_(data_->featureNames())
    {
    }
    const QStringList &parameterNames() const override { return names_; }
    const Eigen::VectorXd &theta() const override { return theta_; }
    const QStringList &featureNames() const override { return data_->featureNames(); }
    const QString &targetName() const override { return data_->targetName(); }
    const QStringList &classes() const override { return data_->classes(); }
    const std::vector<Scaling> &scaling() const override { return data_->scaling(); }
    Eigen::VectorXd predict(const Matrix &features) const override { return features * theta_; }

private:
    std::shared_ptr<const Dataset> data_;
    Eigen::VectorXd theta_;
    QStringList names_;
};

// J(θ) = 1/m Σ (xᵢ·θ − yᵢ)²
class LeastSquares final : public Objective {
public:
    explicit LeastSquares(std::shared_ptr<const Dataset> data) : Objective(data->featureNames()), data_(std::move(data))
    {
    }
    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        const Eigen::VectorXd residual = data_->features() * theta - data_->target();
        gradient = 2 * data_->features().transpose() * residual / double(residual.size());
        return residual.squaredNorm() / double(residual.size());
    }
    Eigen::Index termCount() const override { return data_->rowCount(); }
    double batchValueAndGradient(
        std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const override
    {
        gradient.setZero();
        double sum = 0;
        for (const Eigen::Index row : rows) {
            const double residual = data_->features().row(row).dot(theta) - data_->target()[row];
            gradient += 2 * residual * data_->features().row(row).transpose();
            sum += residual * residual;
        }
        gradient /= double(rows.size());
        return sum / double(rows.size());
    }
    std::shared_ptr<const Model> model(ConstVectorRef theta) const override
    {
        return std::make_shared<LineModel>(data_, theta);
    }

private:
    std::shared_ptr<const Dataset> data_;
};

// J(θ) = ½ Σ i·(θᵢ − 1)², each evaluation of which takes `pause`.
class Bowl final : public Objective {
public:
    Bowl(int dimension, std::chrono::milliseconds pause)
        : Objective(numberedNames(QStringLiteral("theta"), dimension)),
          weights_(Eigen::VectorXd::LinSpaced(dimension, 1, dimension)), pause_(pause)
    {
    }
    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        std::this_thread::sleep_for(pause_);
        gradient = weights_.cwiseProduct((theta.array() - 1).matrix());
        return 0.5 * gradient.dot((theta.array() - 1).matrix());
    }

private:
    Eigen::VectorXd weights_;
    std::chrono::milliseconds pause_;
};

class Nowhere final : public Objective {
public:
    explicit Nowhere(double value) : Objective(numberedNames(QStringLiteral("theta"), 2)), value_(value) { }
    double valueAndGradient(ConstVectorRef, VectorRef gradient) const override
    {
        gradient.setConstant(value_);
        return value_;
    }

private:
    double value_;
};

ValuePtr descent()
{
    DescentContent content;
    content.parameterNames = numberedNames(QStringLiteral("theta"), 2);
    content.message = QStringLiteral("made 20 updates");
    for (int i = 0; i <= 20; ++i) {
        const double theta = 1 - std::pow(0.8, i);
        content.theta.insert(content.theta.end(), { theta, theta });
        content.steps.push_back({ .iteration = i,
            .epoch = double(i),
            .cost = 1.5 * (1 - theta) * (1 - theta),
            .gradientNorm = 2 * (1 - theta),
            .rate = 0.1,
            .evaluations = i + 1,
            .seconds = i * 1e-3 });
    }
    return std::make_shared<Descent>(std::move(content));
}

ValuePtr table(NumberCells x, NumberCells y)
{
    CategoryCells groups;
    groups.levels = { QStringLiteral("a"), QStringLiteral("b") };
    TextCells words;
    TimeCells times;
    for (std::size_t i = 0; i < x.size(); ++i) {
        groups.codes.push_back(int(i % 3) - 1);
        words.push_back(i % 4 == 0 ? QString() : QStringLiteral("word %1").arg(i));
        times.milliseconds.push_back(std::int64_t(i) * 86'400'000);
    }
    return std::make_shared<Table>(std::vector { Column { QStringLiteral("x"), std::move(x) },
        Column { QStringLiteral("y"), std::move(y) }, Column { QStringLiteral("group"), std::move(groups) },
        Column { QStringLiteral("word"), std::move(words) }, Column { QStringLiteral("day"), std::move(times) } });
}

} // namespace

std::vector<ValuePtr> Samples::of(const ValueType &type) const
{
    if (!(type == Value::staticType()))
        return byType_.value(type.id);
    QStringList ids = byType_.keys();
    ids.sort();
    std::vector<ValuePtr> all;
    for (const QString &id : ids)
        for (const ValuePtr &value : byType_[id])
            all.push_back(value);
    return all;
}

Samples plausibleSamples()
{
    const auto numbers = std::make_shared<Dataset>(datasetContent(40, false));
    const auto classes = std::make_shared<Dataset>(datasetContent(40, true));
    Samples samples;
    samples.add(std::make_shared<Number>(0.5));
    samples.add(std::make_shared<Text>(QStringLiteral("x")));
    samples.add(std::make_shared<Vector>(Eigen::Vector3d(0.5, 1, 2)));
    samples.add(*Schedule::read(0.5));
    samples.add(table({ 1, 2, 3, 4, 5, 6, 7, 8 }, { 1.1, 3.9, 9.2, 15.8, 25.1, 36.3, 48.7, 64.2 }));
    samples.add(numbers);
    samples.add(classes);
    samples.add(std::make_shared<Bowl>(2, std::chrono::milliseconds(0)));
    samples.add(std::make_shared<LeastSquares>(numbers));
    samples.add(std::make_shared<Bowl>(1, std::chrono::milliseconds(0)));
    samples.add(descent());
    samples.add(std::make_shared<LineModel>(numbers, Eigen::Vector2d(2, -1)));
    samples.add(std::make_shared<Figure>(FigureContent { .title = QStringLiteral("A line"),
        .layers = { { .label = QStringLiteral("line"), .shape = LineLayer { .x = { 0, 1 }, .y = { 0, 1 } } } } }));
    return samples;
}

Samples hostileSamples()
{
    DatasetContent constant = datasetContent(5, false);
    constant.features.col(1).setConstant(3);
    DatasetContent bare = datasetContent(5, false);
    bare.target.resize(0);
    bare.targetName.clear();
    Samples samples;
    for (const double number : { nan, infinity, -infinity, 1e308, -1.0, 0.0 })
        samples.add(std::make_shared<Number>(number));
    samples.add(std::make_shared<Text>(QString()));
    samples.add(std::make_shared<Vector>(Eigen::VectorXd()));
    samples.add(std::make_shared<Vector>(Eigen::Vector2d(nan, infinity)));
    samples.add(std::make_shared<Table>(std::vector<Column>()));
    samples.add(table({}, {}));
    samples.add(table({ nan, nan, nan }, { 1, infinity, -infinity }));
    samples.add(std::make_shared<Dataset>(datasetContent(0, false)));
    samples.add(std::make_shared<Dataset>(datasetContent(1, true)));
    samples.add(std::make_shared<Dataset>(std::move(constant)));
    samples.add(std::make_shared<Dataset>(std::move(bare)));
    samples.add(std::make_shared<Nowhere>(nan));
    samples.add(std::make_shared<Nowhere>(infinity));
    samples.add(std::make_shared<Nowhere>(0));
    DescentContent start;
    start.parameterNames = QStringList(QStringLiteral("theta"));
    start.steps.resize(1);
    start.theta = { 0 };
    samples.add(std::make_shared<Descent>(std::move(start)));
    samples.add(std::make_shared<Figure>(FigureContent {}));
    return samples;
}

ValuePtr slowObjective()
{
    return std::make_shared<Bowl>(3, std::chrono::milliseconds(1));
}

QByteArray sampleFileContent()
{
    return "x,y\n1,1.1\n2,3.9\n3,9.2\n4,15.8\n5,25.1\n";
}

} // namespace thalweg
