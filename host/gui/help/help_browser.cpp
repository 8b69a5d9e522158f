#include "gui/help/help_browser.h"

#include "gui/help/help_text.h"
#include "gui/theme/theme.h"

#include <QFontDatabase>
#include <QScrollBar>

namespace thalweg {

HelpBrowser::HelpBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Help page"));
    document()->setDocumentMargin(20);
    dress();
}

void HelpBrowser::setNodeTypes(const NodeTypes &types)
{
    types_ = types;
    reload();
}

void HelpBrowser::setExamples(const QList<Example> &examples)
{
    examples_ = examples;
    reload();
}

void HelpBrowser::showPage(const QUrl &page)
{
    setSource(page, QTextDocument::HtmlResource);
}

void HelpBrowser::dress()
{
    const Theme colours = theme(palette());
    document()->setDefaultStyleSheet(
        QStringLiteral("h1 { font-size: x-large; } h2 { font-size: large; } a { color: %1; text-decoration: none; }"
                       "code { font-family: %2; } .faint, .path { color: %3; } .summary { font-size: large; }"
                       ".formula { background-color: %4; font-family: 'DejaVu Serif', serif; font-size: large; }"
                       "th { color: %3; border-bottom: 1px solid %5; } td { border-bottom: 1px solid %5; }")
            .arg(colours.accent.name(), QFontDatabase::systemFont(QFontDatabase::FixedFont).family(),
                colours.faintText.name(), colours.cardHeader.name(), colours.border.name()));
    const int place = verticalScrollBar()->value();
    reload();
    verticalScrollBar()->setValue(place);
}

QVariant HelpBrowser::loadResource(int type, const QUrl &name)
{
    if (name.scheme() == QLatin1String("index"))
        return indexHtml(types_);
    if (name.scheme() == QLatin1String("search"))
        return indexHtml(types_, name.path());
    if (name.scheme() != QLatin1String("type"))
        return QTextBrowser::loadResource(type, name);
    if (const NodeType *found = types_.find(name.path()))
        return helpHtml(*found, types_, examples_);
    return QStringLiteral("<p>%1</p>")
               .arg(tr("There is no help on \"%1\": the node type is not known here.").arg(name.path().toHtmlEscaped()))
        + indexHtml(types_);
}

} // namespace thalweg
