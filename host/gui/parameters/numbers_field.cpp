#include "gui/parameters/fields.h"
#include "gui/parameters/number_text.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QVBoxLayout>

namespace thalweg {

namespace {

QString listText(const QJsonArray &numbers)
{
    QStringList parts;
    for (const QJsonValue number : numbers)
        parts += exactText(number.toDouble());
    return parts.join(QStringLiteral(", "));
}

class NumbersField final : public ParameterField {
public:
    explicit NumbersField(const Parameter &parameter) : ParameterField(parameter), line_(new QLineEdit)
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(line_);
        setFocusProxy(line_);
        line_->setAccessibleName(parameter.name);
        connect(line_, &QLineEdit::textEdited, this, [this](const QString &text) {
            QString wrong;
            const auto numbers = numbersFrom(text, &wrong);
            if (!numbers)
                setProblem(tr("\"%1\" is not a number; put commas between numbers").arg(wrong));
            else if (numbers->empty())
                give(QJsonValue::Undefined);
            else
                give(toJson(*numbers));
        });
        connect(line_, &QLineEdit::editingFinished, this, &ParameterField::gestureEnded);
    }

protected:
    void display() override
    {
        line_->setPlaceholderText(isMixed() ? tr("several values") : defaultText());
        const auto shown = numbersFrom(line_->text());
        if (!shown || toJson(*shown) != value().toArray() || isMixed())
            line_->setText(listText(value().toArray()));
    }

private:
    static QJsonArray toJson(const std::vector<double> &numbers)
    {
        QJsonArray array;
        for (const double number : numbers)
            array.append(number);
        return array;
    }

    QLineEdit *line_;
};

} // namespace

ParameterField *numbersField(const Parameter &parameter)
{
    return new NumbersField(parameter);
}

} // namespace thalweg
