#include "gui/palette/find_bar.h"

#include "gui/theme/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace thalweg {

namespace {

QToolButton *button(const QString &iconName, const QString &text)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent), field_(new QLineEdit), count_(new QLabel),
      next_(button(QStringLiteral("down"), tr("Next (Enter)"))),
      previous_(button(QStringLiteral("up"), tr("Previous (Shift+Enter)")))
{
    field_->setPlaceholderText(tr("Find in the workflow"));
    field_->setAccessibleName(tr("Find in the workflow"));
    field_->setToolTip(tr("Node ids and types, parameters and their values, notes and frames"));
    field_->setClearButtonEnabled(true);
    field_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    field_->setMaximumWidth(320);
    field_->installEventFilter(this);
    setFocusProxy(field_);
    auto *close = button(QStringLiteral("close"), tr("Close (Escape)"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    layout->addWidget(field_, 1);
    layout->addWidget(previous_);
    layout->addWidget(next_);
    layout->addSpacing(4);
    layout->addWidget(count_, 1);
    layout->addWidget(close);

    connect(field_, &QLineEdit::textChanged, this, [this] {
        current_ = -1;
        search();
        if (!found_.empty())
            go(1);
    });
    connect(next_, &QToolButton::clicked, this, &FindBar::next);
    connect(previous_, &QToolButton::clicked, this, &FindBar::previous);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    tell();
}

void FindBar::setNodeTypes(const NodeTypes &types)
{
    types_ = types;
    search();
}

void FindBar::setGraph(const Graph &graph)
{
    graph_ = graph;
    search();
}

void FindBar::open()
{
    show();
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
}

void FindBar::next()
{
    go(1);
}

void FindBar::previous()
{
    go(-1);
}

void FindBar::search()
{
    const std::optional<Found> at
        = current_ >= 0 ? std::optional(found_[static_cast<std::size_t>(current_)]) : std::nullopt;
    found_ = thalweg::find(graph_, types_, field_->text());
    const auto same
        = [&](const Found &found) { return at && found.node == at->node && found.annotation == at->annotation; };
    const auto again = std::ranges::find_if(found_, same);
    current_ = again == found_.end() ? -1 : again - found_.begin();
    tell();
}

void FindBar::go(qsizetype by)
{
    if (found_.empty())
        return;
    const auto count = static_cast<qsizetype>(found_.size());
    current_ = current_ < 0 ? (by > 0 ? 0 : count - 1) : (current_ + by + count) % count;
    tell();
    const Found &found = found_[static_cast<std::size_t>(current_)];
    if (found.annotation >= 0)
        Q_EMIT showAnnotation(found.annotation);
    else
        Q_EMIT showNode(found.node);
}

void FindBar::tell()
{
    next_->setEnabled(!found_.empty());
    previous_->setEnabled(!found_.empty());
    if (field_->text().trimmed().isEmpty())
        count_->clear();
    else if (found_.empty())
        count_->setText(tr("not found"));
    else if (current_ < 0)
        count_->setText(tr("%1 found").arg(found_.size()));
    else
        count_->setText(tr("%1 of %2 – %3")
                            .arg(current_ + 1)
                            .arg(found_.size())
                            .arg(found_[static_cast<std::size_t>(current_)].where.left(80)));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != field_ || event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        go(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        hide();
        Q_EMIT closed();
        return true;
    }
    return false;
}

} // namespace thalweg
