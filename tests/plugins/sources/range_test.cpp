#include "support/run_node.h"

#include <thalweg/list.h>
#include <thalweg/plain_values.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

class RangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheNumbersThatWereAskedFor_data();
    void givesTheNumbersThatWereAskedFor();
    void theListHasOneAxisWithoutAName();
    void refusesWhatGivesNoRange_data();
    void refusesWhatGivesNoRange();
};

namespace {

std::vector<double> values(const QJsonObject &parameters)
{
    const auto list = output<List>(thalwegNodeTypes(), "sources.range", "values", parameters);
    std::vector<double> values;
    for (const ValuePtr &item : list->items())
        values.push_back(dynamic_cast<const Number &>(*item).value);
    return values;
}

} // namespace

void RangeTest::givesTheNumbersThatWereAskedFor_data()
{
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QList<double>>("numbers");
    const auto row = [](const char *name, const QJsonObject &parameters, const QList<double> &numbers) {
        QTest::newRow(name) << parameters << numbers;
    };
    row("as it stands", {}, { 0, 0.25, 0.5, 0.75, 1 });
    row("downwards", { { "from", 3 }, { "to", -1 }, { "count", 3 } }, { 3, 1, -1 });
    row("tenths", { { "count", 11 } }, { 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1 });
    row("one number", { { "from", 7 }, { "to", 9 }, { "count", 1 } }, { 7 });
    row("two numbers", { { "from", 0.1 }, { "to", 0.7 }, { "count", 2 } }, { 0.1, 0.7 });
    row("decades", { { "from", 1e-4 }, { "to", 1 }, { "count", 5 }, { "spacing", "log" } },
        { 1e-4, 1e-3, 1e-2, 1e-1, 1 });
    row("powers of two, below zero", { { "from", -8 }, { "to", -2 }, { "count", 3 }, { "spacing", "log" } },
        { -8, -4, -2 });
    row("log of one number", { { "from", 0.3 }, { "count", 1 }, { "spacing", "log" } }, { 0.3 });
    row("log with crooked ends", { { "from", 0.3 }, { "to", 0.7 }, { "count", 2 }, { "spacing", "log" } },
        { 0.3, 0.7 });
    row("numbers of one's own", { { "values", QJsonArray { 32, 1, 0.5 } }, { "count", 9 } }, { 32, 1, 0.5 });
}

void RangeTest::givesTheNumbersThatWereAskedFor()
{
    QFETCH(QJsonObject, parameters);
    QFETCH(QList<double>, numbers);
    const std::vector<double> given = values(parameters);
    QCOMPARE(given.size(), std::size_t(numbers.size()));
    QCOMPARE(given.front(), numbers.front());
    QVERIFY(given.back() == numbers.back()); // exactly
    for (std::size_t i = 0; i < given.size(); ++i)
        QVERIFY2(std::abs(given[i] - numbers[qsizetype(i)]) <= 4e-16 * std::abs(given[i]),
            qPrintable(QString::number(given[i], 'g', 17)));
}

void RangeTest::theListHasOneAxisWithoutAName()
{
    const auto list = output<List>(thalwegNodeTypes(), "sources.range", "values", { { "count", 3 } });
    QCOMPARE(list->axes().size(), 1u);
    QCOMPARE(list->axes()[0], (Axis { QString(), { 0.0, 0.5, 1.0 } }));
    QCOMPARE(list->itemType().id, QString("number"));
}

void RangeTest::refusesWhatGivesNoRange_data()
{
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QString>("start");
    QTest::newRow("no numbers") << QJsonObject { { "count", 0 } }
                                << "parameter count: must be a whole number at least 1";
    QTest::newRow("log from 0") << QJsonObject { { "spacing", "log" } }
                                << "parameter spacing: must have ends above 0 (or both below 0), not 0 and 1";
    QTest::newRow("log through 0") << QJsonObject { { "from", -1 }, { "spacing", "log" } }
                                   << "parameter spacing: must have ends above 0 (or both below 0), not -1 and 1";
    QTest::newRow("beyond all numbers") << QJsonObject { { "from", -1.7e308 }, { "to", 1.7e308 } }
                                        << "parameter to: lies too far from `from`";
}

void RangeTest::refusesWhatGivesNoRange()
{
    QFETCH(QJsonObject, parameters);
    QFETCH(QString, start);
    QCOMPARE(errorOf(thalwegNodeTypes(), "sources.range", parameters).left(start.size()), start);
}

QTEST_GUILESS_MAIN(RangeTest)
#include "range_test.moc"
