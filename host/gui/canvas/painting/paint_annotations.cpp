#include "gui/canvas/painting/paint_annotations.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QTextDocument>

namespace thalweg {

namespace {

constexpr double noteMargin = 12;

/// A colour that a person chose, mixed with the card so that text stands out on it in every theme.
QColor background(const QString &chosen, const QColor &usual, const CanvasStyle &style)
{
    const QColor colour(chosen);
    if (!colour.isValid())
        return usual;
    return style.theme.isDark ? mixed(style.theme.card, colour, 0.28) : mixed(style.theme.card, colour, 0.6);
}

bool isFar(const QPainter &painter)
{
    return detailAt(QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform())) == Detail::Blocks;
}

void paintCorner(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap));
    for (const double away : { 5.0, 9.0 })
        painter.drawLine(rect.bottomRight() - QPointF(4, away), rect.bottomRight() - QPointF(away, 4));
}

QPen edge(const QColor &usual, const AnnotationFrame &frame, const CanvasStyle &style, const QPainter &painter)
{
    return frame.isSelected ? QPen(style.theme.accent, std::max(2.0, unitsFor(painter, 2)))
                            : QPen(frame.isHovered ? mixed(usual, style.theme.text, 0.3) : usual, 1);
}

} // namespace

void fillNote(QTextDocument &document, const Note &note, const CanvasStyle &style)
{
    QFont font = style.text;
    font.setPixelSize(13);
    document.setDefaultFont(font);
    document.setDocumentMargin(0);
    document.setMarkdown(note.text, QTextDocument::MarkdownDialectGitHub);
    document.setTextWidth(std::max(40.0, note.rect.width() - 2 * noteMargin));
}

void paintNote(
    QPainter &painter, const Note &note, QTextDocument &text, const AnnotationFrame &frame, const CanvasStyle &style)
{
    const QRectF rect(QPointF(), note.rect.size());
    const QColor paper = background(note.colour, style.theme.note, style);
    if (isFar(painter)) {
        painter.fillRect(rect, paper);
        if (frame.isSelected) {
            painter.setPen(edge(paper, frame, style, painter));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect);
        }
        return;
    }
    style.paintShadow(painter, rect);
    painter.setBrush(paper);
    painter.setPen(edge(mixed(paper, style.theme.text, 0.16), frame, style, painter));
    painter.drawRoundedRect(rect, 6, 6);
    if (frame.isHovered || frame.isSelected)
        paintCorner(painter, rect, style.theme.faintText);
    if (detailAt(QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform())) != Detail::Full)
        return;
    const QRectF inner = rect.adjusted(noteMargin, noteMargin - 2, -noteMargin, -noteMargin + 4);
    painter.save();
    painter.setClipRect(inner, Qt::IntersectClip);
    painter.translate(inner.topLeft());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, style.theme.text);
    context.palette.setColor(QPalette::Link, style.theme.accent);
    context.clip = QRectF(QPointF(), inner.size());
    text.documentLayout()->draw(&painter, context);
    painter.restore();
}

void paintFrame(QPainter &painter, const Frame &shown, const AnnotationFrame &frame, const CanvasStyle &style)
{
    const QRectF rect(QPointF(), shown.rect.size());
    const QColor ground = background(shown.colour, style.theme.frame, style);
    QColor veil = ground;
    veil.setAlphaF(style.theme.isDark ? 0.75f : 0.8f);
    const QColor line = mixed(ground, style.theme.text, 0.2);
    if (isFar(painter)) {
        painter.fillRect(rect, veil);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(frame.isSelected ? edge(line, frame, style, painter) : QPen(line, 0));
        painter.drawRect(rect);
    } else {
        painter.setBrush(veil);
        painter.setPen(edge(line, frame, style, painter));
        painter.drawRoundedRect(rect, 10, 10);
        if (frame.isHovered || frame.isSelected)
            paintCorner(painter, rect, style.theme.faintText);
    }
    // A title that grows as the canvas shrinks names the parts of a large workflow from afar.
    QFont font = style.title;
    font.setPixelSize(static_cast<int>(std::clamp(unitsFor(painter, 12), 13.0, 72.0)));
    painter.setFont(font);
    painter.setPen(mixed(ground, style.theme.text, 0.75));
    const QFontMetricsF metrics(font);
    // Where it does not fit in its band any more, it stands on the frame.
    const bool isInside = metrics.height() <= frameTitleHeight;
    const double height = isInside ? frameTitleHeight + 6 : metrics.height();
    painter.drawText(QRectF(12, isInside ? 1 : -height, rect.width() - 24, height), Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(shown.title, Qt::ElideRight, rect.width() - 24));
}

void paintReroute(QPainter &painter, const QColor &colour, const AnnotationFrame &frame, const CanvasStyle &style)
{
    if (isFar(painter) && !frame.isSelected)
        return;
    painter.setPen(QPen(style.theme.canvas, 2));
    painter.setBrush(frame.isSelected ? style.theme.accent : colour);
    const double r = frame.isHovered ? 7 : 5.5;
    painter.drawEllipse(QPointF(), r, r);
}

} // namespace thalweg
