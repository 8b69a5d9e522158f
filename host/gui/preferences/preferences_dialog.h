#pragma once

#include "gui/preferences/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace thalweg {

/// Every change holds at once; there is nothing to confirm. Reset sets all back to what a new program has.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    /// `pluginFolders` as the registry searches them.
    PreferencesDialog(const Preferences &preferences, const QStringList &pluginFolders, QWidget *parent = nullptr);

    Preferences preferences() const;

Q_SIGNALS:
    void changed(const thalweg::Preferences &preferences);

private:
    void fill(const Preferences &preferences);
    void tell();
    QWidget *windowGroup();
    QWidget *running();
    QWidget *plugins(const QStringList &folders);

    QComboBox *theme_;
    QLineEdit *command_;
    QLabel *commandProblem_;
    QSpinBox *threads_, *speed_;
    QCheckBox *runOnChange_, *snap_;
    bool isFilling_ = false;
};

} // namespace thalweg
