#include "gui/window/figure_area.h"

#include "gui/figures/figure_panel.h"
#include "gui/figures/step_cursor.h"
#include "gui/figures/table_view.h"
#include "gui/figures/transport_bar.h"
#include "gui/run/engine_client.h"
#include "gui/theme/icons.h"
#include "gui/window/figure_screen.h"
#include "gui/window/figure_title.h"

#include <QDockWidget>
#include <QLabel>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace thalweg {

namespace {

constexpr qsizetype sideBySide = 2; // figures; more share their places as tabs

QString figureId(const FigureKey &key)
{
    return QStringLiteral("figure %1.%2").arg(key.node, key.port);
}

QString tableId(const QString &node, const QString &port)
{
    return QStringLiteral("table %1.%2").arg(node, port);
}

} // namespace

FigureArea::FigureArea(QWidget *parent)
    : QMainWindow(parent), bar_(new QToolBar), pin_(new QToolButton),
      nothing_(new QLabel(tr("Figures appear here as soon as a plot has run.")))
{
    setWindowFlags(Qt::Widget); // a main window inside another: its docks are the figures
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setForegroundRole(QPalette::PlaceholderText);
    setCentralWidget(nothing_);

    pin_->setIcon(icon(QStringLiteral("pin")));
    pin_->setCheckable(true);
    pin_->setAutoRaise(true);
    pin_->setToolTip(tr("Keep this run, and draw it quietly behind the next ones"));
    pin_->setAccessibleName(tr("Pin this run"));
    connect(pin_, &QToolButton::clicked, this, [this](bool on) {
        if (board_)
            on ? board_->pin() : board_->unpin();
    });
    bar_->setMovable(false);
    addToolBar(Qt::BottomToolBarArea, bar_);
    bar_->hide();
    setContextMenuPolicy(Qt::NoContextMenu);
}

void FigureArea::setSources(FigureBoard *board, StepCursor *cursor)
{
    for (QDockWidget *dock : findChildren<QDockWidget *>())
        delete dock;
    for (FigureScreen *screen : findChildren<FigureScreen *>())
        delete screen;
    delete findChild<TransportBar *>();
    if (board_)
        board_->disconnect(this);
    board_ = board;
    cursor_ = cursor;
    updateEmptiness();
    if (!board_)
        return;
    auto *transport = new TransportBar(*cursor_);
    transport->setEpochs([board](std::int64_t step) { return board->epochAt(step); });
    bar_->clear();
    bar_->addWidget(pin_); // first: in a narrow window a tool bar hides what is last
    bar_->addWidget(transport);
    connect(board_, &FigureBoard::appeared, this, &FigureArea::addFigure);
    connect(board_, &FigureBoard::removed, this, [this](const FigureKey &key) { remove(figureId(key)); });
    connect(board_, &FigureBoard::pinnedChanged, pin_, &QToolButton::setChecked);
    connect(board_, &FigureBoard::stepsChanged, this, &FigureArea::updateEmptiness);
    for (const FigureKey &key : board_->keys())
        addFigure(key);
}

bool FigureArea::show(const QString &node, const QString &port)
{
    QDockWidget *dock = find(figureId({ node, port }));
    if (!dock)
        return false;
    bringToFront(*dock);
    return true;
}

void FigureArea::openTable(EngineClient &engine, const QString &node, const QString &port)
{
    if (QDockWidget *dock = find(tableId(node, port)))
        return bringToFront(*dock);
    const QString name = QStringLiteral("%1.%2").arg(node, port);
    auto *table = new TableView(name);
    connect(table, &TableView::rowsWanted, &engine, [&engine, node, port](std::int64_t first, std::int64_t count) {
        engine.requestTable(node, port, first, count);
    });
    connect(&engine, &EngineClient::tableArrived, table, [table, node, port](const TablePart &part) {
        if (part.node == node && part.port == port)
            table->take(part.firstRow, part.rowCount, part.rows, part.problem);
    });
    QDockWidget *dock = add(tableId(node, port), name, table);
    dock->setAttribute(Qt::WA_DeleteOnClose);
    table->open();
    bringToFront(*dock);
}

void FigureArea::refreshTables()
{
    for (TableView *table : findChildren<TableView *>())
        table->open();
}

QDockWidget *FigureArea::add(const QString &id, const QString &title, QWidget *widget)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(id);
    dock->setWidget(widget);
    const QList<QDockWidget *> others = findChildren<QDockWidget *>();
    addDockWidget(Qt::BottomDockWidgetArea, dock, Qt::Horizontal);
    if (others.size() > sideBySide)
        tabifyDockWidget(others[(others.size() - 1) % sideBySide], dock);
    // Equal shares; docks have a size only when they have been laid out.
    QTimer::singleShot(0, this, [this] {
        const QList<QDockWidget *> docks = findChildren<QDockWidget *>();
        if (docks.size() >= sideBySide)
            resizeDocks(docks.first(sideBySide), { width() / 2, width() / 2 }, Qt::Horizontal);
    });
    updateEmptiness();
    return dock;
}

QDockWidget *FigureArea::find(const QString &id) const
{
    return findChild<QDockWidget *>(id, Qt::FindDirectChildrenOnly);
}

void FigureArea::remove(const QString &id)
{
    delete find(id);
    updateEmptiness();
}

void FigureArea::bringToFront(QDockWidget &dock)
{
    dock.show();
    dock.raise();
    Q_EMIT appeared();
}

void FigureArea::addFigure(const FigureKey &key)
{
    if (find(figureId(key)))
        return;
    auto *panel = new FigurePanel(*board_, *cursor_, key);
    QDockWidget *dock = add(figureId(key), panel->title(), panel);
    dock->setTitleBarWidget(new FigureTitle(*dock, panel->tools()));
    panel->setTitleShown(false);
    connect(panel, &FigurePanel::fullScreenWanted, this, [this, key] { showOnScreen(key); });
    connect(panel, &FigurePanel::titleChanged, dock, &QDockWidget::setWindowTitle);
    connect(panel, &FigurePanel::startPicked, this, &FigureArea::startPicked);
    Q_EMIT appeared();
}

void FigureArea::showOnScreen(const FigureKey &key)
{
    auto *screen = new FigureScreen(*board_, *cursor_, key, this);
    connect(screen, &FigureScreen::startPicked, this, &FigureArea::startPicked);
    screen->showFullScreen();
}

void FigureArea::updateEmptiness()
{
    const bool isEmpty = findChildren<QDockWidget *>().isEmpty();
    nothing_->setVisible(isEmpty);
    bar_->setVisible(board_ && !board_->steps().empty());
}

} // namespace thalweg
