#pragma once

#include "gui/help/examples.h"

#include <thalweg/node_types.h>

#include <QWidget>

class QLineEdit;
class QUrl;
class QToolButton;

namespace thalweg {

class HelpBrowser;

/// The help of all node types, with search, back and forward. For a dock or a window of its own.
class HelpView : public QWidget {
    Q_OBJECT

public:
    explicit HelpView(QWidget *parent = nullptr);

    void setNodeTypes(const NodeTypes &types);
    void setExamples(const QList<Example> &examples);

    /// An unknown id shows the list of all, and says so.
    void showType(const QString &id);
    void showIndex();
    void search(const QString &text);

Q_SIGNALS:
    void exampleRequested(const QString &path);
    /// A node of this type is to be put on the canvas.
    void addRequested(const QString &type);

protected:
    void changeEvent(QEvent *event) override;

private:
    void followLink(const QUrl &link);

    HelpBrowser *browser_;
    QLineEdit *search_;
    QToolButton *back_, *forward_;
};

} // namespace thalweg
