#include "gui/figures/save_figure.h"

#include "figure/render.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace thalweg {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("thalweg::saveFigure", text);
}

void write(QWidget *parent, const Figure &figure, const QString &path, const FigureStyle &style,
    std::optional<std::int64_t> cursor, const FigureOrigin &origin)
{
    const std::optional<FigureFormat> format = figureFormat(QFileInfo(path).suffix());
    const Result<void> written = format ? writeFigure(figure, *format, path, style, cursor, origin)
                                        : Error(tr("the name must end in .png, .svg or .pdf")).at(path);
    if (written)
        return;
    auto *box = new QMessageBox(
        QMessageBox::Warning, tr("Figure not saved"), written.error().text(), QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace

void saveFigure(QWidget *parent, std::shared_ptr<const Figure> figure, const QSize &size,
    std::optional<std::int64_t> cursor, const QString &name,
    std::function<FigureOrigin(const QString &folder)> originIn)
{
    if (!figure)
        return;
    auto *dialog = new QFileDialog(parent, tr("Save figure"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("PNG image (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF page (*.pdf)") });
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(name + QStringLiteral(".png"));
    const FigureStyle style { .width = double(size.width()), .height = double(size.height()) };
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
        [dialog](const QString &filter) { dialog->setDefaultSuffix(filter.section(u'.', -1).chopped(1)); });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [=](const QString &path) {
        write(parent, *figure, path, style, cursor, originIn(QFileInfo(path).absolutePath()));
    });
    dialog->open();
}

} // namespace thalweg
