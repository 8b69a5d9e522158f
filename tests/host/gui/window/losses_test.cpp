#include "gui/canvas/canvas_view.h"
#include "gui/window/main_window.h"
#include "gui/window/message_bar.h"
#include "gui/window/run_controller.h"
#include "gui/window/window_layout.h"
#include "gui/window/windows.h"
#include "gui/window/workspace.h"
#include "support/engine_fixtures.h"
#include "support/own_home.h"

#include <QAbstractButton>
#include <QApplication>
#include <QRandomGenerator>
#include <QtTest>

#include <csignal>

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr int patience = 30'000; // milliseconds

/// The engine's process: the only child that this test has.
pid_t engineProcess()
{
    QFile children(QString("/proc/%1/task/%1/children").arg(QCoreApplication::applicationPid()));
    return children.open(QIODevice::ReadOnly) ? children.readAll().simplified().split(' ').last().toInt() : 0;
}

} // namespace

/// A whole window whose engine goes away under it.
class LossesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        home_ = std::make_unique<OwnHome>();
        windows_ = std::make_unique<Windows>();
        Preferences preferences;
        preferences.runOnChange = false;
        preferences.engineCommand = { qEnvironmentVariable("THALWEG_PROGRAM") };
        windows_->setPreferences(preferences);
    }

    void cleanup()
    {
        windows_.reset();
        home_.reset();
    }

    void aPluginThatEndsTheEngineIsNamedAndLeftOutAndNoEditIsLost_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("segfault") << "segmentation fault";
        QTest::newRow("abort") << "aborted";
        QTest::newRow("exit") << "exited with status 3";
    }

    void aPluginThatEndsTheEngineIsNamedAndLeftOutAndNoEditIsLost()
    {
        QFETCH(QString, what);
        const FixtureFolder folder({ "misbehaves" });
        open();
        show(misbehaving(QTest::currentDataTag()));
        const Graph before = document().graph();
        runs().runTo({ "bad" });
        QTRY_COMPARE_WITH_TIMEOUT(window_->engine().state(), EngineClient::State::Stopped, patience);
        QTRY_VERIFY(said().contains("bad"));
        QVERIFY2(said().contains(what), qPrintable(said()));
        QVERIFY(document().graph() == before);
        QCOMPARE(window_->workspace().canvas().selectedNodes(), QStringList { "bad" }); // where to look

        click("Restart without");
        QTRY_COMPARE_WITH_TIMEOUT(window_->engine().state(), EngineClient::State::Ready, patience);
        QVERIFY(!window_->engine().nodeTypes().find("fixture.misbehaves"));
        QVERIFY(document().graph() == before); // what is not known is kept all the same
        show(graph({ { "cost", "costs.formula", { { "formula", "x^2" } } } }, {}));
        runs().runAll();
        QTRY_COMPARE_WITH_TIMEOUT(window_->workspace().board().status("cost").state, NodeStatus::State::Done, patience);
    }

    void aLoopWithoutEndIsToldOfAndEndedWithoutTheWindow()
    {
        const FixtureFolder folder({ "misbehaves" });
        open();
        show(misbehaving("loop"));
        runs().runTo({ "bad" });
        QTRY_COMPARE_WITH_TIMEOUT(
            window_->workspace().board().status("bad").state, NodeStatus::State::Running, patience);
        runs().stop();
        QTRY_VERIFY_WITH_TIMEOUT(said().contains("does not stop"), patience);
        click("Restart the engine");
        QTRY_COMPARE_WITH_TIMEOUT(window_->engine().state(), EngineClient::State::Ready, patience);
        QCOMPARE(document().graph().nodes.size(), 2U);
    }

    void anEngineKilledAtAnyMomentCostsNothingButItsRun()
    {
        open();
        QRandomGenerator random(7);
        const Graph start = document().graph();
        show(longDescent());
        for (int round = 0; round < 12; ++round) {
            runs().runAll();
            // Edits go on while it runs, and while there is no engine.
            edit("cost", "formula", QString("(theta - %1)^2").arg(round));
            QTest::qWait(static_cast<int>(random.bounded(120)));
            const pid_t engine = engineProcess();
            QVERIFY(engine > 0);
            QVERIFY(kill(engine, SIGKILL) == 0);
            edit("gd", "rate", 1e-9 * (round + 1));
            QTRY_VERIFY_WITH_TIMEOUT(said().contains("killed"), patience);
            const Graph &now = document().graph();
            QCOMPARE(now.find("cost")->parameters["formula"].toString(), QString("(theta - %1)^2").arg(round));
            QCOMPARE(now.find("gd")->parameters["rate"].toDouble(), 1e-9 * (round + 1));
            click("Restart the engine");
            QTRY_COMPARE_WITH_TIMEOUT(window_->engine().state(), EngineClient::State::Ready, patience);
        }
        // The last engine is as good as the first.
        edit("gd", "iterations", 3);
        runs().runAll();
        QTRY_COMPARE_WITH_TIMEOUT(
            window_->workspace().board().status("error").state, NodeStatus::State::Done, patience);
        // And all edits can be undone, to the first.
        while (document().undoStack().canUndo())
            document().undoStack().undo();
        QVERIFY(document().graph() == start);
    }

private:
    void open()
    {
        window_ = windows_->open();
        window_->showCanvas();
        QTRY_COMPARE_WITH_TIMEOUT(window_->engine().state(), EngineClient::State::Ready, patience);
    }

    Document &document() { return window_->file().document(); }
    RunController &runs() { return window_->workspace().runs(); }

    /// Replaces the whole workflow, by edits.
    void show(const Graph &wanted)
    {
        QStringList ids;
        for (const Node &node : document().graph().nodes)
            ids += node.id;
        document().make(removeNodes(document().graph(), ids));
        document().make(paste(document().graph(), wanted, {}));
    }

    void edit(const QString &node, const QString &parameter, const QJsonValue &value)
    {
        const Result<Edit> edit = setParameter(document().graph(), node, parameter, value);
        QVERIFY(edit);
        document().make(*edit);
    }

    QString said() const { return window_->parts().messages->texts().join('\n'); }

    void click(const QString &text)
    {
        for (auto *button : window_->parts().messages->findChildren<QAbstractButton *>())
            if (button->text().startsWith(text))
                return button->click();
        QFAIL(qPrintable("there is no button " + text + " beside: " + said()));
    }

    std::unique_ptr<OwnHome> home_;
    std::unique_ptr<Windows> windows_;
    MainWindow *window_ = nullptr;
};

QTEST_MAIN(LossesTest)

#include "losses_test.moc"
