#include "gui/files/workflow_file.h"

#include "workflow/inside.h"
#include "workflow/rebase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace thalweg {

namespace {

QByteArray digest(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray digestOfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

bool isFigureAt(const QString &path)
{
    QFile file(path);
    constexpr qint64 head = 4096;
    return file.open(QIODevice::ReadOnly) && isFigureFile(file.read(head));
}

/// A file name that says what the title says: `Gradient descent on (theta - 5)^2` → `gradient-descent-on-theta-5-2`.
QString fileName(const QString &title)
{
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString name = title.toLower();
    name.replace(others, QStringLiteral("-"));
    constexpr qsizetype longest = 60;
    return name.split(u'-', Qt::SkipEmptyParts).join(u'-').left(longest);
}

/// The edit that makes `after` of `before`, which differ in the parameters of nodes alone.
Edit repathing(const Graph &before, const Graph &after)
{
    Edit edit { .name = WorkflowFile::tr("Lead paths to the same files"), .changes = {}, .mergeKey = {} };
    for (std::size_t i = 0; i < before.nodes.size(); ++i)
        if (before.nodes[i] != after.nodes[i])
            edit.changes.push_back(NodeChange { i, before.nodes[i], after.nodes[i] });
    return edit;
}

} // namespace

WorkflowFile::WorkflowFile(QObject *parent) : QObject(parent)
{
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, &WorkflowFile::lookAtDisk);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, &WorkflowFile::lookAtDisk);
    take({});
}

WorkflowFile::~WorkflowFile() = default;

QString WorkflowFile::directory() const
{
    return directory_.isEmpty() ? QDir::homePath() : directory_;
}

QString WorkflowFile::name() const
{
    return path_.isEmpty() ? tr("Untitled") : QFileInfo(path_).fileName();
}

QString WorkflowFile::windowTitle() const
{
    // Two of them are one to QWidget::setWindowTitle().
    return name().replace(QStringLiteral("[*]"), QStringLiteral("[*][*]")) + QStringLiteral("[*]");
}

QString WorkflowFile::suggestedPath() const
{
    if (!path_.isEmpty())
        return path_;
    QString name = fileName(suggestedName_.isEmpty() ? document_->graph().title : suggestedName_);
    if (name.isEmpty())
        name = fileName(tr("Untitled"));
    return QDir(directory()).filePath(name + QStringLiteral(".thalweg"));
}

bool WorkflowFile::isModified() const
{
    return !document_->undoStack().isClean();
}

bool WorkflowFile::isPristine() const
{
    return path_.isEmpty() && !isModified() && document_->undoStack().count() == 0 && document_->graph() == Graph();
}

Workflow WorkflowFile::workflow() const
{
    return { document_->graph(), source_ };
}

WorkflowFile::OnDisk WorkflowFile::onDisk() const
{
    if (path_.isEmpty())
        return OnDisk::AsKnown;
    if (!QFileInfo::exists(path_))
        return OnDisk::Gone;
    return digestOfFile(path_) == fingerprint_ ? OnDisk::AsKnown : OnDisk::Changed;
}

void WorkflowFile::reset()
{
    setPlace({}, {}, {});
    take({});
}

Result<void> WorkflowFile::open(const QString &path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    Result<Workflow> workflow = openWorkflow(absolute);
    if (!workflow)
        return workflow.error();
    if (isFigureAt(absolute)) {
        adopt(*std::move(workflow), QFileInfo(absolute).absolutePath(), QFileInfo(absolute).completeBaseName());
        return {};
    }
    setPlace(absolute, QFileInfo(absolute).absolutePath(), digest(workflow->source));
    take(*std::move(workflow));
    return {};
}

void WorkflowFile::adopt(Workflow workflow, const QString &directory, const QString &suggestedName)
{
    setPlace({}, directory, {});
    suggestedName_ = suggestedName;
    take(std::move(workflow));
}

void WorkflowFile::restore(
    Workflow workflow, const QString &path, const QString &directory, const QByteArray &fingerprint)
{
    setPlace(path, directory, fingerprint);
    // Modified from the start: what is on disk is not this.
    source_ = workflow.source;
    take(std::move(workflow));
    document_->undoStack().resetClean();
    Q_EMIT titleChanged();
}

Result<WorkflowFile::Saved> WorkflowFile::save()
{
    Q_ASSERT(!path_.isEmpty());
    if (const OnDisk state = onDisk(); state == OnDisk::Changed) {
        switch (ask_ ? ask_(state) : DiskChoice::Cancel) {
        case DiskChoice::Overwrite:
            break;
        case DiskChoice::SaveElsewhere:
            return Saved::Elsewhere;
        case DiskChoice::Reload:
            if (const Result<void> read = open(path_); !read)
                return read.error();
            return Saved::Reloaded;
        case DiskChoice::Cancel:
            return Saved::No;
        }
    }
    if (const Result<void> written = write(workflow(), path_); !written)
        return written.error();
    return Saved::Yes;
}

Result<void> WorkflowFile::saveAs(const QString &path, const NodeTypes &types)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    const QString folder = QFileInfo(absolute).absolutePath();
    const Graph &graph = document_->graph();
    const Graph moved = directory_.isEmpty() ? graph : rebased(graph, types, directory_, folder);
    const Edit edit = repathing(graph, moved);
    if (const Result<void> written = write({ moved, source_ }, absolute); !written)
        return written;
    document_->make(edit);
    setPlace(absolute, folder, fingerprint_);
    document_->undoStack().setClean();
    Q_EMIT titleChanged();
    return {};
}

Result<void> WorkflowFile::write(const Workflow &workflow, const QString &path)
{
    if (!QFileInfo(path).dir().exists())
        return Error(tr("the folder is not there any more; save in another one")).at(path);
    const Result<void> saved = saveWorkflow(workflow, path);
    if (!saved)
        return saved;
    source_ = bytesOf(workflow);
    fingerprint_ = digest(source_);
    told_ = OnDisk::AsKnown;
    document_->undoStack().setClean();
    return {};
}

void WorkflowFile::take(Workflow workflow)
{
    source_ = workflow.source;
    const std::unique_ptr<Document> old
        = std::exchange(document_, std::make_unique<Document>(std::move(workflow.graph)));
    connect(&document_->undoStack(), &QUndoStack::cleanChanged, this, &WorkflowFile::titleChanged);
    Q_EMIT documentReplaced();
    Q_EMIT titleChanged();
}

void WorkflowFile::setPlace(const QString &path, const QString &directory, const QByteArray &known)
{
    if (!watcher_.files().isEmpty() || !watcher_.directories().isEmpty())
        watcher_.removePaths(watcher_.files() + watcher_.directories());
    path_ = path;
    directory_ = directory;
    suggestedName_.clear();
    fingerprint_ = known;
    told_ = OnDisk::AsKnown;
    if (!path.isEmpty())
        watcher_.addPaths({ path, directory });
}

void WorkflowFile::lookAtDisk()
{
    // A file that was replaced by another of its name is no longer watched.
    if (!path_.isEmpty() && !watcher_.files().contains(path_) && QFileInfo::exists(path_))
        watcher_.addPath(path_);
    const OnDisk state = onDisk();
    if (std::exchange(told_, state) != state && state != OnDisk::AsKnown)
        Q_EMIT changedOnDisk(state);
}

} // namespace thalweg
