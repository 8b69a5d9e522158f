#pragma once

#include "gui/parameters/parameter_row.h"

#include <thalweg/node_type.h>

#include <functional>

namespace thalweg {

class PanelHead;
class RawParameters;

/// Everything that the panel shows of nodes of one type: made once for them, refreshed when the graph changes.
class PanelContent : public QWidget {
    Q_OBJECT

public:
    /// `type` is null where the nodes' type is not known; it must live as long as this.
    PanelContent(const QStringList &nodes, const QString &typeId, const NodeType *type,
        const std::function<Result<void>(const QString &)> &rename);

    const QStringList &nodes() const { return nodes_; }
    /// After a rename.
    void setNodes(const QStringList &nodes) { nodes_ = nodes; }
    const QString &typeId() const { return typeId_; }
    /// Null where the type has none of that name.
    ParameterRow *row(const QString &parameter) const;

    /// Shows what the graph says.
    void refresh(const Graph &graph, const LastOutput &lastOutput, const QString &directory, bool hasRange);
    /// The outputs whose names would help and that did not run yet.
    const std::vector<End> &wantedNames() const { return wantedNames_; }

Q_SIGNALS:
    /// Undefined: back to the default. Edits of one `gesture` are undone together.
    void edited(const QString &parameter, const QJsonValue &value, int gesture);
    void driveWanted(const QString &parameter);
    void rangeWanted(const QString &parameter);
    void cutWanted(const QString &parameter);
    void helpWanted(const QString &parameter);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addRow(const Parameter &parameter);
    void refreshRow(ParameterRow &row, const Graph &graph, const LastOutput &lastOutput, bool hasRange);
    void alignLabels();

    QStringList nodes_;
    QString typeId_;
    const NodeType *type_;
    PanelHead *head_;
    RawParameters *raw_;
    std::vector<ParameterRow *> rows_;
    std::vector<End> wantedNames_;
    int gesture_ = 0;
};

} // namespace thalweg
