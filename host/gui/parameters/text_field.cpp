#include "gui/parameters/fields.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace thalweg {

namespace {

QVBoxLayout *flatLayout(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    return layout;
}

class LineField final : public ParameterField {
public:
    explicit LineField(const Parameter &parameter) : ParameterField(parameter), line_(new QLineEdit)
    {
        flatLayout(this)->addWidget(line_);
        setFocusProxy(line_);
        line_->setAccessibleName(parameter.name);
        connect(line_, &QLineEdit::textEdited, this,
            [this](const QString &text) { give(text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : text); });
        connect(line_, &QLineEdit::editingFinished, this, &ParameterField::gestureEnded);
    }

protected:
    void display() override
    {
        line_->setPlaceholderText(isMixed() ? tr("several values") : defaultText());
        if (line_->text() == value().toString())
            return;
        const int at = line_->cursorPosition();
        line_->setText(value().toString());
        line_->setCursorPosition(line_->hasFocus() ? at : 0);
    }

private:
    QLineEdit *line_;
};

class LinesField final : public ParameterField {
public:
    explicit LinesField(const Parameter &parameter) : ParameterField(parameter), lines_(new FocusedText(*this))
    {
        flatLayout(this)->addWidget(lines_);
        setFocusProxy(lines_);
        lines_->setAccessibleName(parameter.name);
        lines_->setTabChangesFocus(true);
        lines_->setMinimumWidth(60);
        lines_->setLineWrapMode(QPlainTextEdit::NoWrap);
        lines_->setFixedHeight(lines_->fontMetrics().lineSpacing() * 8 + 12);
        connect(lines_, &QPlainTextEdit::textChanged, this, [this] {
            const QString text = lines_->toPlainText();
            give(text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : text);
        });
    }

    bool isWide() const override { return true; }

protected:
    void display() override
    {
        lines_->setPlaceholderText(isMixed() ? tr("several values") : defaultText());
        if (lines_->toPlainText() == value().toString())
            return;
        const QSignalBlocker quiet(lines_);
        const int at = lines_->textCursor().position();
        lines_->setPlainText(value().toString());
        QTextCursor cursor = lines_->textCursor();
        cursor.setPosition(std::min(at, static_cast<int>(lines_->toPlainText().size())));
        lines_->setTextCursor(cursor);
    }

private:
    class FocusedText final : public QPlainTextEdit {
    public:
        explicit FocusedText(LinesField &field) : field_(field) { }

    protected:
        void focusOutEvent(QFocusEvent *event) override
        {
            QPlainTextEdit::focusOutEvent(event);
            Q_EMIT field_.gestureEnded();
        }

    private:
        LinesField &field_;
    };

    QPlainTextEdit *lines_;
};

/// A text that is best one of the incoming names.
class NameField final : public ParameterField {
public:
    explicit NameField(const Parameter &parameter) : ParameterField(parameter), box_(new QuietCombo)
    {
        flatLayout(this)->addWidget(box_);
        setFocusProxy(box_);
        box_->setEditable(true);
        box_->setInsertPolicy(QComboBox::NoInsert);
        box_->setMinimumContentsLength(6);
        box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box_->setAccessibleName(parameter.name);
        connect(box_->lineEdit(), &QLineEdit::textEdited, this, [this](const QString &text) { giveText(text); });
        connect(box_->lineEdit(), &QLineEdit::editingFinished, this, &ParameterField::gestureEnded);
        connect(box_, &QComboBox::activated, this, [this](int at) {
            giveText(box_->itemText(at));
            Q_EMIT gestureEnded();
        });
    }

    void setNames(const IncomingNames &names) override
    {
        if (names == names_)
            return;
        names_ = names;
        const QString text = box_->currentText();
        const QSignalBlocker quiet(box_);
        box_->clear();
        for (const IncomingNames::Name &name : names.names) {
            box_->addItem(name.name);
            box_->setItemData(box_->count() - 1, name.kind, Qt::ToolTipRole);
        }
        box_->setEditText(text);
        judge();
    }

protected:
    void display() override
    {
        box_->lineEdit()->setPlaceholderText(isMixed() ? tr("several values") : defaultText());
        if (box_->currentText() != value().toString())
            box_->setEditText(value().toString());
        judge();
    }

private:
    class QuietCombo final : public QComboBox {
    protected:
        void wheelEvent(QWheelEvent *event) override { event->ignore(); }
    };

    void giveText(const QString &text)
    {
        give(text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : text);
        judge();
    }

    /// A name that is not there is kept: the data may come to have it.
    void judge()
    {
        const QString text = value().toString();
        const bool isMissing = names_.areKnown && !text.isEmpty() && !names_.contains(text);
        setProblem(isMissing ? tr("There is no \"%1\" in %2").arg(text, names_.source->text()) : QString());
    }

    QComboBox *box_;
    IncomingNames names_;
};

} // namespace

ParameterField *textField(const Parameter &parameter)
{
    if (parameter.isLong)
        return new LinesField(parameter);
    return new LineField(parameter);
}

ParameterField *nameField(const Parameter &parameter)
{
    return new NameField(parameter);
}

} // namespace thalweg
