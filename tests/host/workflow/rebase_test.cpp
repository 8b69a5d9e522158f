#include "workflow/rebase.h"

#include "support/graphs.h"
#include "support/toy_nodes.h"

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

class RebaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pathsLeadToTheSameFiles_data();
    void pathsLeadToTheSameFiles();
    void whatIsNoFileParameterStays();
};

void RebaseTest::pathsLeadToTheSameFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    QTest::newRow("beside") << "data.csv"
                            << "../a/data.csv";
    QTest::newRow("above") << "../data/x.csv"
                           << "../data/x.csv";
    QTest::newRow("below the new folder") << "../b/x.csv"
                                          << "x.csv";
    QTest::newRow("absolute") << "/data/x.csv"
                              << "/data/x.csv";
    QTest::newRow("not given") << ""
                               << "";
    QTest::newRow("with dots") << "./in/../data.csv"
                               << "../a/data.csv";
}

void RebaseTest::pathsLeadToTheSameFiles()
{
    QFETCH(QString, path);
    QFETCH(QString, expected);
    const Graph before = graph({ { "f", "toy.file-size", { { "path", path } } } }, {});
    const Graph after = rebased(before, toyNodes(), "/work/a", "/work/b");
    QCOMPARE(after.nodes[0].parameters.value("path").toString(), expected);
    QCOMPARE(rebased(before, toyNodes(), "/work/a", "/work/a").nodes[0].parameters.value("path").toString(),
        path == "./in/../data.csv" ? QString("data.csv") : path);
}

void RebaseTest::whatIsNoFileParameterStays()
{
    const Graph before
        = graph({ { "f", "toy.fail", { { "how", "error" }, { "path", "x.csv" } } },
                    { "u", "unknown.type", { { "path", "x.csv" } } }, { "n", "toy.file-size", { { "path", 5 } } } },
            {});
    QCOMPARE(rebased(before, toyNodes(), "/work/a", "/work/b"), before);
}

QTEST_GUILESS_MAIN(RebaseTest)
#include "rebase_test.moc"
