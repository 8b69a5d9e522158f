#pragma once

#include <QAbstractSpinBox>

namespace thalweg {

/// A spin field for free text such as `1e-3`. Up and down step the digit at the cursor; the wheel turns only what has
/// the focus.
class NumberSpin : public QAbstractSpinBox {
    Q_OBJECT

public:
    explicit NumberSpin(QWidget *parent = nullptr);

    QString text() const { return QAbstractSpinBox::text(); }
    /// Keeps the cursor as far as it can; says nothing.
    void setText(const QString &text);
    /// What stands there faintly while the field is empty; steps begin from `number`, where it is one.
    void setPlaceholder(const QString &text, const QString &number);
    void selectAllText() { selectAll(); }

    void stepBy(int steps) override;

Q_SIGNALS:
    /// A person typed or stepped.
    void textEdited(const QString &text);
    void stepped(const QString &text);

protected:
    StepEnabled stepEnabled() const override { return StepUpEnabled | StepDownEnabled; }
    void wheelEvent(QWheelEvent *event) override;
    QValidator::State validate(QString &, int &) const override { return QValidator::Acceptable; }

private:
    QString start_;
};

} // namespace thalweg
