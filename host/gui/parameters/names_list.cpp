#include "gui/parameters/names_list.h"

#include "gui/theme/theme.h"

#include <QKeyEvent>

#include <algorithm>

namespace thalweg {

NamesList::NamesList(QWidget *parent) : QListWidget(parent)
{
    setDragDropMode(QAbstractItemView::InternalMove);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::itemChanged, this, &NamesList::chosenChanged);
}

void NamesList::show(const QStringList &chosen, const IncomingNames &incoming)
{
    const QSignalBlocker quiet(this);
    const QVariant current = currentItem() ? currentItem()->data(Qt::UserRole) : QVariant();
    clear();
    const auto add = [&](const QString &name, bool isChosen) {
        const auto known = std::ranges::find(incoming.names, name, &IncomingNames::Name::name);
        const bool isMissing = incoming.areKnown && known == incoming.names.end();
        QString text = name.isEmpty() ? tr("(empty)") : name;
        if (isMissing)
            text = tr("%1 – missing").arg(text);
        else if (known != incoming.names.end() && !known->kind.isEmpty() && known->kind != QLatin1String("number"))
            text = tr("%1 (%2)").arg(text, known->kind);
        auto *item = new QListWidgetItem(text, this);
        item->setData(Qt::UserRole, name);
        item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(isMissing ? tr("%1 does not have \"%2\"").arg(incoming.source->text(), name) : name);
        if (isMissing)
            item->setForeground(theme(palette()).failed);
        if (current.isValid() && name == current.toString())
            setCurrentItem(item);
    };
    for (const QString &name : chosen)
        add(name, true);
    for (const IncomingNames::Name &name : incoming.names)
        if (!chosen.contains(name.name))
            add(name.name, false);
    updateGeometry();
}

QStringList NamesList::chosen() const
{
    QStringList names;
    for (int row = 0; row < count(); ++row)
        if (item(row)->checkState() == Qt::Checked)
            names += item(row)->data(Qt::UserRole).toString();
    return names;
}

void NamesList::filter(const QString &text)
{
    for (int row = 0; row < count(); ++row)
        item(row)->setHidden(!item(row)->data(Qt::UserRole).toString().contains(text.trimmed(), Qt::CaseInsensitive));
}

void NamesList::move(int by)
{
    const int from = currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= count() || item(from)->checkState() != Qt::Checked
        || item(to)->checkState() != Qt::Checked)
        return;
    {
        const QSignalBlocker quiet(this);
        QListWidgetItem *moved = takeItem(from);
        insertItem(to, moved);
        setCurrentRow(to);
    }
    Q_EMIT chosenChanged();
}

QSize NamesList::sizeHint() const
{
    constexpr int mostRows = 7;
    const int rows = std::clamp(count(), 1, mostRows);
    const int height = count() > 0 ? sizeHintForRow(0) : fontMetrics().lineSpacing() + 4;
    return { 160, rows * height + 2 * frameWidth() };
}

void NamesList::keyPressEvent(QKeyEvent *event)
{
    const bool goesUp = event->key() == Qt::Key_Up;
    if (event->modifiers() == Qt::AltModifier && (goesUp || event->key() == Qt::Key_Down))
        move(goesUp ? -1 : 1);
    else
        QListWidget::keyPressEvent(event);
}

void NamesList::dropEvent(QDropEvent *event)
{
    QListWidget::dropEvent(event);
    Q_EMIT chosenChanged();
}

} // namespace thalweg
