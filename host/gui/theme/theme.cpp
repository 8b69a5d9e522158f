#include "gui/theme/theme.h"

#include "gui/theme/system_theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace thalweg {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

const Theme light { .isDark = false,
    .canvas = rgb(0xf3f4f7),
    .grid = rgb(0xd5d9e0),
    .card = rgb(0xffffff),
    .cardHeader = rgb(0xf7f8fa),
    .border = rgb(0xc9ced7),
    .text = rgb(0x1d2330),
    .faintText = rgb(0x596273),
    .accent = rgb(0x2563eb),
    .running = rgb(0x2563eb),
    .done = rgb(0x15803d),
    .cached = rgb(0x0f766e),
    .failed = rgb(0xc81e1e),
    .warning = rgb(0xa65d00),
    .muted = rgb(0x8b93a1),
    .shadow = QColor(20, 28, 45, 38),
    .note = rgb(0xfff6d6),
    .frame = rgb(0xe3e9f4) };

const Theme dark { .isDark = true,
    .canvas = rgb(0x191c21),
    .grid = rgb(0x31363f),
    .card = rgb(0x252a32),
    .cardHeader = rgb(0x2c323b),
    .border = rgb(0x454d59),
    .text = rgb(0xe6e9ee),
    .faintText = rgb(0xa4adba),
    .accent = rgb(0x6ea8fe),
    .running = rgb(0x6ea8fe),
    .done = rgb(0x4cc38a),
    .cached = rgb(0x45b8ac),
    .failed = rgb(0xff7b72),
    .warning = rgb(0xf0b24a),
    .muted = rgb(0x78818f),
    .shadow = QColor(0, 0, 0, 110),
    .note = rgb(0x3d3a28),
    .frame = rgb(0x242c3a) };

QPalette paletteOf(const Theme &theme)
{
    const QColor window = theme.isDark ? rgb(0x20242a) : rgb(0xf7f8fa);
    const QColor base = theme.isDark ? rgb(0x1a1d22) : rgb(0xffffff);
    const QColor button = theme.isDark ? rgb(0x2d333c) : rgb(0xf1f3f6);
    const QColor onAccent = theme.isDark ? rgb(0x10131a) : rgb(0xffffff);
    QPalette palette(theme.text, button, theme.isDark ? rgb(0x454d59) : rgb(0xffffff),
        theme.isDark ? rgb(0x121418) : rgb(0xb4bac5), theme.border, theme.text, onAccent, base, window);
    palette.setColor(QPalette::AlternateBase, theme.isDark ? rgb(0x20242a) : rgb(0xf5f6f9));
    palette.setColor(QPalette::ToolTipBase, theme.isDark ? rgb(0x333a45) : rgb(0x242a35));
    palette.setColor(QPalette::ToolTipText, rgb(0xf2f4f7));
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.isDark ? rgb(0xc2a5f5) : rgb(0x6d3fc4));
    palette.setColor(QPalette::PlaceholderText, theme.faintText);
    for (const QPalette::ColorRole role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, theme.muted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.border);
    return palette;
}

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

/// Takes the place of the one that was there before.
SystemTheme *follow(QApplication &application)
{
    delete application.findChild<SystemTheme *>();
    return new SystemTheme(&application);
}

} // namespace

Theme theme(const QPalette &palette)
{
    return isDarkPalette(palette) ? dark : light;
}

Theme theme()
{
    return theme(QApplication::palette());
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    if (application.style()->name() != QLatin1String("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const auto use = [](bool isDark) {
        const QPalette palette = paletteOf(isDark ? dark : light);
        if (palette == QApplication::palette())
            return;
        QApplication::setPalette(palette);
        QToolTip::setPalette(palette);
    };
    if (choice != ThemeChoice::System) {
        delete application.findChild<SystemTheme *>();
        use(choice == ThemeChoice::Dark);
        return;
    }
    const bool platformIsDark = isDarkPalette(QApplication::style()->standardPalette());
    SystemTheme *system = follow(application);
    const auto useSystem = [=] { use(system->isDark().value_or(platformIsDark)); };
    QObject::connect(system, &SystemTheme::changed, &application, useSystem);
    useSystem();
}

} // namespace thalweg
