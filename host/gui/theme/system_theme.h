#pragma once

#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace thalweg {

/// Asks the desktop whether people want light or dark, through the settings portal
/// (org.freedesktop.appearance color-scheme, https://flatpak.github.io/xdg-desktop-portal), and hears when that
/// changes. Never waits; where there is no portal, nothing is ever said.
class SystemTheme : public QObject {
    Q_OBJECT

public:
    explicit SystemTheme(QObject *parent = nullptr);

    /// Nothing: not known, or no preference.
    std::optional<bool> isDark() const { return isDark_; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void hear(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);

    std::optional<bool> isDark_;
};

} // namespace thalweg
