#include "gui/files/recovery.h"
#include "support/hand.h"
#include "support/own_home.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

#include <csignal>

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr int patience = 30'000; // milliseconds

QByteArray bytesOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether a window is to be seen whose title has this in it.
bool isSeen(const QString &title)
{
    QProcess search;
    search.start("xdotool", { "search", "--onlyvisible", "--name", title });
    search.waitForFinished();
    return search.exitCode() == 0;
}

} // namespace

/// The program itself, used by hand and killed in the middle of it, again and again.
class KilledWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        file_ = home_.filePath("seed.thalweg");
        QVERIFY(QFile::copy(
            qEnvironmentVariable("THALWEG_SOURCE_DIR") + "/resources/workflows/seed-quadratic.thalweg", file_));
    }

    void noEditThatWasSafeIsLostAndNoFileIsHarmed()
    {
        const QByteArray saved = bytesOfFile(file_);
        QRandomGenerator random(11);
        start({ file_ });
        QTRY_VERIFY_WITH_TIMEOUT(isSeen("seed"), patience);
        QTest::qWait(500);
        hand_.click({ 640, 500 }); // the canvas, where nothing is
        duplicateAll();
        QTRY_VERIFY_WITH_TIMEOUT(nodesLeftBehind() >= 0, patience); // one edit is safe
        editAtRandom(random);
        kill();
        QCOMPARE(bytesOfFile(file_), saved);

        for (int crash = 0; crash < 4; ++crash) {
            const int safe = nodesLeftBehind();
            QVERIFY2(safe > 0, "what was left behind cannot be read or is empty");
            start({});
            QTRY_VERIFY_WITH_TIMEOUT(isSeen("Recover"), patience);
            QTest::qWait(300);
            hand_.press("Return"); // opens what is offered
            QTRY_VERIFY_WITH_TIMEOUT(!isSeen("Recover"), patience);
            QTRY_VERIFY_WITH_TIMEOUT(isSeen("seed"), patience);
            if (crash % 2 == 0) { // a second crash without an edit keeps what the first left
                kill();
                QCOMPARE(nodesLeftBehind(), safe);
            } else {
                hand_.click({ 640, 500 });
                editAtRandom(random);
                kill();
            }
            QCOMPARE(bytesOfFile(file_), saved);
        }
    }

    void cleanup() { kill(); }

private:
    void start(const QStringList &arguments)
    {
        program_.setProcessChannelMode(QProcess::ForwardedChannels);
        program_.start(qEnvironmentVariable("THALWEG_PROGRAM"), arguments);
        QVERIFY(program_.waitForStarted());
    }

    void kill()
    {
        if (program_.state() == QProcess::NotRunning)
            return;
        ::kill(static_cast<pid_t>(program_.processId()), SIGKILL);
        program_.waitForFinished();
    }

    void duplicateAll() const
    {
        hand_.press("ctrl+a");
        hand_.press("ctrl+d");
    }

    /// A few edits, with as little time between the last one and what comes next as chance will have it.
    void editAtRandom(QRandomGenerator &random) const
    {
        for (int i = 0; i < 6; ++i) {
            switch (random.bounded(4)) {
            case 0:
                duplicateAll();
                break;
            case 1:
                hand_.press("ctrl+z");
                break;
            case 2:
                hand_.press("space");
                hand_.type("adam");
                hand_.press("Return");
                break;
            default:
                hand_.press("ctrl+a");
                hand_.press("ctrl+Right");
            }
            QTest::qWait(static_cast<int>(random.bounded(150)));
        }
    }

    /// How many nodes the workflow has that lies in the recovery folder; -1 where none can be read.
    int nodesLeftBehind() const
    {
        const QDir folder(home_.filePath("thalweg/recovery"));
        int nodes = -1;
        for (const QString &name : folder.entryList(QDir::Files))
            if (const Result<Recovered> found = readRecovery(bytesOfFile(folder.filePath(name))))
                nodes = std::max(nodes, static_cast<int>(found->workflow.graph.nodes.size()));
        return nodes;
    }

    OwnHome home_;
    QString file_;
    QProcess program_;
    Hand hand_;
};

QTEST_MAIN(KilledWindowTest)

#include "killed_window_test.moc"
