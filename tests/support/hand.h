#pragma once

#include <QPoint>
#include <QProcess>
#include <QStringList>
#include <QTest>

/// A person's hand on mouse and keyboard: real events from the X server, by xdotool. Places are pixels of the screen.
/// Movements take their time, as programs expect it of people: drags are not seen otherwise.
namespace thalweg::test {

class Hand {
public:
    void click(const QPoint &place, int times = 1) const
    {
        for (int i = 0; i < times; ++i)
            act(moveTo(place) + words("click 1 sleep 0.06"));
    }

    void rightClick(const QPoint &place) const { act(moveTo(place) + words("click 3 sleep 0.1")); }

    void doubleClick(const QPoint &place) const
    {
        act(moveTo(place) + words("click --repeat 2 --delay 60 1 sleep 0.1"));
    }

    void drag(const QPoint &from, const QPoint &to) const
    {
        QStringList steps = moveTo(from) + words("sleep 0.1 mousedown 1 sleep 0.1");
        constexpr int count = 12;
        for (int i = 1; i <= count; ++i)
            steps += moveTo(from + (to - from) * i / count) + words("sleep 0.03");
        act(steps + words("sleep 0.1 mouseup 1 sleep 0.1"));
    }

    /// A drag in parts.
    void hold(const QPoint &place) const { act(moveTo(place) + words("mousedown 1 sleep 0.05")); }
    void move(const QPoint &place) const { act(moveTo(place)); }
    void release() const { act(words("mouseup 1 sleep 0.05")); }

    /// Turns the wheel by notches, up if positive.
    void turnWheel(const QPoint &place, int notches) const
    {
        act(moveTo(place)
            + words(QStringLiteral("click --repeat %1 --delay 20 %2 sleep 0.1")
                        .arg(std::abs(notches))
                        .arg(notches > 0 ? 4 : 5)));
    }

    /// A key by its X name, with modifiers: `ctrl+s`, `Return`.
    void press(const QString &key, int times = 1) const
    {
        for (int i = 0; i < times; ++i)
            act({ QStringLiteral("key"), QStringLiteral("--clearmodifiers"), key });
    }

    void type(const QString &text) const
    {
        act({ QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("15"), text });
    }

private:
    static QStringList words(const QString &text) { return text.split(u' '); }
    static QStringList words(const char *text) { return words(QString::fromLatin1(text)); }

    static QStringList moveTo(const QPoint &place)
    {
        return { QStringLiteral("mousemove"), QString::number(place.x()), QString::number(place.y()),
            QStringLiteral("sleep"), QStringLiteral("0.04") };
    }

    /// The program under test goes on while xdotool works.
    static void act(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral("xdotool"), arguments);
        QVERIFY2(
            QTest::qWaitFor(
                [&] { return process.state() == QProcess::NotRunning && process.error() != QProcess::FailedToStart; },
                60000),
            qPrintable(process.errorString()));
        QCOMPARE(process.exitCode(), 0);
        QTest::qWait(60); // for the events to come through
    }
};

} // namespace thalweg::test
