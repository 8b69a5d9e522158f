#pragma once

#include "gui/canvas/canvas_commands.h"
#include "gui/canvas/canvas_view.h"

#include <thalweg/dataset.h>
#include <thalweg/descent.h>
#include <thalweg/figure.h>
#include <thalweg/model.h>
#include <thalweg/objective.h>
#include <thalweg/plain_values.h>
#include <thalweg/table.h>

#include <QSignalSpy>
#include <QTest>

namespace thalweg::test {

inline NodeType nodeType(const QString &id, const QString &title, std::vector<Port> inputs, std::vector<Port> outputs,
    std::vector<Parameter> parameters = {})
{
    return { .id = id,
        .title = title,
        .summary = title,
        .parameters = std::move(parameters),
        .inputs = std::move(inputs),
        .outputs = std::move(outputs),
        .run = [](const Inputs &, Outputs &, RunContext &) {} };
}

/// A small catalogue with a node of each kind; none of them does anything.
inline NodeTypes someTypes()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    return NodeTypes({
        nodeType(s("sources.csv"), s("CSV file"), {}, { output<Table>(s("table")) }, { file(s("path")) }),
        nodeType(s("sources.range"), s("Range"), {}, { output<Number>(s("values")) }),
        nodeType(s("tables.dataset"), s("Dataset"), { input<Table>(s("table")) }, { output<Dataset>(s("dataset")) }),
        nodeType(s("tables.standardize"), s("Standardize"),
            { input<Dataset>(s("dataset")), input<Dataset>(s("reference")).optional() },
            { output<Dataset>(s("dataset")) }),
        nodeType(s("costs.least-squares"), s("Least squares"), { input<Dataset>(s("dataset")) },
            { output<Objective>(s("objective")) }),
        nodeType(s("optimizers.gradient-descent"), s("Gradient descent"), { input<Objective>(s("objective")) },
            { output<Descent>(s("descent")), output<Model>(s("model")) }, { number(s("rate"), 0.01) }),
        nodeType(s("plots.contour"), s("Contour plot"),
            { input<Objective>(s("objective")), input<Descent>(s("descent")).many().optional() },
            { output<Figure>(s("figure")) }),
    });
}

inline Node node(const char *id, const char *type)
{
    Node node;
    node.id = QString::fromLatin1(id);
    node.type = QString::fromLatin1(type);
    return node;
}

inline Link link(const char *text)
{
    return *parseLink(QString::fromLatin1(text));
}

inline QJsonArray place(double x, double y)
{
    return { x, y };
}

/// csv → data → cost → gd → plot, in a row.
inline Graph descentGraph()
{
    Graph graph;
    graph.nodes = { node("csv", "sources.csv"), node("data", "tables.dataset"), node("cost", "costs.least-squares"),
        node("gd", "optimizers.gradient-descent"), node("plot", "plots.contour") };
    graph.links = { link("csv.table -> data.table"), link("data.dataset -> cost.dataset"),
        link("cost.objective -> gd.objective"), link("cost.objective -> plot.objective") };
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        graph.layout.insert(graph.nodes[i].id, place(220.0 * static_cast<double>(i), 0));
    return graph;
}

/// A shown canvas with its document and board.
struct Canvas {
    Document document;
    RunBoard runs;
    CanvasView view;

    explicit Canvas(const Graph &graph = descentGraph(), const NodeTypes &types = someTypes())
        : document(graph), view(document, runs)
    {
        view.setNodeTypes(types);
        view.resize(1280, 720);
        view.show();
        view.centerOn(view.canvas().contentBounds().center());
        view.setFocus();
        QCoreApplication::processEvents();
    }

    const Graph &graph() const { return document.graph(); }
    NodeItem &item(const char *id) const { return *view.canvas().node(QString::fromLatin1(id)); }
    QPointF header(const char *id) const { return item(id).pos() + QPointF(60, 12); }
    QPointF input(const char *id, const char *port) const
    {
        return item(id).portPosition(Side::Input, QString::fromLatin1(port));
    }
    QPointF output(const char *id, const char *port) const
    {
        return item(id).portPosition(Side::Output, QString::fromLatin1(port));
    }
    bool hasLink(const char *text) const { return std::ranges::find(graph().links, link(text)) != graph().links.end(); }
    QPointF placeOf(const char *id) const
    {
        const QJsonArray at = graph().layout.value(QString::fromLatin1(id)).toArray();
        return { at.at(0).toDouble(), at.at(1).toDouble() };
    }

    void press(const QPointF &scene, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, modifiers, view.mapFromScene(scene));
    }
    /// With the left button down.
    void move(const QPointF &scene, Qt::KeyboardModifiers modifiers = {})
    {
        const QPoint at = view.mapFromScene(scene);
        QMouseEvent event(
            QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(view.viewport(), &event);
    }
    void release(const QPointF &scene, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, modifiers, view.mapFromScene(scene));
    }
    void drag(const QPointF &from, const QPointF &to, Qt::KeyboardModifiers modifiers = {})
    {
        press(from, modifiers);
        for (const double part : { 0.25, 0.5, 0.75, 1.0 })
            move(from + part * (to - from), modifiers);
        release(to, modifiers);
    }
    void click(const QPointF &scene, Qt::KeyboardModifiers modifiers = {})
    {
        press(scene, modifiers);
        release(scene, modifiers);
    }
    void run(const char *command)
    {
        const std::vector<CanvasCommand> commands = canvasCommands();
        canvasCommand(commands, QString::fromLatin1(command)).run(view);
    }
    bool isEnabled(const char *command) const
    {
        const std::vector<CanvasCommand> commands = canvasCommands();
        return canvasCommand(commands, QString::fromLatin1(command)).isEnabled(view);
    }
    void undo() { document.undoStack().undo(); }
    void redo() { document.undoStack().redo(); }
};

} // namespace thalweg::test
