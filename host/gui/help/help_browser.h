#pragma once

#include "gui/help/examples.h"

#include <thalweg/node_types.h>

#include <QTextBrowser>

namespace thalweg {

/// Shows the pages `index:`, `search:WORDS` and `type:ID`, made of the descriptions of the node types.
class HelpBrowser : public QTextBrowser {
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget *parent = nullptr);

    void setNodeTypes(const NodeTypes &types);
    void setExamples(const QList<Example> &examples);
    void showPage(const QUrl &page);
    /// The page again, in the colours of the palette.
    void dress();

    QVariant loadResource(int type, const QUrl &name) override;

private:
    NodeTypes types_;
    QList<Example> examples_;
};

} // namespace thalweg
