#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

#include <cmath>

using namespace thalweg;

namespace {

/// Relative luminance and contrast ratio of WCAG 2.1 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio).
double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({ luminance(a), luminance(b) });
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsCanBeRead_data()
    {
        QTest::addColumn<int>("choice");
        QTest::newRow("light") << static_cast<int>(ThemeChoice::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeChoice::Dark);
    }

    void textsCanBeRead()
    {
        QFETCH(int, choice);
        applyTheme(*qApp, static_cast<ThemeChoice>(choice));
        const Theme now = theme();
        QCOMPARE(now.isDark, choice == static_cast<int>(ThemeChoice::Dark));
        constexpr double readable = 4.5; // WCAG level AA
        for (const QColor &text :
            { now.text, now.faintText, now.done, now.cached, now.failed, now.warning, now.running })
            for (const QColor &ground : { now.card, now.cardHeader })
                QVERIFY2(contrast(text, ground) >= readable, qPrintable(text.name() + ground.name()));
        const QPalette palette = QApplication::palette();
        const auto readableOn = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
            return contrast(palette.color(text), palette.color(ground)) >= readable;
        };
        QVERIFY(readableOn(QPalette::WindowText, QPalette::Window));
        QVERIFY(readableOn(QPalette::Text, QPalette::Base));
        QVERIFY(readableOn(QPalette::PlaceholderText, QPalette::Base));
        QVERIFY(readableOn(QPalette::ButtonText, QPalette::Button));
        QVERIFY(readableOn(QPalette::HighlightedText, QPalette::Highlight));
        QVERIFY(readableOn(QPalette::ToolTipText, QPalette::ToolTipBase));
        QVERIFY(readableOn(QPalette::Link, QPalette::Base));
    }

    void everyIconIsDrawnInTheTextColour()
    {
        applyTheme(*qApp, ThemeChoice::Dark);
        const QColor text = QApplication::palette().color(QPalette::ButtonText);
        const QStringList files = QDir(QStringLiteral(":/thalweg/icons")).entryList({ QStringLiteral("*.svg") });
        QVERIFY(files.contains(QStringLiteral("play.svg")));
        for (const QString &file : files) {
            const QImage image = icon(file.chopped(4)).pixmap(QSize(64, 64), 1.0).toImage();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    inked += image.pixelColor(x, y).alpha() == 255 && image.pixelColor(x, y).rgb() == text.rgb();
            QVERIFY2(inked > 50, qPrintable(file));
        }
    }

    void anUnknownIconIsEmpty() { QVERIFY(icon(QStringLiteral("no-such-icon")).isNull()); }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
