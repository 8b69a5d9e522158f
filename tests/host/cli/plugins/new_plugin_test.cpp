#include <cli/plugins/new_plugin.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

class NewPluginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheTemplateItself();
    void writesTheNameWhereItBelongs();
    void refusesNames_data();
    void refusesNames();
    void overwritesNothing();
    void saysWhereItCannotWrite();
};

void NewPluginTest::givesTheTemplateItself()
{
    QTemporaryDir parent;
    QVERIFY(newPlugin("example", parent.path()).ok());
    const QDir written(parent.filePath("example"));
    const QDir source(qEnvironmentVariable("THALWEG_SOURCE_DIR") + "/resources/templates/plugin");
    QCOMPARE(written.entryList(QDir::Files), source.entryList(QDir::Files));
    for (const QString &file : source.entryList(QDir::Files))
        QCOMPARE(content(written.filePath(file)), content(source.filePath(file)));
}

void NewPluginTest::writesTheNameWhereItBelongs()
{
    QTemporaryDir parent;
    QVERIFY(newPlugin("my-costs", parent.path()).ok());
    const QDir folder(parent.filePath("my-costs"));
    QVERIFY(content(folder.filePath("cosh_valley.cpp")).contains("\"my-costs.cosh-valley\""));
    QVERIFY(content(folder.filePath("plugin.json")).contains("\"title\": \"My costs\""));
    QVERIFY(content(folder.filePath("CMakeLists.txt")).contains("thalweg_add_plugin(my-costs "));
    for (const QString &file : folder.entryList(QDir::Files))
        QVERIFY2(!content(folder.filePath(file)).toLower().contains("example"), qPrintable(file));
}

void NewPluginTest::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("problem");
    const QString form = "cannot name a plugin: a name is lower-case letters and digits";
    for (const char *name : { "", "..", "a/b", "My-costs", "my_costs", "1st", "-a", "a-", "a--b", "kosten-für", "a b" })
        QTest::newRow(name) << QString(name) << form;
    for (const char *name : { "test", "all", "install" })
        QTest::newRow(name) << QString(name) << QString("CMake keeps the name \"%1\" for itself").arg(name);
}

void NewPluginTest::refusesNames()
{
    QFETCH(QString, name);
    QFETCH(QString, problem);
    QTemporaryDir parent;
    const Result<void> written = newPlugin(name, parent.path());
    QVERIFY(!written.ok());
    QVERIFY2(written.error().text().contains(problem), written.error().what());
    QVERIFY(QDir(parent.path()).isEmpty());
}

void NewPluginTest::overwritesNothing()
{
    QTemporaryDir parent;
    QVERIFY(QDir(parent.path()).mkdir("mine"));
    const Result<void> written = newPlugin("mine", parent.path());
    QVERIFY(!written.ok());
    QVERIFY(written.error().text().startsWith(parent.filePath("mine") + ": is there already"));
    QVERIFY(QDir(parent.filePath("mine")).isEmpty());
}

void NewPluginTest::saysWhereItCannotWrite()
{
    const Result<void> written = newPlugin("mine", "/no/such/folder");
    QVERIFY(!written.ok());
    QVERIFY(written.error().text().startsWith("/no/such/folder/mine: the folder cannot be made"));
}

QTEST_GUILESS_MAIN(NewPluginTest)
#include "new_plugin_test.moc"
