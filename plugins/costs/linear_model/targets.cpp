#include "targets.h"

#include <thalweg/plain_values.h>
#include <thalweg/result.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

void checkNumbers(const Dataset &dataset)
{
    if (dataset.rowCount() == 0)
        throw Error(QStringLiteral("has no rows; a cost needs at least one"));
    if (!dataset.hasTarget())
        throw Error(QStringLiteral("has no target; name its column in tables.dataset"));
    for (Eigen::Index i = 0; i < dataset.rowCount(); ++i)
        if (!std::isfinite(dataset.target()[i]))
            throw Error(QStringLiteral("target %1 has no number in row %2; leave out such rows first")
                            .arg(dataset.targetName())
                            .arg(i + 1));
}

/// Throws for the first row that does not suit; `needed` says what would.
template <class Suits> void checkRows(const Dataset &dataset, const Suits &suits, const QString &needed)
{
    for (Eigen::Index i = 0; i < dataset.rowCount(); ++i)
        if (const double y = dataset.target()[i]; !suits(y))
            throw Error(QStringLiteral("target %1 is %2 in row %3; %4")
                            .arg(dataset.targetName(), shortNumber(y))
                            .arg(i + 1)
                            .arg(needed));
}

void checkHasNoClasses(const Dataset &dataset, qsizetype most, const QString &method)
{
    if (dataset.classes().size() > most)
        throw Error(QStringLiteral("target %1 is one of %2 classes, which have no distances; %3 needs numbers, and "
                                   "costs.softmax takes classes")
                        .arg(dataset.targetName())
                        .arg(dataset.classes().size())
                        .arg(method));
}

QStringList twoClasses(const Dataset &dataset, const QString &method)
{
    if (dataset.classes().size() == 2)
        return dataset.classes();
    if (!dataset.classes().isEmpty())
        throw Error(QStringLiteral("target %1 has %2 classes; %3 needs two (costs.softmax takes more)")
                        .arg(dataset.targetName())
                        .arg(dataset.classes().size())
                        .arg(method));
    checkRows(
        dataset, [](double y) { return y == 0 || y == 1; },
        QStringLiteral("%1 needs a target of two classes, or of the numbers 0 and 1").arg(method));
    return { QStringLiteral("0"), QStringLiteral("1") };
}

QStringList anyClasses(const Dataset &dataset, const QString &method)
{
    QStringList names = dataset.classes();
    if (names.isEmpty()) {
        constexpr int most = 1000;
        checkRows(
            dataset, [](double y) { return y >= 0 && y < most && y == std::floor(y); },
            QStringLiteral("%1 needs a target of classes, or of their numbers 0, 1, 2, … below %2")
                .arg(method)
                .arg(most));
        for (int k = 0; k <= static_cast<int>(dataset.target().maxCoeff()); ++k)
            names += QString::number(k);
    }
    if (names.size() < 2)
        throw Error(
            QStringLiteral("target %1 has one class only; %2 needs at least two").arg(dataset.targetName(), method));
    return names;
}

QStringList classesOf(const Dataset &dataset, Target target, const QString &method)
{
    checkNumbers(dataset);
    switch (target) {
    case Target::Numbers:
        checkHasNoClasses(dataset, 2, method);
        break;
    case Target::Counts:
        checkHasNoClasses(dataset, 0, method);
        checkRows(
            dataset, [](double y) { return y >= 0; },
            QStringLiteral("%1 needs counts, none of them negative").arg(method));
        break;
    case Target::TwoClasses:
        return twoClasses(dataset, method);
    case Target::Classes:
        return anyClasses(dataset, method);
    }
    return {};
}

} // namespace

QStringList checkTarget(const Dataset &dataset, Target target, const QString &method)
{
    try {
        return classesOf(dataset, target, method);
    } catch (const Error &error) {
        throw error.at(QStringLiteral("port dataset"));
    }
}

} // namespace thalweg
