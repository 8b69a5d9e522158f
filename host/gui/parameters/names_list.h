#pragma once

#include "gui/parameters/incoming_names.h"

#include <QListWidget>

namespace thalweg {

/// Names with check boxes: the chosen ones first, in their order, then the others. Drag, or Alt+Up and Alt+Down, move a
/// chosen one.
class NamesList : public QListWidget {
    Q_OBJECT

public:
    explicit NamesList(QWidget *parent = nullptr);

    void show(const QStringList &chosen, const IncomingNames &incoming);
    QStringList chosen() const;
    /// Only names with this text in them are seen.
    void filter(const QString &text);
    /// Moves the chosen name at the cursor by one place.
    void move(int by);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 60, sizeHint().height() }; }

Q_SIGNALS:
    /// A person chose, dropped or moved a name.
    void chosenChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dropEvent(QDropEvent *event) override;
};

} // namespace thalweg
