#include "gui/parameters/fields.h"

namespace thalweg {

ParameterField *makeField(const Parameter &parameter)
{
    using Kind = Parameter::Kind;
    switch (parameter.kind) {
    case Kind::Number:
    case Kind::Integer:
        return numberField(parameter);
    case Kind::Boolean:
    case Kind::Choice:
        return choiceField(parameter);
    case Kind::Text:
        return parameter.namesInput.isEmpty() ? textField(parameter) : nameField(parameter);
    case Kind::File:
        return fileField(parameter);
    case Kind::Formula:
        return formulaField(parameter);
    case Kind::Numbers:
        return numbersField(parameter);
    case Kind::Names:
        return namesField(parameter);
    case Kind::Point:
        return pointField(parameter);
    case Kind::Colour:
        return colourField(parameter);
    }
    Q_UNREACHABLE();
}

} // namespace thalweg
