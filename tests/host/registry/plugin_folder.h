#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

/// A folder of its own with copies of the fixtures, as they are or damaged.
class PluginFolder {
public:
    QString path() const { return folder_.path(); }
    QString file(const QString &name) const { return folder_.filePath(name + QStringLiteral(".so")); }

    void add(const QString &fixture) { write(fixture, content(fixture)); }

    /// A copy called `name` in which each `from` is `to`, of the same length.
    void addPatched(const QString &name, const QByteArray &from, const QByteArray &to)
    {
        QByteArray bytes = content(QStringLiteral("good"));
        QVERIFY2(from.size() == to.size() && bytes.contains(from), from.constData());
        write(name, bytes.replace(from, to));
    }

    void write(const QString &name, const QByteArray &bytes)
    {
        QFile copy(file(name));
        QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(bytes) == bytes.size());
    }

    static QByteArray content(const QString &fixture)
    {
        QFile file(qEnvironmentVariable("THALWEG_BINARY_DIR") + QStringLiteral("/tests/host/registry/fixtures/")
            + fixture + QStringLiteral(".so"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir folder_;
};
