#include "metadata.h"

#include "library_file.h"

#include <thalweg/plugin.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QLibraryInfo>
#include <QPluginLoader>
#include <QVersionNumber>

namespace thalweg {

namespace {

bool isVersion(const QString &text)
{
    qsizetype end = 0;
    return !QVersionNumber::fromString(text, &end).isNull() && end == text.size();
}

// Takes keys out of plugin.json; the first that is missing or of another kind is the problem.
class Reader {
public:
    explicit Reader(QJsonObject json) : json_(std::move(json)) { }

    QString text(const char *key, const QString &example)
    {
        const QJsonValue value = take(key);
        if (value.toString().isEmpty())
            blame(key, value, QStringLiteral("a text like \"%1\"").arg(example));
        return value.toString();
    }

    QString version(const char *key)
    {
        const QJsonValue value = take(key);
        if (!isVersion(value.toString()))
            blame(key, value, QStringLiteral("a version like \"0.1.0\""));
        return value.toString();
    }

    int number(const char *key)
    {
        const QJsonValue value = take(key);
        if (value.toInt() < 1)
            blame(key, value, QStringLiteral("a whole number, which thalweg_add_plugin() in CMake writes"));
        return value.toInt();
    }

    std::vector<PluginDependency> dependencies(const char *key)
    {
        const QJsonValue value = take(key);
        std::vector<PluginDependency> dependencies;
        bool sound = value.isArray() || value.isUndefined();
        for (const QJsonValue &item : value.toArray()) {
            dependencies.push_back({ item[u"id"].toString(), item[u"version"].toString() });
            sound = sound && !dependencies.back().id.isEmpty() && isVersion(dependencies.back().version);
        }
        if (!sound)
            blame(key, value, QStringLiteral("a list like [{\"id\": \"thalweg.costs\", \"version\": \"0.1.0\"}]"));
        return dependencies;
    }

    const QString &problem() const { return problem_; }

private:
    QJsonValue take(const char *key) const { return json_.value(QLatin1String(key)); }

    void blame(const char *key, const QJsonValue &value, const QString &right)
    {
        if (problem_.isEmpty())
            problem_ = (value.isUndefined() ? QStringLiteral("its metadata lacks \"%1\": it must be %2")
                                            : QStringLiteral("its metadata's \"%1\" is wrong: it must be %2"))
                           .arg(QLatin1String(key), right);
    }

    QJsonObject json_;
    QString problem_;
};

QString qtVersion(int encoded)
{
    return QStringLiteral("%1.%2").arg(encoded >> 16).arg((encoded >> 8) & 0xff);
}

// Why Qt finds no metadata in the library.
QString qtProblem(const QString &error)
{
    if (error.contains(QLatin1String("metadata not found")))
        return QStringLiteral("is a shared library, but not a plugin: build it with thalweg_add_plugin() in CMake");
    return QStringLiteral("is not a plugin: %1").arg(error.simplified());
}

// A plugin may be built against an older Qt than it runs on, of the same major version.
bool fitsQt(const QString &version)
{
    const auto built = QVersionNumber::fromString(version);
    const QVersionNumber here = QLibraryInfo::version();
    return built.majorVersion() == here.majorVersion() && built.minorVersion() <= here.minorVersion();
}

// System, processor and compiler must be the same; the compiler's version need not.
QString family(const QString &toolchain)
{
    return toolchain.section(QLatin1Char(' '), 0, 2);
}

QString misfit(const PluginInfo &plugin)
{
    if (plugin.sdk != sdkVersion)
        return QStringLiteral("was built against version %1 of the SDK, this program has version %2: build it anew "
                              "against this program's SDK")
            .arg(plugin.sdk)
            .arg(sdkVersion);
    if (!fitsQt(plugin.qt))
        return QStringLiteral("was built with Qt %1, but this program runs on Qt %2: build it anew with this Qt")
            .arg(plugin.qt, QLibraryInfo::version().toString());
    const QString own = QStringLiteral(THALWEG_TOOLCHAIN);
    if (family(plugin.toolchain) != family(own))
        return QStringLiteral("was built by another toolchain (%1) than this program (%2): build it anew with the same "
                              "compiler, for the same processor")
            .arg(plugin.toolchain, own);
    return {};
}

} // namespace

PluginInfo readMetadata(const QString &path)
{
    PluginInfo plugin { .path = QFileInfo(path).absoluteFilePath() };
    plugin.problem = libraryFileProblem(plugin.path);
    if (plugin.refused())
        return plugin;

    const QPluginLoader loader(plugin.path);
    const QJsonObject whole = loader.metaData();
    if (whole.isEmpty()) {
        plugin.problem = qtProblem(loader.errorString());
        return plugin;
    }
    if (whole[u"IID"].toString() != QLatin1String(THALWEG_PLUGIN_IID)) {
        plugin.problem = QStringLiteral("is a plugin of another program (%1)").arg(whole[u"IID"].toString());
        return plugin;
    }
    Reader reader(whole[u"MetaData"].toObject());
    plugin.id = reader.text("id", QStringLiteral("thalweg.costs"));
    plugin.version = reader.version("version");
    plugin.title = reader.text("title", QStringLiteral("Cost functions"));
    plugin.summary = reader.text("summary", QStringLiteral("Costs of data and formulas."));
    plugin.sdk = reader.number("sdk");
    plugin.toolchain = reader.text("toolchain", QStringLiteral(THALWEG_TOOLCHAIN));
    plugin.dependencies = reader.dependencies("dependencies");
    plugin.qt = qtVersion(whole[u"version"].toInt());
    if (!reader.problem().isEmpty())
        return { .path = plugin.path, .problem = reader.problem() };
    plugin.state = PluginState::Read;
    plugin.problem = misfit(plugin);
    return plugin;
}

} // namespace thalweg
