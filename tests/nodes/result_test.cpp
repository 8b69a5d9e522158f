#include <thalweg/result.h>

#include <QtTest>

using namespace thalweg;

class ResultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsFromTheOutsideIn();
    void saysItsTextAsWhat();
    void keepsToOneLineOfTwoThousandCharacters();
    void holdsAValueOrAnError();
};

void ResultTest::readsFromTheOutsideIn()
{
    const Error error = Error("must be above 0").at("parameter rate").at("node gd").at("seed.thalweg");
    QCOMPARE(error.text(), QString("seed.thalweg: node gd: parameter rate: must be above 0"));
    QCOMPARE(error.places(), QStringList({ "seed.thalweg", "node gd", "parameter rate" }));
    QCOMPARE(error.message(), QString("must be above 0"));
    QCOMPARE(Error("bare").text(), QString("bare"));
}

void ResultTest::saysItsTextAsWhat()
{
    const QString message = QString::fromUtf8("θ must be finite");
    QCOMPARE(QString::fromUtf8(Error(message).what()), message);
    QCOMPARE(QString::fromUtf8(Error(message).at("node gd").what()), "node gd: " + message);
    const Error copy = Error(message).at("node gd");
    QCOMPARE(QString::fromUtf8(copy.what()), copy.text());
}

void ResultTest::keepsToOneLineOfTwoThousandCharacters()
{
    const QString longText(100'000, QLatin1Char('x'));
    const Error error = Error("the end\nof it: " + longText).at("node " + longText).at("file");
    QVERIFY(error.text().size() <= 2000);
    QVERIFY(error.text().startsWith("file: node xxx"));
    QVERIFY2(error.text().contains(": the end of it: xxx"), qPrintable(error.text()));
    QCOMPARE(QString::fromUtf8(error.what()), error.text());
    QVERIFY(QString::fromUtf8(Error(longText).what()).size() <= 2000);
}

void ResultTest::holdsAValueOrAnError()
{
    const auto half = [](int n) -> Result<int> { return n % 2 ? Result<int>(Error("is odd")) : Result<int>(n / 2); };
    QVERIFY(half(4).ok());
    QCOMPARE(*half(4), 2);
    QVERIFY(!half(3));
    QCOMPARE(half(3).error().text(), QString("is odd"));
    QVERIFY(Result<void>().ok());
    QVERIFY(!Result<void>(Error("no")));
}

QTEST_GUILESS_MAIN(ResultTest)
#include "result_test.moc"
