#include "gui/help/welcome_page.h"

#include "gui/help/example_card.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace thalweg {

namespace {

constexpr int pathRole = Qt::UserRole;
constexpr int pinnedRole = Qt::UserRole + 1;

QPushButton *button(const QString &text, const QString &iconName, const QString &toolTip)
{
    auto *made = new QPushButton(icon(iconName), text);
    made->setToolTip(toolTip);
    made->setMinimumHeight(36);
    made->setStyleSheet(QStringLiteral("QPushButton { text-align: left; padding: 6px 12px; }"));
    return made;
}

void scaleFont(QLabel *label, double factor, bool isBold)
{
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
    label->setFont(font);
}

void colour(QLabel *label, const QColor &colour)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Welcome"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(40, 36, 24, 24);
    layout->setSpacing(40);
    layout->addWidget(beginning());
    layout->addWidget(examples(), 1);
    dress();
}

QWidget *WelcomePage::beginning()
{
    auto *column = new QWidget;
    column->setFixedWidth(270);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    title_ = new QLabel(QStringLiteral("Thalweg"));
    scaleFont(title_, 2.2, true);
    subtitle_ = new QLabel(tr("Wire data, cost and optimizer, and watch the descent."));
    subtitle_->setWordWrap(true);
    layout->addWidget(title_);
    layout->addWidget(subtitle_);
    layout->addSpacing(16);

    QPushButton *empty
        = button(tr("&Empty canvas"), QStringLiteral("new"), tr("Begin with nothing and wire it yourself"));
    QPushButton *open
        = button(tr("&Open…"), QStringLiteral("open"), tr("Open a workflow, or a figure with one inside"));
    QPushButton *help = button(tr("&Help on all nodes"), QStringLiteral("help"), tr("What there is to wire"));
    connect(empty, &QPushButton::clicked, this, &WelcomePage::emptyCanvasRequested);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(help, &QPushButton::clicked, this, &WelcomePage::helpRequested);
    for (QPushButton *one : { empty, open, help })
        layout->addWidget(one);
    layout->addSpacing(20);

    recentTitle_ = new QLabel(tr("Recent"));
    scaleFont(recentTitle_, 1.15, true);
    recent_ = new QListWidget;
    recent_->setFrameShape(QFrame::NoFrame);
    recent_->setAccessibleName(tr("Recent workflows"));
    recent_->setContextMenuPolicy(Qt::CustomContextMenu);
    recent_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    recent_->viewport()->setAutoFillBackground(false);
    recent_->setSpacing(1);
    connect(recent_, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem *item) { Q_EMIT recentRequested(item->data(pathRole).toString()); });
    connect(recent_, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        if (!style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick, nullptr, recent_))
            Q_EMIT recentRequested(item->data(pathRole).toString());
    });
    connect(recent_, &QWidget::customContextMenuRequested, this, &WelcomePage::recentMenu);
    layout->addWidget(recentTitle_);
    layout->addWidget(recent_, 1);
    setRecent({});
    return column;
}

QWidget *WelcomePage::examples()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    examplesTitle_ = new QLabel(tr("Examples"));
    scaleFont(examplesTitle_, 1.15, true);
    noExamples_ = new QLabel(tr("The example workflows are not installed beside the program."));
    noExamples_->setWordWrap(true);
    grid_ = new CardGrid;
    auto *inside = new QWidget;
    auto *insideLayout = new QVBoxLayout(inside);
    insideLayout->setContentsMargins(0, 0, 12, 0);
    insideLayout->addWidget(noExamples_);
    insideLayout->addWidget(grid_);
    insideLayout->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    layout->addWidget(examplesTitle_);
    layout->addWidget(area, 1);
    return column;
}

void WelcomePage::setExamples(const QList<Example> &examples, Picture picture)
{
    qDeleteAll(cards_);
    cards_.clear();
    picture_ = std::move(picture);
    for (const Example &example : examples) {
        auto *card = new ExampleCard(example);
        connect(card, &QAbstractButton::clicked, this, [this, path = example.path] { Q_EMIT exampleRequested(path); });
        cards_ += card;
    }
    grid_->setCards(cards_);
    noExamples_->setVisible(cards_.isEmpty());
    drawn_ = 0;
    if (isVisible())
        drawNext();
}

void WelcomePage::setRecent(const QList<RecentEntry> &files)
{
    recent_->clear();
    for (const RecentEntry &file : files) {
        const QFileInfo info(file.path);
        auto *item = new QListWidgetItem(
            icon(file.isPinned ? QStringLiteral("pin") : QStringLiteral("file")), info.completeBaseName(), recent_);
        item->setData(pathRole, file.path);
        item->setData(pinnedRole, file.isPinned);
        item->setToolTip(file.exists ? file.path : tr("%1 is not there any more").arg(file.path));
        if (!file.exists) {
            item->setForeground(theme(palette()).muted);
            item->setData(Qt::AccessibleDescriptionRole, tr("not there any more"));
        }
    }
    if (files.isEmpty()) {
        auto *none = new QListWidgetItem(tr("None yet"), recent_);
        none->setFlags(Qt::NoItemFlags);
    }
}

void WelcomePage::recentMenu(const QPoint &place)
{
    const QListWidgetItem *item = recent_->itemAt(place);
    if (!item || item->data(pathRole).toString().isEmpty())
        return;
    const QString path = item->data(pathRole).toString();
    const bool isPinned = item->data(pinnedRole).toBool();
    QMenu menu(this);
    menu.addAction(icon(QStringLiteral("open")), tr("Open"), this, [this, path] { Q_EMIT recentRequested(path); });
    menu.addAction(icon(QStringLiteral("pin")), isPinned ? tr("Unpin") : tr("Pin to the top"), this,
        [this, path, isPinned] { Q_EMIT recentPinned(path, !isPinned); });
    menu.addAction(
        icon(QStringLiteral("remove")), tr("Remove from the list"), this, [this, path] { Q_EMIT recentRemoved(path); });
    menu.exec(recent_->viewport()->mapToGlobal(place));
}

void WelcomePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QTimer::singleShot(0, this, &WelcomePage::drawNext);
}

void WelcomePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    dress();
    drawn_ = 0;
    if (isVisible())
        QTimer::singleShot(0, this, &WelcomePage::drawNext);
}

void WelcomePage::drawNext()
{
    if (!picture_ || drawn_ >= cards_.size() || !isVisible())
        return;
    ExampleCard *card = cards_[drawn_++];
    card->setPicture(picture_(card->example().path, card->pictureSize(), devicePixelRatioF()));
    // One at a time, so that the page answers in between.
    QTimer::singleShot(0, this, &WelcomePage::drawNext);
}

void WelcomePage::dress()
{
    const Theme colours = theme(palette());
    for (QLabel *label : { title_, recentTitle_, examplesTitle_ })
        colour(label, colours.text);
    for (QLabel *label : { subtitle_, noExamples_ })
        colour(label, colours.faintText);
    QPalette list = recent_->palette();
    list.setColor(QPalette::Base, Qt::transparent);
    recent_->setPalette(list);
}

} // namespace thalweg
