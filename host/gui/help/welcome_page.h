#pragma once

#include "gui/help/examples.h"

#include <QWidget>

#include <functional>

class QLabel;
class QListWidget;

namespace thalweg {

class CardGrid;
class ExampleCard;

/// A file that was open before, as the page shows it.
struct RecentEntry {
    QString path;
    bool exists = true;
    bool isPinned = false;
};

/// What a window shows that has no workflow: what one can begin with.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    /// Draws the workflow of a file at a size in device-independent pixels. Called once for each card, one after the
    /// other, after the page is seen; again when the palette changes.
    using Picture = std::function<QPixmap(const QString &path, const QSize &size, qreal devicePixelRatio)>;

    explicit WelcomePage(QWidget *parent = nullptr);

    void setExamples(const QList<Example> &examples, Picture picture);
    void setRecent(const QList<RecentEntry> &files);

Q_SIGNALS:
    void emptyCanvasRequested();
    void openRequested();
    void exampleRequested(const QString &path); ///< to be opened as a copy without a file of its own
    void recentRequested(const QString &path);
    void recentPinned(const QString &path, bool isPinned);
    void recentRemoved(const QString &path);
    void helpRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *beginning();
    QWidget *examples();
    void drawNext();
    void recentMenu(const QPoint &place);
    void dress();

    QList<ExampleCard *> cards_;
    CardGrid *grid_;
    QLabel *title_, *subtitle_, *recentTitle_, *examplesTitle_, *noExamples_;
    QListWidget *recent_;
    Picture picture_;
    qsizetype drawn_ = 0; ///< cards that have their picture
};

} // namespace thalweg
