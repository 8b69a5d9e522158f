#include "gui/formula/formula_edit.h"
#include "gui/formula/formula_view.h"
#include "gui/parameters/fields.h"

#include <QVBoxLayout>

namespace thalweg {

namespace {

class FormulaField final : public ParameterField {
public:
    explicit FormulaField(const Parameter &parameter)
        : ParameterField(parameter), edit_(new FormulaEdit), view_(new FormulaView)
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(2);
        layout->addWidget(edit_);
        layout->addWidget(view_);
        setFocusProxy(edit_);
        edit_->setRequired(parameter.isRequired);
        connect(edit_, &FormulaEdit::textEdited, this, [this](const QString &text) {
            if (text.trimmed().isEmpty())
                give(QJsonValue::Undefined);
            else if (edit_->problem().isEmpty())
                give(text);
        });
        connect(edit_, &FormulaEdit::expressionChanged, this, [this] {
            if (edit_->text().trimmed().isEmpty())
                view_->clear();
            else
                view_->setExpression(edit_->expression());
        });
        connect(edit_, &FormulaEdit::editingFinished, this, &ParameterField::gestureEnded);
    }

    bool isWide() const override { return true; }
    void setNames(const IncomingNames &names) override { edit_->setKnownNames(names.list()); }

protected:
    void display() override
    {
        edit_->setPlaceholderText(isMixed() ? tr("several values") : tr("Such as (theta - 5)^2"));
        if (isMixed())
            edit_->setText({});
        else
            edit_->setText(effective().toString());
    }

private:
    FormulaEdit *edit_;
    FormulaView *view_;
};

} // namespace

ParameterField *formulaField(const Parameter &parameter)
{
    return new FormulaField(parameter);
}

} // namespace thalweg
