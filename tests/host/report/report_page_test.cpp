#include "report/report_page.h"

#include "report/inline_svg.h"
#include "support/graphs.h"
#include "support/toy_nodes.h"

#include <QRegularExpression>
#include <QTextDocument>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

std::shared_ptr<const Figure> figure(const QString &title)
{
    FigureContent content { .title = title, .note = QStringLiteral("oscillating since step 3") };
    content.layers.push_back({ .label = QStringLiteral("a"), .shape = LineLayer { { 0, 1, 2 }, { 3, 1, 2 } } });
    return std::make_shared<Figure>(content);
}

ReportContent content()
{
    ReportContent content;
    content.file = QStringLiteral("w.thalweg");
    content.graph
        = graph({ { "a", "toy.plus", { { "value", 2.5 } } }, { "b", "toy.plus", {} }, { "d", "toy.fail", {} } },
            { "a.value -> b.a", "a.value -> b.value" });
    content.graph.title = QStringLiteral("A <title> & more");
    content.graph.description = QStringLiteral("What it shows.");
    content.types = toyNodes();
    content.version = QStringLiteral("1.2.3");
    RunRecord &record = content.record;
    record.take(StateMessage { "a", NodeState::Done, 0.5 });
    record.take(SummaryMessage { "a", "value", "2.5", { { "type", "number" } } });
    record.take(SummaryMessage { "b", "descent", "50 steps",
        { { "type", "descent" }, { "parameters", QJsonObject { { "theta", 4.999928637615365 } } } } });
    record.take(StateMessage { "d", NodeState::Failed, 0, "must be <better>" });
    record.take(LogMessage { "a", RunContext::Level::Warning, "mind the <gap>" });
    record.take(FigureMessage { "b", "figure", 0, "rate = 0.1", figure("First") });
    record.take(FigureMessage { "b", "figure", 1, "rate = 0.2", figure("Second") });
    record.take(EndMessage { RunStatus::Failed, 1.25, 2 });
    return content;
}

QString page(const ReportContent &content)
{
    const Result<QByteArray> page = reportPage(content);
    return page ? QString::fromUtf8(*page) : page.error().text();
}

} // namespace

class ReportPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allThatTheRunGaveIsThere();
    void nothingIsLoadedFromElsewhere();
    void figuresAreThereInLightAndDarkAndKeepTheirIds();
    void parametersSayWhereTheyAreFrom();
    void thePictureIsThereWhereItIsGiven();
    void theSameRunGivesTheSamePage();
};

void ReportPageTest::allThatTheRunGaveIsThere()
{
    QTextDocument document;
    document.setHtml(page(content()));
    const QString text = document.toPlainText();
    for (const char *part :
        { "A <title> & more", "What it shows.", "w.thalweg", "1.2.3", "4.999928637615365", "50 steps",
            "must be <better>", "mind the <gap>", "oscillating since step 3", "rate = 0.2", "1.25 s", "failed" })
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
}

void ReportPageTest::nothingIsLoadedFromElsewhere()
{
    const QString html = page(content());
    static const QRegularExpression outside(QStringLiteral("(?:src|href)=\"(?!#|data:)"));
    QVERIFY(!html.contains(outside));
    QVERIFY(!html.contains(QLatin1String("<script")));
    QVERIFY(!html.contains(QLatin1String("<?xml")));
    QVERIFY(!html.contains(QLatin1String("<!DOCTYPE svg")));
}

void ReportPageTest::figuresAreThereInLightAndDarkAndKeepTheirIds()
{
    const QString html = page(content());
    QCOMPARE(html.count(QLatin1String("<svg")), 4);
    QCOMPARE(html.count(QLatin1String("</svg>")), 4);
    QCOMPARE(html.count(QLatin1String("<div class=\"dark\">")), 2);
    static const QRegularExpression id(QStringLiteral("\\sid=\"([^\"]*)\""));
    static const QRegularExpression use(QStringLiteral("url\\(#([^)]*)\\)"));
    QSet<QString> ids;
    for (auto found = id.globalMatch(html); found.hasNext();) {
        const QString name = found.next().captured(1);
        QVERIFY2(!ids.contains(name), qPrintable(name));
        ids.insert(name);
    }
    for (auto found = use.globalMatch(html); found.hasNext();)
        QVERIFY(ids.contains(found.next().captured(1)));
    QCOMPARE(
        inlineSvg("<?xml?><svg width=\"1mm\" viewBox=\"0 0 1 1\"><g id=\"a\" clip-path=\"url(#a)\"/></svg>", "p-", "L"),
        QString(
            "<svg viewBox=\"0 0 1 1\" role=\"img\" aria-label=\"L\"><g id=\"p-a\" clip-path=\"url(#p-a)\"/></svg>"));
}

void ReportPageTest::parametersSayWhereTheyAreFrom()
{
    QTextDocument document;
    document.setHtml(page(content()));
    const QString text = document.toPlainText().simplified();
    QVERIFY2(text.contains("value 2.5 given"), qPrintable(text));
    QVERIFY(text.contains("value a.value by a link"));
    QVERIFY(text.contains("how error default"));
}

void ReportPageTest::thePictureIsThereWhereItIsGiven()
{
    ReportContent with = content();
    QVERIFY(!page(with).contains("The workflow"));
    with.picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><text>canvas</text></svg>";
    QVERIFY(page(with).contains("<text>canvas</text>"));
    QVERIFY(page(with).contains("aria-label=\"The workflow\""));
}

void ReportPageTest::theSameRunGivesTheSamePage()
{
    QCOMPARE(page(content()), page(content()));
}

QTEST_MAIN(ReportPageTest)
#include "report_page_test.moc"
