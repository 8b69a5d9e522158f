#include "csv.h"

#include "csv/encoding.h"
#include "csv/reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace thalweg {

namespace {

constexpr QLatin1String automatic("auto");

/// The bytes of a file, read and not mapped: another program may write to it meanwhile.
QByteArray readFile(const QString &path, RunContext &context)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        throw Error(QStringLiteral("is a folder, not a file"));
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QFileInfo::exists(path) ? QStringLiteral("cannot be read: %1").arg(file.errorString())
                                            : QStringLiteral("there is no such file"));
    QByteArray bytes;
    bytes.reserve(file.size());
    constexpr qint64 piece = qint64(1) << 24;
    for (;;) {
        checkStop(context);
        const QByteArray more = file.read(piece);
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (file.error() != QFile::NoError)
        throw Error(QStringLiteral("cannot be read: %1").arg(file.errorString()));
    return bytes;
}

Encoding encodingOf(const QString &name)
{
    if (name == QLatin1String("utf-8"))
        return Encoding::Utf8;
    if (name == QLatin1String("utf-16"))
        return Encoding::Utf16;
    return name == QLatin1String("latin1") ? Encoding::Latin1 : Encoding::Found;
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const CsvOptions options = csvOptions(in);
    const QString path = context.path(in.text(QStringLiteral("path")));
    try {
        const QByteArray utf8 = toUtf8(readFile(path, context), encodingOf(in.text(QStringLiteral("encoding"))));
        out.set(QStringLiteral("table"),
            readCsv({ utf8.constData(), static_cast<std::size_t>(utf8.size()) }, options, context));
    } catch (const Error &error) {
        if (!error.places().isEmpty())
            throw; // a parameter's fault, not the file's
        throw error.at(QDir::toNativeSeparators(path)).at(QStringLiteral("parameter path"));
    }
}

} // namespace

NodeType csv()
{
    std::vector<Parameter> parameters = csvParameters();
    parameters.insert(parameters.begin(), file(QStringLiteral("path")).help(QStringLiteral("The CSV file.")));
    parameters.push_back(choice(QStringLiteral("encoding"),
        { automatic, QStringLiteral("utf-8"), QStringLiteral("utf-16"), QStringLiteral("latin1") }, automatic)
                             .help(QStringLiteral("How the file writes letters. `auto`: by its byte order mark, else "
                                                  "UTF-8 or UTF-16 if its bytes can be that, else Latin-1 "
                                                  "(Windows-1252).")));
    return {
        .id = QStringLiteral("sources.csv"),
        .title = QStringLiteral("CSV file"),
        .summary = QStringLiteral("Reads a table from a text file of separated values."),
        .help = QStringLiteral(R"(
Reads a file of rows and columns: comma-, semicolon-, tab- or space-separated, with decimal points or commas. How the
file is written is found by itself; where that goes wrong, say it by the parameters.

**Example.** `path`: `penguins.csv` gives the columns `species` (category), `bill_length_mm` (number), ….
)") + csvHelp(),
        .parameters = parameters,
        .outputs = { output<Table>(QStringLiteral("table")).help(QStringLiteral("The file's rows and columns.")) },
        .run = run,
    };
}

} // namespace thalweg
