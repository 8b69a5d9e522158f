#pragma once

#include <QString>

class QSettings;

namespace thalweg {

class MainWindow;
class WelcomePage;

/// Fills a window's welcome page with the examples and the recent files, and does what is asked for on it.
void setUpWelcome(MainWindow &window);

/// After files were opened or saved.
void showRecentFiles(WelcomePage &page, QSettings &settings);

/// Opens an example as a copy without a file of its own: in this window if nothing would be lost, else in a new one.
void openExample(MainWindow &window, const QString &path);

} // namespace thalweg
