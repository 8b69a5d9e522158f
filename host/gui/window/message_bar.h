#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace thalweg {

/// Something to be told that asks for no answer now: a line with buttons above the canvas, until it is answered or
/// closed.
struct Notice {
    enum class Kind { Information, Warning, Failure };
    struct Button {
        QString text;
        std::function<void()> act; ///< the notice goes away first
    };

    QString id; ///< a notice takes the place of the one with the same id
    Kind kind = Kind::Information;
    QString text; ///< plain text
    std::vector<Button> buttons = {};
};

/// The notices that are open, newest on top. GUI thread.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Notice &notice);
    void withdraw(const QString &id);
    /// Their texts, newest first.
    QStringList texts() const;

private:
    QWidget *row(const QString &id) const;

    QVBoxLayout *rows_;
};

} // namespace thalweg
