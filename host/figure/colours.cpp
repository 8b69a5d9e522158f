#include "figure/colours.h"

#include <algorithm>
#include <array>

namespace thalweg {

QColor Colours::of(int index, double opacity) const
{
    QColor colour = index < 0 ? text : palette[static_cast<std::size_t>(index) % palette.size()];
    colour.setAlphaF(static_cast<float>(std::clamp(opacity, 0.0, 1.0)));
    return colour;
}

QColor Colours::of(const Layer &layer, double strength) const
{
    QColor colour = of(layer.colour, layer.opacity * strength);
    if (const QColor own(layer.ownColour); own.isValid())
        colour.setRgb(own.red(), own.green(), own.blue(), colour.alpha());
    return colour;
}

Colours colours(FigureStyle::Theme theme)
{
    if (theme == FigureStyle::Theme::Dark)
        return { .background = QColor(0x1d, 0x20, 0x26),
            .text = QColor(0xe8, 0xea, 0xed),
            .faintText = QColor(0xb4, 0xba, 0xc3),
            .axis = QColor(0x8a, 0x91, 0x9c),
            .grid = QColor(0x33, 0x38, 0x41),
            .palette = { QColor(0x56, 0xa8, 0xf0), QColor(0xf5, 0xb0, 0x41), QColor(0x1f, 0xa8, 0x85),
                QColor(0xf3, 0xa6, 0xcf), QColor(0xe0, 0x6a, 0x2c), QColor(0xf0, 0xe4, 0x42), QColor(0x9a, 0x86, 0xe8),
                QColor(0xa5, 0xe0, 0xd8) } };
    return { .background = QColor(0xff, 0xff, 0xff),
        .text = QColor(0x1f, 0x23, 0x28),
        .faintText = QColor(0x4b, 0x52, 0x5c),
        .axis = QColor(0x6b, 0x72, 0x7d),
        .grid = QColor(0xe6, 0xe8, 0xeb),
        .palette
        = { QColor(0x00, 0x66, 0xb3), QColor(0xe0, 0x8a, 0x00), QColor(0x00, 0x7d, 0x5a), QColor(0xd5, 0x7f, 0xb0),
            QColor(0xb9, 0x44, 0x00), QColor(0x4f, 0xb0, 0xe0), QColor(0x4b, 0x2e, 0x83), QColor(0x9a, 0x8f, 0x2d) } };
}

QColor mapColour(double part)
{
    static constexpr std::array<QRgb, 10> stops { 0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779,
        0x6ece58, 0xb5de2b, 0xfde725 };
    const double place = std::clamp(part, 0.0, 1.0) * (stops.size() - 1);
    const auto index = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    const double rest = place - static_cast<double>(index);
    const QColor low(stops[index]);
    const QColor high(stops[index + 1]);
    const auto mix = [rest](int a, int b) { return static_cast<int>(a * (1 - rest) + b * rest + 0.5); };
    return QColor(mix(low.red(), high.red()), mix(low.green(), high.green()), mix(low.blue(), high.blue()));
}

} // namespace thalweg
