#include "gui/preferences/preferences_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;

class PreferencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead();
    void whatMakesNoSenseIsAsNew_data();
    void whatMakesNoSenseIsAsNew();
    void everyChangeHoldsAtOnce();
    void resetSetsAllBack();
    void aCommandWithSpacesStaysWhole();
};

void PreferencesTest::whatIsWrittenIsRead()
{
    const QTemporaryDir folder;
    const Preferences all { .theme = ThemeChoice::Dark,
        .engineCommand = { "ssh", "a host", "thalweg" },
        .threads = 3,
        .runOnChange = false,
        .stepsPerSecond = 120,
        .snap = false };
    {
        QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
        QCOMPARE(readPreferences(settings), Preferences());
        writePreferences(settings, all);
    }
    const QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
    QCOMPARE(readPreferences(settings), all);
}

void PreferencesTest::whatMakesNoSenseIsAsNew_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("theme") << "theme" << QVariant("pink");
    QTest::newRow("threads") << "threads" << QVariant(-4);
    QTest::newRow("speed zero") << "stepsPerSecond" << QVariant(0);
    QTest::newRow("speed not a number") << "stepsPerSecond" << QVariant("nan");
    QTest::newRow("speed a word") << "stepsPerSecond" << QVariant("fast");
}

void PreferencesTest::whatMakesNoSenseIsAsNew()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
    settings.setValue("preferences/" + key, value);
    QCOMPARE(readPreferences(settings), Preferences());
}

void PreferencesTest::everyChangeHoldsAtOnce()
{
    PreferencesDialog dialog({}, {});
    QSignalSpy changed(&dialog, &PreferencesDialog::changed);
    const auto last = [&] { return changed.last()[0].value<Preferences>(); };
    dialog.findChild<QComboBox *>()->setCurrentIndex(2);
    QCOMPARE(changed.size(), 1);
    QVERIFY(last().theme == ThemeChoice::Dark);
    for (QCheckBox *box : dialog.findChildren<QCheckBox *>())
        box->click();
    QCOMPARE(changed.size(), 3);
    QVERIFY(!last().runOnChange && !last().snap);
    for (QSpinBox *box : dialog.findChildren<QSpinBox *>())
        box->setValue(7);
    QCOMPARE(last().threads, 7);
    QCOMPARE(last().stepsPerSecond, 7.0);
}

void PreferencesTest::resetSetsAllBack()
{
    PreferencesDialog dialog({ .theme = ThemeChoice::Light, .engineCommand = { "x" }, .threads = 9 }, {});
    QSignalSpy changed(&dialog, &PreferencesDialog::changed);
    for (QPushButton *button : dialog.findChildren<QPushButton *>())
        if (button->text().contains("Reset"))
            button->click();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<Preferences>(), Preferences());
}

void PreferencesTest::aCommandWithSpacesStaysWhole()
{
    const QStringList command { "/opt/my tools/run", "--name", "a \"b\" c", "thalweg" };
    PreferencesDialog dialog({ .engineCommand = command }, {});
    QCOMPARE(dialog.preferences().engineCommand, command);
}

QTEST_MAIN(PreferencesTest)
#include "preferences_test.moc"
