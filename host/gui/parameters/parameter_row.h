#pragma once

#include "gui/parameters/parameter_field.h"

#include <optional>

class QAction;
class QLabel;
class QToolButton;

namespace thalweg {

/// Where a driven parameter gets its value.
struct Driver {
    QString from; ///< `sweep.values`
    QString lastValue; ///< empty: it did not run yet
};

/// The label of a number: a drag on it changes the number.
class ScrubLabel;

/// A parameter in the panel: label, field, the button that resets it, the one that lets a link drive it, and a message.
class ParameterRow : public QWidget {
    Q_OBJECT

public:
    explicit ParameterRow(const Parameter &parameter);

    ParameterField *field() const { return field_; }
    const Parameter &parameter() const { return field_->parameter(); }

    /// Undefined: not given. `isMixed`: several nodes have different values, of which some are given.
    void setValue(const QJsonValue &value, bool isMixed);
    /// Nothing: it is not driven.
    void setDriver(const std::optional<Driver> &driver);
    /// Whether a link may be added for it: of one node alone.
    void setCanBeDriven(bool can, bool canHaveRange);
    void setLabelWidth(int width);

    /// A name in a file as people read it: `batch_size` → `Batch size`.
    static QString labelText(const QString &name);

Q_SIGNALS:
    void resetWanted();
    void driveWanted();
    void rangeWanted();
    void cutWanted();
    void helpWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeDriverLine();
    void setColours();
    QString toolTipText() const;

    ParameterField *field_;
    ScrubLabel *label_;
    QToolButton *drive_;
    QToolButton *reset_;
    QLabel *message_;
    QLabel *driverText_;
    QWidget *driverLine_;
    QAction *rangeAction_ = nullptr;
    bool isGiven_ = false;
};

} // namespace thalweg
