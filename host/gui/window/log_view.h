#pragma once

#include "engine/messages.h"

#include <QPlainTextEdit>

namespace thalweg {

/// What the nodes and the engine said, newest last; the oldest lines go when there are too many.
class LogView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    void take(const LogMessage &message);
    /// A line of the window's own: a run began, ended …
    void add(const QString &line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void append(RunContext::Level level, const QString &line);
};

} // namespace thalweg
