#include "plugin_folder.h"

#include <registry/registry.h>
#include <thalweg/plain_values.h>
#include <thalweg/plugin.h>

using namespace thalweg;

namespace {

const PluginInfo &plugin(const Registry &registry, const QString &name)
{
    static const PluginInfo none;
    for (const PluginInfo &plugin : registry.plugins())
        if (QFileInfo(plugin.path).completeBaseName() == name)
            return plugin;
    return none;
}

} // namespace

class RegistryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsAPluginWhoseNodesRun();
    void readsMetadataWithoutRunningCode();
    void refusesWhatDoesNotFitAndLoadsTheOthers_data();
    void refusesWhatDoesNotFitAndLoadsTheOthers();
    void refusesDamagedFiles_data();
    void refusesDamagedFiles();
    void refusesEachLengthToWhichALibraryMayBeCut();
    void refusesMetadataOfOtherMakers_data();
    void refusesMetadataOfOtherMakers();
    void saysTheCauseBehindEachRefusedDependency();
    void refusesAnIdThatWasFoundBefore();
    void prefersThePluginThatFitsAmongTwoOfOneId();
    void takesALibraryThatIsFoundTwiceForOne();
    void namesAFolderThatIsNotThere();
    void loadsOneLibraryWithJustWhatItNeeds();
    void looksInTheUsersFolderAndThePathOfTheEnvironment();
};

void RegistryTest::loadsAPluginWhoseNodesRun()
{
    PluginFolder folder;
    folder.add("good");
    const Registry registry = loadPlugins({ folder.path() });
    QCOMPARE(registry.plugins().size(), std::size_t(1));
    const PluginInfo &good = registry.plugins().front();
    QCOMPARE(good.problem, QString());
    QCOMPARE(good.state, PluginState::Initialized);
    QCOMPARE(good.id, QString("fixture.good"));
    QCOMPARE(good.version, QString("1.2.0"));
    QCOMPARE(good.sdk, sdkVersion);
    QCOMPARE(good.qt, QString("%1.%2").arg(QT_VERSION_MAJOR).arg(QT_VERSION_MINOR));
    QCOMPARE(good.nodeTypeIds, QStringList("fixture.good"));

    const NodeType *type = registry.nodeTypes().find("fixture.good");
    QVERIFY(type);
    RunContext context;
    const Result<Outputs> outputs = runNode(*type, Inputs(*type, {}), context);
    QVERIFY(outputs.ok());
    QCOMPARE(dynamic_cast<const Number &>(*outputs->get("seven")).value, 7.0);
}

void RegistryTest::readsMetadataWithoutRunningCode()
{
    PluginFolder folder;
    folder.add("throws-while-loading");
    folder.add("needs-missing");
    const std::vector<PluginInfo> plugins = readPlugins({ folder.path() });
    QCOMPARE(plugins.size(), std::size_t(2));
    QCOMPARE(plugins[0].state, PluginState::Read);
    QVERIFY(plugins[0].refused());
    QCOMPARE(plugins[1].state, PluginState::Resolved);
    QCOMPARE(plugins[1].problem, QString());
    QCOMPARE(plugins[1].title, QString("throws-while-loading"));
}

void RegistryTest::refusesWhatDoesNotFitAndLoadsTheOthers_data()
{
    QTest::addColumn<QStringList>("fixtures");
    QTest::addColumn<PluginState>("state");
    QTest::addColumn<QString>("problem"); // of the first fixture
    const auto row = [](const QStringList &fixtures, PluginState state, const char *problem) {
        QTest::newRow(qPrintable(fixtures.front())) << fixtures << state << QString(problem);
    };
    row({ "throws-while-loading" }, PluginState::Resolved,
        "threw an exception while it was loaded: no licence was found");
    row({ "throws-while-describing" }, PluginState::Loaded,
        "threw an exception while it described its nodes: the table of constants is empty");
    row({ "faulty-description" }, PluginState::Loaded,
        "describes the node \"fixture.faulty\" wrongly: parameter \"rate\": the default must be a number at least 0, "
        "not -1");
    row({ "taken-node" }, PluginState::Loaded,
        "gives the node \"fixture.good\", which fixture.good gives already; rename one of the two");
    row({ "needs-missing" }, PluginState::Read,
        "needs fixture.nowhere 1.0.0, which was not found; put it into a folder of plugins");
    row({ "circular-a", "circular-b" }, PluginState::Read,
        "needs itself in a circle: fixture.circular-a needs fixture.circular-b needs fixture.circular-a; one of them "
        "must do without the next");
}

void RegistryTest::refusesWhatDoesNotFitAndLoadsTheOthers()
{
    QFETCH(QStringList, fixtures);
    PluginFolder folder;
    for (const QString &fixture : fixtures + QStringList { "good", "needs-good" })
        folder.add(fixture);
    const Registry registry = loadPlugins({ folder.path() });
    QTEST(plugin(registry, fixtures.front()).problem, "problem");
    QTEST(plugin(registry, fixtures.front()).state, "state");
    QCOMPARE(plugin(registry, "good").state, PluginState::Initialized);
    QCOMPARE(plugin(registry, "needs-good").state, PluginState::Initialized);
    QCOMPARE(registry.nodeTypes().all().size(), std::size_t(2));
}

void RegistryTest::refusesDamagedFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("problem"); // a regular expression
    const QByteArray good = PluginFolder::content("good");
    QTest::newRow("text file") << QByteArray("#!/bin/sh\necho I am no library\n")
                               << "is not a shared library, whatever its name says; .*";
    QTest::newRow("empty file") << QByteArray() << "is not a shared library, whatever its name says; .*";
    QTest::newRow("half") << good.left(good.size() / 2)
                          << "is cut short: it has \\d+ of at least \\d+ bytes; copy it again or build it anew";
    QTest::newRow("all but a byte") << good.chopped(1) << "is cut short: .*";
    QTest::newRow("program header only") << good.left(64) << "is cut short: .*";
    QByteArray metadataLost = good;
    metadataLost.replace("qt-project!", "no-project!");
    QTest::newRow("no metadata") << metadataLost << "is a shared library, but not a plugin: .*|is not a plugin: .*";
}

void RegistryTest::refusesDamagedFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, problem);
    PluginFolder folder;
    folder.write("damaged", content);
    folder.add("good");
    const Registry registry = loadPlugins({ folder.path() });
    const PluginInfo &damaged = plugin(registry, "damaged");
    QVERIFY2(QRegularExpression("^(" + problem + ")$").match(damaged.problem).hasMatch(), qPrintable(damaged.problem));
    QCOMPARE(damaged.state, PluginState::Invalid);
    QCOMPARE(plugin(registry, "good").state, PluginState::Initialized);
}

void RegistryTest::refusesEachLengthToWhichALibraryMayBeCut()
{
    const QByteArray good = PluginFolder::content("good");
    PluginFolder folder;
    for (int part = 1; part < 40; ++part)
        folder.write(QString("cut-%1").arg(part, 2, 10, QChar('0')), good.left(good.size() * part / 40));
    const Registry registry = loadPlugins({ folder.path() });
    QCOMPARE(registry.plugins().size(), std::size_t(39));
    for (const PluginInfo &plugin : registry.plugins())
        QVERIFY2(plugin.state == PluginState::Invalid && plugin.refused(), qPrintable(plugin.path));
}

void RegistryTest::refusesMetadataOfOtherMakers_data()
{
    // The metadata is CBOR (RFC 8949): a text of n < 24 bytes is 0x60 + n and its bytes, a number below 24 is its byte.
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<PluginState>("state");
    QTest::addColumn<QString>("problem"); // how it begins
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, PluginState state,
                         const char *problem) { QTest::newRow(name) << from << to << state << QString(problem); };
    row("another SDK", QByteArray("csdk\x01"), QByteArray("csdk\x02"), PluginState::Read,
        "was built against version 2 of the SDK, this program has version 1: build it anew against this program's SDK");
    row("another compiler", " GNU ", " Ice ", PluginState::Read, "was built by another toolchain (Linux ");
    row("another program", THALWEG_PLUGIN_IID, "org.thalweg.Elugin", PluginState::Invalid,
        "is a plugin of another program (org.thalweg.Elugin)");
    row("no title", QByteArray("etitle"), QByteArray("eTitle"), PluginState::Invalid,
        "its metadata lacks \"title\": it must be a text like \"Cost functions\"");
    row("an SDK that is a truth value", QByteArray("csdk\x01"), QByteArray("csdk\xf5"), PluginState::Invalid,
        "its metadata's \"sdk\" is wrong: it must be a whole number");
    row("a version of letters", "1.2.0", "1.x.0", PluginState::Invalid,
        "its metadata's \"version\" is wrong: it must be a version like \"0.1.0\"");
    row("dependencies that are a truth value", QByteArray("ldependencies\x80"), QByteArray("ldependencies\xf5"),
        PluginState::Invalid, "its metadata's \"dependencies\" is wrong: it must be a list like [{");
    // Qt's note: its name, then the format's version 1, then major and minor version of Qt.
    const QByteArray note = QByteArray("qt-project!\0\x01", 13);
    row("a newer Qt", note + char(QT_VERSION_MAJOR) + char(QT_VERSION_MINOR), note + char(QT_VERSION_MAJOR) + char(99),
        PluginState::Read, "was built with Qt 6.99, but this program runs on Qt 6.");
    row("another Qt", note + char(QT_VERSION_MAJOR) + char(QT_VERSION_MINOR), note + char(5) + char(15),
        PluginState::Read, "was built with Qt 5.15, but this program runs on Qt 6.");
}

void RegistryTest::refusesMetadataOfOtherMakers()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, problem);
    PluginFolder folder;
    folder.addPatched("other", from, to);
    folder.add("good");
    const Registry registry = loadPlugins({ folder.path() });
    const PluginInfo &other = plugin(registry, "other");
    QVERIFY2(other.problem.startsWith(problem), qPrintable(other.problem));
    QTEST(other.state, "state");
    QCOMPARE(plugin(registry, "good").state, PluginState::Initialized);
}

void RegistryTest::saysTheCauseBehindEachRefusedDependency()
{
    PluginFolder folder;
    for (const char *fixture :
        { "good", "needs-newer-good", "needs-missing", "needs-needs-missing", "faulty-description", "needs-faulty" })
        folder.add(fixture);
    const Registry registry = loadPlugins({ folder.path() });
    QCOMPARE(plugin(registry, "needs-newer-good").problem,
        QString("needs fixture.good 2.0.0, but %1 is version 1.2.0; install a later one").arg(folder.file("good")));
    QCOMPARE(plugin(registry, "needs-needs-missing").problem,
        QString("needs fixture.needs-missing 1.0.0, which was refused: needs fixture.nowhere 1.0.0, which was not "
                "found; put it into a folder of plugins"));
    QVERIFY(plugin(registry, "needs-faulty")
                .problem.startsWith("needs fixture.faulty-description 1.0.0, which was refused: describes the node"));
    QCOMPARE(plugin(registry, "needs-faulty").state, PluginState::Resolved);
}

void RegistryTest::refusesAnIdThatWasFoundBefore()
{
    PluginFolder first;
    PluginFolder second;
    first.add("good");
    second.add("good");
    const Registry registry = loadPlugins({ first.path(), second.path() });
    QCOMPARE(registry.plugins().size(), std::size_t(2));
    QCOMPARE(registry.plugins()[0].state, PluginState::Initialized);
    QCOMPARE(registry.plugins()[1].problem,
        QString("has the id fixture.good, which %1 has already; remove one of the two").arg(first.file("good")));
}

void RegistryTest::prefersThePluginThatFitsAmongTwoOfOneId()
{
    PluginFolder folder;
    folder.addPatched("a-stale-build", QByteArray("csdk\x01"), QByteArray("csdk\x02"));
    folder.add("good");
    folder.add("needs-good");
    const Registry registry = loadPlugins({ folder.path() });
    QCOMPARE(plugin(registry, "a-stale-build").state, PluginState::Read);
    QCOMPARE(plugin(registry, "good").state, PluginState::Initialized);
    QCOMPARE(plugin(registry, "needs-good").state, PluginState::Initialized);
}

void RegistryTest::takesALibraryThatIsFoundTwiceForOne()
{
    PluginFolder folder;
    folder.add("good");
    QVERIFY(QFile::link(folder.file("good"), folder.file("linked")));
    const Registry registry = loadPlugins({ folder.path(), folder.path() + "/." });
    QCOMPARE(registry.plugins().size(), std::size_t(1));
    QCOMPARE(registry.plugins()[0].state, PluginState::Initialized);
}

void RegistryTest::namesAFolderThatIsNotThere()
{
    const Registry registry = loadPlugins({ "/no/such/folder" });
    QCOMPARE(registry.plugins().size(), std::size_t(1));
    QCOMPARE(registry.plugins()[0].path, QString("/no/such/folder"));
    QCOMPARE(registry.plugins()[0].problem, QString("is not a folder"));
}

void RegistryTest::loadsOneLibraryWithJustWhatItNeeds()
{
    PluginFolder folder;
    for (const char *fixture : { "good", "needs-good", "taken-node" })
        folder.add(fixture);
    const Registry registry = loadPlugin(folder.file("needs-good"), { folder.path() });
    QCOMPARE(registry.plugins().front().path, folder.file("needs-good"));
    QCOMPARE(registry.plugins().front().state, PluginState::Initialized);
    QCOMPARE(plugin(registry, "good").state, PluginState::Initialized);
    QCOMPARE(plugin(registry, "taken-node").state, PluginState::Resolved);
}

void RegistryTest::looksInTheUsersFolderAndThePathOfTheEnvironment()
{
    QTemporaryDir data;
    qputenv("XDG_DATA_HOME", data.path().toUtf8());
    qputenv("THALWEG_PLUGIN_PATH", "/no/such/folder::relative");
    QVERIFY(!pluginFolders().contains(data.filePath("thalweg/plugins")));
    QVERIFY(QDir(data.path()).mkpath("thalweg/plugins"));
    const QStringList folders = pluginFolders();
    QCOMPARE(folders.mid(folders.size() - 3),
        QStringList({ data.filePath("thalweg/plugins"), "/no/such/folder", QDir().absoluteFilePath("relative") }));
}

QTEST_GUILESS_MAIN(RegistryTest)
#include "registry_test.moc"
