#include "dataset.h"

#include <QJsonArray>

#include <algorithm>
#include <stdexcept>

namespace thalweg {

Dataset::Dataset(DatasetContent content) : content_(std::move(content))
{
    if (content_.scaling.empty())
        content_.scaling.resize(static_cast<std::size_t>(content_.features.cols()));
    if (content_.featureNames.size() != content_.features.cols()
        || static_cast<Eigen::Index>(content_.scaling.size()) != content_.features.cols()
        || (content_.target.size() != 0 && content_.target.size() != content_.features.rows()))
        throw std::logic_error("the shapes of a dataset's features, target, names and scaling do not agree");
}

const ValueType &Dataset::staticType()
{
    static const ValueType type { QStringLiteral("dataset"), QStringLiteral("Dataset"), QStringLiteral("#c2410c") };
    return type;
}

QString Dataset::text() const
{
    QString text = QStringLiteral("%1 rows, %2 features").arg(rowCount()).arg(featureCount());
    if (hasTarget())
        text += QStringLiteral(", target %1").arg(targetName());
    if (!classes().isEmpty())
        text += QStringLiteral(" (%1 classes)").arg(classes().size());
    return text;
}

QJsonObject Dataset::summary() const
{
    QJsonObject summary { { QStringLiteral("rows"), static_cast<qint64>(rowCount()) },
        { QStringLiteral("features"), QJsonArray::fromStringList(featureNames()) },
        { QStringLiteral("target"), hasTarget() ? QJsonValue(targetName()) : QJsonValue() } };
    if (!classes().isEmpty())
        summary.insert(QStringLiteral("classes"), QJsonArray::fromStringList(classes()));
    return summary;
}

std::shared_ptr<const Table> Dataset::table() const
{
    std::vector<Column> columns;
    for (Eigen::Index j = 0; j < featureCount(); ++j) {
        NumberCells cells(static_cast<std::size_t>(rowCount()));
        for (Eigen::Index i = 0; i < rowCount(); ++i)
            cells[static_cast<std::size_t>(i)] = features()(i, j);
        columns.push_back({ featureNames()[j], std::move(cells) });
    }
    if (hasTarget())
        columns.push_back(targetColumn());
    return std::make_shared<Table>(std::move(columns));
}

Column Dataset::targetColumn() const
{
    if (classes().isEmpty())
        return { targetName(), NumberCells(target().begin(), target().end()) };
    CategoryCells cells;
    cells.levels.assign(classes().begin(), classes().end());
    for (double code : target())
        cells.codes.push_back(static_cast<std::int32_t>(code));
    return { targetName(), std::move(cells) };
}

} // namespace thalweg
