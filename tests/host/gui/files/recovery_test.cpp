#include "gui/files/recovery_dialog.h"
#include "gui/files/recovery_writer.h"

#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace thalweg;

namespace {

constexpr auto emptyWorkflow
    = "{\"format\": \"thalweg-workflow\", \"version\": 1, \"title\": \"t\", \"nodes\": [], \"links\": []}\n";

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QStringList entries(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files);
}

void setDescription(WorkflowFile &file, const QString &text)
{
    Details details = detailsOf(file.document().graph());
    details.description = text;
    file.document().make(setDetails(file.document().graph(), details, "Describe"));
}

/// An editor process, and the edits that it has told of, each with the time when that was.
class Editor {
public:
    Editor(const QString &folder, const QString &path = {})
    {
        process.start(EDITOR, QStringList { folder } + (path.isEmpty() ? QStringList() : QStringList { path }));
        clock.start();
    }
    ~Editor() { kill(); }

    void listenFor(int milliseconds)
    {
        for (const QDeadlineTimer until(milliseconds); !until.hasExpired();)
            read(static_cast<int>(until.remainingTime()));
    }
    void kill()
    {
        if (process.state() == QProcess::NotRunning)
            return;
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        killed = clock.elapsed();
        process.waitForFinished();
        read(0);
    }
    /// The last edit told of at least this many milliseconds before the end.
    int lastBefore(qint64 milliseconds) const
    {
        int last = 0;
        for (const auto &[edit, time] : told)
            if (time <= killed - milliseconds)
                last = edit;
        return last;
    }

    QProcess process;
    std::vector<std::pair<int, qint64>> told;
    QElapsedTimer clock;
    qint64 killed = 0;

private:
    void read(int milliseconds)
    {
        process.waitForReadyRead(std::max(1, milliseconds));
        while (process.canReadLine())
            told.emplace_back(process.readLine().trimmed().toInt(), clock.elapsed());
    }
};

} // namespace

class RecoveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasMadeASecondBeforeAKillIsThere();
    void ofAFileThatWasKilledTheOriginalIsKnown();
    void aFileThatEndsWellLeavesNothing();
    void windowsAndProcessesDoNotTakeEachOthers();
    void aSecondCrashLosesNothing();
    void aSavedWorkflowNeedsNoRecovery();
    void aDamagedFileIsKeptAndSaidSo();
    void anUnwritableFolderIsToldOnce();
    void aNewerFileIsNotWrittenOver();
    void bytesComeBackAsTheyWere();
    void theDialogOffersKeepsAndDiscards();
};

void RecoveryTest::whatWasMadeASecondBeforeAKillIsThere()
{
    QRandomGenerator random(20240607);
    for (int round = 0; round < 8; ++round) {
        const QTemporaryDir folder;
        Editor editor(folder.path());
        QVERIFY(editor.process.waitForStarted());
        editor.listenFor(1300 + random.bounded(700));
        editor.kill();
        const auto found = leftBehind(folder.path());
        const int expected = editor.lastBefore(1000);
        QVERIFY(expected > 0);
        QCOMPARE(found.size(), 1u);
        QVERIFY2(found[0].content.ok(), qPrintable(found[0].changes()));
        QVERIFY(found[0].content->workflow.graph.description.toInt() >= expected);
        QVERIFY(found[0].original() == LeftBehind::Original::NeverSaved);
    }
}

void RecoveryTest::ofAFileThatWasKilledTheOriginalIsKnown()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("w.thalweg");
    const QString state = folder.filePath("state");
    writeFile(path, emptyWorkflow);
    Editor editor(state, path);
    QTRY_VERIFY_WITH_TIMEOUT((editor.listenFor(50), !QDir(state).entryList({ "*.recovery" }).isEmpty()), 20'000);
    editor.kill();
    auto found = leftBehind(state);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].content->origin.path, path);
    QVERIFY(found[0].original() == LeftBehind::Original::AsItWas);
    QCOMPARE(found[0].changes(), QString("description changed"));
    writeFile(path, QByteArray(emptyWorkflow).replace("\"t\"", "\"newer\""));
    QVERIFY(found[0].original() == LeftBehind::Original::ChangedSince);
    QCOMPARE(found[0].changes(), QString("title changed, description changed"));
    QFile::remove(path);
    QVERIFY(found[0].original() == LeftBehind::Original::Gone);
}

void RecoveryTest::aFileThatEndsWellLeavesNothing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("w.thalweg");
    const QString state = folder.filePath("state");
    writeFile(path, emptyWorkflow);
    Editor editor(state, path);
    editor.listenFor(1000);
    editor.process.closeWriteChannel();
    QVERIFY(editor.process.waitForFinished());
    QCOMPARE(editor.process.exitCode(), 0);
    QCOMPARE(entries(state), QStringList());
}

void RecoveryTest::windowsAndProcessesDoNotTakeEachOthers()
{
    const QTemporaryDir folder;
    WorkflowFile one;
    WorkflowFile two;
    RecoveryWriter first(one, folder.path());
    RecoveryWriter second(two, folder.path());
    setDescription(one, "one");
    setDescription(two, "two");
    first.flushAndWait();
    second.flushAndWait();
    Editor living(folder.path());
    QTRY_COMPARE_WITH_TIMEOUT(
        (living.listenFor(50), QDir(folder.path()).entryList({ "*.recovery" }).size()), 3, 20'000);
    QCOMPARE(leftBehind(folder.path()).size(), 0u);

    living.kill();
    const auto offered = leftBehind(folder.path());
    QCOMPARE(offered.size(), 1u);
    QCOMPARE(leftBehind(folder.path()).size(), 0u); // it is being offered already
}

void RecoveryTest::aSecondCrashLosesNothing()
{
    const QTemporaryDir folder;
    {
        Editor editor(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(
            (editor.listenFor(50), !QDir(folder.path()).entryList({ "*.recovery" }).isEmpty()), 20'000);
    }
    QCOMPARE(leftBehind(folder.path()).size(), 1u); // and the next process ends before anybody has decided
    auto found = leftBehind(folder.path());
    QCOMPARE(found.size(), 1u);

    WorkflowFile file;
    RecoveryWriter writer(file, folder.path());
    const Recovered &left = *found[0].content;
    file.restore(left.workflow, left.origin.path, left.origin.directory, left.origin.fingerprint);
    QVERIFY(file.isModified());
    writer.flushAndWait(); // now it is kept twice, and the old one may go
    QCOMPARE(QDir(folder.path()).entryList({ "*.recovery" }).size(), 2);
    found[0].remove();
    QCOMPARE(QDir(folder.path()).entryList({ "*.recovery" }).size(), 1);
    QFile kept(writer.path());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const Result<Recovered> again = readRecovery(kept.readAll());
    QVERIFY(again.ok());
    QCOMPARE(again->workflow.graph, left.workflow.graph);
}

void RecoveryTest::aSavedWorkflowNeedsNoRecovery()
{
    const QTemporaryDir folder;
    const QString state = folder.filePath("state");
    WorkflowFile file;
    RecoveryWriter writer(file, state);
    setDescription(file, "x");
    QTRY_COMPARE(QDir(state).entryList({ "*.recovery" }).size(), 1);
    QVERIFY(file.saveAs(folder.filePath("w.thalweg"), {}).ok());
    QTRY_COMPARE(QDir(state).entryList({ "*.recovery" }).size(), 0);
    file.document().undoStack().undo();
    QTRY_COMPARE(QDir(state).entryList({ "*.recovery" }).size(), 1);
    file.document().undoStack().redo();
    QTRY_COMPARE(QDir(state).entryList({ "*.recovery" }).size(), 0);
}

void RecoveryTest::aDamagedFileIsKeptAndSaidSo()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath("1.recovery"), "{\"format\": \"thalweg-recovery\"}\n{\"nodes\": [");
    writeFile(folder.filePath("2.recovery"), "");
    const auto found = leftBehind(folder.path());
    QCOMPARE(found.size(), 2u);
    for (const LeftBehind &one : found) {
        QVERIFY(!one.content.ok());
        QVERIFY(one.content.error().text().contains(".recovery"));
        QVERIFY(QFile::exists(one.file));
    }
}

void RecoveryTest::anUnwritableFolderIsToldOnce()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath("state"), "a file where the folder should be");
    WorkflowFile file;
    RecoveryWriter writer(file, folder.filePath("state/recovery"));
    QSignalSpy failed(&writer, &RecoveryWriter::failed);
    setDescription(file, "1");
    writer.flush();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains("state/recovery"));
    setDescription(file, "2");
    writer.flushAndWait();
    QCoreApplication::processEvents();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(file.document().graph().description, QString("2"));
}

void RecoveryTest::aNewerFileIsNotWrittenOver()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("w.thalweg");
    writeFile(path, emptyWorkflow);
    WorkflowFile before;
    QVERIFY(before.open(path).ok());
    const QByteArray known = before.fingerprint();
    const QByteArray newer = QByteArray(emptyWorkflow).replace("\"t\"", "\"newer\"");
    writeFile(path, newer);

    WorkflowFile file;
    Workflow edits = before.workflow();
    edits.graph.title = "recovered";
    file.restore(edits, path, folder.path(), known);
    QVERIFY(file.onDisk() == WorkflowFile::OnDisk::Changed);
    const auto saved = file.save();
    QVERIFY(saved.ok() && *saved == WorkflowFile::Saved::No);
    QFile disk(path);
    QVERIFY(disk.open(QIODevice::ReadOnly));
    QCOMPARE(disk.readAll(), newer);
}

void RecoveryTest::bytesComeBackAsTheyWere()
{
    const RecoveryOrigin origin { "/a/\"b\"\n.thalweg", "b", "/a", QByteArray::fromHex("00ff10"),
        QDateTime(QDate(2024, 2, 29), QTime(12, 30, 15, 250), Qt::UTC) };
    const Result<Workflow> workflow = readWorkflow(emptyWorkflow);
    const Result<Recovered> read = readRecovery(recoveryBytes(origin, *workflow));
    QVERIFY(read.ok());
    QCOMPARE(read->origin.path, origin.path);
    QCOMPARE(read->origin.name, origin.name);
    QCOMPARE(read->origin.directory, origin.directory);
    QCOMPARE(read->origin.fingerprint, origin.fingerprint);
    QCOMPARE(read->origin.time, origin.time);
    QCOMPARE(bytesOf(read->workflow), QByteArray(emptyWorkflow));
}

void RecoveryTest::theDialogOffersKeepsAndDiscards()
{
    const QTemporaryDir folder;
    const RecoveryOrigin origin { {}, "Untitled", "/", {}, QDateTime::currentDateTimeUtc() };
    for (const char *name : { "1", "2" })
        writeFile(folder.filePath(QString(name) + ".recovery"), recoveryBytes(origin, *readWorkflow(emptyWorkflow)));
    {
        RecoveryDialog dialog(leftBehind(folder.path()));
        QCOMPARE(dialog.findChild<QTableWidget *>()->rowCount(), 2);
        dialog.reject();
        QCOMPARE(dialog.takeChosen().size(), 0u);
    }
    RecoveryDialog dialog(leftBehind(folder.path()));
    dialog.findChild<QTableWidget *>()->selectRow(1);
    dialog.accept();
    auto chosen = dialog.takeChosen();
    QCOMPARE(chosen.size(), 1u);
    QCOMPARE(chosen[0].content->workflow.graph.title, QString("t"));
    QCOMPARE(leftBehind(folder.path()).size(), 1u); // the other is offered again
    chosen[0].remove();
    QCOMPARE(QDir(folder.path()).entryList({ "*.recovery" }).size(), 1);
}

QTEST_MAIN(RecoveryTest)
#include "recovery_test.moc"
