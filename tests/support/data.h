#pragma once

#include <thalweg/dataset.h>

namespace thalweg::test {

/// Features by column, and a target if any is given.
inline std::shared_ptr<const Dataset> dataset(const std::vector<std::pair<QString, std::vector<double>>> &features,
    const std::vector<double> &target = {}, const QStringList &classes = {}, std::vector<Scaling> scaling = {})
{
    DatasetContent content;
    content.features.resize(
        static_cast<Eigen::Index>(features.at(0).second.size()), static_cast<Eigen::Index>(features.size()));
    for (std::size_t j = 0; j < features.size(); ++j) {
        content.featureNames += features[j].first;
        for (std::size_t i = 0; i < features[j].second.size(); ++i)
            content.features(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = features[j].second[i];
    }
    content.target = Eigen::Map<const Eigen::VectorXd>(target.data(), static_cast<Eigen::Index>(target.size()));
    content.targetName = target.empty() ? QString() : QStringLiteral("y");
    content.classes = classes;
    content.scaling = std::move(scaling);
    return std::make_shared<Dataset>(std::move(content));
}

/// One feature of every row.
inline std::vector<double> feature(const Dataset &dataset, Eigen::Index j)
{
    return { dataset.features().col(j).begin(), dataset.features().col(j).end() };
}

inline std::vector<double> targetOf(const Dataset &dataset)
{
    return { dataset.target().begin(), dataset.target().end() };
}

} // namespace thalweg::test
