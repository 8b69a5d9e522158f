#pragma once

#include "gui/formula/math_box.h"

#include <thalweg/formula/expression.h>

#include <QWidget>

#include <optional>

namespace thalweg {

/// Shows a formula in mathematical form, broken into lines and made smaller where the widget is narrow. While the
/// formula that is being typed has a fault, the last sound one stays, dimmed.
class FormulaView : public QWidget {
    Q_OBJECT

public:
    explicit FormulaView(QWidget *parent = nullptr);

    /// Nothing: the formula has a fault.
    void setExpression(const std::optional<Expression> &expression);
    /// Shows nothing at all.
    void clear();
    bool isDimmed() const { return isDimmed_; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// The formula as it fits into `width`, and by how much it must shrink to do so.
    struct Fit {
        MathBox box;
        double scale = 1;
    };
    std::optional<Fit> fit(int width) const;

    std::optional<Expression> expression_; ///< the last sound one
    bool isDimmed_ = false;
};

} // namespace thalweg
