#include "gui/parameters/number_spin.h"

#include "gui/parameters/number_text.h"

#include <QLineEdit>
#include <QWheelEvent>

namespace thalweg {

NumberSpin::NumberSpin(QWidget *parent) : QAbstractSpinBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumWidth(70);
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberSpin::textEdited);
}

void NumberSpin::setText(const QString &text)
{
    if (text == lineEdit()->text())
        return;
    const int at = lineEdit()->cursorPosition();
    lineEdit()->setText(text);
    lineEdit()->setCursorPosition(hasFocus() ? at : 0); // a long number shows its first digits
}

void NumberSpin::setPlaceholder(const QString &text, const QString &number)
{
    lineEdit()->setPlaceholderText(text);
    start_ = number;
}

void NumberSpin::stepBy(int steps)
{
    const QString before = text().isEmpty() ? start_ : text();
    const int cursor = text().isEmpty() || lineEdit()->hasSelectedText() ? static_cast<int>(before.size())
                                                                         : lineEdit()->cursorPosition();
    const auto after = stepAtCursor(before.isEmpty() ? QStringLiteral("0") : before, cursor, steps);
    if (!after)
        return;
    Q_EMIT stepped(after->text);
    if (text() == after->text)
        lineEdit()->setCursorPosition(after->cursor);
}

void NumberSpin::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore(); // the panel scrolls
}

} // namespace thalweg
