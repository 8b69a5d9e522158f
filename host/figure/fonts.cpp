#include "figure/fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QRawFont>

#include <algorithm>

namespace thalweg {

namespace {

QFont sized(const QString &family, int size, QFont::Weight weight = QFont::Normal)
{
    QFont font(family);
    // Sizes in pixels of the page, of which one is a point: what the device says of its resolution plays no part.
    font.setPixelSize(size);
    font.setWeight(weight);
    // Letters keep their places at any scale.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Where no font is installed, Qt still has families and a QRawFont, which draws boxes; only inFont() tells the truth.
bool drawsText(const QString &family)
{
    return QFontMetricsF(QFont(family)).inFont(u'a');
}

/// Whether the family itself, and not another that stands in for it, has the signs of mathematics.
bool drawsFormulas(const QString &family)
{
    const QRawFont font = QRawFont::fromFont(QFont(family));
    const QString signs = QStringLiteral("θ₀⁶−×");
    return drawsText(family) && font.isValid()
        && std::ranges::all_of(signs, [&](QChar sign) { return font.glyphIndexesForString(sign).value(0) != 0; });
}

} // namespace

Result<Fonts> figureFonts()
{
    QStringList families { QStringLiteral("Inter"), QStringLiteral("Source Sans 3"), QStringLiteral("Noto Sans"),
        QStringLiteral("Open Sans"), QStringLiteral("DejaVu Sans") };
    const QStringList installed = QFontDatabase::families();
    families.removeIf([&](const QString &family) { return !installed.contains(family); });
    families += QFont().family();
    families += installed;

    const auto plain = std::ranges::find_if(families, drawsText);
    const auto best = std::ranges::find_if(families, drawsFormulas);
    if (plain == families.end())
        return Error(QStringLiteral(
            "no font is installed, so text cannot be drawn; install one, for instance the package fonts-dejavu-core"));
    const QString family = best != families.end() ? *best : *plain;
    return Fonts { .text = sized(family, 12), .small = sized(family, 11), .title = sized(family, 14, QFont::DemiBold) };
}

} // namespace thalweg
