#include "gui/canvas/canvas_view.h"
#include "gui/palette/categories.h"
#include "gui/palette/palette_view.h"
#include "gui/parameters/parameter_panel.h"
#include "gui/window/main_window.h"
#include "gui/window/run_controller.h"
#include "gui/window/window_layout.h"
#include "gui/window/windows.h"
#include "gui/window/workspace.h"
#include "support/hand.h"
#include "support/own_home.h"
#include "workflow/workflow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace thalweg;

namespace {

constexpr int patience = 20000; // milliseconds

/// Middle of a widget on the screen.
QPoint middleOf(const QWidget &widget)
{
    return widget.mapToGlobal(widget.rect().center());
}

/// The visible widget of a window with this accessible name; null where there is none.
template <class Widget> Widget *named(const QWidget &window, const QString &name)
{
    for (Widget *widget : window.findChildren<Widget *>())
        if (widget->isVisible() && widget->accessibleName() == name)
            return widget;
    return nullptr;
}

QAbstractButton *button(const QWidget &window, const QString &text)
{
    for (auto *button : window.findChildren<QAbstractButton *>())
        if (button->isVisible() && QString(button->text()).remove(u'&').startsWith(text))
            return button;
    return nullptr;
}

} // namespace

/// Builds the seed workflow in a real window, as a person would, and saves it.
class HandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        home_ = std::make_unique<test::OwnHome>();
        windows_ = std::make_unique<Windows>();
        Preferences preferences;
        preferences.theme = ThemeChoice::Light;
        preferences.runOnChange = false;
        preferences.engineCommand = { qEnvironmentVariable("THALWEG_BINARY_DIR") + QStringLiteral("/bin/thalweg") };
        windows_->setPreferences(preferences);
        window_ = windows_->open();
        window_->setGeometry(0, 0, 1280, 690);
        QVERIFY(QTest::qWaitForWindowActive(window_, patience));
        QTRY_COMPARE_WITH_TIMEOUT(window_->engine().state(), EngineClient::State::Ready, patience);
    }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            window_->grab().save(QDir::temp().filePath(QStringLiteral("thalweg-hand-test.png")));
        windows_.reset();
        home_.reset();
    }

    void theSeedIsBuiltRunAndSavedByTheMouseAlone()
    {
        startEmpty([this](QAbstractButton *empty) { hand_.click(middleOf(*empty)); });

        dragFromPalette(QStringLiteral("costs.formula"), { 30, 60 });
        dragFromPalette(QStringLiteral("optimizers.gradient-descent"), { 280, 60 });
        dragFromPalette(QStringLiteral("plots.cost-history"), { 530, 60 });
        QCOMPARE(graph().nodes.size(), 3U);
        link({ QStringLiteral("formula"), QStringLiteral("objective") },
            { QStringLiteral("gradient-descent"), QStringLiteral("objective") });
        // The other direction: from the input back to the output.
        hand_.drag(port(Side::Input, { QStringLiteral("cost-history"), QStringLiteral("descent") }),
            port(Side::Output, { QStringLiteral("gradient-descent"), QStringLiteral("descent") }));
        QTRY_COMPARE(graph().links.size(), 2U);

        hand_.click(screen(canvas().canvas().node(QStringLiteral("gradient-descent"))->card().center()));
        QTRY_COMPARE(window_->parts().panel->selection(), QStringList { QStringLiteral("gradient-descent") });
        // A hand's width on the label is some powers of ten; the screen ends before it is enough.
        for (const double rate : { 0.01, 0.1 })
            scrubTo(QStringLiteral("rate"), rate);
        for (const double iterations : { 1., 10., 50. })
            scrubTo(QStringLiteral("iterations"), iterations);
        QTRY_COMPARE(parameter(QStringLiteral("rate")), 0.1);
        QTRY_COMPARE(parameter(QStringLiteral("iterations")), 50.);

        hand_.click(toolButton(QStringLiteral("run-all")));
        expectTheSeedsResult();

        save([this] { hand_.click(toolButton(QStringLiteral("file-save"))); },
            [this](QDialog &dialog) { hand_.click(middleOf(*saveButton(dialog))); });
    }

    void theSeedIsBuiltRunAndSavedByTheKeyboardAlone()
    {
        startEmpty([this](QAbstractButton *) { hand_.press(QStringLiteral("ctrl+n")); });
        canvas().setFocus();

        addByKeyboard(QStringLiteral("formula"), 1);
        addByKeyboard(QStringLiteral("gradient descent"), 2);
        // Ctrl+L links the nodes that are selected.
        hand_.press(QStringLiteral("ctrl+a"));
        hand_.press(QStringLiteral("ctrl+l"));
        QTRY_COMPARE(graph().links.size(), 1U);
        QCOMPARE(graph().links[0].text(), QStringLiteral("formula.objective -> gradient-descent.objective"));

        hand_.press(QStringLiteral("Escape"));
        canvas().reveal(QStringLiteral("gradient-descent")); // the keyboard stays at the node that was added last
        hand_.press(QStringLiteral("Return"));
        typeInto(QStringLiteral("rate"), QStringLiteral("0.1"));
        typeInto(QStringLiteral("iterations"), QStringLiteral("50"));
        QTRY_COMPARE(parameter(QStringLiteral("rate")), 0.1);
        QTRY_COMPARE(parameter(QStringLiteral("iterations")), 50.);

        hand_.press(QStringLiteral("F5"));
        expectTheSeedsResult();

        save([this] { hand_.press(QStringLiteral("ctrl+s")); },
            [this](QDialog &) { hand_.press(QStringLiteral("Return")); });
    }

private:
    CanvasView &canvas() { return window_->workspace().canvas(); }
    const Graph &graph() { return window_->file().document().graph(); }
    QPoint screen(const QPointF &scene) { return canvas().viewport()->mapToGlobal(canvas().mapFromScene(scene)); }

    double parameter(const QString &name)
    {
        return graph().find(QStringLiteral("gradient-descent"))->parameters.value(name).toDouble();
    }

    template <class Act> void startEmpty(Act act)
    {
        QAbstractButton *empty = button(*window_, QStringLiteral("Empty canvas"));
        QVERIFY(empty);
        act(empty);
        QTRY_VERIFY(!window_->showsWelcome());
        QTest::qWait(300); // docks come in
    }

    void dragFromPalette(const QString &type, const QPoint &place)
    {
        auto *tree = window_->parts().palette->findChild<QTreeView *>();
        QVERIFY(tree);
        tree->expandAll();
        const std::size_t before = graph().nodes.size();
        const QModelIndex index = find(*tree->model(), type, {});
        QVERIFY2(index.isValid(), qPrintable(type));
        tree->scrollTo(index);
        hand_.drag(
            tree->viewport()->mapToGlobal(tree->visualRect(index).center()), canvas().viewport()->mapToGlobal(place));
        QTRY_COMPARE_WITH_TIMEOUT(graph().nodes.size(), before + 1, patience);
        QCOMPARE(graph().nodes.back().type, type);
    }

    /// The row of the type among the categories; the one under the last used is as good.
    static QModelIndex find(const QAbstractItemModel &model, const QString &type, const QModelIndex &parent)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            std::unique_ptr<QMimeData> data(model.mimeData({ index }));
            if (data && data->data(QLatin1String(nodeTypeMime)) == type.toUtf8())
                return index;
            if (const QModelIndex below = find(model, type, index); below.isValid())
                return below;
        }
        return {};
    }

    QPoint port(Side side, const End &end)
    {
        return screen(canvas().canvas().node(end.node)->portPosition(side, end.port));
    }

    void link(const End &from, const End &to)
    {
        const std::size_t before = graph().links.size();
        hand_.drag(port(Side::Output, from), port(Side::Input, to));
        QTRY_COMPARE(graph().links.size(), before + 1);
        QCOMPARE(graph().links.back(), (Link { from, to }));
    }

    /// Drags on a parameter's label until the number is there: where the ways are known only by the number they make,
    /// the hand looks and corrects.
    void scrubTo(const QString &name, double wanted)
    {
        QLabel *label = nullptr;
        for (QLabel *candidate : window_->parts().panel->findChildren<QLabel *>())
            if (candidate->isVisible() && candidate->text().startsWith(name, Qt::CaseInsensitive))
                label = candidate;
        QVERIFY2(label, qPrintable(name));
        window_->parts().panel->ensureWidgetVisible(label);
        QTest::qWait(100);
        const QPoint start = middleOf(*label);
        hand_.hold(start);
        int low = -start.x();
        int high = 1279 - start.x();
        while (low < high) {
            const int middle = low + (high - low) / 2;
            hand_.move(start + QPoint(middle, 0));
            if (parameter(name) < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        hand_.move(start + QPoint(low, 0));
        hand_.release();
    }

    QPoint toolButton(const QString &command)
    {
        QAction *action = window_->commands().action(command);
        for (auto *button : window_->findChildren<QToolButton *>())
            if (button->isVisible() && button->defaultAction() == action)
                return middleOf(*button);
        return {};
    }

    void addByKeyboard(const QString &words, std::size_t count)
    {
        hand_.type(words);
        QTest::qWait(200);
        hand_.press(QStringLiteral("Return"));
        QTRY_COMPARE(graph().nodes.size(), count);
    }

    /// Goes to the field of a parameter by the Tab key and types a value.
    void typeInto(const QString &name, const QString &text)
    {
        constexpr int fields = 60;
        for (int i = 0; i < fields; ++i) {
            const QWidget *at = QApplication::focusWidget();
            if (at
                && (at->accessibleName() == name
                    || (at->parentWidget() && at->parentWidget()->accessibleName() == name)))
                break;
            hand_.press(QStringLiteral("Tab"));
        }
        hand_.press(QStringLiteral("ctrl+a"));
        hand_.type(text);
        hand_.press(QStringLiteral("Tab"));
    }

    void expectTheSeedsResult()
    {
        const auto theta = [this] {
            return window_->workspace()
                .board()
                .status(QStringLiteral("gradient-descent"))
                .outputs.value(QStringLiteral("descent"))
                .summary.value(QStringLiteral("parameters"))
                .toObject()
                .value(QStringLiteral("theta"))
                .toDouble();
        };
        QTRY_COMPARE_WITH_TIMEOUT(theta(), 4.999928637615365, patience); // 5 (1 - 0.8⁵⁰)
    }

    static QAbstractButton *saveButton(QDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
    }

    /// The dialog has an event loop of its own, which `ask` comes back from when the file is saved.
    template <class Ask, class Accept> void save(Ask ask, Accept accept)
    {
        QTimer watch;
        connect(&watch, &QTimer::timeout, this, [&] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (!dialog || !dialog->isActiveWindow())
                return;
            watch.stop();
            QTest::qWait(300);
            accept(*dialog);
        });
        watch.start(100);
        ask();
        QTRY_VERIFY_WITH_TIMEOUT(!window_->file().path().isEmpty(), patience);
        const Result<Workflow> saved = openWorkflow(window_->file().path());
        QVERIFY(saved.ok());
        QCOMPARE(saved->graph, graph());
        QVERIFY(!window_->file().isModified());
    }

    std::unique_ptr<test::OwnHome> home_;
    std::unique_ptr<Windows> windows_;
    MainWindow *window_ = nullptr;
    test::Hand hand_;
};

QTEST_MAIN(HandTest)
#include "hand_test.moc"
