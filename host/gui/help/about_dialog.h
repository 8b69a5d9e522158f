#pragma once

#include <QDialog>

namespace thalweg {

/// Name, versions of the program and of the libraries under it, licence. `version` is the program's.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(const QString &version, QWidget *parent = nullptr);

    /// What to paste into a report of a fault: the program, Qt, the system.
    static QString versions(const QString &version);
};

} // namespace thalweg
