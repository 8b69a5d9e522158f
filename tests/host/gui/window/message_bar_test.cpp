#include "gui/window/message_bar.h"

#include <QPushButton>
#include <QtTest>

using namespace thalweg;

class MessageBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNoticeTakesThePlaceOfTheOneWithItsId()
    {
        MessageBar bar;
        QVERIFY(!bar.isVisibleTo(nullptr));
        bar.show({ .id = "a", .text = "first" });
        bar.show({ .id = "b", .text = "second" });
        QCOMPARE(bar.texts(), (QStringList { "second", "first" }));
        bar.show({ .id = "a", .text = "third" });
        QCOMPARE(bar.texts(), (QStringList { "third", "second" }));
        bar.withdraw(QStringLiteral("a"));
        bar.withdraw(QStringLiteral("b"));
        QVERIFY(bar.isHidden());
    }

    void aButtonActsOnceTheNoticeIsGone()
    {
        MessageBar bar;
        QStringList seen { "not pressed" };
        bar.show({ .id = "a", .text = "lost", .buttons = { { "Restart", [&] { seen = bar.texts(); } } } });
        bar.findChild<QPushButton *>()->click();
        QCOMPARE(seen, QStringList());
    }

    void aButtonMayShowTheNextNotice()
    {
        MessageBar bar;
        bar.show({ .id = "a", .text = "lost", .buttons = { { "Restart", [&] {
                                                                bar.show({ "a", {}, "again", {} });
                                                            } } } });
        bar.findChild<QPushButton *>()->click();
        QCOMPARE(bar.texts(), QStringList { "again" });
        QVERIFY(!bar.isHidden());
    }
};

QTEST_MAIN(MessageBarTest)
#include "message_bar_test.moc"
