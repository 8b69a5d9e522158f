#include <cli/plugins/check_plugin.h>

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;

namespace {

QString library(const QString &fixture)
{
    return qEnvironmentVariable("THALWEG_BINARY_DIR") + "/tests/host/cli/plugins/fixtures/" + fixture + ".so";
}

struct Checked {
    int status;
    QStringList lines;
};

Checked check(const QString &path, int level, std::chrono::milliseconds silence = std::chrono::minutes(1))
{
    QString text;
    QTextStream out(&text);
    const int status = checkPlugin(path, level, QCoreApplication::applicationFilePath(), out, silence);
    return { status, text.split('\n', Qt::SkipEmptyParts) };
}

QStringList passed(int levels)
{
    QStringList lines;
    for (int level = 1; level <= levels; ++level)
        lines += QString("level %1: passed").arg(level);
    return lines;
}

} // namespace

class CheckPluginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesSoundPlugins_data();
    void passesSoundPlugins();
    void findsTheFaultAtItsLevel_data();
    void findsTheFaultAtItsLevel();
    void endsWhereAPluginHangs();
    void goesOnAfterALevelThatFails();
    void triesNothingMoreWhereThePluginDoesNotLoad();
    void tellsWhatIsNoPlugin();
};

void CheckPluginTest::passesSoundPlugins_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::newRow("the template of new-plugin") << "cosh-valley";
    QTest::newRow("an optimizer, and a value type of its own") << "sound";
}

void CheckPluginTest::passesSoundPlugins()
{
    QFETCH(QString, fixture);
    const Checked checked = check(library(fixture), 10);
    QCOMPARE(checked.lines, passed(10));
    QCOMPARE(checked.status, 0);
}

void CheckPluginTest::findsTheFaultAtItsLevel_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<QString>("fault"); // a regular expression
    const auto row = [](const char *fixture, int level, const char *fault) {
        QTest::newRow(fixture) << level << QString("node fixture.%1: %2").arg(fixture, fault);
    };
    row("without-help", 2, "parameter size has no help");
    row("throws-by-default", 3, "with its defaults and no inputs: threw what is not a thalweg::Error: boom");
    row("crashes", 3, "with its defaults and no inputs: crashed \\(Aborted\\)");
    row("exits", 3, "with its defaults and no inputs: ended the program with status 0");
    row("throws-below-zero", 4,
        "with parameter count at an edge \\(-1\\): threw what is not a thalweg::Error: cannot create a vector of that "
        "size");
    row("forgets-its-output", 5, "with its defaults, number = number \\(0.5\\): ended without an output");
    row("counts-its-runs", 6, "with its defaults: gives other bits the second time");
    row("depends-on-threads", 7, "with its defaults: gives other bits with 2 threads than with one");
    row("deaf", 8, "with its defaults: goes on for \\d+ ms after it was asked to stop; .*");
    row("wrong-gradient", 9,
        "with its defaults: the gradient by theta at .* is (.*), but the difference quotient is .*");
    row("wrong-batch", 9, "with its defaults: the mean cost over batches of one row is .*, but the whole cost is .*");
    row("fails-now-and-then", 10,
        "with random inputs and \\{\"angle\":[12]\\d\\d.*\\}: threw what is not a thalweg::Error: beyond the table of "
        "sines");
}

void CheckPluginTest::findsTheFaultAtItsLevel()
{
    QFETCH(int, level);
    QFETCH(QString, fault);
    const Checked checked = check(library(QTest::currentDataTag()), level);
    QCOMPARE(checked.lines.size(), level);
    QCOMPARE(checked.lines.mid(0, level - 1), passed(level - 1));
    const QRegularExpression line("^level " + QString::number(level) + ": FAILED: " + fault + "$");
    QVERIFY2(line.match(checked.lines.last()).hasMatch(), qPrintable(checked.lines.last()));
    QCOMPARE(checked.status, 1);
}

void CheckPluginTest::endsWhereAPluginHangs()
{
    const Checked checked = check(library("hangs"), 10, std::chrono::seconds(8));
    QCOMPARE(checked.lines,
        passed(2)
            + QStringList(
                "level 3: FAILED: node fixture.hangs: with its defaults and no inputs: did not come back within 8 "
                "s"));
    QCOMPARE(checked.status, 1);
}

void CheckPluginTest::goesOnAfterALevelThatFails()
{
    const Checked checked = check(library("without-help"), 3);
    QCOMPARE(checked.lines.first(), QString("level 1: passed"));
    QCOMPARE(checked.lines.last(), QString("level 3: passed"));
    QCOMPARE(checked.status, 1);
}

void CheckPluginTest::triesNothingMoreWhereThePluginDoesNotLoad()
{
    QFile good(library("cosh-valley"));
    QVERIFY(good.open(QIODevice::ReadOnly));
    QTemporaryDir folder;
    QFile other(folder.filePath("other-sdk.so"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(good.readAll().replace("csdk\x01", "csdk\x02"));
    other.close();
    const Checked checked = check(other.fileName(), 10);
    QCOMPARE(checked.lines.size(), 1);
    QVERIFY(checked.lines[0].startsWith("level 1: FAILED: was built against version 2 of the SDK"));
    QCOMPARE(checked.status, 1);
}

void CheckPluginTest::tellsWhatIsNoPlugin()
{
    QCOMPARE(check("/no/such.so", 3).status, 2);
    QCOMPARE(check("/no/such.so", 3).lines, QStringList("/no/such.so: there is no such file"));
    const QString program = QCoreApplication::applicationFilePath();
    QCOMPARE(check(program, 3).status, 2);
    QVERIFY(check(program, 3).lines[0].startsWith(program + ": is "));
}

// As the program does, this one runs the checks of a level when it is called with --child.
int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == "check-plugin" && arguments.value(2) == "--child" && arguments.value(3) == "--level")
        return checkPluginChild(arguments.value(5), arguments.value(4).toInt());
    CheckPluginTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "check_plugin_test.moc"
