#include "check_plugin.h"
#include "checks.h"

#include <registry/registry.h>

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

#include <sys/resource.h>

namespace thalweg {

namespace {

using Check = void (*)(const Subject &, Report &);
constexpr Check checks[] = { checkDescriptions, checkDefaults, checkEdgeValues, checkPlausibleInputs, checkRepetition,
    checkThreads, checkStopping, checkObjectives, checkRandomInputs };
static_assert(std::size(checks) == checkLevels - 1); // the first level is to load it

void check(const Registry &registry, int level, Report &report)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QLatin1String(sampleFile)));
    if (!file.open(QIODevice::WriteOnly) || file.write(sampleFileContent()) < 0 || !file.flush())
        return report.fault(QStringLiteral("no temporary file can be written: %1").arg(file.errorString()));

    Subject subject { .plausible = plausibleSamples(), .hostile = hostileSamples(), .folder = folder.path() };
    for (const QString &id : registry.plugins().front().nodeTypeIds)
        subject.nodes.push_back(registry.nodeTypes().find(id));
    if (level > 4)
        harvest(registry.nodeTypes().all(), subject.folder, subject.plausible);
    checks[level - 2](subject, report);
}

} // namespace

int checkPluginChild(const QString &library, int level)
{
    const rlimit noCoreFile { 0, 0 };
    setrlimit(RLIMIT_CORE, &noCoreFile);

    Report report;
    const Registry registry = loadPlugin(library, pluginFolders());
    const PluginInfo &plugin = registry.plugins().front();
    if (plugin.refused())
        report.fault(plugin.problem);
    else if (level > 1)
        check(registry, level, report);
    report.end();
    std::fflush(nullptr);
    // A run that would not stop goes on in its thread, and must not outlive what it uses.
    std::_Exit(0);
}

} // namespace thalweg
