#include "gui/help/examples.h"
#include "support/graphs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

class ExamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void titlesDescriptionsAndTypesComeFromTheFiles();
    void theSmallestIsFirstAndBrokenOnesAreLeftOut();
    void aTypeIsFoundInThoseThatUseIt();
};

void ExamplesTest::titlesDescriptionsAndTypesComeFromTheFiles()
{
    const QString folder = qEnvironmentVariable("THALWEG_SOURCE_DIR") + "/resources/workflows";
    const QList<Example> examples = examplesIn(folder);
    QCOMPARE(examples.size(), QDir(folder).entryList({ "*.thalweg" }).size());
    QVERIFY(std::any_of(examples.begin(), examples.end(), [](const Example &example) {
        return example.path.endsWith("/seed-quadratic.thalweg") && example.title == "Gradient descent on (theta - 5)^2"
            && example.description.contains("4.99993") && example.types().contains("plots.cost-curve");
    }));
}

void ExamplesTest::theSmallestIsFirstAndBrokenOnesAreLeftOut()
{
    const QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &nodes) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format": "thalweg-workflow", "version": 1, "nodes": [)" + nodes + R"(], "links": []})");
    };
    write("a.thalweg", R"({"id": "a", "type": "x.a"}, {"id": "b", "type": "x.a"})");
    write("b.thalweg", R"({"id": "a", "type": "x.b"})");
    write("c.thalweg", "{");
    const QList<Example> examples = examplesIn(folder.path());
    QCOMPARE(examples.size(), 2);
    QCOMPARE(examples[0].title, QString("b.thalweg"));
    QCOMPARE(examples[1].types(), QStringList({ "x.a" }));
    QCOMPARE(examplesIn(folder.filePath("none")).size(), 0);
    QCOMPARE(examplesIn({}).size(), 0);
}

void ExamplesTest::aTypeIsFoundInThoseThatUseIt()
{
    const QList<Example> examples { { "/a", "A", {}, graph({ { "a", "x.a", {} }, { "b", "x.b", {} } }, {}) },
        { "/b", "B", {}, graph({ { "b", "x.b", {} } }, {}) } };
    QCOMPARE(examplesWith(examples, "x.a").size(), 1);
    QCOMPARE(examplesWith(examples, "x.b").size(), 2);
    QCOMPARE(examplesWith(examples, "x").size(), 0);
}

QTEST_GUILESS_MAIN(ExamplesTest)
#include "examples_test.moc"
