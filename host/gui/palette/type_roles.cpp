#include "gui/palette/type_roles.h"

#include "gui/palette/categories.h"

#include <QCoreApplication>
#include <QFont>
#include <QMimeData>

namespace thalweg {

QStandardItem *typeItem(const NodeType &type, const QString &port)
{
    auto *item = new QStandardItem(typeIcon(type), type.title);
    item->setEditable(false);
    item->setData(type.id, TypeIdRole);
    item->setData(port, PortRole);
    item->setData(type.summary, SummaryRole);
    item->setData(categoryTitle(type.category()), CategoryRole);
    item->setToolTip(QStringLiteral("<p><b>%1</b> &nbsp;%2</p><p>%3</p>")
                         .arg(type.title.toHtmlEscaped(), type.id.toHtmlEscaped(), type.summary.toHtmlEscaped()));
    item->setAccessibleText(port.isEmpty()
            ? QCoreApplication::translate("Palette", "%1: %2").arg(type.title, type.summary)
            : QCoreApplication::translate("Palette", "%1, linked at %2: %3").arg(type.title, port, type.summary));
    return item;
}

QStandardItem *headingItem(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setDragEnabled(false);
    item->setSelectable(false);
    QFont font;
    font.setBold(true);
    item->setFont(font);
    return item;
}

QStringList PaletteModel::mimeTypes() const
{
    return { QLatin1String(nodeTypeMime) };
}

QMimeData *PaletteModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty() || indexes.first().data(TypeIdRole).toString().isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(QLatin1String(nodeTypeMime), indexes.first().data(TypeIdRole).toString().toUtf8());
    return data;
}

} // namespace thalweg
