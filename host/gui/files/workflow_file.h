#pragma once

#include "graph/document.h"
#include "workflow/workflow.h"

#include <thalweg/node_types.h>

#include <QFileSystemWatcher>
#include <QObject>

#include <functional>
#include <memory>

namespace thalweg {

/// What is to happen where the file is not on disk as this window read or wrote it last.
enum class DiskChoice {
    Overwrite, ///< write over it all the same
    SaveElsewhere, ///< write to another file, which the caller asks for
    Reload, ///< take what is on disk, and drop the edits of this window
    Cancel,
};

/// A workflow that is open in a window: its document, and the file that it came from and goes to. Lives on the GUI
/// thread. Reading and writing fail with an Error for people, and then everything is as it was.
class WorkflowFile : public QObject {
    Q_OBJECT

public:
    /// How the file on disk stands to what was read or written last.
    enum class OnDisk { AsKnown, Changed, Gone };
    enum class Saved { Yes, Elsewhere, Reloaded, No };
    /// Asked before anything that changed on disk is written over. Without one, the answer is Cancel.
    using AskAboutDisk = std::function<DiskChoice(OnDisk state)>;

    /// An empty, untitled workflow.
    explicit WorkflowFile(QObject *parent = nullptr);
    ~WorkflowFile() override;

    Document &document() const { return *document_; }
    /// Absolute; empty while the workflow has no file of its own: new, out of a figure, or recovered without one.
    const QString &path() const { return path_; }
    /// Where relative paths start: the folder of the file or of the figure; the home folder of what has neither.
    QString directory() const;
    /// `seed.thalweg`, or `Untitled`.
    QString name() const;
    /// For the title bar, with Qt's `[*]` where the mark of a modified window stands: `seed.thalweg[*]`.
    QString windowTitle() const;
    /// The file's name that is offered where there is none yet: from the title, or from the figure's name.
    QString suggestedPath() const;
    bool isModified() const;
    /// Untitled, untouched and empty: another workflow may take its place without a question.
    bool isPristine() const;
    /// The workflow with the bytes that it was read from, as it would be saved.
    Workflow workflow() const;
    /// SHA-256 of what the file held when it was read or written last; empty without a file.
    const QByteArray &fingerprint() const { return fingerprint_; }
    OnDisk onDisk() const;

    void setAskAboutDisk(AskAboutDisk ask) { ask_ = std::move(ask); }

    /// An empty, untitled workflow takes the place of this one.
    void reset();
    /// A workflow file, or a figure with its workflow inside. On failure nothing changes.
    Result<void> open(const QString &path);
    /// A workflow from elsewhere (an example, a paste), without a file; relative paths start at `directory`.
    void adopt(Workflow workflow, const QString &directory, const QString &suggestedName = {});
    /// What a crash left behind: modified, and still belonging to `path` as it was when its bytes had `fingerprint`.
    void restore(Workflow workflow, const QString &path, const QString &directory, const QByteArray &fingerprint);

    /// Only with a path. Asks about the disk where the file there is not as known.
    Result<Saved> save();
    /// Writes to `path` and belongs to it from then on. Relative paths of file parameters are changed so that they lead
    /// to the same files, as an edit that can be undone. A file that is there is written over: the caller has asked.
    Result<void> saveAs(const QString &path, const NodeTypes &types);

Q_SIGNALS:
    /// Another document is there now; the old one is deleted when this signal has been delivered.
    void documentReplaced();
    /// Title, path or modification have changed.
    void titleChanged();
    /// Another program changed or removed the file.
    void changedOnDisk(thalweg::WorkflowFile::OnDisk state);

private:
    void take(Workflow workflow);
    void setPlace(const QString &path, const QString &directory, const QByteArray &known);
    Result<void> write(const Workflow &workflow, const QString &path);
    void lookAtDisk();

    std::unique_ptr<Document> document_;
    QByteArray source_; ///< the bytes that the graph was read from or written to
    QString path_, directory_, suggestedName_;
    QByteArray fingerprint_;
    AskAboutDisk ask_;
    QFileSystemWatcher watcher_;
    OnDisk told_ = OnDisk::AsKnown;
};

} // namespace thalweg
