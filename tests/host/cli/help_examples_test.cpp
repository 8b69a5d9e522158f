#include "support/command.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg::test;

/// Workflows that stand in the help of nodes, in blocks of JSON.
class HelpExamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runAsWritten_data();
    void runAsWritten();
};

void HelpExamplesTest::runAsWritten_data()
{
    QTest::addColumn<QString>("workflow");
    static const QRegularExpression block(
        QStringLiteral("```json\n(.*?)```"), QRegularExpression::DotMatchesEverythingOption);
    int found = 0;
    for (const QString &line : runThalweg({ "nodes" }).out.split('\n', Qt::SkipEmptyParts)) {
        const QString id = line.section(' ', 0, 0);
        const QString help = runThalweg({ "nodes", id, "--json" }).json().value("help").toString();
        for (const QRegularExpressionMatch &match : block.globalMatch(help)) {
            QTest::addRow("%s, example %d", qPrintable(id), ++found) << match.captured(1);
        }
    }
    QVERIFY(found > 10);
}

void HelpExamplesTest::runAsWritten()
{
    QFETCH(QString, workflow);
    const QTemporaryDir folder;
    QFile file(folder.filePath("example.thalweg"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(workflow.toUtf8());
    file.close();
    const Finished run = runThalweg({ "run", file.fileName(), "--out", folder.path(), "--results", "-" });
    QVERIFY2(run.status == 0, qPrintable(run.errors));
    QVERIFY2(!run.errors.contains("diverged"), qPrintable(run.errors));
    QCOMPARE(run.json().value("status").toString(), QString("finished"));
}

QTEST_GUILESS_MAIN(HelpExamplesTest)
#include "help_examples_test.moc"
