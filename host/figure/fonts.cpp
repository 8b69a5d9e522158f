#include "figure/fonts.h"

#include <QFontDatabase>
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

bool draws(const QString &family, QStringView letters)
{
    const QRawFont font = QRawFont::fromFont(QFont(family));
    return font.isValid() && std::all_of(letters.begin(), letters.end(), [&](QChar letter) {
        const QList<quint32> glyphs = font.glyphIndexesForString(QString(letter));
        return !glyphs.isEmpty() && glyphs.front() != 0;
    });
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

    const auto best = std::ranges::find_if(families, [](const QString &f) { return draws(f, u"aθ₀⁶−×"); });
    const auto plain = std::ranges::find_if(families, [](const QString &f) { return draws(f, u"a0"); });
    if (installed.isEmpty() || plain == families.end())
        return Error(QStringLiteral(
            "no font is installed, so text cannot be drawn; install one, for instance the package fonts-dejavu-core"));
    const QString family = best != families.end() ? *best : *plain;
    return Fonts { .text = sized(family, 12), .small = sized(family, 11), .title = sized(family, 14, QFont::DemiBold) };
}

} // namespace thalweg
