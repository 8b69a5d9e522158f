#include "gui/files/save_path.h"

#include <QtTest>

using namespace thalweg;

class SavePathTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anExtensionIsAddedWhereNoneFits_data();
    void anExtensionIsAddedWhereNoneFits();
    void filtersNameTheirPatterns();
};

void SavePathTest::anExtensionIsAddedWhereNoneFits_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << "/a/figure"
                          << "/a/figure.svg";
    QTest::newRow("the chosen") << "/a/figure.svg"
                                << "/a/figure.svg";
    QTest::newRow("another kind") << "/a/figure.png"
                                  << "/a/figure.png";
    QTest::newRow("upper case") << "/a/figure.PDF"
                                << "/a/figure.PDF";
    QTest::newRow("a dot in the name") << "/a/rate 0.1"
                                       << "/a/rate 0.1.svg";
    QTest::newRow("a dot at the end") << "/a/figure."
                                      << "/a/figure.svg";
}

void SavePathTest::anExtensionIsAddedWhereNoneFits()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QCOMPARE(withExtension(typed, figureFiles(), figureFiles().at(1)), expected);
}

void SavePathTest::filtersNameTheirPatterns()
{
    QCOMPARE(filterText({ "Table", { "csv", "tsv" } }), QString("Table (*.csv *.tsv)"));
}

QTEST_GUILESS_MAIN(SavePathTest)
#include "save_path_test.moc"
