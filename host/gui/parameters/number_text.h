#pragma once

#include <thalweg/parameter.h>

/// What a field for a number does with its text and with a slider. Pure.
namespace thalweg {

/// The number that a text says, however it is written (`0.1`, `1e-3`, `−2`, a decimal comma); nothing where it is none.
std::optional<double> numberFrom(const QString &text);

/// The shortest text that reads back to the same number: `0.1`, `1e-5`.
QString exactText(double number);

/// The numbers of a list, between commas, semicolons or space; the piece that is none in `wrong`.
std::optional<std::vector<double>> numbersFrom(const QString &text, QString *wrong = nullptr);

struct TextStep {
    QString text;
    int cursor;
};
/// The number in `text` after `steps` steps of the digit before `cursor`: 0.05 with the cursor behind the 5 goes in
/// steps of 0.01. In an exponent, the exponent is stepped. The cursor stays at its digit.
std::optional<TextStep> stepAtCursor(const QString &text, int cursor, int steps);

/// Where a slider of `ticks` + 1 places stands for `value`, and the other way round: there, few digits and, for a whole
/// number, none behind the point.
int tickOf(double value, const Parameter::Slider &slider, int ticks);
double valueOf(int tick, const Parameter &parameter, int ticks);

/// `value` after a label was dragged by `pixels`.
double scrubbed(double value, double pixels, const Parameter &parameter);

} // namespace thalweg
