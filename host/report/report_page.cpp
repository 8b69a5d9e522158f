#include "report/report_page.h"

#include "figure/render.h"
#include "report/inline_svg.h"
#include "report/output_details.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

namespace thalweg {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr auto style = R"(
:root { color-scheme: light dark; --text: #1d2330; --faint: #596273; --page: #ffffff; --card: #f7f8fa; --line: #d5d9e0;
  --accent: #2563eb; --failed: #c81e1e; --warning: #a65d00; }
.dark { display: none; }
@media (prefers-color-scheme: dark) { @media screen {
  :root { --text: #e6e9ee; --faint: #a4adba; --page: #191c21; --card: #252a32; --line: #454d59; --accent: #6ea8fe;
    --failed: #ff7b72; --warning: #f0b24a; }
  .dark { display: block; } .light { display: none; } } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 60rem;
  margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin-bottom: .25rem; } h2 { margin-top: 2.5rem; font-size: 1.3rem; }
h3 { margin: 1.5rem 0 .25rem; font-size: 1.05rem; }
.faint { color: var(--faint); } .failed { color: var(--failed); } .warning { color: var(--warning); }
pre, code { font-family: ui-monospace, monospace; font-size: .9em; }
pre { background: var(--card); padding: .6rem .8rem; border-radius: 6px; overflow-x: auto; margin: .3rem 0; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; } th { color: var(--faint); font-weight: 600; }
td.default { color: var(--faint); } tr.node th { padding-top: 1rem; color: var(--text); }
figure { margin: 1rem 0; break-inside: avoid; } figcaption { color: var(--faint); }
svg { width: 100%; height: auto; max-height: 90vh; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; } }
)";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString jsonText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString seconds(double value)
{
    return Words::tr("%1 s").arg(QLocale::c().toString(value, 'g', 3));
}

QString statusText(RunStatus status)
{
    switch (status) {
    case RunStatus::Finished:
        return Words::tr("finished");
    case RunStatus::Failed:
        return Words::tr("failed");
    case RunStatus::Interrupted:
        return Words::tr("interrupted");
    }
    Q_UNREACHABLE();
}

QString stateText(const RunRecord::NodeRecord &node)
{
    switch (node.state) {
    case NodeState::Done:
        return seconds(node.seconds);
    case NodeState::FromCache:
        return Words::tr("done before");
    case NodeState::Failed:
        return QStringLiteral("<span class=\"failed\">%1</span>").arg(Words::tr("failed"));
    case NodeState::Running:
    case NodeState::Skipped:
        return QStringLiteral("<span class=\"warning\">%1</span>").arg(Words::tr("not run"));
    }
    Q_UNREACHABLE();
}

QString nodeTitle(const Node &node, const NodeTypes &types)
{
    const NodeType *type = types.find(node.type);
    return QStringLiteral("%1 <span class=\"faint\">%2</span>")
        .arg(escaped(node.id), escaped(type ? type->title : node.type));
}

QString head(const ReportContent &content)
{
    const RunRecord &record = content.record;
    const QString title = content.graph.title.isEmpty() ? content.file : content.graph.title;
    QString html
        = QStringLiteral("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                         "'unsafe-inline'; img-src data:\">\n"
                         "<meta name=\"generator\" content=\"Thalweg %1\">\n<title>%2</title>\n<style>%3</style>\n"
                         "</head>\n<body>\n<header>\n<h1>%2</h1>\n")
              .arg(escaped(content.version), escaped(title), QString::fromUtf8(style));
    if (!content.graph.description.isEmpty())
        html += QStringLiteral("<p>%1</p>\n").arg(escaped(content.graph.description));
    return html
        + QStringLiteral("<p class=\"faint\">%1</p>\n</header>\n")
              .arg(Words::tr("%1 · %2 in %3, threads: %4, seed: %5 · Thalweg %6")
                       .arg(escaped(content.file), statusText(record.status), seconds(record.seconds),
                           QString::number(record.threads), QString::number(content.graph.seed),
                           escaped(content.version)));
}

QString picture(const ReportContent &content)
{
    if (content.picture.isEmpty())
        return {};
    const QString label = Words::tr("The workflow");
    return QStringLiteral("<section>\n<h2>%1</h2>\n<figure>%2</figure>\n</section>\n")
        .arg(label, inlineSvg(content.picture, QStringLiteral("w-"), label));
}

QString results(const ReportContent &content)
{
    QString html;
    for (const Node &node : content.graph.nodes) {
        const auto found = content.record.nodes.find(node.id);
        if (found == content.record.nodes.end())
            continue;
        html += QStringLiteral("<h3>%1 <span class=\"faint\">· %2</span></h3>\n")
                    .arg(nodeTitle(node, content.types), stateText(*found));
        if (!found->problem.isEmpty())
            html += QStringLiteral("<p class=\"failed\">%1</p>\n").arg(escaped(found->problem));
        for (const RunRecord::Output &output : found->outputs) {
            html += QStringLiteral("<p><code>%1</code> %2</p>\n").arg(escaped(output.port), escaped(output.text));
            const QStringList details = outputDetails(output.summary);
            if (!details.isEmpty())
                html += QStringLiteral("<pre>%1</pre>\n").arg(escaped(details.join(u'\n')));
        }
    }
    return html.isEmpty() ? html
                          : QStringLiteral("<section>\n<h2>%1</h2>\n%2</section>\n").arg(Words::tr("Results"), html);
}

/// The figures, each in light and in dark; the page shows the one that fits. The verdicts stand in the figures' notes.
Result<QString> figures(const RunRecord &record)
{
    QString html;
    int number = 0;
    for (const FigureMessage &message : record.figures) {
        ++number;
        const FigureContent &figure = message.figure->content();
        QStringList caption { message.node };
        for (const QString &part : { message.label, figure.note })
            if (!part.isEmpty())
                caption += part;
        html += QStringLiteral("<figure>\n");
        for (const bool isDark : { false, true }) {
            const FigureStyle look { .theme = isDark ? FigureStyle::Theme::Dark : FigureStyle::Theme::Light };
            const Result<QByteArray> svg = renderFigure(*message.figure, FigureFormat::Svg, look);
            if (!svg)
                return svg.error().at(QStringLiteral("node %1").arg(message.node));
            html += QStringLiteral("<div class=\"%1\">%2</div>\n")
                        .arg(isDark ? QStringLiteral("dark") : QStringLiteral("light"),
                            inlineSvg(*svg, QStringLiteral("f%1%2-").arg(number).arg(QChar(isDark ? u'd' : u'l')),
                                figure.title.isEmpty() ? message.node : figure.title));
        }
        html += QStringLiteral("<figcaption>%1</figcaption>\n</figure>\n")
                    .arg(escaped(caption.join(QStringLiteral(" · "))));
    }
    return html.isEmpty() ? html
                          : QStringLiteral("<section>\n<h2>%1</h2>\n%2</section>\n").arg(Words::tr("Figures"), html);
}

/// Which link drives the parameter; empty if none does.
QString driverOf(const Graph &graph, const QString &node, const QString &parameter)
{
    for (const Link &link : graph.links)
        if (link.to == End { node, parameter })
            return link.from.text();
    return {};
}

QString parameterRow(const Graph &graph, const Node &node, const Parameter &parameter)
{
    const QString driver = driverOf(graph, node.id, parameter.name);
    const bool isGiven = node.parameters.contains(parameter.name);
    const QString value = driver.isEmpty()
        ? jsonText(isGiven ? node.parameters.value(parameter.name) : parameter.defaultValue)
        : driver;
    const QString source = !driver.isEmpty() ? Words::tr("by a link")
        : isGiven                            ? Words::tr("given")
                                             : Words::tr("default");
    return QStringLiteral("<tr><td><code>%1</code></td><td%2>%3</td><td class=\"default\">%4</td></tr>\n")
        .arg(escaped(parameter.name), isGiven || !driver.isEmpty() ? QString() : QStringLiteral(" class=\"default\""),
            escaped(parameter.unitText.isEmpty() ? value : value + u' ' + parameter.unitText), source);
}

QString parameters(const ReportContent &content)
{
    QString rows;
    for (const Node &node : content.graph.nodes) {
        const NodeType *type = content.types.find(node.type);
        if (!type || type->parameters.empty())
            continue;
        rows += QStringLiteral("<tr class=\"node\"><th colspan=\"3\" scope=\"rowgroup\">%1</th></tr>\n")
                    .arg(nodeTitle(node, content.types));
        for (const Parameter &parameter : type->parameters)
            rows += parameterRow(content.graph, node, parameter);
    }
    if (rows.isEmpty())
        return {};
    return QStringLiteral("<section>\n<h2>%1</h2>\n<table>\n<tr><th>%2</th><th>%3</th><th>%4</th></tr>\n%5</table>\n"
                          "</section>\n")
        .arg(Words::tr("Parameters"), Words::tr("Name"), Words::tr("Value"), Words::tr("From"), rows);
}

QString log(const RunRecord &record)
{
    QString lines;
    for (const LogMessage &line : record.log)
        lines += QStringLiteral("<li%1><code>%2</code> %3</li>\n")
                     .arg(line.level == RunContext::Level::Warning ? QStringLiteral(" class=\"warning\"") : QString(),
                         escaped(line.node), escaped(line.text));
    return lines.isEmpty()
        ? lines
        : QStringLiteral("<section>\n<h2>%1</h2>\n<ul>\n%2</ul>\n</section>\n").arg(Words::tr("Log"), lines);
}

} // namespace

Result<QByteArray> reportPage(const ReportContent &content)
{
    const Result<QString> drawn = figures(content.record);
    if (!drawn)
        return drawn.error();
    const QString page = head(content) + picture(content) + results(content) + *drawn + parameters(content)
        + log(content.record) + QStringLiteral("</body>\n</html>\n");
    return page.toUtf8();
}

} // namespace thalweg
