#include "gui/parameters/fields.h"

#include "gui/theme/icons.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QToolButton>

namespace thalweg {

namespace {

class FileField final : public ParameterField {
public:
    explicit FileField(const Parameter &parameter) : ParameterField(parameter), line_(new QLineEdit)
    {
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addWidget(line_, 1);
        auto *browse = new QToolButton;
        browse->setIcon(icon(QStringLiteral("folder")));
        browse->setToolTip(tr("Choose a file…"));
        browse->setAccessibleName(tr("Choose a file for %1").arg(parameter.name));
        layout->addWidget(browse);
        setFocusProxy(line_);
        setAcceptDrops(true);
        line_->setAcceptDrops(false); // the field as a whole takes files
        line_->setAccessibleName(parameter.name);
        connect(line_, &QLineEdit::textEdited, this, [this](const QString &text) { givePath(text); });
        connect(line_, &QLineEdit::editingFinished, this, &ParameterField::gestureEnded);
        connect(browse, &QToolButton::clicked, this, [this] { choose(); });
    }

    bool isWide() const override { return true; }

    void setDirectory(const QString &directory) override
    {
        directory_ = directory;
        judge();
    }

protected:
    void display() override
    {
        line_->setPlaceholderText(isMixed() ? tr("several values") : tr("Drop a file here, or choose one"));
        if (line_->text() != value().toString())
            line_->setText(value().toString());
        judge();
    }

    void dragEnterEvent(QDragEnterEvent *event) override
    {
        if (!localFile(*event->mimeData()).isEmpty())
            event->acceptProposedAction();
    }

    void dropEvent(QDropEvent *event) override
    {
        const QString path = localFile(*event->mimeData());
        if (path.isEmpty())
            return;
        event->acceptProposedAction();
        take(path);
    }

private:
    static QString localFile(const QMimeData &data)
    {
        for (const QUrl &url : data.urls())
            if (url.isLocalFile())
                return url.toLocalFile();
        return {};
    }

    QString absolute() const
    {
        const QString path = value().toString();
        return directory_.isEmpty() || path.isEmpty() ? path : QDir(directory_).absoluteFilePath(path);
    }

    /// Relative to the workflow's folder where the file lies in it or near it, so that both can be moved together.
    QString shortened(const QString &path) const
    {
        if (directory_.isEmpty())
            return path;
        const QString relative = QDir(directory_).relativeFilePath(path);
        return relative.startsWith(QStringLiteral("../../..")) ? path : relative;
    }

    void choose()
    {
        auto *dialog = new QFileDialog(window(), tr("Choose a file for %1").arg(parameter().name),
            value().toString().isEmpty() ? directory_ : QFileInfo(absolute()).path());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { take(path); });
        dialog->open();
    }

    void take(const QString &path)
    {
        line_->setText(shortened(path));
        givePath(line_->text());
        Q_EMIT gestureEnded();
    }

    void givePath(const QString &text)
    {
        give(text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : text);
        judge();
    }

    void judge()
    {
        const QString path = value().toString();
        const bool isUnknown = path.isEmpty() || (directory_.isEmpty() && QDir::isRelativePath(path));
        if (isUnknown || QFileInfo(absolute()).isFile())
            setProblem({});
        else
            setProblem(QFileInfo::exists(absolute()) ? tr("%1 is a folder, not a file").arg(path)
                                                     : tr("There is no file %1").arg(path));
        line_->setToolTip(path.isEmpty() ? QString() : absolute());
    }

    QLineEdit *line_;
    QString directory_;
};

} // namespace

ParameterField *fileField(const Parameter &parameter)
{
    return new FileField(parameter);
}

} // namespace thalweg
