#pragma once

#include "gui/figures/steps.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QToolButton;

namespace thalweg {

class StepCursor;

/// The buttons, the slider and the numbers of the one step cursor.
class TransportBar final : public QWidget {
    Q_OBJECT

public:
    /// `cursor` must outlive the bar.
    explicit TransportBar(StepCursor &cursor, QWidget *parent = nullptr);

    /// Says the epoch at a step, where there is one.
    void setEpochs(std::function<std::optional<double>(std::int64_t)> epochAt);

    /// `step 37 of 50 · epoch 1.2`
    QString position() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const QString &icon, const QString &text, const QString &keys);
    void addNumbers();
    void refresh();
    void showPace();
    void takePace();

    StepCursor &cursor_;
    std::function<std::optional<double>(std::int64_t)> epochAt_;
    QToolButton *toStart_, *back_, *play_, *forward_, *toEnd_, *loop_;
    QSlider *slider_;
    QDoubleSpinBox *step_;
    QLabel *position_;
    QDoubleSpinBox *pace_;
    QComboBox *unit_;
};

} // namespace thalweg
