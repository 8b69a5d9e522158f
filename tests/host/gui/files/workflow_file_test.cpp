#include "gui/files/workflow_file.h"

#include "support/toy_nodes.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr auto simple = R"({"format": "thalweg-workflow", "version": 1, "title": "A  title", "unknown": [1,2],
 "nodes": [{"id": "f", "type": "toy.file-size", "parameters": {"path": "data/x.csv"}}], "links": []})";

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void setTitle(WorkflowFile &file, const QString &title)
{
    Details details = detailsOf(file.document().graph());
    details.title = title;
    file.document().make(setDetails(file.document().graph(), details, "Title"));
}

/// While it lives, no file of this process grows above a size: writing fails as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_ {};
};

} // namespace

class WorkflowFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNewOneIsPristineAndUntitled();
    void whatIsOpenedAndSavedKeepsItsBytes();
    void editsUndoneAreNoChange();
    void aChangeOnDiskIsAskedAbout_data();
    void aChangeOnDiskIsAskedAbout();
    void aVanishedFileIsWrittenAgain();
    void changesOnDiskAreTold();
    void savingElsewhereKeepsPathsToTheSameFiles();
    void aFullDiskKeepsEverything();
    void aMissingFolderKeepsEverything();
    void aBrokenFileSaysLineAndColumn();
    void anExampleIsACopyWithoutAFile();
    void aSuggestedNameComesFromTheTitle();
    void viewsSeeBothDocumentsWhileOneTakesTheOthersPlace();

private:
    std::unique_ptr<QTemporaryDir> folder_;
    QString path_;
};

void WorkflowFileTest::init()
{
    folder_ = std::make_unique<QTemporaryDir>();
    path_ = folder_->filePath("w.thalweg");
    writeFile(path_, simple);
}

void WorkflowFileTest::aNewOneIsPristineAndUntitled()
{
    WorkflowFile file;
    QVERIFY(file.isPristine());
    QVERIFY(!file.isModified());
    QCOMPARE(file.path(), QString());
    QCOMPARE(file.windowTitle(), QString("Untitled[*]"));
    setTitle(file, "x");
    QVERIFY(!file.isPristine());
    QVERIFY(file.isModified());
}

void WorkflowFileTest::whatIsOpenedAndSavedKeepsItsBytes()
{
    WorkflowFile file;
    QVERIFY(file.open(path_).ok());
    QCOMPARE(file.windowTitle(), QString("w.thalweg[*]"));
    QCOMPARE(file.directory(), folder_->path());
    setTitle(file, "other");
    QVERIFY(file.isModified());
    file.document().undoStack().undo();
    QVERIFY(*file.save() == WorkflowFile::Saved::Yes);
    QCOMPARE(contentsOf(path_), QByteArray(simple));
}

void WorkflowFileTest::editsUndoneAreNoChange()
{
    WorkflowFile file;
    QVERIFY(file.open(path_).ok());
    QSignalSpy titles(&file, &WorkflowFile::titleChanged);
    setTitle(file, "other");
    QVERIFY(file.isModified());
    QCOMPARE(titles.size(), 1);
    QVERIFY(file.save().ok());
    QVERIFY(!file.isModified());
    QVERIFY(contentsOf(path_).contains("\"other\""));
    QVERIFY(contentsOf(path_).contains("\"unknown\": [1, 2]"));
    file.document().undoStack().undo();
    QVERIFY(file.isModified());
}

void WorkflowFileTest::aChangeOnDiskIsAskedAbout_data()
{
    QTest::addColumn<DiskChoice>("choice");
    QTest::addColumn<WorkflowFile::Saved>("expected");
    QTest::addColumn<QString>("titleOnDisk");
    QTest::addColumn<QString>("titleHere");
    QTest::newRow("overwrite") << DiskChoice::Overwrite << WorkflowFile::Saved::Yes << "mine"
                               << "mine";
    QTest::newRow("elsewhere") << DiskChoice::SaveElsewhere << WorkflowFile::Saved::Elsewhere << "theirs"
                               << "mine";
    QTest::newRow("reload") << DiskChoice::Reload << WorkflowFile::Saved::Reloaded << "theirs"
                            << "theirs";
    QTest::newRow("cancel") << DiskChoice::Cancel << WorkflowFile::Saved::No << "theirs"
                            << "mine";
}

void WorkflowFileTest::aChangeOnDiskIsAskedAbout()
{
    QFETCH(DiskChoice, choice);
    QFETCH(WorkflowFile::Saved, expected);
    QFETCH(QString, titleOnDisk);
    QFETCH(QString, titleHere);
    WorkflowFile file;
    int asked = 0;
    file.setAskAboutDisk([&](WorkflowFile::OnDisk state) {
        ++asked;
        return state == WorkflowFile::OnDisk::Changed ? choice : DiskChoice::Cancel;
    });
    QVERIFY(file.open(path_).ok());
    setTitle(file, "mine");
    // Of the same size and, if it be, of the same time.
    writeFile(path_, QByteArray(simple).replace("A  title", "theirs"));
    const auto saved = file.save();
    QVERIFY(saved.ok());
    QVERIFY(*saved == expected);
    QCOMPARE(asked, 1);
    QCOMPARE(readWorkflow(contentsOf(path_))->graph.title, titleOnDisk);
    QCOMPARE(file.document().graph().title, titleHere);
}

void WorkflowFileTest::aVanishedFileIsWrittenAgain()
{
    WorkflowFile file;
    QVERIFY(file.open(path_).ok());
    QFile::remove(path_);
    QVERIFY(file.onDisk() == WorkflowFile::OnDisk::Gone);
    QVERIFY(*file.save() == WorkflowFile::Saved::Yes);
    QCOMPARE(contentsOf(path_), QByteArray(simple));
}

void WorkflowFileTest::changesOnDiskAreTold()
{
    WorkflowFile file;
    QVERIFY(file.open(path_).ok());
    QSignalSpy told(&file, &WorkflowFile::changedOnDisk);
    setTitle(file, "mine");
    QVERIFY(file.save().ok());
    writeFile(path_, "{}");
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told[0][0].value<WorkflowFile::OnDisk>() == WorkflowFile::OnDisk::Changed);
    QFile::remove(path_);
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(told[1][0].value<WorkflowFile::OnDisk>() == WorkflowFile::OnDisk::Gone);
}

void WorkflowFileTest::savingElsewhereKeepsPathsToTheSameFiles()
{
    WorkflowFile file;
    QVERIFY(file.open(path_).ok());
    QDir(folder_->path()).mkpath("a/b");
    const QString other = folder_->filePath("a/b/v.thalweg");
    QVERIFY(file.saveAs(other, toyNodes()).ok());
    QCOMPARE(file.path(), other);
    QVERIFY(!file.isModified());
    QCOMPARE(file.document().graph().nodes[0].parameters.value("path").toString(), QString("../../data/x.csv"));
    QCOMPARE(openWorkflow(other)->graph, file.document().graph());
    QCOMPARE(contentsOf(path_), QByteArray(simple));
    QVERIFY(file.onDisk() == WorkflowFile::OnDisk::AsKnown);

    QVERIFY(file.saveAs(path_, toyNodes()).ok());
    QCOMPARE(file.document().graph().nodes[0].parameters.value("path").toString(), QString("data/x.csv"));
}

void WorkflowFileTest::aFullDiskKeepsEverything()
{
    WorkflowFile file;
    QVERIFY(file.open(path_).ok());
    setTitle(file, QString(20'000, u'x'));
    {
        const FullDisk full(4096);
        const auto saved = file.save();
        QVERIFY(!saved.ok());
        QVERIFY2(saved.error().text().startsWith(path_ + ": cannot be written: "), qPrintable(saved.error().text()));
        QVERIFY(!file.saveAs(folder_->filePath("other.thalweg"), {}).ok());
    }
    QCOMPARE(contentsOf(path_), QByteArray(simple));
    QVERIFY(!QFile::exists(folder_->filePath("other.thalweg")));
    QCOMPARE(file.path(), path_);
    QVERIFY(file.isModified());
    QVERIFY(file.save().ok());
    QVERIFY(contentsOf(path_).size() > 20'000);
}

void WorkflowFileTest::aMissingFolderKeepsEverything()
{
    WorkflowFile file;
    setTitle(file, "x");
    const QString path = folder_->filePath("not/there/w.thalweg");
    const Result<void> saved = file.saveAs(path, {});
    QVERIFY(!saved.ok());
    QVERIFY(saved.error().text().contains("folder is not there"));
    QCOMPARE(file.path(), QString());
    QVERIFY(file.isModified());
}

void WorkflowFileTest::aBrokenFileSaysLineAndColumn()
{
    writeFile(path_, "{\"format\": \"thalweg-workflow\",\n  \"version\" 1}");
    WorkflowFile file;
    setTitle(file, "kept");
    const Result<void> opened = file.open(path_);
    QVERIFY(!opened.ok());
    QVERIFY2(opened.error().text().contains("line 2, column 13"), qPrintable(opened.error().text()));
    QCOMPARE(file.document().graph().title, QString("kept"));
    QVERIFY(!file.open(folder_->path()).ok());
    QVERIFY(!file.open(folder_->filePath("none")).ok());
}

void WorkflowFileTest::anExampleIsACopyWithoutAFile()
{
    WorkflowFile file;
    file.adopt(*openWorkflow(path_), folder_->path());
    QCOMPARE(file.path(), QString());
    QCOMPARE(file.directory(), folder_->path());
    QVERIFY(!file.isModified());
    QVERIFY(!file.isPristine());
    const QTemporaryDir other;
    QVERIFY(file.saveAs(other.filePath("copy.thalweg"), toyNodes()).ok());
    const QString data = file.document().graph().nodes[0].parameters.value("path").toString();
    QCOMPARE(QDir::cleanPath(other.filePath(data)), folder_->filePath("data/x.csv"));
    QCOMPARE(contentsOf(path_), QByteArray(simple));
}

void WorkflowFileTest::aSuggestedNameComesFromTheTitle()
{
    WorkflowFile file;
    file.adopt(*openWorkflow(path_), "/a");
    setTitle(file, "Gradient descent on (θ - 5)^2: fast/slow");
    QCOMPARE(file.suggestedPath(), QString("/a/gradient-descent-on-θ-5-2-fast-slow.thalweg"));
    setTitle(file, " / ");
    QCOMPARE(file.suggestedPath(), QString("/a/untitled.thalweg"));
}

void WorkflowFileTest::viewsSeeBothDocumentsWhileOneTakesTheOthersPlace()
{
    WorkflowFile file;
    const Document *before = &file.document();
    const QPointer<const QObject> watched = before;
    bool bothThere = false;
    connect(&file, &WorkflowFile::documentReplaced, this,
        [&] { bothThere = watched && before->graph() == Graph() && &file.document() != before; });
    QVERIFY(file.open(path_).ok());
    QVERIFY(bothThere);
    QVERIFY(!watched);
}

QTEST_GUILESS_MAIN(WorkflowFileTest)
#include "workflow_file_test.moc"
