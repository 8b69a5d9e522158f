#pragma once

#include "support/graphs.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QTemporaryDir>

/// Plugins that misbehave, for tests of an engine in another process.
namespace thalweg::test {

/// A folder with copies of these fixtures, which engines that are started while it lives find.
class FixtureFolder {
public:
    explicit FixtureFolder(const QStringList &fixtures)
    {
        for (const QString &fixture : fixtures)
            QFile::copy(
                qEnvironmentVariable("THALWEG_BINARY_DIR") + "/tests/host/cli/serve/fixtures/" + fixture + ".so",
                path(fixture));
        qputenv("THALWEG_PLUGIN_PATH", folder_.path().toUtf8());
    }
    ~FixtureFolder() { qunsetenv("THALWEG_PLUGIN_PATH"); }
    FixtureFolder(const FixtureFolder &) = delete;
    FixtureFolder &operator=(const FixtureFolder &) = delete;

    QString path(const QString &fixture) const { return folder_.filePath(fixture + ".so"); }

private:
    QTemporaryDir folder_;
};

/// A node `bad` that misbehaves like this, beside one `good` that does not.
inline Graph misbehaving(const char *how)
{
    return graph({ { "bad", "fixture.misbehaves", { { "how", how } } }, { "good", "fixture.misbehaves", {} } }, {});
}

/// A descent that would take minutes, and its plot.
inline Graph longDescent()
{
    return graph({ { "cost", "costs.formula", { { "formula", "(theta - 5)^2" } } },
                     { "gd", "optimizers.gradient-descent", { { "rate", 1e-9 }, { "iterations", 2'000'000'000 } } },
                     { "error", "plots.cost-history", {} } },
        { "cost.objective -> gd.objective", "gd.descent -> error.descent" });
}

} // namespace thalweg::test
