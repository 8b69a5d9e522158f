#include "gui/palette/palette_view.h"

#include "gui/palette/categories.h"
#include "gui/palette/search.h"
#include "gui/palette/type_roles.h"
#include "gui/theme/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace thalweg {

namespace {

constexpr qsizetype mostRecent = 5;

QModelIndex firstType(const QAbstractItemModel &model)
{
    const QModelIndex first = model.index(0, 0);
    return model.hasChildren(first) ? model.index(0, 0, first) : first;
}

} // namespace

PaletteView::PaletteView(QWidget *parent)
    : QWidget(parent), search_(new QLineEdit), tree_(new QTreeView), nothing_(new QLabel),
      model_(new PaletteModel(this))
{
    search_->setPlaceholderText(tr("Search nodes"));
    search_->setAccessibleName(tr("Search nodes"));
    search_->setToolTip(tr("Title, id or what it does, in any order; Enter adds the node"));
    search_->setClearButtonEnabled(true);
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    search_->installEventFilter(this);
    setFocusProxy(search_);

    tree_->setModel(model_);
    tree_->setHeaderHidden(true);
    tree_->setAccessibleName(tr("Nodes"));
    tree_->setDragEnabled(true);
    tree_->setDragDropMode(QAbstractItemView::DragOnly);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setIndentation(10);
    tree_->setUniformRowHeights(true);
    tree_->setExpandsOnDoubleClick(true);
    tree_->installEventFilter(this);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    nothing_->setMargin(16);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(search_);
    layout->addWidget(tree_, 1);
    layout->addWidget(nothing_, 1);

    connect(search_, &QLineEdit::textChanged, this, &PaletteView::rebuild);
    connect(tree_, &QTreeView::doubleClicked, this, &PaletteView::choose);
    rebuild();
}

void PaletteView::setNodeTypes(const NodeTypes &types)
{
    types_ = types;
    rebuild();
}

QStringList PaletteView::recent() const
{
    return recent_;
}

void PaletteView::setRecent(const QStringList &ids)
{
    recent_ = ids.mid(0, mostRecent);
    rebuild();
}

void PaletteView::noteUsed(const QString &type)
{
    QStringList ids = recent_;
    ids.removeAll(type);
    ids.prepend(type);
    if (ids != recent_)
        setRecent(ids);
}

void PaletteView::focusSearch()
{
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void PaletteView::rebuild()
{
    const QString query = search_->text();
    model_->clear();
    if (!query.trimmed().isEmpty()) {
        for (const NodeType *type : search(types_.all(), query))
            model_->appendRow(typeItem(*type));
    } else {
        const auto addGroup = [&](const QString &title, const std::vector<const NodeType *> &types) {
            QStandardItem *heading = headingItem(title);
            for (const NodeType *type : types)
                heading->appendRow(typeItem(*type));
            model_->appendRow(heading);
        };
        std::vector<const NodeType *> used;
        for (const QString &id : recent_)
            if (const NodeType *type = types_.find(id))
                used.push_back(type);
        if (!used.empty())
            addGroup(tr("Recently used"), used);
        for (const Category &category : categories(types_))
            addGroup(category.title, category.types);
    }
    tree_->setRootIsDecorated(query.trimmed().isEmpty());
    tree_->expandAll();
    if (!query.trimmed().isEmpty())
        tree_->setCurrentIndex(firstType(*model_));
    const bool isEmpty = model_->rowCount() == 0;
    tree_->setVisible(!isEmpty);
    nothing_->setVisible(isEmpty);
    nothing_->setText(types_.all().empty() ? tr("The engine has not said yet which nodes there are.")
                                           : tr("No node is called “%1” or says so.").arg(query.trimmed()));
}

void PaletteView::choose(const QModelIndex &index)
{
    if (const QString type = index.data(TypeIdRole).toString(); !type.isEmpty())
        Q_EMIT chosen(type);
}

bool PaletteView::keyInSearch(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        QModelIndex next = tree_->currentIndex();
        const auto move = [&](const QModelIndex &from) {
            return event->key() == Qt::Key_Down ? tree_->indexBelow(from) : tree_->indexAbove(from);
        };
        next = next.isValid() ? move(next) : firstType(*model_);
        while (next.isValid() && next.data(TypeIdRole).toString().isEmpty())
            next = move(next);
        if (next.isValid())
            tree_->setCurrentIndex(next);
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(tree_->currentIndex());
        return true;
    case Qt::Key_Escape:
        if (search_->text().isEmpty())
            return false;
        search_->clear();
        return true;
    default:
        return false;
    }
}

bool PaletteView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_F1) {
        if (const QString type = tree_->currentIndex().data(TypeIdRole).toString(); !type.isEmpty()) {
            Q_EMIT helpWanted(type);
            return true;
        }
        return false;
    }
    if (watched == search_)
        return keyInSearch(key);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        choose(tree_->currentIndex());
        return true;
    }
    return false;
}

} // namespace thalweg
