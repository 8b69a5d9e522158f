#include "gui/parameters/fields.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QWheelEvent>

namespace thalweg {

namespace {

QHBoxLayout *flatLayout(QWidget *widget)
{
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

class CheckField final : public ParameterField {
public:
    explicit CheckField(const Parameter &parameter) : ParameterField(parameter), box_(new QCheckBox)
    {
        flatLayout(this)->addWidget(box_);
        setFocusProxy(box_);
        box_->setAccessibleName(parameter.name);
        connect(box_, &QCheckBox::clicked, this, [this](bool on) {
            box_->setTristate(false);
            give(on);
            box_->setText(on ? tr("yes") : tr("no"));
            Q_EMIT gestureEnded();
        });
    }

protected:
    void display() override
    {
        box_->setTristate(isMixed());
        box_->setCheckState(isMixed() ? Qt::PartiallyChecked : effective().toBool() ? Qt::Checked : Qt::Unchecked);
        box_->setText(isMixed() ? tr("several values") : effective().toBool() ? tr("yes") : tr("no"));
    }

private:
    QCheckBox *box_;
};

/// Up to three choices as buttons side by side, where they are short enough.
class SegmentsField final : public ParameterField {
public:
    explicit SegmentsField(const Parameter &parameter) : ParameterField(parameter), group_(new QButtonGroup(this))
    {
        auto *layout = flatLayout(this);
        for (const QString &choice : parameter.choices) {
            auto *button = new QToolButton;
            button->setText(choice);
            button->setCheckable(true);
            button->setFocusPolicy(Qt::StrongFocus);
            button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            button->setAccessibleName(tr("%1: %2").arg(parameter.name, choice));
            layout->addWidget(button);
            group_->addButton(button);
        }
        setStyleSheet(QStringLiteral("QToolButton { border: 1px solid palette(mid); padding: 3px 5px; }"
                                     "QToolButton:focus { border-color: palette(highlight); }"
                                     "QToolButton:checked { background: palette(highlight);"
                                     " color: palette(highlighted-text); }"));
        setFocusProxy(group_->buttons().first());
        connect(group_, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *button) {
            give(button->text());
            Q_EMIT gestureEnded();
        });
    }

protected:
    void display() override
    {
        group_->setExclusive(false); // so that none may be down
        for (QAbstractButton *button : group_->buttons())
            button->setChecked(!isMixed() && button->text() == asText(effective()));
        group_->setExclusive(true);
    }

private:
    QButtonGroup *group_;
};

class ComboField final : public ParameterField {
public:
    explicit ComboField(const Parameter &parameter) : ParameterField(parameter), box_(new QuietCombo)
    {
        flatLayout(this)->addWidget(box_);
        setFocusProxy(box_);
        box_->addItems(parameter.choices);
        box_->setMinimumContentsLength(6);
        box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box_->setAccessibleName(parameter.name);
        connect(box_, &QComboBox::activated, this, [this](int at) {
            give(box_->itemText(at));
            Q_EMIT gestureEnded();
        });
    }

protected:
    void display() override
    {
        box_->setPlaceholderText(isMixed() ? tr("several values") : asText(effective()));
        box_->setCurrentIndex(isMixed() ? -1 : box_->findText(asText(effective())));
        if (!value().isUndefined() && !parameter().check(value()))
            give(value());
    }

private:
    class QuietCombo final : public QComboBox {
    protected:
        void wheelEvent(QWheelEvent *event) override { event->ignore(); }
    };

    QComboBox *box_;
};

} // namespace

ParameterField *choiceField(const Parameter &parameter)
{
    if (parameter.kind == Parameter::Kind::Boolean)
        return new CheckField(parameter);
    constexpr qsizetype mostSegments = 3;
    constexpr qsizetype mostLetters = 10; // of all: they must fit beside a label
    const bool areShort = parameter.choices.join(QString()).size() <= mostLetters;
    if (parameter.choices.size() <= mostSegments && areShort)
        return new SegmentsField(parameter);
    return new ComboField(parameter);
}

} // namespace thalweg
