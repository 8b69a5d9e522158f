#pragma once

#include "gui/theme/theme.h"

#include <QSettings>

namespace thalweg {

/// What a person can set for the whole program.
struct Preferences {
    static constexpr int mostThreads = 1024;
    static constexpr double fastest = 1000; ///< steps a second

    ThemeChoice theme = ThemeChoice::System;
    QStringList engineCommand = {}; ///< stands before `engine`: `ssh host thalweg`; empty: this program
    int threads = 0; ///< of the engine; 0: one a core
    bool runOnChange = true;
    double stepsPerSecond = 30; ///< of the animation over a descent's steps: 1 … fastest
    bool snap = true; ///< nodes to a grid and to each other

    bool operator==(const Preferences &) const = default;
};

/// What is missing or makes no sense is as in a new Preferences.
Preferences readPreferences(const QSettings &settings);
void writePreferences(QSettings &settings, const Preferences &preferences);

} // namespace thalweg
