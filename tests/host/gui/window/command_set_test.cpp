#include "gui/window/command_set.h"

#include <QAction>
#include <QMenu>
#include <QWidget>
#include <QtTest>

using namespace thalweg;

class CommandSetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMenuHasItsCommandsWithSeparatorsBetweenGroups()
    {
        QWidget window;
        CommandSet commands(window);
        const auto nothing = [] {};
        commands.add({ { .id = "a", .menu = "&One", .group = 0, .text = "A", .run = nothing },
            { .id = "x", .menu = "&Two", .text = "X", .run = nothing },
            { .id = "b", .menu = "&One", .group = 1, .text = "B", .run = nothing },
            { .id = "c", .menu = "&One", .group = 1, .text = "C", .run = nothing } });
        QCOMPARE(commands.menus(), (QStringList { "&One", "&Two" }));
        QMenu menu(QStringLiteral("&One"));
        commands.fill(menu);
        QStringList texts;
        for (const QAction *action : menu.actions())
            texts += action->isSeparator() ? QStringLiteral("-") : action->text();
        QCOMPARE(texts, (QStringList { "A", "-", "B", "C" }));
    }

    void aCommandThatCannotBeDoneIsNotDone()
    {
        QWidget window;
        CommandSet commands(window);
        bool possible = false;
        int done = 0;
        commands.add({ .id = "do", .text = "Do", .isEnabled = [&] { return possible; }, .run = [&] { ++done; } });
        // Before the first refresh() the action does not know yet that it cannot be done.
        commands.action(QStringLiteral("do"))->trigger();
        QCOMPARE(done, 0);
        QVERIFY(!commands.action(QStringLiteral("do"))->isEnabled());
        possible = true;
        commands.refresh();
        commands.action(QStringLiteral("do"))->trigger();
        QCOMPARE(done, 1);
        QCOMPARE(commands.action(QStringLiteral("no such command")), nullptr);
    }

    void whatIsOnIsChecked()
    {
        QWidget window;
        CommandSet commands(window);
        bool on = false;
        commands.add({ .id = "t", .text = "T", .isChecked = [&] { return on; }, .run = [&] { on = !on; } });
        QAction *action = commands.action(QStringLiteral("t"));
        QVERIFY(action->isCheckable());
        action->trigger();
        QVERIFY(action->isChecked());
        action->trigger();
        QVERIFY(!action->isChecked());
    }

    void theTipSaysTheKeys()
    {
        QWidget window;
        CommandSet commands(window);
        commands.add({ .id = "s",
            .text = "&Save…",
            .shortcuts = { QKeySequence(QStringLiteral("Ctrl+S")) },
            .tip = "Save the workflow",
            .run = [] {} });
        commands.add({ .id = "p", .text = "&Plain…", .run = [] {} });
        QCOMPARE(commands.action(QStringLiteral("s"))->toolTip(), QStringLiteral("Save the workflow (Ctrl+S)"));
        QCOMPARE(commands.action(QStringLiteral("p"))->toolTip(), QStringLiteral("Plain"));
    }
};

QTEST_MAIN(CommandSetTest)
#include "command_set_test.moc"
