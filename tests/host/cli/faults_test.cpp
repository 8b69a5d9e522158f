#include "support/command.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg::test;

/// Bad input, in files named for their fault: one clear line, the right status, and nothing half-written.
class FaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysInOneLineWhatIsWrongAndWhere_data();
    void saysInOneLineWhatIsWrongAndWhere();
    void saysSoWhereTheFileIsMissing();
    void refusesAFileThatIsNestedAHundredThousandDeep();
    void saysThatThereIsNoFontAndDrawsNothing();
    void runsWhatDoesNotDependOnANodeThatFails();
};

void FaultsTest::saysInOneLineWhatIsWrongAndWhere_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const auto row
        = [](const char *name, int status, const char *message) { QTest::newRow(name) << status << QString(message); };
    row("cut-off", 2, "line 2, column 1: not valid JSON: unterminated object");
    row("nodes-not-a-list", 2, "key \"nodes\": must be a list, but is an object");
    row("cycle", 2, "node a: port dataset: b.dataset -> a.dataset: makes a cycle: a -> b -> a");
    row("unknown-port", 2,
        "node gd: port objective: cost.cost -> gd.objective: costs.formula has no output \"cost\"; it has: objective");
    row("unknown-type", 2, "node cost: the node type \"costs.formulae\" is not known; did you mean \"costs.formula\"?");
    row("unknown-parameter", 2, "node gd: parameter raet: optimizers.gradient-descent has no such parameter");
    row("missing-input", 2, "node gd: port objective: needs a link from an output of type objective");
    row("types-disagree", 2,
        "node gd: port objective: data.table -> gd.objective: needs an objective, but data.table gives a table");
    row("negative-rate", 2, "node gd: parameter rate: must be a number at least 0 or a schedule, not -0.1");
    row("rate-a-text", 2, "node gd: parameter rate: must be a number at least 0 or a schedule, not \"fast\"");
    row("missing-file", 1, "node data: parameter path: ");
    row("ragged-rows", 1, "line 3 has 1 cell, but the header has 2");
    row("text-among-numbers", 1, "node data: parameter text: line 5, column 2 (\"y\"): \"five\" is not a number");
    row("formula-with-a-typo", 1, "node cost: parameter formula: line 1, column 17: there is no function \"sinn\"");
    row("formula-not-closed", 1, "node cost: parameter formula: line 1, column 11: ");
    row("no-such-target", 1, "node set: parameter target: there is no column \"hight\"");
    row("constant-feature", 1, "node scaled: port dataset: feature \"c\" is the same in every row");
    row("missing-cells", 1, "node set: port table: column \"x\" has 1 missing cell, the first in row 2");
    row("start-too-long", 1, "node gd: parameter start: has 2 numbers, but the objective has 1 parameters");
}

void FaultsTest::saysInOneLineWhatIsWrongAndWhere()
{
    QFETCH(int, status);
    QFETCH(QString, message);
    const QString file
        = QStringLiteral("%1/tests/host/cli/faults/%2.thalweg").arg(sourceFolder(), QTest::currentDataTag());
    const QTemporaryDir folder;
    const Finished run = runThalweg({ "run", file, "--out", folder.path(), "--quiet" });
    QCOMPARE(run.status, status);
    QVERIFY2(run.errors.startsWith(file + ": "), qPrintable(run.errors));
    QVERIFY2(run.errors.contains(message), qPrintable(run.errors));
    QCOMPARE(run.errors.count('\n'), 1);
    QVERIFY(run.errors.size() <= 2000 + 1);
    QCOMPARE(run.out, QString());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    if (status == 2)
        QCOMPARE(runThalweg({ "check", file }).status, 2);
}

void FaultsTest::saysSoWhereTheFileIsMissing()
{
    const Finished run = runThalweg({ "run", "/no/such/file.thalweg" });
    QCOMPARE(run.status, 2);
    QCOMPARE(run.errors, QString("/no/such/file.thalweg: cannot be read: No such file or directory\n"));
}

void FaultsTest::refusesAFileThatIsNestedAHundredThousandDeep()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("deep.thalweg"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("{\"format\": ") + QByteArray(100'000, '['));
    file.close();
    const Finished run = runThalweg({ "run", file.fileName() });
    QCOMPARE(run.status, 2);
    QVERIFY(run.errors.contains("nested"));
}

void FaultsTest::saysThatThereIsNoFontAndDrawsNothing()
{
    const QTemporaryDir folder;
    QFile config(folder.filePath("fonts.conf"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>");
    config.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("FONTCONFIG_FILE", config.fileName());
    environment.insert("XDG_DATA_HOME", folder.path());
    const Finished run
        = runThalweg({ "run", example("seed-quadratic"), "--out", folder.filePath("out") }, folder.path(), environment);
    QCOMPARE(run.status, 1);
    QVERIFY2(run.errors.contains("font"), qPrintable(run.errors));
    QCOMPARE(QDir(folder.filePath("out")).entryList(QDir::Files), QStringList());
    QVERIFY(run.out.contains("4.999928637615365")); // the descent is there all the same
}

void FaultsTest::runsWhatDoesNotDependOnANodeThatFails()
{
    const Finished run
        = runThalweg({ "run", example("linear-regression"), "--set", "minibatch.start=[1]", "--results", "-" });
    QCOMPARE(run.status, 1);
    const QJsonObject nodes = run.json().value("nodes").toObject();
    QCOMPARE(run.json().value("status").toString(), QString("failed"));
    QCOMPARE(nodes.value("minibatch").toObject()["state"].toString(), QString("failed"));
    QVERIFY(nodes.value("minibatch").toObject()["error"].toString().startsWith("parameter start: "));
    QCOMPARE(nodes.value("histories").toObject()["state"].toString(), QString("skipped"));
    QCOMPARE(nodes.value("batch").toObject()["state"].toString(), QString("done"));
    QCOMPARE(nodes.value("fit").toObject()["state"].toString(), QString("done"));
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "faults_test.moc"
