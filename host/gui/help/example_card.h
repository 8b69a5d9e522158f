#pragma once

#include "gui/help/examples.h"

#include <QAbstractButton>

namespace thalweg {

/// An example on the welcome page: its picture, title and what it shows. A click, Space or Enter opens it.
class ExampleCard : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int cardHeight = 232; ///< in device-independent pixels
    static constexpr int pictureHeight = 118;

    explicit ExampleCard(const Example &example, QWidget *parent = nullptr);

    const Example &example() const { return example_; }
    QSize pictureSize() const;
    void setPicture(const QPixmap &picture);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Example example_;
    QPixmap picture_;
};

/// Cards in as many columns as there is room for.
class CardGrid : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setCards(const QList<ExampleCard *> &cards);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QList<ExampleCard *> cards_;
};

} // namespace thalweg
