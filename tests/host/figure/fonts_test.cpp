#include "figure/application.h"
#include "figure/render.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;

namespace {

/// What the child process of this test does: draws, and prints what came of it.
int drawOnce(int &argc, char **argv)
{
    const auto application = drawingApplication(argc, argv);
    const Figure figure({ .layers = { { .shape = LineLayer { .x = { 0, 1 }, .y = { 0, 1 } } } } });
    const Result<void> written = writeFigure(figure, FigureFormat::Png, QString::fromLocal8Bit(argv[2]));
    std::fputs(written ? "drawn" : written.error().what(), stdout);
    return written ? 0 : 1;
}

struct Outcome {
    int status;
    QString text;
};

Outcome drawInChild(const QString &path, const QProcessEnvironment &environment)
{
    QProcess child;
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--draw"), path });
    child.waitForFinished(60000);
    return { child.exitStatus() == QProcess::NormalExit ? child.exitCode() : -1,
        QString::fromUtf8(child.readAllStandardOutput()) };
}

} // namespace

class FontsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsWithTheFontsThereAre();
    void failsLoudlyWithoutAFontAndWritesNothing();
};

void FontsTest::drawsWithTheFontsThereAre()
{
    const QTemporaryDir directory;
    const Outcome outcome = drawInChild(directory.filePath("a.png"), QProcessEnvironment::systemEnvironment());
    QCOMPARE(outcome.text, QStringLiteral("drawn"));
    QCOMPARE(outcome.status, 0);
    QVERIFY(QFile::exists(directory.filePath("a.png")));
}

void FontsTest::failsLoudlyWithoutAFontAndWritesNothing()
{
    const QTemporaryDir directory;
    QFile config(directory.filePath("fonts.conf"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    // Without any <dir>, fontconfig takes the system's.
    config.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>"
        + directory.path().toUtf8() + "</dir></fontconfig>\n");
    config.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("FONTCONFIG_FILE", config.fileName());
    environment.insert("QT_QPA_FONTDIR", directory.path());

    const Outcome outcome = drawInChild(directory.filePath("a.png"), environment);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.text.startsWith("no font is installed"), qPrintable(outcome.text));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files), QStringList({ "fonts.conf" }));
}

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--draw") == 0)
        return drawOnce(argc, argv);
    QCoreApplication application(argc, argv);
    FontsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "fonts_test.moc"
