#include "class_predictions.h"

#include "plain_values.h"
#include "result.h"

#include <algorithm>

namespace thalweg {

namespace {

Error unknownClass(const QString &given, const QStringList &classes)
{
    return Error(QStringLiteral("its target has the class %1, which the model does not know; it knows %2")
                     .arg(given.left(100), classes.join(QStringLiteral(", ")).left(1000)))
        .at(QStringLiteral("port dataset"));
}

/// The numbers that the names of classes are, empty where one is none.
std::vector<double> namedNumbers(const QStringList &classes)
{
    std::vector<double> numbers;
    for (const QString &name : classes) {
        bool isNumber = false;
        numbers.push_back(name.toDouble(&isNumber));
        if (!isNumber)
            return {};
    }
    return numbers;
}

std::vector<int> classesOfNumbers(const QStringList &classes, const Eigen::VectorXd &target)
{
    std::vector<double> numbers = namedNumbers(classes);
    if (numbers.empty())
        for (int k = 0; k < classes.size(); ++k)
            numbers.push_back(k);
    std::vector<int> codes;
    codes.reserve(static_cast<std::size_t>(target.size()));
    for (double value : target) {
        const auto found = std::ranges::find(numbers, value);
        if (found == numbers.end())
            throw unknownClass(shortNumber(value), classes);
        codes.push_back(static_cast<int>(found - numbers.begin()));
    }
    return codes;
}

} // namespace

ClassPredictions predictClasses(const Model &model, const Matrix &features)
{
    ClassPredictions predictions;
    predictions.probabilities = model.probabilities(features);
    const Matrix &probabilities = predictions.probabilities;
    predictions.classes.assign(static_cast<std::size_t>(features.rows()), ClassPredictions::none);
    const Eigen::VectorXd numbers = probabilities.cols() == 0 ? model.predict(features) : Eigen::VectorXd();
    for (Eigen::Index i = 0; i < features.rows(); ++i) {
        int &best = predictions.classes[static_cast<std::size_t>(i)];
        if (probabilities.cols() > 0 && probabilities.row(i).allFinite()) {
            Eigen::Index likeliest = 0;
            probabilities.row(i).maxCoeff(&likeliest);
            best = static_cast<int>(likeliest);
        } else if (numbers.size() > 0 && numbers[i] >= 0 && numbers[i] < static_cast<double>(model.classes().size())) {
            best = static_cast<int>(numbers[i]);
        }
    }
    return predictions;
}

std::vector<int> targetClasses(const Model &model, const Dataset &dataset)
{
    const QStringList &classes = model.classes();
    if (dataset.classes().isEmpty())
        return classesOfNumbers(classes, dataset.target());
    std::vector<int> codes;
    codes.reserve(static_cast<std::size_t>(dataset.rowCount()));
    for (double number : dataset.target()) {
        const QString &name = dataset.classes()[static_cast<qsizetype>(number)];
        codes.push_back(static_cast<int>(classes.indexOf(name)));
        if (codes.back() < 0)
            throw unknownClass(QLatin1Char('"') + name + QLatin1Char('"'), classes);
    }
    return codes;
}

} // namespace thalweg
