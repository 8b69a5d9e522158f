#pragma once

#include <thalweg/node_types.h>

#include "graph/annotations.h"
#include "graph/document.h"
#include "graph/selection.h"
#include "gui/canvas/items/annotation_items.h"
#include "gui/canvas/items/link_item.h"
#include "gui/canvas/items/node_item.h"
#include "gui/canvas/items/reroute_item.h"
#include "gui/run/run_board.h"

#include <QGraphicsScene>
#include <QSet>
#include <QTimer>

#include <functional>

namespace thalweg {

/// The graph of a document as items, and nothing else: it follows the document and the run board, and edits nothing.
/// Items belong to it and live until their nodes, links or annotations go.
class CanvasScene : public QGraphicsScene {
    Q_OBJECT

public:
    /// `runs` may be null. Both must outlive the scene.
    CanvasScene(const Document &document, const RunBoard *runs, const Theme &theme, QObject *parent = nullptr);
    ~CanvasScene() override;

    const Graph &graph() const { return document_.graph(); }
    const NodeTypes &nodeTypes() const { return types_; }
    void setNodeTypes(const NodeTypes &types);
    const CanvasStyle &style() const { return *style_; }
    void setTheme(const Theme &theme);

    /// Null where there is none.
    NodeItem *node(const QString &id) const { return nodes_.value(id); }
    LinkItem *link(const Link &link) const { return links_.value(link.text()); }
    /// In the graph's order.
    std::vector<NodeItem *> nodes() const;
    std::vector<AnnotationItem *> annotations() const { return annotations_; }
    std::vector<LinkItem *> linksOf(const QString &node) const { return linksOf_.value(node); }
    std::vector<LinkItem *> links() const;

    NodeSizes sizes() const;
    /// The graph with a place for every node: where a node has none, the one that it is shown at.
    Graph placedGraph() const;
    /// An edit made from placedGraph(), so that it fits the graph: it first gives nodes without a place theirs.
    Edit onPlaced(const std::function<Edit(const Graph &)> &edit) const;

    /// Around all that is there; empty if nothing is.
    QRectF contentBounds() const;

    /// Shows these things moved by `offset` from where the document has them, until the document changes or this is
    /// called with no offset.
    void showMoved(const Selection &selection, const QPointF &offset);
    /// Shows a reroute point elsewhere.
    void showReroute(const Link &link, std::size_t point, const QPointF &place);

    /// Takes over what has changed in the document. Happens by itself at the end of each edit.
    void mirror();

Q_SIGNALS:
    /// After it has taken over changes.
    void mirrored();
    /// A node's state has become another.
    void stateChanged(const QString &node);

private:
    struct ShownNode {
        Node node;
        QStringList ends; ///< of its links, which make ports
        QString inactive; ///< why it does not run

        bool operator==(const ShownNode &) const = default;
    };

    void take(const Change &change);
    void mirrorNodes();
    void placeNodes();
    void mirrorReroutes();
    void mirrorLinks();
    void findProblems();
    LinkLook lookOf(const Link &link) const;
    void layLink(LinkItem &item);
    void takeStatus(const QString &node);
    void turnWheels();
    void noteWheel(const NodeItem &item);

    const Document &document_;
    const RunBoard *runs_;
    NodeTypes types_;
    std::shared_ptr<const CanvasStyle> style_;

    QHash<QString, NodeItem *> nodes_;
    QHash<QString, LinkItem *> links_; ///< by Link::text()
    QHash<QString, std::vector<LinkItem *>> linksOf_; ///< by node
    std::vector<AnnotationItem *> annotations_; ///< notes and frames
    std::vector<RerouteItem *> reroutes_;
    QHash<QString, std::vector<QPointF>> via_; ///< by Link::text(): the points as they are shown

    QHash<QString, ShownNode> shown_; ///< by node: what its item was made from
    QHash<QString, QString> problems_; ///< by Link::text(): why it breaks a rule
    QHash<QString, QPointF> ownPlaces_; ///< of nodes that the layout does not have
    QSet<QString> wheels_; ///< nodes that run without saying how far they are
    QTimer turning_;
    bool isStale_ = true;
    bool mustLookAgain_ = true; ///< node types or the theme have changed
};

} // namespace thalweg
