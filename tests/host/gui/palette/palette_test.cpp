#include "graph/annotations.h"
#include "gui/palette/categories.h"
#include "gui/palette/find_bar.h"
#include "gui/palette/palette_view.h"
#include "gui/palette/quick_search.h"
#include "gui/palette/search.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QTreeView>
#include <QtTest>

#include <thalweg/descent.h>
#include <thalweg/objective.h>
#include <thalweg/table.h>

using namespace thalweg;

namespace {

NodeType type(const char *id, const char *title, const char *summary, std::vector<Port> outputs)
{
    return { .id = id,
        .title = title,
        .summary = summary,
        .inputs = { input<Table>("table") },
        .outputs = std::move(outputs),
        .run = [](const Inputs &, Outputs &, RunContext &) {} };
}

NodeTypes types()
{
    return NodeTypes({ type("plots.contour", "Contour", "Cost over two parameters, with the path of a descent.", {}),
        type("optimizers.momentum", "Momentum", "Gradient descent that keeps some of its speed.",
            { output<Descent>("descent") }),
        type("optimizers.gradient-descent", "Gradient descent", "Steps against the gradient.",
            { output<Descent>("descent") }),
        type("extra.thing", "Thing", "Made by a plugin.", {}),
        type("costs.formula", "Formula cost", "Cost from a formula: naïve and short.",
            { output<Objective>("objective") }),
        type("sources.csv", "CSV file", "Reads a table.", { output<Table>("table") }) });
}

QStringList ids(const std::vector<const NodeType *> &types)
{
    QStringList ids;
    for (const NodeType *type : types)
        ids += type->id;
    return ids;
}

QStringList found(const QString &query)
{
    static const NodeTypes all = types();
    return ids(search(all.all(), query));
}

/// The texts of a model's rows, those below another with a leading space.
QStringList rows(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        texts += (parent.isValid() ? QStringLiteral(" ") : QString()) + index.data().toString();
        texts += rows(model, index);
    }
    return texts;
}

Graph workflow()
{
    Graph graph;
    graph.nodes = { { .id = "gd",
                        .type = "optimizers.gradient-descent",
                        .version = 1,
                        .parameters = { { "rate", 0.25 }, { "start", QJsonArray { 1, 2 } } },
                        .extra = {} },
        { .id = "cost", .type = "costs.formula", .version = 1, .parameters = { { "formula", "x^2" } }, .extra = {} } };
    graph.annotations
        = { toJson(Note { { 0, 0, 9, 9 }, "First\nwatch the Rate here", {} }), toJson(Frame { {}, "Data", {} }) };
    return graph;
}

} // namespace

class PaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWordsInAnyOrderAndBegun();
    void putsTheTitleBeforeTheSummary();
    void forgivesSmallErrorsWhereNothingElseIsFound();
    void givesAllForAnEmptyQuery();
    void sortsCategoriesFromDataToPlots();
    void showsCategoriesAndWhatWasUsedLast();
    void choosesByKeyboard();
    void tellsTheTypeThatIsDragged();
    void saysThatNothingIsFound();
    void quickSearchOffersFittingTypesFirst();
    void quickSearchBeginsWithWhatWasTyped();
    void quickSearchClosesOnEscape();
    void findsInAllOfAWorkflow();
    void findBarGoesRoundWhatItFound();
    void findBarKeepsItsPlaceWhileTheWorkflowChanges();
};

void PaletteTest::findsWordsInAnyOrderAndBegun()
{
    QCOMPARE(found("descent gradient"), QStringList({ "optimizers.gradient-descent", "optimizers.momentum" }));
    QCOMPARE(found("GRAD desc").first(), QString("optimizers.gradient-descent"));
    QCOMPARE(found("naive"), QStringList { "costs.formula" });
    QCOMPARE(found("optimizers.mom"), QStringList { "optimizers.momentum" });
    QCOMPARE(found("gradient zebra"), QStringList());
}

void PaletteTest::putsTheTitleBeforeTheSummary()
{
    QCOMPARE(found("cost"), QStringList({ "costs.formula", "plots.contour" }));
    QVERIFY(searchScore("table", { "Table", "x" }, Spelling::Exact)
        > searchScore("table", { "Table plot", "x" }, Spelling::Exact));
    QVERIFY(searchScore("table", { "Table plot", "x" }, Spelling::Exact)
        > searchScore("table", { "x", "Table" }, Spelling::Exact));
    QCOMPARE(searchScore("table", { "x", "y" }, Spelling::Exact), 0.0);
}

void PaletteTest::forgivesSmallErrorsWhereNothingElseIsFound()
{
    for (const char *query : { "momentm", "momenutm", "mommentum", "mamentum" })
        QCOMPARE(found(query), QStringList { "optimizers.momentum" });
    QCOMPARE(found("xsv"), QStringList()); // three letters are spelt as they are
    QCOMPARE(found("mzxentum"), QStringList { "optimizers.momentum" }); // two of eight
    QCOMPARE(found("mzxmtm"), QStringList());
}

void PaletteTest::givesAllForAnEmptyQuery()
{
    QCOMPARE(found("  ").size(), 6);
    QCOMPARE(found("?!").size(), 0);
}

void PaletteTest::sortsCategoriesFromDataToPlots()
{
    const NodeTypes all = types();
    QStringList titles;
    for (const Category &category : categories(all))
        titles += category.title;
    QCOMPARE(titles, QStringList({ "Sources", "Costs", "Optimizers", "Plots", "Extra" }));
    QCOMPARE(ids(categories(all)[2].types), QStringList({ "optimizers.gradient-descent", "optimizers.momentum" }));
    const QColor shown = typeIcon(*all.find("costs.formula")).pixmap(16, 16).toImage().pixelColor(8, 8);
    QCOMPARE(shown, QColor(Objective::staticType().colour));
}

void PaletteTest::showsCategoriesAndWhatWasUsedLast()
{
    PaletteView view;
    view.setNodeTypes(types());
    view.noteUsed("sources.csv");
    view.noteUsed("plots.contour");
    view.noteUsed("unheard.of");
    view.noteUsed("sources.csv");
    QCOMPARE(view.recent(), QStringList({ "sources.csv", "unheard.of", "plots.contour" }));
    auto *tree = view.findChild<QTreeView *>();
    QCOMPARE(rows(*tree->model()),
        QStringList({ "Recently used", " CSV file", " Contour", "Sources", " CSV file", "Costs", " Formula cost",
            "Optimizers", " Gradient descent", " Momentum", "Plots", " Contour", "Extra", " Thing" }));
    QVERIFY(tree->model()
                ->index(0, 0, tree->model()->index(1, 0))
                .data(Qt::ToolTipRole)
                .toString()
                .contains("Reads a table."));
    for (int i = 0; i < 9; ++i)
        view.noteUsed(QString::number(i));
    QCOMPARE(view.recent(), QStringList({ "8", "7", "6", "5", "4" }));
}

void PaletteTest::choosesByKeyboard()
{
    PaletteView view;
    view.setNodeTypes(types());
    view.show();
    QSignalSpy chosen(&view, &PaletteView::chosen);
    QSignalSpy help(&view, &PaletteView::helpWanted);
    auto *field = view.findChild<QLineEdit *>();
    QTest::keyClick(field, Qt::Key_Return); // nothing is chosen yet
    QCOMPARE(chosen.count(), 0);
    QTest::keyClicks(field, "gradient");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().first().toString(), QString("optimizers.gradient-descent"));
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_F1);
    QCOMPARE(help.takeFirst().first().toString(), QString("optimizers.momentum"));
    QTest::keyClick(field, Qt::Key_Down); // the last one stays
    QTest::keyClick(field, Qt::Key_Enter);
    QCOMPARE(chosen.takeFirst().first().toString(), QString("optimizers.momentum"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
    // Without a query the arrows go from type to type, past headings.
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().first().toString(), QString("costs.formula"));
}

void PaletteTest::tellsTheTypeThatIsDragged()
{
    PaletteView view;
    view.setNodeTypes(types());
    QAbstractItemModel *model = view.findChild<QTreeView *>()->model();
    const QModelIndex heading = model->index(0, 0);
    const std::unique_ptr<QMimeData> data(model->mimeData({ model->index(0, 0, heading) }));
    QCOMPARE(data->data("application/x-thalweg-node-type"), QByteArray("sources.csv"));
    QVERIFY(!(model->flags(heading) & Qt::ItemIsDragEnabled));
    QVERIFY(model->flags(model->index(0, 0, heading)) & Qt::ItemIsDragEnabled);
}

void PaletteTest::saysThatNothingIsFound()
{
    PaletteView view;
    view.setNodeTypes(types());
    view.findChild<QLineEdit *>()->setText("zebra");
    QVERIFY(view.findChild<QTreeView *>()->isHidden());
    bool isSaid = false;
    for (const QLabel *label : view.findChildren<QLabel *>())
        isSaid = isSaid || (!label->isHidden() && label->text().contains("zebra"));
    QVERIFY(isSaid);
}

void PaletteTest::quickSearchOffersFittingTypesFirst()
{
    const NodeTypes all = types();
    QuickSearch search;
    search.setNodeTypes(all);
    QSignalSpy chosen(&search, &QuickSearch::chosen);
    QSignalSpy cancelled(&search, &QuickSearch::cancelled);
    search.open({ 10, 10 }, {}, { { all.find("plots.contour"), "descent" }, { all.find("extra.thing"), "it" } });
    auto *list = search.findChild<QListView *>();
    QCOMPARE(rows(*list->model()).first(4), QStringList({ "Fits the link", "Contour", "Thing", "Other nodes" }));
    QCOMPARE(list->model()->rowCount(), 8);
    auto *field = search.findChild<QLineEdit *>();
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.takeFirst(), QVariantList({ "extra.thing", "it" }));
    QVERIFY(search.isHidden());
    QCOMPARE(cancelled.count(), 0);

    search.open({ 10, 10 }, {}, { { all.find("plots.contour"), "descent" } });
    QTest::keyClick(field, Qt::Key_Down); // past the heading
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->currentIndex()).center());
    QCOMPARE(chosen.takeFirst(), QVariantList({ "costs.formula", "" }));
}

void PaletteTest::quickSearchBeginsWithWhatWasTyped()
{
    QuickSearch search;
    search.setNodeTypes(types());
    QSignalSpy chosen(&search, &QuickSearch::chosen);
    search.open({ 10, 10 }, "m");
    auto *field = search.findChild<QLineEdit *>();
    QTest::keyClicks(field, "ome");
    QCOMPARE(field->text(), QString("mome"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.takeFirst(), QVariantList({ "optimizers.momentum", "" }));
}

void PaletteTest::quickSearchClosesOnEscape()
{
    QuickSearch search;
    search.setNodeTypes(types());
    QSignalSpy chosen(&search, &QuickSearch::chosen);
    QSignalSpy cancelled(&search, &QuickSearch::cancelled);
    search.open({ 10, 10 }, "zebra");
    QTest::keyClick(search.findChild<QLineEdit *>(), Qt::Key_Return); // there is nothing to choose
    QVERIFY(search.isVisible());
    QTest::keyClick(search.findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(search.isHidden());
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(chosen.count(), 0);
}

void PaletteTest::findsInAllOfAWorkflow()
{
    const auto places = [](const QString &text) {
        QStringList lines;
        for (const Found &found : find(workflow(), types(), text))
            lines += found.node + QString::number(found.annotation) + QLatin1Char(' ') + found.where;
        return lines;
    };
    QCOMPARE(places("RATE"), QStringList({ "gd-1 rate = 0.25", "0 watch the Rate here" }));
    QCOMPARE(places("0.25"), QStringList { "gd-1 rate = 0.25" });
    QCOMPARE(places("[1,2"), QStringList { "gd-1 start = [1,2]" });
    QCOMPARE(places("x^2"), QStringList { "cost-1 formula = x^2" });
    QCOMPARE(places("gradient"), QStringList { "gd-1 Gradient descent" });
    QCOMPARE(places("dat"), QStringList { "1 Data" });
    QCOMPARE(places("zebra"), QStringList());
    QCOMPARE(places(" "), QStringList());
}

void PaletteTest::findBarGoesRoundWhatItFound()
{
    FindBar bar;
    bar.setNodeTypes(types());
    bar.setGraph(workflow());
    bar.show();
    QSignalSpy node(&bar, &FindBar::showNode);
    QSignalSpy annotation(&bar, &FindBar::showAnnotation);
    auto *field = bar.findChild<QLineEdit *>();
    field->setText("rate");
    QCOMPARE(node.takeFirst().first().toString(), QString("gd"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(annotation.takeFirst().first().toInt(), 0);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(node.takeFirst().first().toString(), QString("gd"));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(annotation.count(), 1);
    QStringList said;
    for (const QLabel *label : bar.findChildren<QLabel *>())
        said += label->text();
    QVERIFY2(said.join(' ').contains("2 of 2"), qPrintable(said.join(' ')));
    QSignalSpy closed(&bar, &FindBar::closed);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(bar.isHidden() && closed.count() == 1);
}

void PaletteTest::findBarKeepsItsPlaceWhileTheWorkflowChanges()
{
    FindBar bar;
    bar.setNodeTypes(types());
    Graph graph = workflow();
    bar.setGraph(graph);
    QSignalSpy node(&bar, &FindBar::showNode);
    bar.findChild<QLineEdit *>()->setText("t"); // in everything
    bar.next();
    QCOMPARE(node.last().first().toString(), QString("cost"));
    graph.nodes.erase(graph.nodes.begin());
    bar.setGraph(graph);
    QCOMPARE(node.count(), 2); // nothing jumps by itself
    bar.previous();
    QCOMPARE(node.count(), 2); // round to the frame
    graph.nodes.clear();
    graph.annotations = {};
    bar.setGraph(graph);
    bar.next();
    bar.previous();
}

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"
