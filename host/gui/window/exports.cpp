#include "gui/window/exports.h"

#include "figure/render.h"
#include "gui/canvas/render_canvas.h"
#include "gui/figures/figure_board.h"
#include "gui/figures/step_cursor.h"
#include "gui/files/save_path.h"
#include "gui/window/main_window.h"
#include "gui/window/run_controller.h"
#include "gui/window/workspace.h"
#include "report/figure_files.h"
#include "report/report_page.h"
#include "version.h"

#include <QCoreApplication>
#include <QDir>
#include <QMessageBox>
#include <QSaveFile>

namespace thalweg {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Exports", text);
}

QString suggestedName(MainWindow &window, const QString &extension)
{
    return QFileInfo(window.file().suggestedPath()).completeBaseName() + extension;
}

void complain(MainWindow &window, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, text, QMessageBox::Ok, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void write(MainWindow &window, const QString &title, const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        complain(window, title, tr("%1 cannot be written: %2").arg(path, file.errorString()));
    else
        window.say(tr("Wrote %1").arg(path));
}

QByteArray canvasPicture(MainWindow &window, CanvasFormat format, const Theme &theme)
{
    return renderCanvas(window.file().document().graph(), window.engine().nodeTypes(),
        { .format = format, .theme = theme }, &window.workspace().board());
}

/// The files of a list that are in the folder already, to be asked about.
QStringList filesThere(const QDir &folder, const QStringList &names)
{
    QStringList there;
    for (const QString &name : names)
        if (folder.exists(name))
            there += name;
    return there;
}

bool mayReplace(MainWindow &window, const QStringList &there)
{
    return there.isEmpty()
        || QMessageBox::question(&window, tr("Export the figures"),
               tr("These files are there already and would be replaced: %1").arg(there.join(QStringLiteral(", "))),
               QMessageBox::Ok | QMessageBox::Cancel)
        == QMessageBox::Ok;
}

} // namespace

void exportCanvas(MainWindow &window)
{
    const FileKind png { tr("PNG image"), { QStringLiteral("png") } };
    const FileKind svg { tr("SVG drawing"), { QStringLiteral("svg") } };
    const QString title = tr("Export the canvas");
    const QString path = askSavePath(&window, title, suggestedName(window, QStringLiteral(".svg")), { svg, png });
    if (path.isEmpty())
        return;
    const bool isSvg = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    write(window, title, path, canvasPicture(window, isSvg ? CanvasFormat::Svg : CanvasFormat::Png, theme()));
}

void exportFigures(MainWindow &window)
{
    const QString title = tr("Export the figures");
    const QString chosen
        = askSavePath(&window, title, suggestedName(window, QStringLiteral("-figures.png")), figureFiles());
    if (chosen.isEmpty())
        return;
    // One name was asked for, which gives folder and format; the figures have names of their own.
    const QDir folder = QFileInfo(chosen).dir();
    const QString format = QFileInfo(chosen).suffix().toLower();
    const std::vector<FigureMessage> figures = window.workspace().record().figures;
    QStringList names;
    for (const FigureMessage &figure : figures)
        names += figureFileName(figure, format);
    if (!mayReplace(window, filesThere(folder, names)))
        return;
    const FigureOrigin origin = window.workspace().figures().originIn(folder.absolutePath());
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (const Result<void> written = writeFigure(*figures[i].figure, *figureFormat(format),
                folder.filePath(names[static_cast<qsizetype>(i)]), {}, window.workspace().cursor().cursor(), origin);
            !written)
            return complain(window, title, written.error().text());
    window.say(tr("Wrote %1 into %2").arg(names.join(QStringLiteral(", ")), folder.absolutePath()));
}

void exportReport(MainWindow &window)
{
    const FileKind page { tr("Web page"), { QStringLiteral("html") } };
    const QString title = tr("Export a report");
    const QString path = askSavePath(&window, title, suggestedName(window, QStringLiteral(".html")), { page });
    if (path.isEmpty())
        return;
    const Result<QByteArray> report = reportPage({ .file = window.file().name(),
        .graph = window.file().document().graph(),
        .types = window.engine().nodeTypes(),
        .record = window.workspace().record(),
        .version = QStringLiteral(THALWEG_VERSION),
        .picture = canvasPicture(window, CanvasFormat::Svg, theme(QPalette(QColor(Qt::white)))) });
    if (report)
        write(window, title, path, *report);
    else
        complain(window, title, report.error().text());
}

} // namespace thalweg
