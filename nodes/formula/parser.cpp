#include "parser.h"

#include "parsing/formula_reader.h"

namespace thalweg {

Expression parseFormula(const QString &text)
{
    return FormulaReader(text).read();
}

} // namespace thalweg
