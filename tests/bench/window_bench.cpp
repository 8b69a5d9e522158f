// The whole window: from the start of its process to the first paint, and from an input to its echo while every core is
// busy. Without a display, so that no server's time is measured.

#include "gui/canvas/canvas_view.h"
#include "gui/window/main_window.h"
#include "gui/window/open_window.h"
#include "gui/window/run_controller.h"
#include "gui/window/windows.h"
#include "gui/window/workspace.h"

#include <QApplication>
#include <QMouseEvent>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <thread>
#include <unistd.h>

using namespace thalweg;

namespace {

double secondsNow()
{
    timespec now {};
    clock_gettime(CLOCK_MONOTONIC, &now); // of the machine, the same for all processes
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Says when a window is painted for the first time, and ends the process.
class FirstPaint : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->inherits("QMainWindow")) {
            qApp->removeEventFilter(this);
            QTimer::singleShot(0, this, [] { // when all that is in it has been painted, too
                std::printf("%.9f\n", secondsNow());
                std::fflush(stdout);
                _exit(0);
            });
        }
        return false;
    }
};

bool isChild = false;

void watchForFirstPaint()
{
    if (isChild)
        qApp->installEventFilter(new FirstPaint(qApp));
}

void startToFirstPaint(benchmark::State &state)
{
    for (auto _ : state) {
        QProcess child;
        child.setProgram(QCoreApplication::applicationFilePath());
        child.setArguments({ QStringLiteral("--first-paint") });
        const double start = secondsNow();
        child.start();
        child.waitForFinished();
        state.SetIterationTime(child.readAllStandardOutput().trimmed().toDouble() - start);
    }
}

/// Threads that leave no core idle.
class Burners {
public:
    Burners()
    {
        for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
            threads_.emplace_back([](const std::stop_token &stop) {
                while (!stop.stop_requested())
                    benchmark::ClobberMemory();
            });
    }

private:
    std::vector<std::jthread> threads_;
};

/// A node is dragged back and forth; the time from each move of the mouse until the canvas has been painted.
void inputToEchoWhileEveryCoreIsBusy(benchmark::State &state)
{
    const QTemporaryDir home;
    qputenv("HOME", home.path().toUtf8());
    Windows windows;
    Preferences preferences;
    preferences.engineCommand = { QStringLiteral(THALWEG_PROGRAM) };
    windows.setPreferences(preferences);
    MainWindow *window = windows.open();
    window->fileCommands().open(QStringLiteral(THALWEG_WORKFLOWS "/linear-regression.thalweg"));
    window->showCanvas();
    const bool ready = QTest::qWaitFor([&] { return window->engine().state() == EngineClient::State::Ready; }, 30'000);
    if (!ready)
        return state.SkipWithError("the engine does not start");
    QTest::qWait(300); // until the window stands
    window->workspace().runs().runAll(); // its figures come while the node is dragged

    CanvasView &canvas = window->workspace().canvas();
    QWidget &area = *canvas.viewport();
    const QPointF from = canvas.mapFromScene(canvas.canvas().node(QStringLiteral("batch"))->card().center());
    const auto send = [&](QEvent::Type type, const QPointF &place, Qt::MouseButtons buttons) {
        QCoreApplication::postEvent(
            &area, new QMouseEvent(type, place, area.mapToGlobal(place), Qt::LeftButton, buttons, Qt::NoModifier));
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    const Burners burners;
    double worst = 0;
    int turn = 0;
    for (auto _ : state) {
        const double start = secondsNow();
        ++turn;
        send(QEvent::MouseMove, from + QPointF(20 + turn % 40, turn % 30), Qt::LeftButton);
        QCoreApplication::processEvents();
        area.repaint();
        const double took = secondsNow() - start;
        worst = std::max(worst, took);
        state.SetIterationTime(took);
        std::this_thread::sleep_for(std::chrono::milliseconds(8)); // as a hand's moves come
    }
    send(QEvent::MouseButtonRelease, from, Qt::NoButton);
    QCoreApplication::processEvents();
    state.counters["worst_ms"] = 1000 * worst;
}

BENCHMARK(startToFirstPaint)->UseManualTime()->Iterations(20)->Unit(benchmark::kMillisecond);
BENCHMARK(inputToEchoWhileEveryCoreIsBusy)->UseManualTime()->Iterations(400)->Unit(benchmark::kMillisecond);

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watchForFirstPaint)

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::string_view first = argc > 1 ? argv[1] : "";
    if (first == "engine") { // the window starts its own program as one
        argv[0] = const_cast<char *>(THALWEG_PROGRAM);
        execv(THALWEG_PROGRAM, argv);
        return 1;
    }
    if (first == "--first-paint") {
        isChild = true;
        argc = 1;
        return openWindow(argc, argv, {});
    }
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
