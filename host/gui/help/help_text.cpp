#include "gui/help/help_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>
#include <ranges>

namespace thalweg {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString typeLink(const NodeType &type)
{
    return QStringLiteral("<a href=\"type:%1\">%2</a>").arg(type.id, escaped(type.title));
}

QString defaultText(const Parameter &parameter)
{
    if (parameter.isRequired)
        return Words::tr("must be given");
    if (parameter.defaultValue.isNull())
        return Words::tr("open");
    if (parameter.defaultValue.isString() && parameter.defaultValue.toString().isEmpty())
        return Words::tr("empty");
    if (parameter.defaultValue.isString())
        return escaped(parameter.defaultValue.toString());
    const QByteArray list = QJsonDocument(QJsonArray { parameter.defaultValue }).toJson(QJsonDocument::Compact);
    return escaped(QString::fromUtf8(list.mid(1, list.size() - 2)));
}

QString table(const QString &title, const QStringList &heads, const QList<QStringList> &rows)
{
    if (rows.isEmpty())
        return {};
    QString html
        = QStringLiteral("<h2>%1</h2><table width=\"100%\" cellspacing=\"0\" cellpadding=\"5\"><tr>").arg(title);
    for (const QString &head : heads)
        html += QStringLiteral("<th align=\"left\">%1</th>").arg(head);
    html += QStringLiteral("</tr>");
    for (const QStringList &row : rows) {
        html += QStringLiteral("<tr>");
        for (const QString &cell : row)
            html += QStringLiteral("<td>%1</td>").arg(cell);
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

QString ports(const QString &title, const std::vector<Port> &ports)
{
    QList<QStringList> rows;
    for (const Port &port : ports) {
        QStringList sentences { escaped(port.helpText) };
        if (port.isOptional)
            sentences += Words::tr("May be left open.");
        if (port.isMany)
            sentences += Words::tr("Takes any number of links.");
        rows += QStringList { QStringLiteral("<code>%1</code>").arg(escaped(port.name)),
            QStringLiteral("<span style=\"color:%1\">●</span> %2").arg(port.type.colour, escaped(port.type.title)),
            sentences.join(u' ').trimmed() };
    }
    return table(title, { Words::tr("Name"), Words::tr("Value"), Words::tr("Meaning") }, rows);
}

QString parameters(const NodeType &type)
{
    QList<QStringList> rows;
    for (const Parameter &parameter : type.parameters)
        rows += QStringList { QStringLiteral("<code>%1</code>").arg(escaped(parameter.name)), defaultText(parameter),
            escaped(parameter.range())
                + (parameter.unitText.isEmpty() ? QString() : Words::tr(", in %1").arg(escaped(parameter.unitText))),
            escaped(parameter.helpText) };
    return table(Words::tr("Parameters"),
        { Words::tr("Name"), Words::tr("Default"), Words::tr("Range"), Words::tr("Meaning") }, rows);
}

/// Ids of node types become links, in backticks or not.
QString withLinks(const QString &markdown, const NodeType &self, const NodeTypes &types)
{
    static const QRegularExpression form(QStringLiteral("`?\\b([a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*)+)\\b`?"));
    QString linked;
    qsizetype copied = 0;
    for (auto matches = form.globalMatch(markdown); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString id = match.captured(1);
        if (id == self.id || !types.find(id))
            continue;
        linked += markdown.mid(copied, match.capturedStart() - copied) + QStringLiteral("[%1](type:%1)").arg(id);
        copied = match.capturedEnd();
    }
    return linked + markdown.mid(copied);
}

QString formulaPlace(qsizetype index)
{
    return QStringLiteral("FORMULA%1PLACE").arg(index);
}

QString bodyOf(const QString &html)
{
    static const QRegularExpression body(
        QStringLiteral("<body[^>]*>(.*)</body>"), QRegularExpression::DotMatchesEverythingOption);
    return body.match(html).captured(1);
}

/// The help text as HTML, its formulas set apart.
QString helpBody(const NodeType &type, const NodeTypes &types)
{
    static const QRegularExpression heading(QStringLiteral("^#+ ([^\n]*)\n"));
    QString help = type.help.trimmed();
    if (const auto match = heading.match(help); match.hasMatch() && match.captured(1).trimmed() == type.title)
        help = help.mid(match.capturedEnd());
    static const QRegularExpression emptyLines(QStringLiteral("\n\\s*\n"));
    QStringList formulas;
    QStringList blocks = help.split(emptyLines);
    for (QString &block : blocks) {
        if (!isFormula(block))
            continue;
        const QString place = formulaPlace(formulas.size());
        formulas += block;
        block = place;
    }
    QTextDocument document;
    document.setMarkdown(withLinks(blocks.join(QStringLiteral("\n\n")), type, types));
    QString html = bodyOf(document.toHtml());
    // Qt makes headings of a text as large as the page's own.
    html.replace(QRegularExpression(QStringLiteral("font-size:x+-large")), QStringLiteral("font-size:large"));
    for (qsizetype i = 0; i < formulas.size(); ++i) {
        const QRegularExpression place(QStringLiteral("<p[^>]*>(?:<[^>]*>)*%1(?:</[^>]*>)*</p>").arg(formulaPlace(i)));
        html.replace(html.indexOf(place), place.match(html).capturedLength(),
            QStringLiteral("<table width=\"100%\" cellpadding=\"10\"><tr><td class=\"formula\">%1</td></tr></table>")
                .arg(formulaHtml(formulas[i])));
    }
    return html;
}

QString exampleLinks(const QList<Example> &examples)
{
    if (examples.isEmpty())
        return {};
    QString html = QStringLiteral("<h2>%1</h2>").arg(Words::tr("Open a workflow that uses it"));
    for (const Example &example : examples)
        html += QStringLiteral("<p><a href=\"%1\">%2</a><br/><span class=\"faint\">%3</span></p>")
                    .arg(QString::fromLatin1(QUrl(QStringLiteral("example:") + example.path).toEncoded()),
                        escaped(example.title), escaped(example.description));
    return html;
}

/// How well a type fits a search: 0 not at all, 3 by its name.
int fit(const NodeType &type, const QStringList &words)
{
    QString rest = type.help;
    for (const Port &port : type.inputs)
        rest += u' ' + port.name + u' ' + port.helpText + u' ' + port.type.title;
    for (const Port &port : type.outputs)
        rest += u' ' + port.name + u' ' + port.helpText + u' ' + port.type.title;
    for (const Parameter &parameter : type.parameters)
        rest += u' ' + parameter.name + u' ' + parameter.helpText;
    const QString name = type.id + u' ' + type.title;
    int worst = 3;
    for (const QString &word : words) {
        const int here = name.contains(word, Qt::CaseInsensitive) ? 3
            : type.summary.contains(word, Qt::CaseInsensitive)    ? 2
            : rest.contains(word, Qt::CaseInsensitive)            ? 1
                                                                  : 0;
        worst = std::min(worst, here);
    }
    return worst;
}

QString entry(const NodeType &type)
{
    return QStringLiteral("<p>%1 <code class=\"faint\">%2</code><br/>%3</p>")
        .arg(typeLink(type), type.id, escaped(type.summary));
}

QString categoryTitle(const QString &category)
{
    return escaped(category.left(1).toUpper() + category.mid(1));
}

} // namespace

bool isFormula(const QString &paragraph)
{
    static const QRegularExpression relation(QStringLiteral("[=←≤≥≈]"));
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    static const QStringList known { QStringLiteral("with"), QStringLiteral("and"), QStringLiteral("log"),
        QStringLiteral("exp"), QStringLiteral("sin"), QStringLiteral("cos"), QStringLiteral("tanh"),
        QStringLiteral("max"), QStringLiteral("min"), QStringLiteral("sign"), QStringLiteral("sqrt"),
        QStringLiteral("cosh"), QStringLiteral("for"), QStringLiteral("else"), QStringLiteral("where") };
    const QString text = paragraph.trimmed();
    if (text.startsWith(u'#') || text.startsWith(u'-') || text.startsWith(u'|') || !text.contains(relation))
        return false;
    for (auto words = word.globalMatch(text); words.hasNext();)
        if (!known.contains(words.next().captured()))
            return false;
    return true;
}

QString formulaHtml(const QString &formula)
{
    static const QString low = QStringLiteral("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ");
    static const QString lowPlain = QStringLiteral("0123456789+−=()aeoxhklmnpstijruv");
    static const QString high = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᵈᵉᵏᵐᵗᵀ");
    static const QString highPlain = QStringLiteral("0123456789+−=()niabdekmtT");
    QString text = formula.trimmed();
    text.remove(QStringLiteral("**")).remove(u'`').replace(u'\n', u' ');

    enum class Level { On, Below, Above };
    Level level = Level::On;
    QString html;
    QString word;
    const auto endWord = [&] {
        // Names of functions and words between formulas stand upright.
        html += word.size() > 2 ? word : word.isEmpty() ? QString() : QStringLiteral("<i>%1</i>").arg(word);
        word.clear();
    };
    const auto setLevel = [&](Level next) {
        if (next == level)
            return;
        endWord();
        html += level == Level::Below ? QStringLiteral("</sub>")
            : level == Level::Above   ? QStringLiteral("</sup>")
                                      : QString();
        html += next == Level::Below ? QStringLiteral("<sub>")
            : next == Level::Above   ? QStringLiteral("<sup>")
                                     : QString();
        level = next;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        QChar c = text[i];
        Level here = Level::On;
        if (const qsizetype at = low.indexOf(c); at >= 0) {
            here = Level::Below;
            c = lowPlain[at];
        } else if (const qsizetype above = high.indexOf(c); above >= 0) {
            here = Level::Above;
            c = highPlain[above];
        }
        setLevel(here);
        if (here == Level::On && c == u',' && text.mid(i + 1, 2) == QLatin1String("  ")) {
            endWord();
            html += QStringLiteral("<br/>");
            i += 2;
        } else if (c.isLetter() || c.isMark()) {
            word += c;
        } else {
            endWord();
            html += QString(c).toHtmlEscaped();
        }
    }
    setLevel(Level::On);
    endWord();
    return html;
}

QString helpHtml(const NodeType &type, const NodeTypes &types, const QList<Example> &examples)
{
    return QStringLiteral("<p class=\"path\"><a href=\"index:\">%1</a> › %2</p><h1>%3</h1><p class=\"summary\">%4</p>"
                          "<p class=\"faint\"><code>%5</code>, %6 · <a href=\"add:%5\">%7</a></p>")
               .arg(Words::tr("All nodes"), categoryTitle(type.category()), escaped(type.title), escaped(type.summary),
                   type.id, Words::tr("version %1").arg(type.version), Words::tr("Put one on the canvas"))
        + helpBody(type, types) + ports(Words::tr("Inputs"), type.inputs) + ports(Words::tr("Outputs"), type.outputs)
        + parameters(type) + exampleLinks(examplesWith(examples, type.id));
}

std::vector<const NodeType *> searchHelp(const NodeTypes &types, const QString &search)
{
    const QStringList words = search.simplified().split(u' ', Qt::SkipEmptyParts);
    std::vector<std::pair<int, const NodeType *>> fits;
    for (const NodeType *type : types.all())
        if (const int how = fit(*type, words); how > 0)
            fits.emplace_back(how, type);
    std::ranges::stable_sort(fits, std::ranges::greater(), [](const auto &one) { return one.first; });
    std::vector<const NodeType *> found;
    for (const auto &[how, type] : fits)
        found.push_back(type);
    return found;
}

QString indexHtml(const NodeTypes &types, const QString &search)
{
    if (!search.trimmed().isEmpty()) {
        QString html = QStringLiteral("<h1>%1</h1>").arg(Words::tr("Search: %1").arg(escaped(search.simplified())));
        const auto found = searchHelp(types, search);
        for (const NodeType *type : found)
            html += entry(*type);
        if (found.empty())
            html += QStringLiteral("<p>%1 <a href=\"index:\">%2</a></p>")
                        .arg(Words::tr("No help page holds these words."), Words::tr("All nodes"));
        return html;
    }
    QString html = QStringLiteral("<h1>%1</h1>").arg(Words::tr("All nodes"));
    QString category;
    for (const NodeType *type : types.all()) {
        if (type->category() != category) {
            category = type->category();
            html += QStringLiteral("<h2>%1</h2>").arg(categoryTitle(category));
        }
        html += entry(*type);
    }
    if (types.all().empty())
        html += QStringLiteral("<p>%1</p>").arg(Words::tr("No node types are known yet: the engine has not started."));
    return html;
}

} // namespace thalweg
