#include "gui/palette/quick_search.h"

#include "gui/palette/quick_search_delegate.h"
#include "gui/palette/search.h"
#include "gui/palette/type_roles.h"
#include "gui/theme/icons.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace thalweg {

namespace {

constexpr QSize popupSize { 420, 380 };

bool isType(const QModelIndex &index)
{
    return !index.data(TypeIdRole).toString().isEmpty();
}

} // namespace

QuickSearch::QuickSearch(QWidget *parent)
    : QFrame(parent, Qt::Popup), field_(new QLineEdit), list_(new QListView), nothing_(new QLabel),
      model_(new QStandardItemModel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Add a node"));
    field_->setPlaceholderText(tr("Search a node to add"));
    field_->setAccessibleName(tr("Search a node to add"));
    field_->setToolTip(tr("Up and Down choose, Enter adds, Escape closes"));
    field_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    field_->installEventFilter(this);
    setFocusProxy(field_);

    list_->setModel(model_);
    list_->setItemDelegate(new QuickSearchDelegate(list_));
    list_->setAccessibleName(tr("Nodes"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setMouseTracking(true);
    list_->setFocusPolicy(Qt::NoFocus);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(field_);
    layout->addWidget(list_, 1);
    layout->addWidget(nothing_, 1);
    resize(popupSize);

    connect(field_, &QLineEdit::textChanged, this, &QuickSearch::rebuild);
    connect(list_, &QListView::clicked, this, &QuickSearch::choose);
    connect(list_, &QListView::entered, list_, [this](const QModelIndex &index) {
        if (isType(index))
            list_->setCurrentIndex(index);
    });
}

void QuickSearch::setNodeTypes(const NodeTypes &types)
{
    types_ = types;
    fits_.clear(); // they may be of a catalogue that is gone
    rebuild();
}

void QuickSearch::open(const QPoint &place, const QString &typed, const std::vector<Fit> &fits)
{
    fits_ = fits;
    isChosen_ = false;
    field_->setText(typed);
    rebuild();
    const QScreen *screen = QGuiApplication::screenAt(place);
    const QRect free = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    move(std::clamp(place.x(), free.left(), std::max(free.left(), free.right() - width())),
        std::clamp(place.y(), free.top(), std::max(free.top(), free.bottom() - height())));
    show();
    field_->setFocus(Qt::PopupFocusReason);
    field_->deselect();
    field_->end(false);
}

void QuickSearch::rebuild()
{
    const QString query = field_->text();
    QHash<const NodeType *, QString> portOf;
    std::vector<const NodeType *> fitting, others;
    for (const Fit &fit : fits_) {
        portOf.insert(fit.type, fit.port);
        fitting.push_back(fit.type);
    }
    for (const NodeType *type : types_.all())
        if (!portOf.contains(type))
            others.push_back(type);
    // Together, so that a word that is spelt as it is found is not looked for with errors beside that.
    std::vector<const NodeType *> all = fitting;
    all.insert(all.end(), others.begin(), others.end());
    const std::vector<const NodeType *> found = search(all, query);

    model_->clear();
    const auto addGroup = [&](const QString &title, bool ofFits) {
        bool hasTitle = fits_.empty();
        for (const NodeType *type : found) {
            if (portOf.contains(type) != ofFits)
                continue;
            if (!hasTitle)
                model_->appendRow(headingItem(title));
            hasTitle = true;
            model_->appendRow(typeItem(*type, portOf.value(type)));
        }
    };
    addGroup(tr("Fits the link"), true);
    addGroup(tr("Other nodes"), false);
    list_->setVisible(!found.empty());
    nothing_->setVisible(found.empty());
    nothing_->setText(tr("No node is called “%1” or says so.").arg(query.trimmed()));
    list_->scrollToTop();
    list_->setCurrentIndex({});
    step(1);
    list_->scrollToTop();
}

void QuickSearch::step(int by)
{
    const QModelIndex current = list_->currentIndex();
    int row = current.isValid() ? current.row() : -1;
    const int direction = by > 0 ? 1 : -1;
    for (int left = std::abs(by); left > 0;) {
        int next = row + direction;
        while (next >= 0 && next < model_->rowCount() && !isType(model_->index(next, 0)))
            next += direction;
        if (next < 0 || next >= model_->rowCount())
            break;
        row = next;
        --left;
    }
    if (row >= 0)
        list_->setCurrentIndex(model_->index(row, 0));
}

void QuickSearch::choose(const QModelIndex &index)
{
    if (!isType(index))
        return;
    const QString type = index.data(TypeIdRole).toString();
    const QString port = index.data(PortRole).toString();
    isChosen_ = true;
    hide();
    Q_EMIT chosen(type, port);
}

bool QuickSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != field_ || event->type() != QEvent::KeyPress)
        return false;
    constexpr int page = 7; // about what is seen at once
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(page);
        return true;
    case Qt::Key_PageUp:
        step(-page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose(list_->currentIndex());
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

void QuickSearch::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (!isChosen_)
        Q_EMIT cancelled();
}

} // namespace thalweg
