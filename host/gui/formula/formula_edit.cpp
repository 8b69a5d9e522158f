#include "gui/formula/formula_edit.h"

#include "gui/formula/formula_text.h"
#include "gui/theme/theme.h"

#include <thalweg/formula/parser.h>

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace thalweg {

FormulaEdit::FormulaEdit(QWidget *parent) : QWidget(parent), editor_(new FormulaText), message_(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(editor_);
    layout->addWidget(message_);
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->hide();
    setFocusProxy(editor_);
    editor_->setAccessibleName(tr("Formula"));
    setColours();
    connect(editor_, &QPlainTextEdit::textChanged, this, [this] {
        if (editor_->toPlainText() == read_) // only colours have changed
            return;
        read();
        Q_EMIT expressionChanged();
        Q_EMIT textEdited(text());
    });
    connect(editor_, &FormulaText::editingFinished, this, &FormulaEdit::editingFinished);
}

QString FormulaEdit::text() const
{
    return editor_->toPlainText();
}

void FormulaEdit::setText(const QString &text)
{
    if (text == this->text())
        return;
    const QSignalBlocker quiet(editor_);
    const int at = editor_->textCursor().position();
    editor_->setPlainText(text);
    QTextCursor cursor = editor_->textCursor();
    cursor.setPosition(std::min(at, static_cast<int>(text.size())));
    editor_->setTextCursor(cursor);
    read();
    editor_->updateGeometry();
    Q_EMIT expressionChanged();
}

void FormulaEdit::setPlaceholderText(const QString &text)
{
    editor_->setPlaceholderText(text);
}

void FormulaEdit::setKnownNames(const QStringList &names)
{
    editor_->setKnownNames(names);
}

void FormulaEdit::setRequired(bool required)
{
    isRequired_ = required;
    read();
}

void FormulaEdit::read()
{
    read_ = text();
    expression_.reset();
    problem_.clear();
    FaultPlace fault;
    if (!read_.trimmed().isEmpty() || isRequired_) {
        try {
            expression_ = parseFormula(read_);
        } catch (const FormulaError &error) {
            problem_ = error.message();
            fault = { static_cast<int>(error.offset()), static_cast<int>(error.length()) };
        }
    }
    editor_->setFault(fault);
    // What is not there yet is no fault to shout about.
    message_->setText(read_.trimmed().isEmpty() ? QString() : problem_);
    message_->setVisible(!message_->text().isEmpty());
    editor_->setAccessibleDescription(problem_);
}

void FormulaEdit::setColours()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme(palette()).failed);
    message_->setPalette(colours);
}

void FormulaEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setColours();
}

} // namespace thalweg
