#include "gui/parameters/number_text.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

double roundedTo(double value, int digits)
{
    return QString::number(value, 'g', digits).toDouble();
}

} // namespace

std::optional<double> numberFrom(const QString &text)
{
    QString plain = text.trimmed();
    plain.replace(QChar(u'−'), QLatin1Char('-'));
    if (plain.count(QLatin1Char(',')) == 1 && !plain.contains(QLatin1Char('.')))
        plain.replace(QLatin1Char(','), QLatin1Char('.'));
    bool ok = false;
    const double number = plain.toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString exactText(double number)
{
    static const QRegularExpression padding(QStringLiteral("e([+-]?)0*"));
    return QString::number(number, 'g', QLocale::FloatingPointShortest)
        .replace(padding, QStringLiteral("e\\1"))
        .remove(QLatin1Char('+'));
}

std::optional<std::vector<double>> numbersFrom(const QString &text, QString *wrong)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    std::vector<double> numbers;
    for (const QString &piece : text.split(between, Qt::SkipEmptyParts)) {
        const std::optional<double> number = numberFrom(piece);
        if (!number) {
            if (wrong)
                *wrong = piece;
            return {};
        }
        numbers.push_back(*number);
    }
    return numbers;
}

std::optional<TextStep> stepAtCursor(const QString &text, int cursor, int steps)
{
    const std::optional<double> value = numberFrom(text);
    if (!value)
        return {};
    const auto exponentAt = static_cast<int>(text.indexOf(QLatin1Char('e'), 0, Qt::CaseInsensitive));
    const QString mantissa = exponentAt < 0 ? text : text.left(exponentAt);
    const QString rest = exponentAt < 0 ? QString() : text.mid(exponentAt);
    if (exponentAt >= 0 && cursor > exponentAt) {
        const QString stepped = mantissa + QLatin1Char('e') + QString::number(rest.mid(1).toInt() + steps);
        return TextStep { stepped, static_cast<int>(stepped.size()) };
    }
    const qsizetype point = mantissa.indexOf(QRegularExpression(QStringLiteral("[.,]")));
    const qsizetype whole = point < 0 ? mantissa.size() : point; // digits and sign before the point
    const int decimals = point < 0 ? 0 : static_cast<int>(mantissa.size() - point - 1);
    // The power of ten of the digit before the cursor, or of the first one where there is none.
    const bool isNegative = mantissa.trimmed().startsWith(QLatin1Char('-'));
    qsizetype digit = std::max<qsizetype>(cursor - 1, isNegative ? 1 : 0);
    if (digit == point)
        --digit;
    const int power = static_cast<int>(digit < whole ? whole - 1 - digit : whole - digit);
    const double stepped = numberFrom(mantissa).value_or(0) + steps * std::pow(10, power);
    QString shown = QString::number(stepped, 'f', decimals);
    if (shown.toDouble() == 0 && shown.startsWith(QLatin1Char('-')))
        shown.remove(0, 1);
    // The digit stands as far from the end as before.
    const int at = static_cast<int>(std::clamp<qsizetype>(shown.size() - (mantissa.size() - cursor), 0, shown.size()));
    return TextStep { shown + rest, at };
}

int tickOf(double value, const Parameter::Slider &slider, int ticks)
{
    const auto [from, to, isLogarithmic] = slider;
    const double kept = std::clamp(value, from, to);
    const double part = isLogarithmic ? std::log(kept / from) / std::log(to / from) : (kept - from) / (to - from);
    return static_cast<int>(std::lround(part * ticks));
}

double valueOf(int tick, const Parameter &parameter, int ticks)
{
    const auto [from, to, isLogarithmic] = *parameter.sliderHint;
    if (tick <= 0)
        return from;
    if (tick >= ticks)
        return to;
    const double part = static_cast<double>(tick) / ticks;
    const double value = isLogarithmic ? from * std::pow(to / from, part) : from + part * (to - from);
    if (parameter.kind == Parameter::Kind::Integer)
        return std::round(value < 1000 ? value : roundedTo(value, 2));
    return isLogarithmic ? roundedTo(value, 2) : std::round(value / (to - from) * 1000) * (to - from) / 1000;
}

double scrubbed(double value, double pixels, const Parameter &parameter)
{
    const auto &slider = parameter.sliderHint;
    double moved = 0;
    if (slider && slider->isLogarithmic && value > 0)
        moved = roundedTo(value * std::pow(10, pixels / 150), 3);
    else if (slider && !slider->isLogarithmic)
        moved = value + pixels * (slider->to - slider->from) / 300;
    else
        moved = value + pixels * (value == 0 ? 0.01 : std::pow(10, std::floor(std::log10(std::abs(value))) - 1));
    moved = parameter.kind == Parameter::Kind::Integer ? std::round(moved) : roundedTo(moved, 4);
    // What lies beyond the range stops at its end.
    if (moved < parameter.minimum || (parameter.minimumExcluded && moved <= parameter.minimum))
        moved = parameter.minimumExcluded ? value : parameter.minimum;
    if (moved > parameter.maximum || (parameter.maximumExcluded && moved >= parameter.maximum))
        moved = parameter.maximumExcluded ? value : parameter.maximum;
    return moved;
}

} // namespace thalweg
