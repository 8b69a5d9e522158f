#pragma once

#include "table.h"

#include <QStringList>

#include <Eigen/Core>

namespace thalweg {

/// Row-major, so that one row of data is one run of memory.
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// How a feature was scaled: scaled = (original - shift) / scale.
struct Scaling {
    double shift = 0;
    double scale = 1;

    bool operator==(const Scaling &) const = default;
};

/// What is needed to make a Dataset.
struct DatasetContent {
    Matrix features; ///< X, m rows × n features; finite
    Eigen::VectorXd target; ///< y, m numbers; empty where there is no target
    QStringList featureNames; ///< n
    QString targetName;
    QStringList
        classes; ///< names of the classes where the target is one of K classes (then y holds 0 … K-1), else empty
    std::vector<Scaling> scaling; ///< n: how each feature was scaled, 0 and 1 where it was not
};

/// Numbers to fit: features X and target y.
class THALWEG_EXPORT Dataset final : public Value {
public:
    /// Shapes that do not agree are a bug of the caller's and throw. An empty `scaling` means that nothing was scaled.
    explicit Dataset(DatasetContent content);

    static const ValueType &staticType();
    const ValueType &type() const override { return staticType(); }
    QString text() const override;
    QJsonObject summary() const override;
    std::shared_ptr<const Table> table() const override;

    const Matrix &features() const { return content_.features; }
    const Eigen::VectorXd &target() const { return content_.target; }
    const QStringList &featureNames() const { return content_.featureNames; }
    const QString &targetName() const { return content_.targetName; }
    const QStringList &classes() const { return content_.classes; }
    const std::vector<Scaling> &scaling() const { return content_.scaling; }

    Eigen::Index rowCount() const { return content_.features.rows(); }
    Eigen::Index featureCount() const { return content_.features.cols(); }
    bool hasTarget() const
    {
        return content_.target.size() == content_.features.rows() && !content_.targetName.isEmpty();
    }

    /// The target column as it was before it became numbers: classes by name.
    Column targetColumn() const;

private:
    DatasetContent content_;
};

} // namespace thalweg
