#pragma once

#include "gui/preferences/preferences.h"

#include <QList>
#include <QObject>
#include <QSettings>

namespace thalweg {

class MainWindow;

/// The windows of this process and what they share: preferences and recent files. Deleted windows leave by themselves;
/// the application ends with the last one. GUI thread.
class Windows : public QObject {
    Q_OBJECT

public:
    explicit Windows(QObject *parent = nullptr);
    ~Windows() override;

    QSettings &settings() { return settings_; }
    const Preferences &preferences() const { return preferences_; }
    void setPreferences(const Preferences &preferences);

    /// A new window, shown; with the welcome page.
    MainWindow *open();
    /// The window that has this file open comes to the front; else it is opened in a new one.
    void openFile(const QString &path);
    /// Offers what crashed windows left behind, if there is something.
    void offerRecovery(MainWindow *over);

Q_SIGNALS:
    void preferencesChanged();

private:
    QSettings settings_;
    Preferences preferences_;
    QList<MainWindow *> windows_;
};

} // namespace thalweg
