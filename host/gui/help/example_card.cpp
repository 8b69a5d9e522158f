#include "gui/help/example_card.h"

#include "gui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace thalweg {

namespace {

constexpr int margin = 12;
constexpr int radius = 8;
constexpr int gap = 16;
constexpr int narrowest = 250;

/// Draws a text in at most `lines` lines, the last one cut with dots; returns the height that it took.
int drawLines(QPainter &painter, const QRect &place, const QString &text, int lines)
{
    const QFontMetrics metrics = painter.fontMetrics();
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    int y = place.top();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(place.width());
        const bool isLast = i == lines - 1;
        const QString shown = isLast ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, place.width())
                                     : text.mid(line.textStart(), line.textLength());
        painter.drawText(place.left(), y + metrics.ascent(), shown.trimmed());
        y += metrics.lineSpacing();
    }
    layout.endLayout();
    return y - place.top();
}

} // namespace

ExampleCard::ExampleCard(const Example &example, QWidget *parent) : QAbstractButton(parent), example_(example)
{
    setText(example.title);
    setAccessibleName(tr("Example: %1").arg(example.title));
    setAccessibleDescription(example.description);
    setToolTip(example.description);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QSize ExampleCard::pictureSize() const
{
    return { width() - 2, pictureHeight };
}

void ExampleCard::setPicture(const QPixmap &picture)
{
    picture_ = picture;
    update();
}

void ExampleCard::paintEvent(QPaintEvent *)
{
    const Theme colours = theme(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = hasFocus() || underMouse();
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath outline;
    outline.addRoundedRect(frame, radius, radius);
    painter.fillPath(outline, isDown() ? colours.cardHeader : colours.card);

    painter.save();
    painter.setClipPath(outline);
    const QRect top(1, 1, width() - 2, pictureHeight);
    painter.fillRect(top, colours.canvas);
    if (!picture_.isNull()) {
        const QSizeF size = picture_.deviceIndependentSize();
        painter.drawPixmap(
            QPointF(top.center()) - QPointF(size.width(), size.height()) / 2 + QPointF(0.5, 0.5), picture_);
    }
    painter.setPen(colours.border);
    painter.drawLine(top.bottomLeft(), top.bottomRight());
    painter.restore();

    painter.setPen(QPen(isMarked ? colours.accent : colours.border, hasFocus() ? 2 : 1));
    painter.drawPath(outline);

    QRect place = rect().adjusted(margin, pictureHeight + margin - 2, -margin, -margin);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(colours.text);
    place.setTop(place.top() + drawLines(painter, place, example_.title, 2) + 4);
    painter.setFont(font());
    painter.setPen(colours.faintText);
    drawLines(painter, place, example_.description, std::max(1, place.height() / painter.fontMetrics().lineSpacing()));
}

void ExampleCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void CardGrid::setCards(const QList<ExampleCard *> &cards)
{
    cards_ = cards;
    for (ExampleCard *card : cards_) {
        card->setParent(this);
        card->show();
    }
    arrange();
}

void CardGrid::resizeEvent(QResizeEvent *)
{
    arrange();
}

void CardGrid::arrange()
{
    const int columns = std::max(1, (width() + gap) / (narrowest + gap));
    const int cardWidth = (width() - gap * (columns - 1)) / columns;
    for (int i = 0; i < cards_.size(); ++i)
        cards_[i]->setGeometry((i % columns) * (cardWidth + gap), (i / columns) * (ExampleCard::cardHeight + gap),
            cardWidth, ExampleCard::cardHeight);
    const int rows = (static_cast<int>(cards_.size()) + columns - 1) / columns;
    setMinimumHeight(std::max(0, rows * (ExampleCard::cardHeight + gap) - gap));
}

} // namespace thalweg
