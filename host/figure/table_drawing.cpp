#include "figure/table_drawing.h"

#include "figure/colours.h"
#include "figure/number_text.h"

#include <QFontMetricsF>
#include <QPainter>

namespace thalweg {

namespace {

constexpr double margin = 16;
constexpr double rowHeight = 21;
constexpr double gap = 22; // between columns
constexpr double widest = 260; // of a column

bool isNumeric(const TableLayer &table, std::size_t column)
{
    return column < table.numeric.size() && table.numeric[column];
}

QString cell(const TableLayer &table, std::size_t row, std::size_t column)
{
    const QString text = table.rows[row].value(static_cast<qsizetype>(column));
    return isNumeric(table, column) ? typeset(text) : text;
}

QFont headerFont(const Fonts &fonts)
{
    QFont font = fonts.text;
    font.setWeight(QFont::DemiBold);
    return font;
}

std::vector<double> columnWidths(const TableLayer &table, const Fonts &fonts)
{
    const QFontMetricsF metrics(fonts.text);
    const QFontMetricsF headerMetrics(headerFont(fonts));
    std::vector<double> widths;
    for (const QString &header : table.headers) {
        const std::size_t column = widths.size();
        double width = headerMetrics.horizontalAdvance(header);
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            width = std::max(width, metrics.horizontalAdvance(cell(table, row, column)));
        widths.push_back(std::min(std::ceil(width) + 1, widest));
    }
    return widths;
}

double headingHeight(const FigureContent &figure)
{
    return (figure.title.isEmpty() ? 0 : 24) + (figure.note.isEmpty() ? 0 : 18)
        + (figure.title.isEmpty() && figure.note.isEmpty() ? 0 : 6);
}

} // namespace

const TableLayer *findTable(const FigureContent &figure)
{
    for (const Layer &layer : figure.layers)
        if (const auto *table = std::get_if<TableLayer>(&layer.shape))
            return table;
    return nullptr;
}

QSizeF tableSize(const FigureContent &figure, const Fonts &fonts)
{
    const TableLayer &table = *findTable(figure);
    double width = -gap;
    for (double column : columnWidths(table, fonts))
        width += column + gap;
    width = std::max({ width, QFontMetricsF(fonts.title).horizontalAdvance(figure.title),
        QFontMetricsF(fonts.small).horizontalAdvance(figure.note) });
    const double rows = static_cast<double>(table.rows.size()) + 1;
    return { std::ceil(width + 2 * margin), std::ceil(headingHeight(figure) + rows * rowHeight + 2 * margin) };
}

void drawTable(QPainter &painter, const FigureContent &figure, const FigureStyle &style, const Fonts &fonts)
{
    const TableLayer &table = *findTable(figure);
    const Colours looks = colours(style.theme);
    const std::vector<double> widths = columnWidths(table, fonts);
    const double right = tableSize(figure, fonts).width() - margin;
    painter.fillRect(QRectF(QPointF(0, 0), tableSize(figure, fonts)), looks.background);

    double y = margin;
    const auto heading = [&](const QString &text, const QFont &font, const QColor &colour, double height) {
        if (text.isEmpty())
            return;
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(margin, y, right - margin + 1, height), Qt::AlignLeft | Qt::AlignTop, text);
        y += height;
    };
    heading(figure.title, fonts.title, looks.text, 24);
    heading(figure.note, fonts.small, looks.faintText, 18);
    y = margin + headingHeight(figure);

    const auto rule = [&](const QColor &colour, double width) {
        painter.setPen(QPen(colour, width));
        painter.drawLine(QPointF(margin, y), QPointF(right, y));
    };
    const auto line = [&](const QFont &font, const QColor &colour, auto &&text) {
        const QFontMetricsF metrics(font);
        double x = margin;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            const QRectF box(x, y, widths[column] + 1, rowHeight);
            painter.setFont(font);
            painter.setPen(colour);
            painter.drawText(box, (isNumeric(table, column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                metrics.elidedText(text(column), Qt::ElideRight, widths[column] + 1));
            x += widths[column] + gap;
        }
        y += rowHeight;
    };
    line(headerFont(fonts), looks.text,
        [&](std::size_t column) { return table.headers[static_cast<qsizetype>(column)]; });
    rule(looks.axis, 1);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (row > 0)
            rule(looks.grid, 0.8);
        line(fonts.text, looks.text, [&](std::size_t column) { return cell(table, row, column); });
    }
    rule(looks.axis, 1);
}

} // namespace thalweg
