#pragma once

#include "gui/files/file_lock.h"
#include "workflow/workflow.h"

#include <QDateTime>

#include <vector>

namespace thalweg {

/// What a recovery file says beside the workflow.
struct RecoveryOrigin {
    QString path; ///< of the workflow file, absolute; empty where it has none
    QString name; ///< as the window's title said it
    QString directory; ///< where relative paths start
    QByteArray fingerprint; ///< SHA-256 of the file as it was read or written last
    QDateTime time; ///< of the last edit
};

/// The contents of a recovery file: one line of JSON, then the workflow as its own file would hold it.
QByteArray recoveryBytes(const RecoveryOrigin &origin, const Workflow &workflow);

struct Recovered {
    RecoveryOrigin origin;
    Workflow workflow;
};
Result<Recovered> readRecovery(const QByteArray &bytes);

/// `$XDG_STATE_HOME/thalweg/recovery`, by default `~/.local/state/thalweg/recovery`.
QString recoveryFolder();

/// What a crash left behind. While it lives, no other process offers it; if nobody decides, it is offered again at the
/// next start.
struct LeftBehind {
    QString file;
    FileLock lock;
    Result<Recovered> content; ///< an Error where it cannot be read; the file is kept then, and its place is said

    /// How the original stands today to what the edits were made on.
    enum class Original { NeverSaved, AsItWas, ChangedSince, Gone };
    Original original() const;
    /// What the edits are, against the original as it is on disk now.
    QString changes() const;

    /// Deletes it, for it was dismissed or lives on in a window.
    void remove();
};

/// All that processes which live no longer left in the folder, the latest first.
std::vector<LeftBehind> leftBehind(const QString &folder = recoveryFolder());

} // namespace thalweg
