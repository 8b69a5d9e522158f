#include "support/command.h"
#include "support/run_node.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg::test;

/// The whole program with every optimizer on data that several threads read.
class ThreadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOptimizerGivesTheSameBitsOnAnyNumberOfThreads();
};

void ThreadsTest::everyOptimizerGivesTheSameBitsOnAnyNumberOfThreads()
{
    QJsonArray nodes {
        QJsonObject { { "id", "rows" }, { "type", "sources.generate" }, { "version", 1 },
            { "parameters", QJsonObject { { "kind", "linear" }, { "rows", 20'000 }, { "features", 6 } } } },
        QJsonObject { { "id", "dataset" }, { "type", "tables.dataset" }, { "version", 1 },
            { "parameters", QJsonObject { { "target", "target" } } } },
        QJsonObject {
            { "id", "cost" }, { "type", "costs.least-squares" }, { "version", 1 }, { "parameters", QJsonObject() } },
    };
    QJsonArray links { "rows.table -> dataset.table", "dataset.dataset -> cost.dataset" };
    int optimizers = 0;
    for (const thalweg::NodeType &type : thalwegNodeTypes()) {
        if (!type.input("objective"))
            continue;
        const bool hasBatches = type.parameter("batch_size");
        for (const int batch : hasBatches ? QList<int> { 0, 700 } : QList<int> { 0 }) {
            const QString id = QStringLiteral("%1_%2").arg(type.id.mid(type.id.indexOf('.') + 1)).arg(batch);
            QJsonObject parameters { { "iterations", 40 } };
            if (hasBatches)
                parameters.insert("batch_size", batch);
            nodes.append(
                QJsonObject { { "id", id }, { "type", type.id }, { "version", 1 }, { "parameters", parameters } });
            links.append(QStringLiteral("cost.objective -> %1.objective").arg(id));
            ++optimizers;
        }
    }
    const QTemporaryDir folder;
    QFile file(folder.filePath("all.thalweg"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(
        QJsonObject { { "format", "thalweg-workflow" }, { "version", 1 }, { "nodes", nodes }, { "links", links } })
                   .toJson());
    file.close();

    const auto descents = [&](const char *threads) {
        const Finished run = runThalweg({ "run", file.fileName(), "--results", "-", "--threads", threads });
        const QJsonObject results = run.json();
        QJsonObject all;
        for (const QString &node : results.value("nodes").toObject().keys())
            if (const QJsonObject descent = outputOf(results, node, "descent"); !descent.isEmpty())
                all.insert(node, descent);
        return all;
    };
    const QJsonObject expected = descents("1");
    QCOMPARE(expected.size(), optimizers);
    for (const QJsonValue &descent : expected)
        QVERIFY(descent["iterations"].toInt() == 40 || descent["reason"] == QJsonValue("step"));
    for (const char *threads : { "2", "3", "8" })
        QCOMPARE(descents(threads), expected);
}

QTEST_GUILESS_MAIN(ThreadsTest)
#include "threads_test.moc"
