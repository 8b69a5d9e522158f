#include "support/command.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg::test;

/// Commands on figures that carry the workflow which made them.
class FigureWorkflowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFigureRunsAsTheWorkflowThatMadeIt_data() { formats(); }
    void aFigureRunsAsTheWorkflowThatMadeIt();
    void whatWasSetIsInside_data() { formats(); }
    void whatWasSetIsInside();
    void dataAreFoundFromTheFiguresFolder_data() { formats(); }
    void dataAreFoundFromTheFiguresFolder();
    void figuresOfTheSameRunHaveTheSameBytes_data() { formats(); }
    void figuresOfTheSameRunHaveTheSameBytes();

private:
    static void formats()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : { "png", "svg", "pdf" })
            QTest::newRow(format) << QString(format);
    }
};

void FigureWorkflowTest::aFigureRunsAsTheWorkflowThatMadeIt()
{
    QFETCH(QString, format);
    const QTemporaryDir folder;
    const QString figure = folder.filePath("curve." + format);
    QCOMPARE(runThalweg({ "run", example("seed-quadratic"), "--out", folder.path(), "--format", format }).status, 0);
    const Finished check = runThalweg({ "check", figure });
    QCOMPARE(check.errors, QString());
    QCOMPARE(check.status, 0);
    const QJsonObject descent = outputOf(runThalweg({ "run", figure, "--results", "-" }).json(), "gd", "descent");
    QCOMPARE(descent.value("parameters").toObject().value("theta").toDouble(), 4.999928637615365);
}

void FigureWorkflowTest::whatWasSetIsInside()
{
    QFETCH(QString, format);
    const QTemporaryDir folder;
    QCOMPARE(runThalweg({ "run", example("seed-quadratic"), "--out", folder.path(), "--format", format, "--set",
                            "gd.iterations=7", "--seed", "99" })
                 .status,
        0);
    const QString figure = folder.filePath("error." + format);
    const QJsonObject descent = outputOf(runThalweg({ "run", figure, "--results", "-" }).json(), "gd", "descent");
    QCOMPARE(descent.value("iterations").toInt(), 7);
    QFile file(figure);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("\"seed\": 99") || bytes.contains("&quot;seed&quot;: 99"));
}

void FigureWorkflowTest::dataAreFoundFromTheFiguresFolder()
{
    QFETCH(QString, format);
    const QTemporaryDir folder;
    QDir(folder.path()).mkpath("a/b");
    QFile data(folder.filePath("points.csv"));
    QVERIFY(data.open(QIODevice::WriteOnly));
    data.write("x,y\n1,2\n2,4\n3,6.5\n");
    data.close();
    QFile workflow(folder.filePath("line.thalweg"));
    QVERIFY(workflow.open(QIODevice::WriteOnly));
    workflow.write(R"({"format": "thalweg-workflow", "version": 1, "nodes": [
        {"id": "points", "type": "sources.csv", "parameters": {"path": "points.csv"}},
        {"id": "shown", "type": "plots.table"}], "links": ["points.table -> shown.table"]})");
    workflow.close();
    const QString out = folder.filePath("a/b");
    QCOMPARE(runThalweg({ "run", workflow.fileName(), "--out", out, "--format", format }).status, 0);
    const Finished run = runThalweg({ "run", out + "/shown." + format, "--results", "-" });
    QCOMPARE(run.errors, QString());
    QCOMPARE(run.status, 0);
}

void FigureWorkflowTest::figuresOfTheSameRunHaveTheSameBytes()
{
    QFETCH(QString, format);
    const QTemporaryDir folder;
    QByteArrayList contents;
    for (const char *out : { "one", "two" }) {
        QCOMPARE(runThalweg({ "run", example("linear-regression"), "--out", folder.filePath(out), "--format", format })
                     .status,
            0);
        QFile file(folder.filePath(out) + "/fit." + format);
        QVERIFY(file.open(QIODevice::ReadOnly));
        contents += file.readAll();
    }
    QVERIFY(!contents[0].isEmpty());
    QCOMPARE(contents[0], contents[1]);
}

QTEST_GUILESS_MAIN(FigureWorkflowTest)
#include "figure_workflow_test.moc"
