#include "line_search.h"

namespace thalweg {

LineValue finiteValue(Line &line, double from, double &step, int &evaluations)
{
    LineValue value = line.at(step);
    ++evaluations;
    for (int i = 0; i < mostQuarterings && !value.isFinite(); ++i) {
        step = from + (step - from) / 4;
        value = line.at(step);
        ++evaluations;
    }
    return value;
}

} // namespace thalweg
