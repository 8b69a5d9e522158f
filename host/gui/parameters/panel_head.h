#pragma once

#include <thalweg/result.h>

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace thalweg {

/// What stands over the parameters: the type's title and summary, and the node's name.
class PanelHead : public QWidget {
    Q_OBJECT

public:
    /// `rename` makes the edit, or says why it cannot be.
    explicit PanelHead(const std::function<Result<void>(const QString &)> &rename);

    void setTexts(const QString &title, const QString &summary);
    /// Empty: there is no one node whose name could be changed.
    void setId(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void take();
    void setColours();

    std::function<Result<void>(const QString &)> rename_;
    QString id_;
    QLabel *title_;
    QLabel *summary_;
    QWidget *idLine_;
    QLineEdit *idEdit_;
    QLabel *problem_;
};

} // namespace thalweg
