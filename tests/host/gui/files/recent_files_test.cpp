#include "gui/files/recent_files.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;

class RecentFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLatestIsFirstAndNoneIsTwice();
    void pinnedOnesStayFirst();
    void tenAreKeptBesideThePinned();
    void aLaterStartFindsThem();
    void missingFilesAreKnown();
};

namespace {

QStringList paths(const RecentFiles &recent)
{
    QStringList list;
    for (const RecentFile &file : recent.list())
        list += file.path;
    return list;
}

} // namespace

void RecentFilesTest::theLatestIsFirstAndNoneIsTwice()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
    RecentFiles recent(settings);
    QCOMPARE(recent.list().size(), 0);
    for (const char *path : { "/a", "/b", "/c", "/a" })
        recent.add(path);
    QCOMPARE(paths(recent), QStringList({ "/a", "/c", "/b" }));
    recent.remove("/c");
    QCOMPARE(paths(recent), QStringList({ "/a", "/b" }));
}

void RecentFilesTest::pinnedOnesStayFirst()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
    RecentFiles recent(settings);
    for (const char *path : { "/a", "/b", "/c" })
        recent.add(path);
    recent.setPinned("/a", true);
    QCOMPARE(paths(recent), QStringList({ "/a", "/c", "/b" }));
    recent.add("/d");
    QCOMPARE(paths(recent), QStringList({ "/a", "/d", "/c", "/b" }));
    QVERIFY(recent.list()[0].isPinned);
    recent.clear();
    QCOMPARE(paths(recent), QStringList({ "/a" }));
    recent.setPinned("/a", false);
    recent.clear();
    QCOMPARE(paths(recent), QStringList());
}

void RecentFilesTest::tenAreKeptBesideThePinned()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
    RecentFiles recent(settings);
    recent.add("/pinned");
    recent.setPinned("/pinned", true);
    for (int i = 0; i < 15; ++i)
        recent.add(QString("/%1").arg(i));
    QCOMPARE(recent.list().size(), 11);
    QCOMPARE(paths(recent).first(), QString("/pinned"));
    QCOMPARE(paths(recent).last(), QString("/5"));
}

void RecentFilesTest::aLaterStartFindsThem()
{
    const QTemporaryDir folder;
    {
        QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
        RecentFiles(settings).add("/ä, b/\"c\".thalweg");
    }
    QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
    QCOMPARE(paths(RecentFiles(settings)), QStringList({ "/ä, b/\"c\".thalweg" }));
}

void RecentFilesTest::missingFilesAreKnown()
{
    const QTemporaryDir folder;
    QVERIFY(!RecentFile { folder.filePath("none") }.exists());
    QVERIFY(RecentFile { folder.path() }.exists());
    QCOMPARE(RecentFile { "/a/b.thalweg" }.name(), QString("b.thalweg"));
}

QTEST_GUILESS_MAIN(RecentFilesTest)
#include "recent_files_test.moc"
