#include "gui/parameters/parameter_field.h"

#include "gui/parameters/number_text.h"

#include <QJsonArray>

namespace thalweg {

ParameterField::ParameterField(const Parameter &parameter) : parameter_(parameter) { }

void ParameterField::setValue(const QJsonValue &value)
{
    if (isShown_ && !isMixed_ && value == value_ && value.isUndefined() == value_.isUndefined())
        return;
    value_ = value;
    isMixed_ = false;
    isShown_ = true;
    setProblem({});
    display();
}

void ParameterField::setMixed()
{
    if (isShown_ && isMixed_)
        return;
    isMixed_ = true;
    isShown_ = true;
    value_ = QJsonValue::Undefined;
    setProblem({});
    display();
}

void ParameterField::give(const QJsonValue &value)
{
    if (!value.isUndefined()) {
        if (const Result<void> fits = parameter_.check(value); !fits) {
            const QString message = fits.error().message();
            setProblem(message.left(1).toUpper() + message.mid(1));
            return;
        }
    }
    setProblem({});
    value_ = value;
    isMixed_ = false;
    Q_EMIT edited(value);
}

void ParameterField::setProblem(const QString &problem)
{
    if (problem == problem_)
        return;
    problem_ = problem;
    Q_EMIT problemChanged(problem);
}

QString ParameterField::defaultText() const
{
    const QJsonValue &value = parameter_.defaultValue;
    if (parameter_.isRequired)
        return tr("required");
    if (value.isNull())
        return tr("open");
    if (value.isDouble())
        return exactText(value.toDouble());
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue one : value.toArray())
            parts += one.isDouble()        ? exactText(one.toDouble())
                : one.toString().isEmpty() ? tr("(empty)")
                                           : one.toString();
        return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral(", "));
    }
    const QString text = asText(value);
    return text.isEmpty() ? tr("empty") : text;
}

} // namespace thalweg
