#include "gui/window/message_bar.h"

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace thalweg {

namespace {

/// One notice, with a stripe in the colour of its kind.
class Row final : public QWidget {
public:
    Row(const Notice &notice, MessageBar &bar) : QWidget(&bar), kind_(notice.kind)
    {
        setObjectName(notice.id);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(14, 6, 6, 6);
        auto *text = new QLabel(notice.text);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setObjectName(QStringLiteral("text"));
        layout->addWidget(text, 1);
        for (const Notice::Button &button : notice.buttons) {
            auto *push = new QPushButton(button.text);
            layout->addWidget(push);
            connect(push, &QPushButton::clicked, &bar, [&bar, id = notice.id, act = button.act] {
                bar.withdraw(id);
                act();
            });
        }
        auto *close = new QToolButton;
        close->setIcon(icon(QStringLiteral("close")));
        close->setAutoRaise(true);
        close->setToolTip(MessageBar::tr("Close this message"));
        close->setAccessibleName(close->toolTip());
        layout->addWidget(close);
        connect(close, &QToolButton::clicked, &bar, [&bar, id = notice.id] { bar.withdraw(id); });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme now = theme();
        QColor colour = kind_ == Notice::Kind::Information ? now.accent
            : kind_ == Notice::Kind::Warning               ? now.warning
                                                           : now.failed;
        QPainter painter(this);
        painter.fillRect(rect(), now.card);
        painter.fillRect(0, 0, 4, height(), colour);
        colour.setAlphaF(0.10F);
        painter.fillRect(rect(), colour);
        painter.fillRect(0, height() - 1, width(), 1, now.border);
    }

private:
    Notice::Kind kind_;
};

} // namespace

MessageBar::MessageBar(QWidget *parent) : QFrame(parent), rows_(new QVBoxLayout(this))
{
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(0);
    hide();
}

QWidget *MessageBar::row(const QString &id) const
{
    return findChild<QWidget *>(id, Qt::FindDirectChildrenOnly);
}

void MessageBar::show(const Notice &notice)
{
    withdraw(notice.id);
    rows_->insertWidget(0, new Row(notice, *this));
    setVisible(true);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::withdraw(const QString &id)
{
    if (QWidget *old = row(id)) {
        rows_->removeWidget(old);
        old->setParent(nullptr);
        old->deleteLater();
    }
    setVisible(rows_->count() > 0);
}

QStringList MessageBar::texts() const
{
    QStringList texts;
    for (int i = 0; i < rows_->count(); ++i)
        texts += rows_->itemAt(i)->widget()->findChild<QLabel *>(QStringLiteral("text"))->text();
    return texts;
}

} // namespace thalweg
