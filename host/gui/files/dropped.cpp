#include "gui/files/dropped.h"

#include "workflow/inside.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace thalweg {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dropped)
};

constexpr qint64 headSize = 4096;

bool isText(const QByteArray &head)
{
    const bool isUtf16 = head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff");
    return isUtf16 || !head.contains('\0');
}

QString nodeId(const QString &path)
{
    QString id;
    for (const QChar c : QFileInfo(path).completeBaseName()) {
        const bool isLetter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
        const bool isFitting = isLetter || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
        if (isLetter || (!id.isEmpty() && isFitting))
            id += c;
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    while (id.endsWith(u'-'))
        id.chop(1);
    return id.isEmpty() ? QStringLiteral("data") : id;
}

/// Relative where the file lies in the workflow's folder or near it.
QString pathFrom(const QString &directory, const QString &path)
{
    const QString relative = directory.isEmpty() ? path : QDir(directory).relativeFilePath(path);
    return relative.startsWith(QLatin1String("../../../")) ? path : relative;
}

} // namespace

Result<Dropped> classify(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return Error(Words::tr("is a folder; drop a file")).at(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(Words::tr("cannot be read: %1").arg(file.errorString())).at(path);
    const QByteArray head = file.peek(headSize);
    const QString absolute = info.absoluteFilePath();
    if (isFigureFile(head)) {
        const Result<Workflow> workflow = openWorkflow(absolute);
        if (!workflow)
            return workflow.error();
        return Dropped(DroppedFigure { absolute, *workflow });
    }
    const QString extension = info.suffix().toLower();
    if (extension == QLatin1String("thalweg") || head.contains("\"thalweg-workflow\""))
        return Dropped(DroppedWorkflow { absolute });
    static const QStringList dataExtensions { QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"),
        QStringLiteral("tab"), QStringLiteral("dat"), QStringLiteral("data") };
    if (!dataExtensions.contains(extension))
        return Error(Words::tr("is of a kind that has no use here; drop a workflow (.thalweg), a figure that Thalweg "
                               "drew (.png, .svg, .pdf) or a table (.csv, .tsv, .txt)"))
            .at(path);
    if (!isText(head))
        return Error(Words::tr("is not a text, although its name says so; a table is a text with a row a line"))
            .at(path);
    return Dropped(DroppedData { absolute });
}

Result<Edit> addData(const Graph &graph, const DroppedData &data, const QString &directory, const QPointF &place)
{
    return addNode(graph,
        { .id = freeNodeId(graph, nodeId(data.path)),
            .type = QStringLiteral("sources.csv"),
            .version = 1,
            .parameters = { { QStringLiteral("path"), pathFrom(directory, data.path) } },
            .extra = {} },
        place);
}

} // namespace thalweg
