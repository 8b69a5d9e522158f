#include "gui/help/help_view.h"

#include "gui/help/help_browser.h"
#include "gui/theme/icons.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace thalweg {

namespace {

QToolButton *button(const QString &iconName, const QString &text, QKeySequence::StandardKey key)
{
    auto *made = new QToolButton;
    made->setIcon(icon(iconName));
    made->setAutoRaise(true);
    made->setAccessibleName(text);
    const QString keys = QKeySequence(key).toString(QKeySequence::NativeText);
    made->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
    return made;
}

QUrl page(const QString &scheme, const QString &path)
{
    QUrl url;
    url.setScheme(scheme);
    url.setPath(path);
    return url;
}

} // namespace

HelpView::HelpView(QWidget *parent)
    : QWidget(parent), browser_(new HelpBrowser), search_(new QLineEdit),
      back_(button(QStringLiteral("left"), tr("Back"), QKeySequence::Back)),
      forward_(button(QStringLiteral("right"), tr("Forward"), QKeySequence::Forward))
{
    setAccessibleName(tr("Help"));
    search_->setPlaceholderText(tr("Search all help"));
    search_->setAccessibleName(tr("Search all help"));
    search_->setToolTip(tr("Words in names, summaries, help, ports and parameters"));
    search_->setClearButtonEnabled(true);
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    auto *all = new QToolButton;
    all->setText(tr("All nodes"));
    all->setToolTip(tr("The list of all node types"));
    all->setAutoRaise(true);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(6, 6, 6, 6);
    bar->addWidget(back_);
    bar->addWidget(forward_);
    bar->addWidget(all);
    bar->addWidget(search_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(browser_, 1);

    back_->setEnabled(false);
    forward_->setEnabled(false);
    connect(browser_, &QTextBrowser::backwardAvailable, back_, &QWidget::setEnabled);
    connect(browser_, &QTextBrowser::forwardAvailable, forward_, &QWidget::setEnabled);
    connect(back_, &QToolButton::clicked, browser_, &QTextBrowser::backward);
    connect(forward_, &QToolButton::clicked, browser_, &QTextBrowser::forward);
    connect(all, &QToolButton::clicked, this, &HelpView::showIndex);
    connect(search_, &QLineEdit::textEdited, this, &HelpView::search);
    connect(browser_, &QTextBrowser::anchorClicked, this, &HelpView::followLink);
    for (const auto &[key, to] : { std::pair(QKeySequence::Back, back_), std::pair(QKeySequence::Forward, forward_) }) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, to, &QToolButton::click);
    }
    showIndex();
}

void HelpView::setNodeTypes(const NodeTypes &types)
{
    browser_->setNodeTypes(types);
}

void HelpView::setExamples(const QList<Example> &examples)
{
    browser_->setExamples(examples);
}

void HelpView::showType(const QString &id)
{
    browser_->showPage(page(QStringLiteral("type"), id));
}

void HelpView::showIndex()
{
    browser_->showPage(page(QStringLiteral("index"), {}));
}

void HelpView::search(const QString &text)
{
    if (search_->text() != text)
        search_->setText(text);
    browser_->showPage(text.trimmed().isEmpty() ? page(QStringLiteral("index"), {})
                                                : page(QStringLiteral("search"), text.simplified()));
}

void HelpView::followLink(const QUrl &link)
{
    if (link.scheme() == QLatin1String("example"))
        Q_EMIT exampleRequested(link.path());
    else if (link.scheme() == QLatin1String("add"))
        Q_EMIT addRequested(link.path());
    else if (link.scheme() == QLatin1String("type") || link.scheme() == QLatin1String("index"))
        browser_->showPage(link);
    else
        QDesktopServices::openUrl(link);
}

void HelpView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        browser_->dress();
}

} // namespace thalweg
