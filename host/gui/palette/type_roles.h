#pragma once

#include <QStandardItemModel>

#include <thalweg/node_types.h>

namespace thalweg {

/// What the items of the palette's lists hold beside text and icon. Headings have none of it.
enum TypeRole {
    TypeIdRole = Qt::UserRole,
    PortRole, ///< of the type, that takes an open link; empty where there is none
    SummaryRole,
    CategoryRole, ///< its title
};

/// An item that stands for a node type.
QStandardItem *typeItem(const NodeType &type, const QString &port = {});

/// An item that only heads others.
QStandardItem *headingItem(const QString &text);

/// Items that can be dragged onto the canvas.
class PaletteModel : public QStandardItemModel {
    Q_OBJECT

public:
    using QStandardItemModel::QStandardItemModel;

    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
};

} // namespace thalweg
