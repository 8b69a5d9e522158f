#include "gui/help/example_card.h"
#include "gui/help/welcome_page.h"

#include <QListWidget>
#include <QPushButton>
#include <QtTest>

using namespace thalweg;

namespace {

const QList<Example> twoExamples { { "/a.thalweg", "First", "What it is", {} }, { "/b.thalweg", "Second", {}, {} } };

} // namespace

class WelcomePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesAreDrawnOnceThePageIsSeen();
    void aCardOpensByMouseAndByKeyboard();
    void theButtonsAskForWhatTheySay();
    void recentFilesOpenAndMissingOnesSaySo();
    void everythingHasANameForScreenReaders();
};

void WelcomePageTest::picturesAreDrawnOnceThePageIsSeen()
{
    WelcomePage page;
    QStringList drawn;
    page.setExamples(twoExamples, [&](const QString &path, const QSize &size, qreal) {
        drawn += path;
        return QPixmap(size);
    });
    QCoreApplication::processEvents();
    QCOMPARE(drawn, QStringList());
    page.show();
    QTRY_COMPARE(drawn, QStringList({ "/a.thalweg", "/b.thalweg" }));
    QPalette palette = page.palette();
    palette.setColor(QPalette::Window, Qt::black);
    page.setPalette(palette);
    QTRY_COMPARE(drawn.size(), 4);
}

void WelcomePageTest::aCardOpensByMouseAndByKeyboard()
{
    WelcomePage page;
    page.setExamples(twoExamples, {});
    QSignalSpy asked(&page, &WelcomePage::exampleRequested);
    const auto cards = page.findChildren<ExampleCard *>();
    QCOMPARE(cards.size(), 2);
    page.show();
    QTest::mouseClick(cards[0], Qt::LeftButton);
    QTest::keyClick(cards[1], Qt::Key_Return);
    QTest::keyClick(cards[1], Qt::Key_Space);
    QCOMPARE(asked.size(), 3);
    QCOMPARE(asked[0][0].toString(), QString("/a.thalweg"));
    QCOMPARE(asked[1][0].toString(), QString("/b.thalweg"));
    QVERIFY(cards[0]->focusPolicy() & Qt::TabFocus);
}

void WelcomePageTest::theButtonsAskForWhatTheySay()
{
    WelcomePage page;
    QSignalSpy empty(&page, &WelcomePage::emptyCanvasRequested);
    QSignalSpy open(&page, &WelcomePage::openRequested);
    QSignalSpy help(&page, &WelcomePage::helpRequested);
    const auto buttons = page.findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 3);
    for (QPushButton *button : buttons)
        button->click();
    QCOMPARE(empty.size(), 1);
    QCOMPARE(open.size(), 1);
    QCOMPARE(help.size(), 1);
}

void WelcomePageTest::recentFilesOpenAndMissingOnesSaySo()
{
    WelcomePage page;
    page.setRecent({ { "/w/here.thalweg", true, true }, { "/w/gone.thalweg", false, false } });
    auto *list = page.findChild<QListWidget *>();
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(0)->text(), QString("here"));
    QVERIFY(list->item(1)->toolTip().contains("not there any more"));
    QVERIFY(list->item(1)->foreground() != list->item(0)->foreground());
    QSignalSpy asked(&page, &WelcomePage::recentRequested);
    page.show();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QCOMPARE(asked.size(), 2);
}

void WelcomePageTest::everythingHasANameForScreenReaders()
{
    WelcomePage page;
    page.setExamples(twoExamples, {});
    for (const auto *card : page.findChildren<ExampleCard *>())
        QVERIFY(card->accessibleName().contains(card->example().title));
    QCOMPARE(page.findChildren<ExampleCard *>()[0]->accessibleDescription(), QString("What it is"));
    QVERIFY(!page.findChild<QListWidget *>()->accessibleName().isEmpty());
}

QTEST_MAIN(WelcomePageTest)
#include "welcome_page_test.moc"
