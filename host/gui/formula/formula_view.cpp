#include "gui/formula/formula_view.h"

#include "gui/formula/typeset.h"
#include "gui/theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

constexpr int margin = 8;
constexpr double smallest = 0.6; ///< of the size; below it letters are no longer read

/// As large as the text around it, and a little more: letters of formulas are small and have much below and above.
QFont formulaFont(const QFont &font)
{
    QFont larger = font;
    larger.setPixelSize(static_cast<int>(std::lround(QFontInfo(font).pixelSize() * 1.3)));
    return larger;
}

} // namespace

FormulaView::FormulaView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Formula in mathematical form"));
}

void FormulaView::setExpression(const std::optional<Expression> &expression)
{
    isDimmed_ = !expression;
    if (expression)
        expression_ = expression;
    setAccessibleDescription(expression_ ? expression_->text : QString());
    updateGeometry();
    update();
}

void FormulaView::clear()
{
    expression_.reset();
    setExpression({});
}

std::optional<FormulaView::Fit> FormulaView::fit(int width) const
{
    if (!expression_)
        return {};
    const double room = std::max(1, width - 2 * margin);
    std::optional<MathBox> box = typeset(*expression_, formulaFont(font()), room);
    if (!box)
        return {};
    const double scale = std::clamp(room / std::max(box->width, 1.0), smallest, 1.0);
    if (scale < 1) // with smaller letters more may stand in a line
        box = typeset(*expression_, formulaFont(font()), room / scale);
    return Fit { std::move(*box), scale };
}

int FormulaView::heightForWidth(int width) const
{
    const std::optional<Fit> fitted = fit(width);
    return fitted ? static_cast<int>(std::ceil(fitted->box.height() * fitted->scale)) + 2 * margin : 0;
}

QSize FormulaView::sizeHint() const
{
    const std::optional<Fit> fitted = fit(QWIDGETSIZE_MAX);
    if (!fitted)
        return { 0, 0 };
    return { static_cast<int>(std::ceil(fitted->box.width)) + 2 * margin,
        static_cast<int>(std::ceil(fitted->box.height())) + 2 * margin };
}

QSize FormulaView::minimumSizeHint() const
{
    return { 60, heightForWidth(std::max(width(), 60)) };
}

void FormulaView::paintEvent(QPaintEvent *)
{
    const std::optional<Fit> fitted = fit(width());
    if (!fitted)
        return;
    QPainter painter(this);
    painter.setPen(theme(palette()).text);
    painter.setOpacity(isDimmed_ ? 0.38 : 1);
    const double shownWidth = fitted->box.width * fitted->scale;
    const double shownHeight = fitted->box.height() * fitted->scale;
    painter.translate(std::max<double>(margin, (width() - shownWidth) / 2), (height() - shownHeight) / 2);
    painter.scale(fitted->scale, fitted->scale);
    fitted->box.paint(painter, { 0, fitted->box.ascent });
}

void FormulaView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace thalweg
