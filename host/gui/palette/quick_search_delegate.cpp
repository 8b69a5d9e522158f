#include "gui/palette/quick_search_delegate.h"

#include "gui/palette/type_roles.h"
#include "gui/theme/theme.h"

#include <QFontMetrics>
#include <QIcon>
#include <QPainter>

namespace thalweg {

namespace {

constexpr int margin = 8;
constexpr int iconSize = 16;

QFont small(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

bool isHeading(const QModelIndex &index)
{
    return index.data(TypeIdRole).toString().isEmpty();
}

} // namespace

void QuickSearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme colours = theme(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect rect = option.rect.adjusted(margin, 0, -margin, 0);
    const QString title = index.data(Qt::DisplayRole).toString();
    if (isHeading(index)) {
        painter->setFont(small(option.font));
        painter->setPen(colours.faintText);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, title);
        painter->restore();
        return;
    }
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.highlight());
        painter->drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 4, 4);
    }
    const QColor strong = isSelected ? option.palette.highlightedText().color() : colours.text;
    const QColor faint = isSelected ? strong : colours.faintText;

    const QFontMetrics titleMetrics(bold(option.font));
    const QFontMetrics smallMetrics(small(option.font));
    QRect first(rect.left(), rect.top() + margin / 2, rect.width(), titleMetrics.height());
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, QRect(first.left(), first.center().y() - iconSize / 2 + 1, iconSize, iconSize));
    first.setLeft(first.left() + iconSize + margin);
    const int textLeft = first.left();

    painter->setFont(small(option.font));
    painter->setPen(faint);
    const QString category = index.data(CategoryRole).toString();
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, category);
    first.setRight(first.right() - smallMetrics.horizontalAdvance(category) - margin);

    painter->setFont(bold(option.font));
    painter->setPen(strong);
    const QString shownTitle = titleMetrics.elidedText(title, Qt::ElideRight, first.width());
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, shownTitle);
    first.setLeft(first.left() + titleMetrics.horizontalAdvance(shownTitle) + margin);
    if (const QString port = index.data(PortRole).toString(); !port.isEmpty() && first.width() > 0) {
        painter->setFont(small(option.font));
        painter->setPen(isSelected ? strong : colours.accent);
        painter->drawText(
            first, Qt::AlignLeft | Qt::AlignVCenter, smallMetrics.elidedText(port, Qt::ElideRight, first.width()));
    }

    const QRect second(
        textLeft, rect.top() + margin / 2 + titleMetrics.height() + 1, rect.right() - textLeft, smallMetrics.height());
    painter->setFont(small(option.font));
    painter->setPen(faint);
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
        smallMetrics.elidedText(index.data(SummaryRole).toString(), Qt::ElideRight, second.width()));
    painter->restore();
}

QSize QuickSearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(small(option.font)).height();
    if (isHeading(index))
        return { 0, line + margin };
    return { 0, QFontMetrics(bold(option.font)).height() + line + 1 + margin };
}

} // namespace thalweg
