#pragma once

#include <QStyledItemDelegate>

namespace thalweg {

/// Paints a node type on two lines: title, port and category; below it what it does. Headings on one.
class QuickSearchDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace thalweg
