#include "gui/preferences/preferences.h"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

const QStringList themeNames { QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark") };

constexpr auto themeKey = "preferences/theme";
constexpr auto commandKey = "preferences/engineCommand";
constexpr auto threadsKey = "preferences/threads";
constexpr auto runOnChangeKey = "preferences/runOnChange";
constexpr auto speedKey = "preferences/stepsPerSecond";
constexpr auto snapKey = "preferences/snap";

} // namespace

Preferences readPreferences(const QSettings &settings)
{
    const Preferences standard;
    Preferences read;
    const qsizetype theme = themeNames.indexOf(settings.value(QLatin1String(themeKey)).toString());
    read.theme = theme < 0 ? standard.theme : static_cast<ThemeChoice>(theme);
    read.engineCommand = settings.value(QLatin1String(commandKey)).toStringList();
    read.threads
        = std::clamp(settings.value(QLatin1String(threadsKey), standard.threads).toInt(), 0, Preferences::mostThreads);
    read.runOnChange = settings.value(QLatin1String(runOnChangeKey), standard.runOnChange).toBool();
    const double speed = settings.value(QLatin1String(speedKey), standard.stepsPerSecond).toDouble();
    read.stepsPerSecond
        = std::isfinite(speed) && speed >= 1 && speed <= Preferences::fastest ? speed : standard.stepsPerSecond;
    read.snap = settings.value(QLatin1String(snapKey), standard.snap).toBool();
    return read;
}

void writePreferences(QSettings &settings, const Preferences &preferences)
{
    settings.setValue(QLatin1String(themeKey), themeNames.at(static_cast<qsizetype>(preferences.theme)));
    settings.setValue(QLatin1String(commandKey), preferences.engineCommand);
    settings.setValue(QLatin1String(threadsKey), preferences.threads);
    settings.setValue(QLatin1String(runOnChangeKey), preferences.runOnChange);
    settings.setValue(QLatin1String(speedKey), preferences.stepsPerSecond);
    settings.setValue(QLatin1String(snapKey), preferences.snap);
}

} // namespace thalweg
