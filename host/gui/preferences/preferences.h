#pragma once

#include "run/engine_client.h"
#include "theme/theme.h"

#include <QSettings>

namespace thalweg {

/// What a person can set for the whole program.
struct Preferences {
    ThemeChoice theme = ThemeChoice::System;
    QStringList engineCommand = {}; ///< stands before `engine`: `ssh host thalweg`; empty: this program
    int threads = 0; ///< of the engine; 0: one a core
    bool runOnChange = true;
    double stepsPerSecond = 30; ///< of the animation over a descent's steps, above 0
    bool snap = true; ///< nodes to a grid and to each other

    bool operator==(const Preferences &) const = default;

    EngineCommand engine(const QStringList &without = {}) const
    {
        return { .command = engineCommand, .without = without, .threads = threads };
    }
};

/// What is missing or makes no sense is as in a new Preferences.
Preferences readPreferences(const QSettings &settings);
void writePreferences(QSettings &settings, const Preferences &preferences);

} // namespace thalweg
