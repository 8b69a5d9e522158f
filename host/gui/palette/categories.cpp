#include "gui/palette/categories.h"

#include <QCoreApplication>
#include <QMap>
#include <QPainter>

#include <algorithm>

namespace thalweg {

namespace {

/// From data to plots, as a workflow goes.
const QStringList &known()
{
    static const QStringList ids { QStringLiteral("sources"), QStringLiteral("tables"), QStringLiteral("costs"),
        QStringLiteral("optimizers"), QStringLiteral("models"), QStringLiteral("plots") };
    return ids;
}

} // namespace

std::vector<Category> categories(const NodeTypes &types)
{
    QMap<std::pair<qsizetype, QString>, Category> byPlace;
    for (const NodeType *type : types.all()) {
        const QString id = type->category();
        const qsizetype place = known().indexOf(id);
        Category &category = byPlace[{ place < 0 ? known().size() : place, id }];
        category.id = id;
        category.title = categoryTitle(id);
        category.types.push_back(type);
    }
    std::vector<Category> sorted;
    for (Category &category : byPlace) {
        std::ranges::stable_sort(category.types,
            [](const NodeType *a, const NodeType *b) { return a->title.localeAwareCompare(b->title) < 0; });
        sorted.push_back(category);
    }
    return sorted;
}

QString categoryTitle(const QString &id)
{
    switch (known().indexOf(id)) {
    case 0:
        return QCoreApplication::translate("Palette", "Sources");
    case 1:
        return QCoreApplication::translate("Palette", "Tables");
    case 2:
        return QCoreApplication::translate("Palette", "Costs");
    case 3:
        return QCoreApplication::translate("Palette", "Optimizers");
    case 4:
        return QCoreApplication::translate("Palette", "Models");
    case 5:
        return QCoreApplication::translate("Palette", "Plots");
    default:
        return id.left(1).toUpper() + id.mid(1);
    }
}

QIcon typeIcon(const NodeType &type)
{
    const QColor colour = type.outputs.empty() ? QColor(Qt::gray) : QColor(type.outputs.front().type.colour);
    QIcon icon;
    for (const int size : { 16, 32, 48 }) { // for screens of one, two and three dots a pixel
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QRectF(0, 0, size, size).marginsRemoved(QMarginsF(1, 1, 1, 1) * (size * 0.2)));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace thalweg
