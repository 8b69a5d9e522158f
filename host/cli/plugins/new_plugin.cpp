#include "new_plugin.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

static void initializeTemplate()
{
    Q_INIT_RESOURCE(
        plugin_template); // a static library's resources are not found unless asked for, outside a namespace
}

namespace thalweg {

namespace {

Result<void> checkName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9]*(-[a-z0-9]+)*$"));
    static const QStringList keptByCMake { QStringLiteral("all"), QStringLiteral("clean"), QStringLiteral("depend"),
        QStringLiteral("help"), QStringLiteral("install"), QStringLiteral("package"), QStringLiteral("preinstall"),
        QStringLiteral("test") };
    if (!form.match(name).hasMatch())
        return Error(QStringLiteral("\"%1\" cannot name a plugin: a name is lower-case letters and digits, starting "
                                    "with a letter, in words joined by dashes, like \"my-costs\"")
                         .arg(name.left(100)));
    if (keptByCMake.contains(name))
        return Error(
            QStringLiteral("CMake keeps the name \"%1\" for itself; take a longer one, like \"%1-costs\"").arg(name));
    return {};
}

// `my-costs` → `My costs`
QString titleOf(QString name)
{
    name.replace(QLatin1Char('-'), QLatin1Char(' '));
    name[0] = name[0].toUpper();
    return name;
}

} // namespace

Result<void> newPlugin(const QString &name, const QString &parentFolder)
{
    if (const Result<void> fits = checkName(name); !fits)
        return fits;
    const QDir parent(parentFolder);
    const QString folder = parent.absoluteFilePath(name);
    if (QFileInfo::exists(folder))
        return Error(QStringLiteral("is there already, and nothing is overwritten; take another name")).at(folder);
    if (!parent.exists() || !parent.mkdir(name))
        return Error(QStringLiteral("the folder cannot be made; is %1 a folder that you may write to?")
                         .arg(parent.absolutePath()))
            .at(folder);

    initializeTemplate();
    const QDir source(QStringLiteral(":/templates/plugin"));
    for (const QString &fileName : source.entryList(QDir::Files)) {
        QFile file(source.filePath(fileName));
        if (!file.open(QIODevice::ReadOnly))
            throw std::logic_error("the template of a plugin is not in this program");
        QByteArray text = file.readAll();
        text.replace("Example", titleOf(name).toUtf8());
        text.replace("example", name.toUtf8());
        QFile copy(QDir(folder).filePath(fileName));
        if (!copy.open(QIODevice::WriteOnly) || copy.write(text) != text.size() || !copy.flush())
            return Error(QStringLiteral("cannot be written: %1").arg(copy.errorString())).at(copy.fileName());
    }
    return {};
}

} // namespace thalweg
