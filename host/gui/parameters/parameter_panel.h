#pragma once

#include "graph/document.h"
#include "gui/run/run_board.h"

#include <thalweg/node_types.h>

#include <QPointer>
#include <QScrollArea>

#include <functional>

namespace thalweg {

class PanelContent;

/// What an output held when it ran last; an empty summary where it did not run yet.
using LastOutput = std::function<OutputStatus(const End &output)>;

/// The parameters of the selected node, or of several nodes of one type at once, made from the type's description.
/// Edits go through the document's undo stack; changes from elsewhere come to the fields without taking the focus or
/// moving the cursor.
class ParameterPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit ParameterPanel(QWidget *parent = nullptr);
    ~ParameterPanel() override;

    /// Null: nothing is shown. The panel forgets a document that goes.
    void setDocument(Document *document);
    void setNodeTypes(const NodeTypes &types);
    /// Where incoming names and the values of links come from.
    void setLastOutput(const LastOutput &lastOutput);
    /// Where relative paths start: the folder of the workflow's file; empty: it has none yet.
    void setDirectory(const QString &directory);
    /// The nodes to be shown; renamed ones are followed, removed ones forgotten.
    void setSelection(const QStringList &nodes);
    const QStringList &selection() const { return selection_; }

    /// To be called when a node has run: names and values that come from it may have changed.
    void refreshOutputs(const QString &node);
    /// Puts the focus into the field of a parameter of the selected node and scrolls to it.
    void focusParameter(const QString &parameter);

Q_SIGNALS:
    /// The names that this output has would help to fill in a field; it has not run yet.
    void namesWanted(const thalweg::End &output);
    /// F1 in a field; `parameter` is empty in the panel's head.
    void helpWanted(const QString &type, const QString &parameter);
    /// A parameter is to become a port that a link can be drawn to.
    void driveWanted(const QString &node, const QString &parameter);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void take(const Change &change);
    void refreshSoon();
    void rebuild();

    QPointer<Document> document_;
    NodeTypes types_;
    LastOutput lastOutput_;
    QString directory_;
    QStringList selection_;
    PanelContent *content_ = nullptr; ///< of the widget in the scroll area
    bool refreshIsDue_ = false;
};

} // namespace thalweg
