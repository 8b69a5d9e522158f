#pragma once

#include <thalweg/node_types.h>

#include <QWidget>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QModelIndex;
class QTreeView;

namespace thalweg {

class PaletteModel;

/// The node types there are, by category, with a search field and those used last on top. For a dock.
class PaletteView : public QWidget {
    Q_OBJECT

public:
    explicit PaletteView(QWidget *parent = nullptr);

    void setNodeTypes(const NodeTypes &types);

    /// Ids of types used last, the last first; the window keeps them in the settings.
    QStringList recent() const;
    void setRecent(const QStringList &ids);
    /// A node of this type was made, here or elsewhere.
    void noteUsed(const QString &type);

    /// Puts the keyboard into the search field.
    void focusSearch();

Q_SIGNALS:
    /// By Enter or a double click. (A drag tells its id by nodeTypeMime, categories.h.)
    void chosen(const QString &type);
    void helpWanted(const QString &type);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild();
    void choose(const QModelIndex &index);
    bool keyInSearch(QKeyEvent *event);

    NodeTypes types_;
    QStringList recent_;
    QLineEdit *search_;
    QTreeView *tree_;
    QLabel *nothing_;
    PaletteModel *model_;
};

} // namespace thalweg
