#pragma once

#include "gui/parameters/parameter_field.h"

/// The fields, one function a file. Each makes a field for parameters of its kinds.
namespace thalweg {

ParameterField *numberField(const Parameter &parameter); ///< number, integer
ParameterField *choiceField(const Parameter &parameter); ///< choice, boolean
ParameterField *textField(const Parameter &parameter); ///< text of one line or many
ParameterField *nameField(const Parameter &parameter); ///< text that is one of the incoming names
ParameterField *namesField(const Parameter &parameter);
ParameterField *fileField(const Parameter &parameter);
ParameterField *formulaField(const Parameter &parameter);
ParameterField *numbersField(const Parameter &parameter);
ParameterField *pointField(const Parameter &parameter);
ParameterField *colourField(const Parameter &parameter);

} // namespace thalweg
