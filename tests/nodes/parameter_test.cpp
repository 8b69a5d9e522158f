#include <thalweg/parameter.h>
#include <thalweg/plain_values.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace thalweg;

class ParameterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatItsDescriptionAllows_data();
    void acceptsWhatItsDescriptionAllows();
    void refusesTheRestAndSaysWhatWouldBeRight_data();
    void refusesTheRestAndSaysWhatWouldBeRight();
    void takesTheValueOfALinkOnlyWhereItFits();
};

Q_DECLARE_METATYPE(thalweg::Parameter)

void ParameterTest::acceptsWhatItsDescriptionAllows_data()
{
    QTest::addColumn<Parameter>("parameter");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const Parameter &parameter, const QJsonValue &value) {
        QTest::newRow(name) << parameter << value;
    };
    row("a number in range", number("rate", 0.1).above(0).atMost(1), 1.0);
    row("a whole number written as a number", integer("iterations", 1).atLeast(0), 50.0);
    row("2^53", integer("seed", 0), 9007199254740992.0);
    row("true", boolean("shuffle", false), true);
    row("one of the choices", choice("spacing", { "linear", "log" }, "linear"), "log");
    row("true for the choice of that word", choice("header", { "auto", "true", "false" }, "auto"), true);
    row("null where it may be open", number("target_cost").optional(), QJsonValue());
    row("a point as a list", point("start", { "zeros" }), QJsonArray { 1, 2 });
    row("a point by names", point("start", { "zeros" }), QJsonObject { { "theta", 1 } });
    row("a point as one number", point("start", { "zeros" }), 3);
    row("a point as a word", point("start", { "zeros" }), "zeros");
    row("names", names("features"), QJsonArray { "height" });
}

void ParameterTest::acceptsWhatItsDescriptionAllows()
{
    QFETCH(Parameter, parameter);
    QFETCH(QJsonValue, value);
    const Result<void> result = parameter.check(value);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().text()));
}

void ParameterTest::refusesTheRestAndSaysWhatWouldBeRight_data()
{
    QTest::addColumn<Parameter>("parameter");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const Parameter &parameter, const QJsonValue &value, const char *message) {
        QTest::newRow(name) << parameter << value << QString(message);
    };
    row("the open end of a range", number("rate", 0.1).above(0), 0, "must be a number above 0, not 0");
    row("beyond a range", number("beta1", 0.9).atLeast(0).below(1), 1,
        "must be a number at least 0 and below 1, not 1");
    row("half an iteration", integer("iterations", 1).atLeast(0), 1.5, "must be a whole number at least 0, not 1.5");
    row("beyond 2^53", integer("seed", 0), 1e17, "must be a whole number, not 1e+17");
    row("a text for a number", number("rate", 0.1), "fast", "must be a number, not \"fast\"");
    row("null for a number", number("rate", 0.1), QJsonValue(), "must be a number, not null");
    row("infinity", number("rate", 0.1), std::numeric_limits<double>::infinity(), "must be a number, not inf");
    row("no choice of ours", choice("kind", { "a", "b" }, "a"), "c", "must be one of \"a\", \"b\", not \"c\"");
    row("true for other choices", choice("kind", { "a", "b" }, "a"), true, "must be one of \"a\", \"b\", not true");
    row("nothing where it is required", file("path"), QJsonValue(), "is missing; give the path of a file");
    row("a text among numbers", numbers("values"), QJsonArray { 1, "x" }, "must be a list of numbers, not [1,\"x\"]");
}

void ParameterTest::refusesTheRestAndSaysWhatWouldBeRight()
{
    QFETCH(Parameter, parameter);
    QFETCH(QJsonValue, value);
    QFETCH(QString, message);
    const Result<void> result = parameter.check(value);
    QVERIFY(!result);
    QCOMPARE(result.error().message(), message);
}

void ParameterTest::takesTheValueOfALinkOnlyWhereItFits()
{
    const Parameter rate = number("rate", 0.1).atLeast(0);
    QVERIFY(rate.accepts(Number::staticType()));
    QVERIFY(!rate.accepts(Text::staticType()));
    QCOMPARE(rate.fromValue(Number(0.25)).value(), QJsonValue(0.25));
    QVERIFY(!rate.fromValue(Number(-1)));

    const Parameter shuffled = boolean("shuffle", true);
    QCOMPARE(shuffled.fromValue(Number(0)).value(), QJsonValue(false));
    QCOMPARE(shuffled.fromValue(Number(1)).value(), QJsonValue(true));
    QVERIFY(!shuffled.fromValue(Number(0.5)));
    QCOMPARE(names("features").fromValue(Text("height")).value(), QJsonValue(QJsonArray { "height" }));
    QCOMPARE(numbers("values").fromValue(Number(3)).value(), QJsonValue(QJsonArray { 3 }));
}

QTEST_GUILESS_MAIN(ParameterTest)
#include "parameter_test.moc"
