#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace thalweg::test {

/// An empty home for the settings and the state of this process and of those that it starts, from now on; gone with
/// this.
class OwnHome {
public:
    OwnHome()
    {
        for (const char *variable : { "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME" })
            qputenv(variable, folder_.path().toUtf8());
        QCoreApplication::setOrganizationName(QStringLiteral("thalweg-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    }

    QString filePath(const QString &name) const { return folder_.filePath(name); }

private:
    QTemporaryDir folder_;
};

} // namespace thalweg::test
