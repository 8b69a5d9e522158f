#include "support/command.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace thalweg::test;

class OptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setsParametersAsJsonOrText();
    void refusesWhatTheCommandLineCannotMean_data();
    void refusesWhatTheCommandLineCannotMean();
    void theSeedChangesWhatIsRandom();
    void skipsMutedNodesAndPassesBypassedOnes();
    void savesAWholeDescent();
    void writesResultsIntoAFile();
    void printsNothingWhereItIsToBeQuiet();
    void listsNodeTypesWithTheIdFirst();
    void describesANodeType();
    void listsPlugins();
    void printsVersionAndHelp();
    void aRunThatIsInterruptedSaysSoAndKeepsWhatItHas();
    void leavesTheWorkflowFileAsItWas();
};

void OptionsTest::setsParametersAsJsonOrText()
{
    const QJsonObject results = runThalweg({ "run", example("seed-quadratic"), "--set", "gd.rate=0.5", "--set",
                                               "gd.iterations=1", "--set", "cost.formula=(x - 7)^2", "--results", "-" })
                                    .json();
    const QJsonObject descent = outputOf(results, "gd", "descent");
    QCOMPARE(descent["parameters"].toObject()["x"].toDouble(), 7.0);
    QCOMPARE(descent["iterations"].toInt(), 1);
}

void OptionsTest::refusesWhatTheCommandLineCannotMean_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const QString seed = example("seed-quadratic");
    const auto run = [&](const QStringList &options) { return QStringList { "run", seed } + options; };
    QTest::newRow("no such node") << run({ "--set", "ge.rate=1" }) << "there is no node \"ge\"";
    QTest::newRow("no such parameter") << run({ "--set", "gd.speed=1" })
                                       << "there is no parameter \"speed\"; there are: start, rate";
    QTest::newRow("no value") << run({ "--set", "gd.rate" }) << "must be of the form NODE.PARAMETER=VALUE";
    QTest::newRow("a wrong value") << run({ "--set", "gd.rate=fast" })
                                   << "must be a number at least 0 or a schedule, not \"fast\"";
    QTest::newRow("infinity") << run({ "--set", "gd.rate=1e999" }) << "parameter rate: must be a number";
    QTest::newRow("not a number") << run({ "--set", "gd.rate=NaN" }) << "parameter rate: must be a number";
    QTest::newRow("no threads") << run({ "--threads", "0" }) << "--threads";
    QTest::newRow("another format") << run({ "--format", "gif" }) << "--format";
    QTest::newRow("another extension") << run({ "--save", "gd.descent=trace.xlsx" })
                                       << "must end in .csv, .json or .npy";
    QTest::newRow("no such output") << run({ "--save", "gd.trace=trace.csv" })
                                    << "has no output \"trace\"; it has: descent, model";
    QTest::newRow("results nowhere") << run({ "--results", "/no/such/folder/results.json" }) << "cannot be written";
    QTest::newRow("an unknown option") << run({ "--fast" }) << "--fast";
    QTest::newRow("no file") << QStringList { "run" } << "FILE";
    QTest::newRow("an unknown command") << QStringList { "walk" } << "walk";
    QTest::newRow("an unknown node type")
        << QStringList { "nodes", "costs.formulas" } << "did you mean \"costs.formula\"?";
}

void OptionsTest::refusesWhatTheCommandLineCannotMean()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const Finished finished = runThalweg(arguments);
    QCOMPARE(finished.status, 2);
    QVERIFY2(finished.errors.contains(message), qPrintable(finished.errors));
    QCOMPARE(finished.out, QString());
}

void OptionsTest::theSeedChangesWhatIsRandom()
{
    const auto theta = [](const QString &randomSeed) {
        return outputOf(runThalweg({ "run", example("seed-quadratic"), "--set", "gd.start=random", "--seed", randomSeed,
                                       "--results", "-" })
                            .json(),
            "gd", "descent")["parameters"]
            .toObject()["theta"]
            .toDouble();
    };
    QCOMPARE(theta("3"), theta("3"));
    QVERIFY(theta("3") != theta("4"));
}

void OptionsTest::skipsMutedNodesAndPassesBypassedOnes()
{
    const QTemporaryDir folder;
    QFile original(example("logistic-regression"));
    QVERIFY(original.open(QIODevice::ReadOnly));
    const QByteArray text = original.readAll().replace("../data/", sourceFolder().toUtf8() + "/resources/data/");
    const auto write = [&](const QByteArray &id, const QByteArray &mode) {
        QByteArray changed = text;
        changed.replace("{\"id\": \"" + id + "\",", "{\"mode\": \"" + mode + "\", \"id\": \"" + id + "\",");
        QFile file(folder.filePath("w.thalweg"));
        return file.open(QIODevice::WriteOnly) && file.write(changed) == changed.size() ? file.fileName() : QString();
    };
    const auto nodeOf = [](const Finished &run, const char *id) {
        return run.json().value("nodes").toObject().value(QLatin1String(id)).toObject();
    };

    QString file = write("cost", "mute");
    QCOMPARE(runThalweg({ "check", file }).status, 0);
    Finished run = runThalweg({ "run", file, "--results", "-" });
    QCOMPARE(run.status, 0);
    QCOMPARE(run.json().value("status").toString(), QString("finished"));
    for (const char *id : { "cost", "gd", "history", "score", "scores" })
        QCOMPARE(nodeOf(run, id).value("state").toString(), QString("skipped"));
    QCOMPARE(nodeOf(run, "cost").value("why").toString(), QString("is muted"));
    QCOMPARE(nodeOf(run, "gd").value("why").toString(), QString("depends on node cost, which is muted"));
    QCOMPARE(nodeOf(run, "train").value("state").toString(), QString("done"));
    run = runThalweg({ "run", file, "--save", "gd.descent=a.csv" }, folder.path());
    QCOMPARE(run.status, 2);
    QVERIFY2(run.errors.contains("which is muted"), qPrintable(run.errors));

    // Without its standardising node the cost reads the split rows themselves.
    file = write("train", "bypass");
    QCOMPARE(runThalweg({ "check", file }).status, 0);
    run = runThalweg({ "run", file, "--results", "-", "--set", "gd.iterations=1" });
    QCOMPARE(run.status, 1); // the held-out rows are standardised still, which the scores refuse
    QCOMPARE(nodeOf(run, "train").value("why").toString(), QString("is bypassed"));
    QCOMPARE(nodeOf(run, "gd").value("state").toString(), QString("done"));
    QVERIFY(outputOf(run.json(), "gd", "descent")["gradient_norm"].toDouble() > 100); // grams, not deviations
}

void OptionsTest::savesAWholeDescent()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("trace.csv");
    QCOMPARE(runThalweg({ "run", example("seed-quadratic"), "--save", "gd.descent=" + path, "--quiet" }).status, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 1 + 51 + 1);
    QCOMPARE(lines[0], QByteArray("iteration,epoch,cost,gradient_norm,rate,seconds,theta"));
    QVERIFY(lines[1].startsWith("0,0,25,10,0.1,"));
    QVERIFY(lines[1].endsWith(",0"));
    QVERIFY(lines[2].startsWith("1,1,16,8,0.1,"));
    QVERIFY(lines[51].endsWith(",4.999928637615365"));
}

void OptionsTest::writesResultsIntoAFile()
{
    const QTemporaryDir folder;
    QCOMPARE(
        runThalweg({ "run", example("seed-quadratic"), "--results", "r.json", "--threads", "2" }, folder.path()).status,
        0);
    QFile file(folder.filePath("r.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject results = QJsonDocument::fromJson(file.readAll()).object();
    for (const char *key : { "thalweg", "workflow", "status", "seconds", "threads", "nodes" })
        QVERIFY(results.contains(QLatin1String(key)));
    QCOMPARE(results["threads"].toInt(), 2);
}

void OptionsTest::printsNothingWhereItIsToBeQuiet()
{
    const Finished run = runThalweg({ "run", example("seed-quadratic"), "--quiet" });
    QCOMPARE(run.status, 0);
    QCOMPARE(run.out + run.errors, QString());
}

void OptionsTest::listsNodeTypesWithTheIdFirst()
{
    const QStringList lines = runThalweg({ "nodes" }).out.split('\n', Qt::SkipEmptyParts);
    QStringList ids;
    for (const QString &line : lines)
        ids += line.section(' ', 0, 0);
    for (const char *id : { "sources.csv", "sources.table", "sources.generate", "sources.range", "tables.dataset",
             "tables.standardize", "tables.split", "costs.formula", "costs.least-squares", "costs.logistic",
             "costs.curve-fit", "costs.softmax", "costs.huber", "costs.quantile", "costs.hinge", "costs.squared-hinge",
             "costs.poisson", "costs.regularize", "costs.test-function", "optimizers.gradient-descent",
             "optimizers.momentum", "optimizers.adam", "models.predict", "models.score", "plots.cost-curve",
             "plots.cost-history", "plots.contour", "plots.fit", "plots.compare", "plots.table" })
        QVERIFY2(ids.contains(QLatin1String(id)), id);
}

void OptionsTest::describesANodeType()
{
    const QJsonObject type = runThalweg({ "nodes", "optimizers.adam", "--json" }).json();
    QCOMPARE(type["id"].toString(), QString("optimizers.adam"));
    QCOMPARE(type["inputs"].toArray()[0].toObject()["type"].toString(), QString("objective"));
    bool found = false;
    for (const QJsonValue &parameter : type["parameters"].toArray())
        if (parameter.toObject()["name"] == "beta2") {
            found = true;
            QCOMPARE(parameter.toObject()["default"].toDouble(), 0.999);
            QCOMPARE(parameter.toObject()["below"].toDouble(), 1.0);
        }
    QVERIFY(found);
    const QString text = runThalweg({ "nodes", "optimizers.adam" }).out;
    QVERIFY(text.startsWith("optimizers.adam"));
    QVERIFY(text.contains("arxiv.org/abs/1412.6980"));
}

void OptionsTest::listsPlugins()
{
    const Finished plugins = runThalweg({ "plugins", "--json" });
    QCOMPARE(plugins.status, 0);
    const QJsonArray list = QJsonDocument::fromJson(plugins.out.toUtf8()).array();
    QVERIFY(list.size() >= 6);
    for (const QJsonValue &plugin : list) {
        QCOMPARE(plugin.toObject()["state"].toString(), QString("initialized"));
        QVERIFY(QFile::exists(plugin.toObject()["path"].toString()));
    }
}

void OptionsTest::printsVersionAndHelp()
{
    QVERIFY(runThalweg({ "--version" }).out.startsWith("thalweg "));
    for (const QStringList &arguments :
        { QStringList { "--help" }, { "run", "--help" }, { "check", "--help" }, { "nodes", "--help" },
            { "plugins", "--help" }, { "check-plugin", "--help" }, { "new-plugin", "--help" } }) {
        const Finished help = runThalweg(arguments);
        QCOMPARE(help.status, 0);
        QVERIFY(help.out.contains("--help"));
    }
}

void OptionsTest::aRunThatIsInterruptedSaysSoAndKeepsWhatItHas()
{
    const QTemporaryDir folder;
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(qEnvironmentVariable("THALWEG_PROGRAM"),
        { "run", example("seed-quadratic"), "--set", "gd.iterations=1000000000000", "--results", "r.json",
            "--progress" });
    QVERIFY(process.waitForStarted());
    QTest::qWait(1000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 130);
    QFile file(folder.filePath("r.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject results = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(results["status"].toString(), QString("interrupted"));
    const QJsonObject descent = outputOf(results, "gd", "descent");
    QCOMPARE(descent["reason"].toString(), QString("interrupted"));
    QCOMPARE(descent["parameters"].toObject()["theta"].toDouble(), 5.0);
}

void OptionsTest::leavesTheWorkflowFileAsItWas()
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath("seed.thalweg");
    QVERIFY(QFile::copy(example("seed-quadratic"), copy));
    const auto bytes = [](const QString &path) {
        QFile file(path);
        file.open(QIODevice::ReadOnly);
        return file.readAll();
    };
    runThalweg({ "run", copy, "--set", "gd.rate=0.3", "--out", folder.filePath("out") });
    QCOMPARE(bytes(copy), bytes(example("seed-quadratic")));
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "options_test.moc"
