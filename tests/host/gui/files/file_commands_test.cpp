#include "gui/files/file_commands.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;

namespace {

constexpr auto workflow
    = "{\"format\": \"thalweg-workflow\", \"version\": 1, \"title\": \"t\", \"nodes\": [], \"links\": []}\n";

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

/// What a person answers, and what they were asked and told.
struct Person {
    QString openPath = {}, savePath = {};
    FileQuestions::Leave leave = FileQuestions::Leave::Cancel;
    DiskChoice disk = DiskChoice::Cancel;
    QStringList asked = {}, told = {};

    FileQuestions questions()
    {
        return { [this](const QString &) { return asked += "open", openPath; },
            [this](const QString &) { return asked += "save", savePath; },
            [this](const QString &) { return asked += "leave", leave; },
            [this](const QString &, WorkflowFile::OnDisk) { return asked += "disk", disk; },
            [this](const QString &, const Error &error) { told += error.text(); } };
    }
};

void edit(WorkflowFile &file)
{
    Details details = detailsOf(file.document().graph());
    details.title += "x";
    file.document().make(setDetails(file.document().graph(), details, "Title"));
}

} // namespace

class FileCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstSaveAsksWhere();
    void saveElsewhereAsksWhereAfterAChangeOnDisk();
    void leavingAsksOnlyForEdits();
    void leavingWithSaveStaysIfItIsNotSaved();
    void openingInAUsedWindowGoesToAnother();
    void whatCannotBeOpenedIsTold();
};

void FileCommandsTest::theFirstSaveAsksWhere()
{
    const QTemporaryDir folder;
    WorkflowFile file;
    Person person;
    FileCommands commands(file, person.questions(), [] { return NodeTypes(); });
    QSignalSpy used(&commands, &FileCommands::used);
    edit(file);
    QVERIFY(!commands.save());
    person.savePath = folder.filePath("w.thalweg");
    QVERIFY(commands.save());
    QCOMPARE(used.size(), 1);
    QCOMPARE(used[0][0].toString(), person.savePath);
    edit(file);
    QVERIFY(commands.save());
    QCOMPARE(person.asked, QStringList({ "save", "save" }));
    QCOMPARE(openWorkflow(person.savePath)->graph.title, QString("xx"));
}

void FileCommandsTest::saveElsewhereAsksWhereAfterAChangeOnDisk()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("w.thalweg");
    writeFile(path, workflow);
    WorkflowFile file;
    Person person { .savePath = folder.filePath("v.thalweg"), .disk = DiskChoice::SaveElsewhere };
    FileCommands commands(file, person.questions(), [] { return NodeTypes(); });
    QVERIFY(commands.open(path));
    edit(file);
    const QByteArray theirs = QByteArray(workflow).replace("\"t\"", "\"theirs\"");
    writeFile(path, theirs);
    QVERIFY(commands.save());
    QCOMPARE(person.asked, QStringList({ "disk", "save" }));
    QCOMPARE(file.path(), person.savePath);
    QCOMPARE(openWorkflow(path)->graph.title, QString("theirs"));
    QCOMPARE(openWorkflow(person.savePath)->graph.title, QString("tx"));
}

void FileCommandsTest::leavingAsksOnlyForEdits()
{
    WorkflowFile file;
    Person person;
    FileCommands commands(file, person.questions(), [] { return NodeTypes(); });
    QVERIFY(commands.mayBeLeft());
    QCOMPARE(person.asked, QStringList());
    edit(file);
    QVERIFY(!commands.mayBeLeft());
    person.leave = FileQuestions::Leave::Discard;
    QVERIFY(commands.mayBeLeft());
    QCOMPARE(person.asked, QStringList({ "leave", "leave" }));
}

void FileCommandsTest::leavingWithSaveStaysIfItIsNotSaved()
{
    const QTemporaryDir folder;
    WorkflowFile file;
    Person person { .savePath = folder.filePath("no/where.thalweg"), .leave = FileQuestions::Leave::Save };
    FileCommands commands(file, person.questions(), [] { return NodeTypes(); });
    edit(file);
    QVERIFY(!commands.mayBeLeft());
    QCOMPARE(person.told.size(), 1);
    person.savePath = folder.filePath("here.thalweg");
    QVERIFY(commands.mayBeLeft());
    QVERIFY(QFile::exists(person.savePath));
}

void FileCommandsTest::openingInAUsedWindowGoesToAnother()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("w.thalweg");
    writeFile(path, workflow);
    WorkflowFile file;
    Person person { .openPath = path };
    FileCommands commands(file, person.questions(), [] { return NodeTypes(); });
    QSignalSpy elsewhere(&commands, &FileCommands::openElsewhere);
    edit(file);
    QVERIFY(commands.open());
    QCOMPARE(elsewhere.size(), 1);
    QCOMPARE(file.document().graph().title, QString("x"));
}

void FileCommandsTest::whatCannotBeOpenedIsTold()
{
    WorkflowFile file;
    Person person;
    FileCommands commands(file, person.questions(), [] { return NodeTypes(); });
    QSignalSpy used(&commands, &FileCommands::used);
    QVERIFY(!commands.open("/no/such/file.thalweg"));
    QCOMPARE(person.told.size(), 1);
    QVERIFY(person.told[0].contains("/no/such/file.thalweg"));
    QCOMPARE(used.size(), 0);
}

QTEST_MAIN(FileCommandsTest)
#include "file_commands_test.moc"
