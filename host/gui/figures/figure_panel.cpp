#include "gui/figures/figure_panel.h"

#include "figure/plot_widget.h"
#include "gui/figures/figure_view.h"
#include "gui/figures/save_figure.h"
#include "gui/figures/step_cursor.h"
#include "gui/figures/transport_keys.h"
#include "gui/theme/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace thalweg {

FigurePanel::FigurePanel(FigureBoard &board, StepCursor &cursor, FigureKey key, QWidget *parent)
    : QWidget(parent), board_(board), cursor_(cursor), key_(std::move(key)), view_(new FigureView(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addTools();
    column->addWidget(tools_);
    column->addWidget(view_, 1);
    setFocusProxy(view_);

    connect(&board_, &FigureBoard::changed, this, [this](const FigureKey &changed) {
        if (changed == key_)
            take();
    });
    connect(&cursor_, &StepCursor::cursorChanged, view_, &FigureView::moveCursor);
    connect(view_, &FigureView::startPicked, this,
        [this](const QJsonObject &values, bool isFinal) { Q_EMIT startPicked(key_.node, values, isFinal); });
    view_->moveCursor(cursor_.cursor());
    take();
}

QToolButton *FigurePanel::addButton(const QString &name, const QString &text)
{
    auto *button = new QToolButton(tools_);
    button->setIcon(icon(name));
    button->setAutoRaise(true);
    button->setAccessibleName(text);
    button->setToolTip(text);
    tools_->layout()->addWidget(button);
    return button;
}

void FigurePanel::addTools()
{
    tools_ = new QWidget(this);
    auto *row = new QHBoxLayout(tools_);
    row->setContentsMargins(4, 2, 4, 2);
    row->setSpacing(2);
    chooser_ = new QComboBox(tools_);
    chooser_->setAccessibleName(tr("Item of the list"));
    chooser_->setToolTip(tr("Which figure of the list is shown"));
    slider_ = new QSlider(Qt::Horizontal, tools_);
    slider_->setAccessibleName(tr("Item of the list"));
    slider_->setMinimumWidth(40);
    slider_->setMaximumWidth(200);
    slider_->setPageStep(1);
    row->addWidget(chooser_);
    row->addWidget(slider_, 1);
    row->addStretch();
    connect(chooser_, &QComboBox::activated, this, [this](int place) { setItem(chooser_->itemData(place).toInt()); });
    connect(slider_, &QSlider::valueChanged, this, [this](int place) { setItem(chooser_->itemData(place).toInt()); });

    pick_ = addButton(QStringLiteral("target"),
        tr("Pick the start: click or drag in the figure, or move it with the arrow keys (Ctrl+click without this)"));
    pick_->setCheckable(true);
    fit_ = addButton(QStringLiteral("fit"), tr("Show the whole figure (0, or double-click)"));
    zoomIn_ = addButton(QStringLiteral("zoom-in"), tr("Nearer (+, the wheel, or drag a box)"));
    zoomOut_ = addButton(QStringLiteral("zoom-out"), tr("Farther (−)"));
    copy_ = addButton(QStringLiteral("copy"), tr("Copy"));
    save_ = addButton(QStringLiteral("save"), tr("Save as PNG, SVG or PDF…"));
    fullScreen_ = addButton(QStringLiteral("full-screen"), tr("The whole screen for this figure (F)"));
    connect(pick_, &QToolButton::toggled, view_, &FigureView::setPicking);
    connect(fit_, &QToolButton::clicked, view_, &FigureView::showWhole);
    connect(zoomIn_, &QToolButton::clicked, view_, &FigureView::zoomIn);
    connect(zoomOut_, &QToolButton::clicked, view_, &FigureView::zoomOut);
    connect(copy_, &QToolButton::clicked, view_, &FigureView::copy);
    connect(save_, &QToolButton::clicked, this, &FigurePanel::save);
    connect(fullScreen_, &QToolButton::clicked, this, &FigurePanel::fullScreenWanted);
}

void FigurePanel::take()
{
    const QMap<int, FigureItem> &items = board_.group(key_).items;
    if (items.isEmpty())
        return;
    if (!items.contains(item_))
        item_ = items.firstKey();
    {
        const QSignalBlocker chooserBlocker(chooser_);
        const QSignalBlocker sliderBlocker(slider_);
        QStringList labels;
        for (auto item = items.cbegin(); item != items.cend(); ++item)
            labels += item->label.isEmpty() ? tr("item %1").arg(item.key() + 1) : item->label;
        QStringList there;
        for (int i = 0; i < chooser_->count(); ++i)
            there += chooser_->itemText(i);
        if (labels != there) {
            chooser_->clear();
            for (auto item = items.cbegin(); item != items.cend(); ++item)
                chooser_->addItem(labels[chooser_->count()], item.key());
        }
        slider_->setRange(0, chooser_->count() - 1);
        chooser_->setCurrentIndex(chooser_->findData(item_));
        slider_->setValue(chooser_->currentIndex());
    }
    const bool isList = items.size() > 1;
    chooser_->setVisible(isList);
    slider_->setVisible(isList);

    view_->setFigure(items[item_].figure);
    const bool isPlot = !view_->isTable();
    for (QToolButton *button : { fit_, zoomIn_, zoomOut_ })
        button->setVisible(isPlot);
    pick_->setVisible(view_->canPick());
    copy_->setToolTip(isPlot ? tr("Copy the image (Ctrl+C)") : tr("Copy the table as CSV (Ctrl+C)"));
    if (title() != title_) {
        title_ = title();
        Q_EMIT titleChanged(title_);
    }
}

QString FigurePanel::title() const
{
    const std::shared_ptr<const Figure> &figure = view_->figure();
    return figure && !figure->content().title.isEmpty() ? figure->content().title : key_.node;
}

void FigurePanel::setItem(int item)
{
    if (item == item_)
        return;
    item_ = item;
    take();
}

void FigurePanel::setTitleShown(bool shown)
{
    view_->plot().setTitleShown(shown);
}

void FigurePanel::save()
{
    saveFigure(this, view_->seenFigure(), view_->size(), view_->stepCursor(), key_.node,
        [board = QPointer(&board_)](
            const QString &folder) { return board ? board->originIn(folder) : FigureOrigin {}; });
}

void FigurePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        view_->copy();
    else if (event->key() == Qt::Key_F && event->modifiers() == Qt::NoModifier)
        Q_EMIT fullScreenWanted();
    else if (!takeTransportKey(cursor_, *event, false))
        QWidget::keyPressEvent(event);
}

} // namespace thalweg
