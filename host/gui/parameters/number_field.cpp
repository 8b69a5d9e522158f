#include "gui/parameters/fields.h"
#include "gui/parameters/number_spin.h"
#include "gui/parameters/number_text.h"

#include <QGridLayout>
#include <QSlider>
#include <QWheelEvent>

namespace thalweg {

namespace {

constexpr int ticks = 1000;

/// A slider that leaves the wheel to the panel.
class QuietSlider final : public QSlider {
public:
    QuietSlider() : QSlider(Qt::Horizontal) { }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

class NumberField final : public ParameterField {
public:
    explicit NumberField(const Parameter &parameter) : ParameterField(parameter), spin_(new NumberSpin)
    {
        auto *layout = new QGridLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setHorizontalSpacing(4);
        layout->setVerticalSpacing(1);
        layout->addWidget(spin_, 0, 0);
        layout->setColumnStretch(0, 1);
        setFocusProxy(spin_);
        spin_->setAccessibleName(parameter.name);
        if (parameter.sliderHint)
            addSlider(*layout);
        connect(spin_, &NumberSpin::textEdited, this, [this](const QString &text) { giveText(text); });
        connect(spin_, &NumberSpin::stepped, this, [this](const QString &text) {
            const auto number = numberFrom(text);
            if (!number || !this->parameter().check(*number))
                return; // a step stops at the end of the range
            spin_->setText(text);
            giveText(text);
        });
        connect(spin_, &NumberSpin::editingFinished, this, &ParameterField::gestureEnded);
    }

    bool canScrub() const override { return true; }
    void beginScrub() override { scrubStart_ = isMixed() ? 0 : effective().toDouble(); }
    void scrub(double pixels) override { giveNumber(scrubbed(scrubStart_, pixels, parameter())); }

protected:
    void display() override
    {
        const QString start = parameter().defaultValue.isDouble() ? defaultText() : QString();
        spin_->setPlaceholder(isMixed() ? tr("several values") : defaultText(), start);
        // A text that says the number already stays as it was typed.
        if (value().isUndefined() || value().isNull())
            spin_->setText({});
        else if (!value().isDouble())
            spin_->setText(asText(value()));
        else if (numberFrom(spin_->text()) != value().toDouble())
            spin_->setText(exactText(value().toDouble()));
        if (!value().isUndefined() && !parameter().check(value()))
            give(value()); // the file has a wrong value: say so
        showAtSlider();
    }

private:
    void addSlider(QGridLayout &layout)
    {
        slider_ = new QuietSlider;
        slider_->setRange(0, ticks);
        slider_->setPageStep(ticks / 10);
        slider_->setFocusPolicy(Qt::ClickFocus); // the field above does the same by keys
        slider_->setAccessibleName(tr("%1, slider").arg(parameter().name));
        slider_->setToolTip(
            tr("%1 to %2").arg(exactText(parameter().sliderHint->from), exactText(parameter().sliderHint->to)));
        layout.addWidget(slider_, 1, 0, 1, 2);
        connect(slider_, &QSlider::sliderPressed, this, &ParameterField::gestureEnded);
        connect(slider_, &QSlider::sliderReleased, this, &ParameterField::gestureEnded);
        connect(slider_, &QSlider::valueChanged, this, [this](int tick) {
            giveNumber(std::clamp(valueOf(tick, parameter(), ticks), parameter().minimum, parameter().maximum));
        });
    }

    void showAtSlider()
    {
        if (!slider_ || slider_->isSliderDown())
            return;
        const QSignalBlocker quiet(slider_);
        slider_->setValue(tickOf(effective().toDouble(), *parameter().sliderHint, ticks));
    }

    void giveText(const QString &text)
    {
        if (text.trimmed().isEmpty())
            give(QJsonValue::Undefined);
        else if (const auto number = numberFrom(text))
            give(*number);
        else
            setProblem(tr("\"%1\" is not a number").arg(text.trimmed()));
        showAtSlider();
    }

    void giveNumber(double number)
    {
        if (value() == QJsonValue(number))
            return;
        spin_->setText(exactText(number));
        give(number);
        showAtSlider();
    }

    NumberSpin *spin_;
    QSlider *slider_ = nullptr;
    double scrubStart_ = 0;
};

} // namespace

ParameterField *numberField(const Parameter &parameter)
{
    return new NumberField(parameter);
}

} // namespace thalweg
