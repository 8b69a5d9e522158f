#pragma once

#include "gui/files/recovery.h"
#include "gui/files/workflow_file.h"

#include <QThreadPool>
#include <QTimer>

#include <optional>

namespace thalweg {

/// Keeps the edits of one window in a recovery file: at most half a second after an edit, and when the program loses
/// the focus. A saved workflow needs none, so it is removed then, and when this is destroyed. Lives on the GUI thread,
/// writes on another.
class RecoveryWriter : public QObject {
    Q_OBJECT

public:
    /// `file` must outlive it.
    explicit RecoveryWriter(WorkflowFile &file, const QString &folder = recoveryFolder(), QObject *parent = nullptr);
    ~RecoveryWriter() override;

    /// Begins to write now what was not written yet.
    void flush();
    /// flush(), and returns when it is done; for a session that ends.
    void flushAndWait();
    /// Where it is written; empty while there is nothing that could be lost.
    QString path() const;

Q_SIGNALS:
    /// Edits cannot be kept safe: the folder cannot be written … Told once until it works again.
    void failed(const QString &problem);

private:
    void follow();
    void edited();
    void forget();

    WorkflowFile &file_;
    QString folder_;
    std::optional<FileLock> lock_;
    QString path_;
    QTimer timer_;
    QThreadPool pool_; ///< of one thread, so that the last one written is the last edit
    bool hasFailed_ = false;
};

} // namespace thalweg
