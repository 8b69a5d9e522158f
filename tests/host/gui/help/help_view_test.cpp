#include "gui/help/help_browser.h"
#include "gui/help/help_view.h"

#include "help_nodes.h"

#include <QLineEdit>
#include <QToolButton>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

class HelpViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTypeIsShown();
    void backAndForwardGoThroughThePages();
    void typingSearches();
    void anUnknownTypeShowsAll();
    void linksAskForExamplesAndNodes();
    void newTypesAreSeenAtOnce();

private:
    QString shown() const { return view_->findChild<QTextBrowser *>()->toPlainText(); }
    QToolButton *button(const QString &name) const
    {
        for (auto *button : view_->findChildren<QToolButton *>())
            if (button->accessibleName() == name)
                return button;
        return nullptr;
    }

    std::unique_ptr<HelpView> view_;
};

void HelpViewTest::init()
{
    view_ = std::make_unique<HelpView>();
    view_->setNodeTypes(helpNodes());
}

void HelpViewTest::aTypeIsShown()
{
    view_->showType("toy.hill");
    QVERIFY(shown().contains("A slope & more."));
}

void HelpViewTest::backAndForwardGoThroughThePages()
{
    QVERIFY(!button("Back")->isEnabled());
    view_->showType("toy.hill");
    view_->showType("toy.valley");
    QVERIFY(shown().contains("Below a hill."));
    button("Back")->click();
    QVERIFY(shown().contains("A slope & more."));
    QVERIFY(button("Forward")->isEnabled());
    button("Forward")->click();
    QVERIFY(shown().contains("Below a hill."));
    QVERIFY(!button("Forward")->isEnabled());
}

void HelpViewTest::typingSearches()
{
    QTest::keyClicks(view_->findChild<QLineEdit *>(), "steep rate");
    QVERIFY(shown().contains("Hill"));
    QVERIFY(!shown().contains("Valley"));
    view_->findChild<QLineEdit *>()->selectAll();
    QTest::keyClick(view_->findChild<QLineEdit *>(), Qt::Key_Delete);
    QVERIFY(shown().contains("Valley"));
}

void HelpViewTest::anUnknownTypeShowsAll()
{
    view_->showType("no.such");
    QVERIFY(shown().contains("\"no.such\""));
    QVERIFY(shown().contains("Hill"));
}

void HelpViewTest::linksAskForExamplesAndNodes()
{
    QSignalSpy examples(view_.get(), &HelpView::exampleRequested);
    QSignalSpy nodes(view_.get(), &HelpView::addRequested);
    auto *browser = view_->findChild<QTextBrowser *>();
    Q_EMIT browser->anchorClicked(QUrl("example:/a%20b/c.thalweg"));
    Q_EMIT browser->anchorClicked(QUrl("add:toy.hill"));
    QCOMPARE(examples[0][0].toString(), QString("/a b/c.thalweg"));
    QCOMPARE(nodes[0][0].toString(), QString("toy.hill"));
    Q_EMIT browser->anchorClicked(QUrl("type:toy.valley"));
    QVERIFY(shown().contains("Below a hill."));
}

void HelpViewTest::newTypesAreSeenAtOnce()
{
    view_->showType("toy.hill");
    view_->setNodeTypes({});
    QVERIFY(shown().contains("not known here"));
    view_->setNodeTypes(helpNodes());
    QVERIFY(shown().contains("A slope & more."));
}

QTEST_MAIN(HelpViewTest)
#include "help_view_test.moc"
