#include "gui/window/figure_screen.h"

#include "gui/figures/figure_panel.h"
#include "gui/figures/step_cursor.h"
#include "gui/figures/transport_bar.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace thalweg {

FigureScreen::FigureScreen(FigureBoard &board, StepCursor &cursor, const FigureKey &key, QWidget *parent)
    : QWidget(parent, Qt::Window), key_(key)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *panel = new FigurePanel(board, cursor, key);
    auto *transport = new TransportBar(cursor);
    transport->setEpochs([&board](std::int64_t step) { return board.epochAt(step); });
    transport->setVisible(!board.steps().empty());
    auto *column = new QVBoxLayout(this);
    column->addWidget(panel, 1);
    column->addWidget(transport);
    setWindowTitle(panel->title());
    panel->setFocus();
    connect(panel, &FigurePanel::titleChanged, this, &QWidget::setWindowTitle);
    connect(panel, &FigurePanel::startPicked, this, &FigureScreen::startPicked);
    connect(panel, &FigurePanel::fullScreenWanted, this, &QWidget::close);
    for (const QKeySequence &keys : { QKeySequence(Qt::Key_Escape), QKeySequence(Qt::Key_F11) })
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &QWidget::close);
    connect(&board, &FigureBoard::stepsChanged, transport,
        [&board, transport] { transport->setVisible(!board.steps().empty()); });
    connect(&board, &FigureBoard::removed, this, [this](const FigureKey &gone) {
        if (gone == key_)
            close();
    });
}

} // namespace thalweg
