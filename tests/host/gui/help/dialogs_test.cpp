#include "gui/help/about_dialog.h"
#include "gui/help/shortcuts_dialog.h"

#include <QLineEdit>
#include <QTextDocument>
#include <QTreeWidget>
#include <QtTest>

using namespace thalweg;

namespace {

const QList<ShortcutEntry> entries { { "File", "Save as…", "Ctrl+Shift+S" }, { "File", "Open…", "Ctrl+O" },
    { "Canvas", "Search <nodes>", "Space" } };

QStringList shown(const ShortcutsDialog &dialog)
{
    QStringList texts;
    const auto *tree = dialog.findChild<QTreeWidget *>();
    for (int group = 0; group < tree->topLevelItemCount(); ++group)
        for (int i = 0; i < tree->topLevelItem(group)->childCount(); ++i)
            texts += tree->topLevelItem(group)->child(i)->text(0);
    return texts;
}

} // namespace

class DialogsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortcutsAreFoundByCommandGroupAndKeys();
    void theListIsPrintedWhole();
    void versionsAreThoseOfTheProgramAndQt();
};

void DialogsTest::shortcutsAreFoundByCommandGroupAndKeys()
{
    ShortcutsDialog dialog(entries);
    QCOMPARE(shown(dialog), QStringList({ "Save as…", "Open…", "Search <nodes>" }));
    dialog.search("ctrl+o");
    QCOMPARE(shown(dialog), QStringList({ "Open…" }));
    dialog.search("file save");
    QCOMPARE(shown(dialog), QStringList({ "Save as…" }));
    QTest::keyClicks(dialog.findChild<QLineEdit *>(), "x");
    QCOMPARE(shown(dialog), QStringList());
    dialog.search({});
    QCOMPARE(shown(dialog).size(), 3);
}

void DialogsTest::theListIsPrintedWhole()
{
    QTextDocument page;
    page.setHtml(shortcutsHtml(entries));
    for (const ShortcutEntry &entry : entries)
        QVERIFY(page.toPlainText().contains(entry.text) && page.toPlainText().contains(entry.keys));
}

void DialogsTest::versionsAreThoseOfTheProgramAndQt()
{
    const QString versions = AboutDialog::versions("4.5.6");
    QVERIFY(versions.contains("Thalweg 4.5.6"));
    QVERIFY(versions.contains(qVersion()));
}

QTEST_MAIN(DialogsTest)
#include "dialogs_test.moc"
