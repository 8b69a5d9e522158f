#pragma once

#include <QString>

namespace thalweg {

/// Whether there is a display that a window can be shown on.
bool hasDisplay();

/// Opens a window, with this workflow or figure (its path) if one is given, and returns when the last one is closed:
/// the exit status. There must be no application object yet.
int openWindow(int &argc, char **argv, const QString &file = {});

} // namespace thalweg
