#pragma once

#include <QString>

namespace thalweg {

/// `6` → `⁶`, `-12` → `⁻¹²`.
QString superscript(int number);

/// A number in a computer's spelling as print has it: `-5.09e-09` → `−5.09×10⁻⁹`; other text as it is.
QString typeset(const QString &number);

/// `12345.5` with `decimals` digits after the point, thousands set apart, and a true minus sign.
QString fixedNumber(double value, int decimals);

} // namespace thalweg
