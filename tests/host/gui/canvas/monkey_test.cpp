#include "host/gui/canvas/canvas_fixture.h"

#include "gui/canvas/inline_editor.h"
#include "gui/palette/quick_search.h"
#include "workflow/workflow.h"

#include <random>

using namespace thalweg;
using namespace thalweg::test;

namespace {

/// Does anything that a person could do, in any order.
class Monkey {
public:
    explicit Monkey(Canvas &canvas) : canvas_(canvas), search_(canvas.view.findChild<QuickSearch *>()) { }

    void act()
    {
        switch (below(10)) {
        case 0:
        case 1:
        case 2:
            drag();
            break;
        case 3:
            click();
            break;
        case 4:
            key();
            break;
        case 5:
        case 6:
            command();
            break;
        case 7:
            undoOrRedo();
            break;
        case 8:
            wheel();
            break;
        case 9:
            run();
            break;
        }
        leavePopups();
        // A jungle would make each step slow, and hide no other faults.
        if (canvas_.graph().nodes.size() > 40) {
            canvas_.run("select-all");
            canvas_.run("delete");
        }
    }

private:
    int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(random_); }
    template <class T> const T &oneOf(const std::vector<T> &choices)
    {
        return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
    }

    /// Often where something is: a port, a card, an annotation.
    QPoint somewhere()
    {
        const CanvasScene &scene = canvas_.view.canvas();
        const std::vector<NodeItem *> nodes = scene.nodes();
        QPointF place;
        if (!nodes.empty() && below(4) > 0) {
            const NodeItem *node = oneOf(nodes);
            const NodeShape &shape = node->shapeOfNode();
            const auto &ports = below(2) ? shape.inputs : shape.outputs;
            place = node->pos() + (ports.empty() || below(3) == 0 ? shape.card.center() : oneOf(ports));
        } else if (!scene.annotations().empty() && below(2)) {
            const QRectF rect = oneOf(scene.annotations())->rect();
            place = below(2) ? rect.bottomRight() - QPointF(3, 3) : rect.topLeft() + QPointF(8, 8);
        } else {
            return { below(1280), below(720) };
        }
        return canvas_.view.mapFromScene(place);
    }

    Qt::KeyboardModifiers modifiers()
    {
        return oneOf<Qt::KeyboardModifiers>({ Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier,
            Qt::ControlModifier, Qt::AltModifier });
    }

    void send(QEvent::Type type, const QPoint &at, Qt::MouseButton button, Qt::MouseButtons buttons,
        Qt::KeyboardModifiers modifiers)
    {
        QMouseEvent event(type, at, canvas_.view.viewport()->mapToGlobal(at), button, buttons, modifiers);
        QApplication::sendEvent(canvas_.view.viewport(), &event);
    }

    void drag()
    {
        const QPoint from = somewhere(), to = somewhere();
        const Qt::KeyboardModifiers with = modifiers();
        const Qt::MouseButton button = below(8) == 0 ? Qt::MiddleButton : Qt::LeftButton;
        send(QEvent::MouseButtonPress, from, button, button, with);
        for (int i = 1; i <= 3; ++i)
            send(QEvent::MouseMove, from + (to - from) * i / 3, Qt::NoButton, button, with);
        if (below(8) == 0)
            QTest::keyClick(&canvas_.view, Qt::Key_Escape);
        if (below(20) == 0)
            undoOrRedo();
        send(QEvent::MouseButtonRelease, to, button, Qt::NoButton, with);
    }

    void click()
    {
        const QPoint at = somewhere();
        const Qt::KeyboardModifiers with = modifiers();
        send(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton, with);
        send(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton, with);
        if (below(2))
            send(QEvent::MouseButtonDblClick, at, Qt::LeftButton, Qt::LeftButton, with);
        send(QEvent::MouseMove, somewhere(), Qt::NoButton, Qt::NoButton, with);
        if (below(10) == 0) {
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, canvas_.view.viewport()->mapToGlobal(at));
            QApplication::sendEvent(canvas_.view.viewport(), &event);
        }
    }

    void key()
    {
        QTest::keyClick(&canvas_.view,
            oneOf<Qt::Key>({ Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Tab, Qt::Key_Backtab,
                Qt::Key_Return, Qt::Key_Space, Qt::Key_Escape, Qt::Key_Home, Qt::Key_End, Qt::Key_A }),
            modifiers());
    }

    void command()
    {
        const CanvasCommand &command = oneOf(commands_);
        if (!command.isEnabled(canvas_.view))
            return;
        command.run(canvas_.view);
        if (canvas_.view.inlineEditor().isOpen()) {
            QWidget *field = canvas_.view.viewport()->focusWidget();
            if (field && field != &canvas_.view)
                QTest::keyClicks(field, below(2) ? QStringLiteral("word7") : QStringLiteral("not an id!"));
            if (below(2))
                canvas_.view.inlineEditor().commit();
            else
                canvas_.view.inlineEditor().discard();
        }
    }

    void undoOrRedo()
    {
        if (below(3) > 0)
            canvas_.undo();
        else
            canvas_.redo();
    }

    void wheel()
    {
        const QPoint at(below(1280), below(720));
        QWheelEvent event(at, canvas_.view.viewport()->mapToGlobal(at), {}, { 0, below(2) ? 120 : -120 }, Qt::NoButton,
            modifiers(), Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas_.view.viewport(), &event);
        if (below(6) == 0)
            canvas_.run("fit");
        if (below(40) == 0)
            canvas_.view.setNodeTypes(below(3) ? someTypes() : NodeTypes());
    }

    void run()
    {
        const std::vector<Node> nodes = canvas_.graph().nodes;
        if (nodes.empty())
            return;
        const QString id = oneOf(nodes).id;
        switch (below(4)) {
        case 0:
            canvas_.runs.begin({ id });
            break;
        case 1:
            canvas_.runs.take(StateMessage { id, NodeState::Running });
            break;
        case 2:
            canvas_.runs.take(ProgressMessage { id, 0.1 * below(11) });
            break;
        case 3:
            canvas_.runs.take(StateMessage {
                id, oneOf<NodeState>({ NodeState::Done, NodeState::Failed, NodeState::FromCache }), 0.1, "why" });
            break;
        }
    }

    void leavePopups()
    {
        if (search_->isVisible()) {
            if (below(2)) {
                const QStringList ids = someTypes().ids();
                Q_EMIT search_->chosen(
                    ids[below(static_cast<int>(ids.size()))], below(2) ? QString() : QStringLiteral("objective"));
            }
            search_->hide();
        }
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
    }

    Canvas &canvas_;
    QuickSearch *search_;
    std::vector<CanvasCommand> commands_ = canvasCommands();
    std::mt19937 random_ { 20 };
};

QStringList shownNodes(const Canvas &canvas)
{
    QStringList ids;
    for (QGraphicsItem *item : canvas.view.canvas().items())
        if (auto *node = qgraphicsitem_cast<NodeItem *>(item))
            ids += node->id();
    ids.sort();
    return ids;
}

QStringList nodesOf(const Graph &graph)
{
    QStringList ids;
    for (const Node &node : graph.nodes)
        ids += node.id;
    ids.sort();
    return ids;
}

} // namespace

class MonkeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenThousandRandomGesturesCanAllBeUndone()
    {
        Canvas canvas;
        const QByteArray start = bytesOf({ canvas.graph(), {} });
        Monkey monkey(canvas);
        int most = 0;
        for (int i = 0; i < 10'000; ++i) {
            monkey.act();
            most = std::max(most, canvas.document.undoStack().count());
            if (i % 100 == 0) {
                QCoreApplication::processEvents();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                QCOMPARE(shownNodes(canvas), nodesOf(canvas.graph()));
            }
        }
        QVERIFY2(most > 100, "the monkey edited next to nothing");
        const QByteArray end = bytesOf({ canvas.graph(), {} });
        const int index = canvas.document.undoStack().index();
        canvas.document.undoStack().setIndex(0);
        QCOMPARE(bytesOf({ canvas.graph(), {} }), start);
        QCOMPARE(shownNodes(canvas), nodesOf(canvas.graph()));
        canvas.document.undoStack().setIndex(index);
        QCOMPARE(bytesOf({ canvas.graph(), {} }), end);
    }
};

QTEST_MAIN(MonkeyTest)
#include "monkey_test.moc"
