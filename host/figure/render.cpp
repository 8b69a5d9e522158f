#include "figure/render.h"

#include "figure/application.h"
#include "figure/plot.h"
#include "figure/svg_text.h"
#include "figure/table_drawing.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSvgGenerator>

#include <qcustomplot.h>

namespace thalweg {

namespace {

/// A figure that knows its size and how to draw itself.
class Drawing {
public:
    Drawing(const Figure &figure, const FigureStyle &style, Fonts fonts, std::optional<std::int64_t> cursor)
        : content_(figure.content()), options_ { .style = style, .fonts = std::move(fonts), .cursor = cursor }
    {
        if (findTable(content_)) {
            const QSizeF size = tableSize(content_, options_.fonts);
            options_.style.width = size.width();
            options_.style.height = size.height();
        }
    }

    QSize size() const { return QSizeF(options_.style.width, options_.style.height).expandedTo(QSizeF(1, 1)).toSize(); }
    double scale() const { return options_.style.scale; }
    const QString &title() const { return content_.title; }

    void paint(QPaintDevice &device, QCPPainter::PainterModes modes) const
    {
        QCPPainter painter(&device);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::LosslessImageRendering);
        painter.setModes(modes);
        if (findTable(content_)) {
            drawTable(painter, content_, options_.style, options_.fonts);
            return;
        }
        QCustomPlot plot;
        plot.setViewport(QRect(QPoint(0, 0), size()));
        fillPlot(plot, content_, options_);
        plot.toPainter(&painter, size().width(), size().height());
    }

private:
    const FigureContent &content_;
    PlotOptions options_;
};

QByteArray png(const Drawing &drawing)
{
    QImage image((QSizeF(drawing.size()) * drawing.scale()).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(drawing.scale());
    constexpr double pointsAMetre = 72 / 0.0254;
    const int dots = static_cast<int>(std::lround(drawing.scale() * pointsAMetre));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    image.fill(Qt::white);
    drawing.paint(image, QCPPainter::pmNoCaching);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png", 80); // nearly as small as the default, and twice as fast
    return bytes;
}

constexpr auto vectorModes = QCPPainter::pmVectorized | QCPPainter::pmNoCaching | QCPPainter::pmNonCosmetic;

QByteArray svg(const Drawing &drawing)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96); // at any other, text is drawn at another size than lines
    generator.setSize(drawing.size());
    generator.setViewBox(QRect(QPoint(0, 0), drawing.size()));
    generator.setTitle(drawing.title().toHtmlEscaped());
    generator.setDescription(QStringLiteral("Drawn by Thalweg"));
    drawing.paint(generator, vectorModes);
    return withWholeTexts(bytes);
}

/// Same-length substitutes for what says when a file was made, so that its table of places stays right.
void forgetTheTime(QByteArray &pdf)
{
    const auto overwrite = [&pdf](const QByteArray &after, char until, const QByteArray &with) {
        const qsizetype at = pdf.indexOf(after);
        if (at < 0)
            return;
        for (qsizetype i = at + after.size(), j = 0; i < pdf.size() && pdf[i] != until; ++i, ++j)
            pdf[i] = j < with.size() ? with[j] : ' ';
    };
    overwrite("/CreationDate (", ')', "D:20000101000000Z");
}

QByteArray pdf(const Drawing &drawing, const FigureOrigin &origin)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(72); // one unit is one point
        writer.setPageMargins({});
        writer.setPageSize(QPageSize(QSizeF(drawing.size()), QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setTitle(drawing.title());
        writer.setCreator(QStringLiteral("Thalweg"));
        if (!origin.workflow.isEmpty())
            writer.setDocumentXmpMetadata(xmpOf(origin));
        drawing.paint(writer, vectorModes);
    }
    forgetTheTime(bytes);
    return bytes;
}

} // namespace

std::optional<FigureFormat> figureFormat(const QString &name)
{
    const QString lower = name.toLower();
    if (lower == QLatin1String("png"))
        return FigureFormat::Png;
    if (lower == QLatin1String("svg"))
        return FigureFormat::Svg;
    if (lower == QLatin1String("pdf"))
        return FigureFormat::Pdf;
    return {};
}

Result<QByteArray> renderFigure(const Figure &figure, FigureFormat format, const FigureStyle &style,
    std::optional<std::int64_t> cursor, const FigureOrigin &origin)
{
    if (const Result<void> able = canDraw(); !able)
        return able.error();
    Result<Fonts> fonts = figureFonts();
    if (!fonts)
        return fonts.error();
    const Drawing drawing(figure, style, std::move(*fonts), cursor);
    switch (format) {
    case FigureFormat::Png:
        return pngWithOrigin(png(drawing), origin);
    case FigureFormat::Svg:
        return svgWithOrigin(svg(drawing), origin);
    case FigureFormat::Pdf:
        return pdf(drawing, origin);
    }
    Q_UNREACHABLE();
}

Result<void> writeFigure(const Figure &figure, FigureFormat format, const QString &path, const FigureStyle &style,
    std::optional<std::int64_t> cursor, const FigureOrigin &origin)
{
    const Result<QByteArray> bytes = renderFigure(figure, format, style, cursor, origin);
    if (!bytes)
        return bytes.error();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return Error(QStringLiteral("cannot write the figure: %1").arg(file.errorString())).at(path);
    return {};
}

} // namespace thalweg
