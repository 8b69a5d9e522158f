#include "figure/ticks.h"

#include "figure/number_text.h"

#include <algorithm>
#include <array>

namespace thalweg {

namespace {

struct Step {
    double mantissa; ///< 1, 2, 2.5 or 5
    int exponent;

    double size() const { return mantissa * std::pow(10.0, exponent); }
    int decimals(int scale) const { return std::max(0, scale - exponent + (mantissa == 2.5 ? 1 : 0)); }
};

Step niceStep(double span, int count)
{
    const double rough = span / std::max(count, 1);
    const int exponent = static_cast<int>(std::floor(std::log10(rough)));
    const double mantissa = rough / std::pow(10.0, exponent);
    for (double nice : { 1.0, 2.0, 2.5, 5.0 })
        if (mantissa <= nice * 1.2)
            return { nice, exponent };
    return { 1, exponent + 1 };
}

/// Labels of `values` that stand a step apart; each value is to be read times 10^scale.
QStringList labels(const QVector<double> &values, const Step &step, int scale)
{
    double largest = 0;
    for (double value : values)
        largest = std::max(largest, std::abs(value));
    const int size = largest > 0 ? static_cast<int>(std::floor(std::log10(largest) + 1e-9)) : 0;
    const bool plain = scale == 0 && size <= 5 && (step.exponent >= -4 || (size >= 0 && step.exponent >= -7));
    QStringList labels;
    for (double value : values) {
        if (value == 0)
            labels += QStringLiteral("0");
        else if (plain)
            labels += fixedNumber(value, step.decimals(0));
        else
            labels += fixedNumber(value / std::pow(10.0, size), step.decimals(size)) + QStringLiteral("×10")
                + superscript(size + scale);
    }
    return labels;
}

QVector<double> multiples(double step, double lower, double upper)
{
    QVector<double> values;
    const double slack = 1e-9 * (upper - lower);
    constexpr int most = 1000; // whatever the rounding at the end of double's digits
    for (double i = std::ceil((lower - slack) / step); i * step <= upper + slack && values.size() < most; ++i)
        values += i * step;
    return values;
}

Ticks linearTicks(double lower, double upper, int scale, int count)
{
    const Step step = niceStep(upper - lower, count);
    Ticks ticks { .major = multiples(step.size(), lower, upper) };
    const int parts = step.mantissa == 2 ? 4 : 5;
    ticks.minor = multiples(step.size() / parts, lower, upper);
    ticks.labels = labels(ticks.major, step, scale);
    return ticks;
}

QString decadeLabel(int digit, int exponent, bool plain)
{
    if (plain)
        return fixedNumber(digit * std::pow(10.0, exponent), std::max(0, -exponent));
    const QString power = QStringLiteral("10") + superscript(exponent);
    return digit == 1 ? power : QString::number(digit) + QStringLiteral("×") + power;
}

/// Less than a decade: round numbers as on a linear axis, where their logarithms are.
Ticks ticksWithinADecade(const AxisMap &map, int count)
{
    const int scale = static_cast<int>(std::floor(map.lower));
    const bool ordinary = std::abs(scale) <= 4;
    const double unit = ordinary ? 0 : scale;
    Ticks ticks
        = linearTicks(std::pow(10.0, map.lower - unit), std::pow(10.0, map.upper - unit), ordinary ? 0 : scale, count);
    for (QVector<double> *marks : { &ticks.major, &ticks.minor })
        for (double &mark : *marks)
            mark = std::log10(mark) + unit;
    return ticks;
}

Ticks logTicks(const AxisMap &map, int count)
{
    const double span = map.upper - map.lower;
    if (span < 1)
        return ticksWithinADecade(map, count);

    constexpr double slack = 1e-9;
    const int first = static_cast<int>(std::floor(map.lower + slack));
    const int last = static_cast<int>(std::ceil(map.upper - slack));
    static constexpr std::array strides { 1, 2, 3, 5, 10, 20, 25, 50, 100, 200 };
    const auto stride
        = std::ranges::find_if(strides, [&](int s) { return span / s <= count * 1.5; }); // decades are short to write
    const int every = stride == strides.end() ? strides.back() : *stride;
    const bool plain = first >= -3 && last <= 5;
    const bool fewDecades = span < 2.5;
    const auto inside = [&](double place) { return place >= map.lower - slack && place <= map.upper + slack; };

    Ticks ticks;
    for (int decade = first; decade <= last; ++decade) {
        for (int digit = 1; digit <= (every == 1 ? 9 : 1); ++digit) {
            const double place = decade + std::log10(digit);
            if (!inside(place))
                continue;
            const bool major = digit == 1 ? decade % every == 0 : fewDecades && (digit == 2 || digit == 5);
            if (!major) {
                if (every <= 5 || decade % (every / 5) == 0)
                    ticks.minor += place;
                continue;
            }
            ticks.major += place;
            ticks.labels += decadeLabel(digit, decade, plain);
        }
    }
    return ticks;
}

} // namespace

Ticks ticks(const AxisMap &map, int count)
{
    if (map.isEmpty)
        return {};
    return map.log ? logTicks(map, count) : linearTicks(map.lower, map.upper, map.exponent, count);
}

} // namespace thalweg
