#include "gui/figures/transport_bar.h"

#include "gui/figures/step_cursor.h"
#include "gui/figures/transport_keys.h"
#include "gui/theme/icons.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace thalweg {

namespace {

constexpr double fineness = 100'000; // places of the slider, of steps there may be more

double sliderPlaces(const Playback &playback)
{
    return std::min(fineness, static_cast<double>(playback.last() - playback.first()));
}

} // namespace

TransportBar::TransportBar(StepCursor &cursor, QWidget *parent) : QWidget(parent), cursor_(cursor)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 3, 6, 3);
    row->setSpacing(4);
    setAccessibleName(tr("Replay of the descent"));
    setFocusPolicy(Qt::StrongFocus);

    toStart_ = addButton(QStringLiteral("to-start"), tr("To the start"), tr("Home"));
    back_ = addButton(QStringLiteral("step-back"), tr("One step back"), tr("Left"));
    play_ = addButton(QStringLiteral("play"), tr("Play"), tr("Space"));
    forward_ = addButton(QStringLiteral("step-forward"), tr("One step on"), tr("Right"));
    toEnd_ = addButton(QStringLiteral("to-end"), tr("To the newest step"), tr("End"));
    loop_ = addButton(QStringLiteral("loop"), tr("Begin again at the end"), {});
    loop_->setCheckable(true);
    connect(toStart_, &QToolButton::clicked, &cursor_, &StepCursor::toStart);
    connect(back_, &QToolButton::clicked, &cursor_, &StepCursor::stepBack);
    connect(play_, &QToolButton::clicked, &cursor_, &StepCursor::togglePlaying);
    connect(forward_, &QToolButton::clicked, &cursor_, &StepCursor::stepForward);
    connect(toEnd_, &QToolButton::clicked, &cursor_, &StepCursor::toEnd);
    connect(loop_, &QToolButton::toggled, &cursor_, &StepCursor::setLoop);

    slider_ = new QSlider(Qt::Horizontal, this);
    slider_->setMinimumWidth(60);
    slider_->setAccessibleName(tr("Step"));
    slider_->setToolTip(tr("The step that all figures show"));
    slider_->installEventFilter(this);
    row->addWidget(slider_, 1);
    connect(slider_, &QSlider::valueChanged, this, [this](int place) {
        const Playback &playback = cursor_.playback();
        const double part = sliderPlaces(playback) > 0 ? place / sliderPlaces(playback) : 0;
        cursor_.moveTo(playback.first() + std::llround(part * static_cast<double>(playback.last() - playback.first())));
    });
    addNumbers();
    connect(&cursor_, &StepCursor::changed, this, &TransportBar::refresh);
    refresh();
}

QToolButton *TransportBar::addButton(const QString &name, const QString &text, const QString &keys)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(name));
    button->setAutoRaise(true);
    button->setAccessibleName(text);
    button->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
    button->installEventFilter(this);
    layout()->addWidget(button);
    return button;
}

void TransportBar::addNumbers()
{
    step_ = new QDoubleSpinBox(this);
    step_->setDecimals(0);
    step_->setKeyboardTracking(false);
    step_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    step_->setAlignment(Qt::AlignRight);
    step_->setAccessibleName(tr("Number of the step"));
    step_->setToolTip(tr("Go to this step"));
    connect(step_, &QDoubleSpinBox::valueChanged, this, [this](double step) { cursor_.moveTo(std::llround(step)); });

    position_ = new QLabel(this);
    position_->setTextFormat(Qt::PlainText);

    pace_ = new QDoubleSpinBox(this);
    pace_->setDecimals(0);
    pace_->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    pace_->setKeyboardTracking(false);
    pace_->setAccessibleName(tr("Speed"));
    pace_->setToolTip(tr("How fast the replay goes"));
    unit_ = new QComboBox(this);
    unit_->addItems({ tr("steps/s"), tr("s a run") });
    unit_->setAccessibleName(tr("Unit of the speed"));
    unit_->setToolTip(tr("Steps a second, or all steps in so many seconds"));
    showPace();
    connect(pace_, &QDoubleSpinBox::valueChanged, this, &TransportBar::takePace);
    connect(unit_, &QComboBox::activated, this, [this](int unit) {
        const bool isRun = unit == static_cast<int>(Pace::Unit::SecondsARun);
        cursor_.setPace({ static_cast<Pace::Unit>(unit), isRun ? 10.0 : 30.0 });
        showPace();
    });
    layout()->addWidget(step_);
    layout()->addWidget(position_);
    layout()->addWidget(pace_);
    layout()->addWidget(unit_);
}

void TransportBar::showPace()
{
    const QSignalBlocker blocker(pace_);
    const Pace pace = cursor_.playback().pace;
    const bool isRun = pace.unit == Pace::Unit::SecondsARun;
    pace_->setRange(1, isRun ? 3600 : 10'000);
    pace_->setValue(pace.value);
    unit_->setCurrentIndex(static_cast<int>(pace.unit));
}

void TransportBar::takePace()
{
    cursor_.setPace({ static_cast<Pace::Unit>(unit_->currentIndex()), pace_->value() });
}

void TransportBar::setEpochs(std::function<std::optional<double>(std::int64_t)> epochAt)
{
    epochAt_ = std::move(epochAt);
    refresh();
}

QString TransportBar::position() const
{
    const Playback &playback = cursor_.playback();
    if (playback.isEmpty())
        return tr("no steps yet");
    const QLocale locale;
    QString text = tr("step %1 of %2").arg(locale.toString(playback.current()), locale.toString(playback.last()));
    if (const std::optional<double> epoch = epochAt_ ? epochAt_(playback.current()) : std::nullopt)
        text += tr(" · epoch %1").arg(locale.toString(*epoch, 'f', *epoch == std::floor(*epoch) ? 0 : 1));
    return text;
}

void TransportBar::refresh()
{
    const Playback &playback = cursor_.playback();
    const QSignalBlocker sliderBlocker(slider_);
    const QSignalBlocker stepBlocker(step_);
    const QSignalBlocker loopBlocker(loop_);
    const bool hasSteps = playback.last() > playback.first();
    for (QWidget *part : std::initializer_list<QWidget *> { toStart_, back_, play_, forward_, toEnd_, slider_, step_ })
        part->setEnabled(hasSteps);

    const double span = static_cast<double>(playback.last() - playback.first());
    slider_->setRange(0, static_cast<int>(sliderPlaces(playback)));
    slider_->setValue(hasSteps ? static_cast<int>(std::lround(
                          static_cast<double>(playback.current() - playback.first()) / span * sliderPlaces(playback)))
                               : 0);
    step_->setRange(static_cast<double>(playback.first()), static_cast<double>(playback.last()));
    step_->setValue(static_cast<double>(playback.current()));
    loop_->setChecked(playback.loop);

    const QString name = playback.playing ? QStringLiteral("pause") : QStringLiteral("play");
    if (play_->property("icon name") != name) {
        play_->setProperty("icon name", name);
        play_->setIcon(icon(name));
        play_->setAccessibleName(playback.playing ? tr("Pause") : tr("Play"));
        play_->setToolTip(playback.playing ? tr("Pause (Space)") : tr("Play (Space)"));
    }
    const QString text = position();
    position_->setText(text);
    // Wide enough for every step, so that nothing moves while it plays.
    QString widest = text;
    for (QChar &letter : widest)
        if (letter.isDigit())
            letter = u'0';
    const int width = position_->fontMetrics().horizontalAdvance(widest) + 8;
    if (width > position_->minimumWidth() || playback.isEmpty())
        position_->setMinimumWidth(width);
    slider_->setAccessibleDescription(text);
}

void TransportBar::keyPressEvent(QKeyEvent *event)
{
    if (!takeTransportKey(cursor_, *event, true))
        QWidget::keyPressEvent(event);
}

bool TransportBar::eventFilter(QObject *watched, QEvent *event)
{
    return event->type() == QEvent::KeyPress && takeTransportKey(cursor_, *static_cast<QKeyEvent *>(event), true)
        ? true
        : QWidget::eventFilter(watched, event);
}

} // namespace thalweg
