#include "gui/canvas/painting/node_picture.h"
#include "gui/canvas/painting/paint_marks.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace thalweg {

namespace {

void paintTextLeft(QPainter &painter, const QPointF &leftMiddle, const QStaticText &text)
{
    painter.drawStaticText(QPointF(leftMiddle.x(), leftMiddle.y() - text.size().height() / 2), text);
}

void paintTextRight(QPainter &painter, const QPointF &rightMiddle, const QStaticText &text)
{
    painter.drawStaticText(
        QPointF(rightMiddle.x() - text.size().width(), rightMiddle.y() - text.size().height() / 2), text);
}

QColor borderOf(const NodePicture &picture, const CanvasStyle &style)
{
    switch (picture.look.status.state) {
    case NodeStatus::State::Failed:
        return style.theme.failed;
    case NodeStatus::State::Running:
        return style.theme.running;
    default:
        return style.theme.border;
    }
}

/// A node from afar: the block of its category, with a corner in the colour of its state.
void paintBlock(QPainter &painter, const NodePicture &picture, const NodeFrame &frame, const CanvasStyle &style)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRectF &card = picture.shape.card;
    painter.fillRect(card, style.theme.card);
    painter.fillRect(
        QRectF(card.left(), card.top(), card.width(), nodeHeaderHeight + 10), style.category(picture.look.category));
    const QColor state = stateColour(picture.look, style.theme);
    if (state.isValid())
        painter.fillRect(QRectF(card.left(), card.bottom() - 22, card.width(), 22), state);
    if (frame.isSelected || frame.hasFocus) {
        painter.setPen(QPen(style.theme.accent, unitsFor(painter, 2.5)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(card);
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void paintRings(QPainter &painter, const NodePicture &picture, const NodeFrame &frame, const CanvasStyle &style)
{
    const auto ring = [&](double away, const QPen &pen) {
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            picture.shape.card.adjusted(-away, -away, away, away), nodeCornerRadius + away, nodeCornerRadius + away);
    };
    if (frame.isSelected)
        ring(1.5, QPen(style.theme.accent, std::max(2.5, unitsFor(painter, 2))));
    if (frame.hasFocus) {
        QPen pen(style.theme.text, std::max(1.2, unitsFor(painter, 1.2)), Qt::CustomDashLine, Qt::RoundCap);
        pen.setDashPattern({ 2, 3 });
        ring(5.5, pen);
    }
}

void paintCard(QPainter &painter, const NodePicture &picture, const NodeFrame &frame, const CanvasStyle &style)
{
    const Theme &theme = style.theme;
    const NodeLook &look = picture.look;
    if (!isDimmed(look)) // it would shine through
        style.paintShadow(painter, picture.shape.card);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.card);
    painter.drawPath(picture.outline);
    painter.setBrush(look.isKnown ? style.header(look.category) : theme.cardHeader);
    painter.drawPath(picture.headerOutline);

    // A stripe of the full colour at the header's left, in the shape of the corner.
    painter.save();
    painter.setClipRect(QRectF(0, 0, 5, nodeHeaderHeight), Qt::IntersectClip);
    painter.setBrush(look.isKnown ? style.category(look.category) : theme.muted);
    painter.drawPath(picture.headerOutline);
    painter.restore();

    const QColor border = borderOf(picture, style);
    const bool speaks = border != theme.border;
    QPen pen(frame.isHovered && !speaks ? mixed(border, theme.text, 0.35) : border, speaks ? 1.6 : 1);
    if (!look.isKnown) {
        pen = QPen(theme.warning, 1.4, Qt::CustomDashLine);
        pen.setDashPattern({ 4, 3 });
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(picture.outline);

    if (look.status.state == NodeStatus::State::Running) {
        const QRectF track(0, nodeHeaderHeight - 3, picture.shape.card.width(), 3);
        painter.fillRect(track, mixed(style.header(look.category), theme.running, 0.25));
        painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * look.status.progress, 3)), theme.running);
    }
}

/// The same with fewer strokes, as it is seen from afar.
void paintSmallCard(QPainter &painter, const NodePicture &picture, const CanvasStyle &style)
{
    const NodeLook &look = picture.look;
    const NodeShape &shape = picture.shape;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(shape.card, style.theme.card);
    painter.fillRect(shape.header, look.isKnown ? style.header(look.category) : style.theme.cardHeader);
    painter.fillRect(
        QRectF(0, 0, 10, nodeHeaderHeight), look.isKnown ? style.category(look.category) : style.theme.muted);
    QPen pen(
        look.isKnown ? borderOf(picture, style) : style.theme.warning, 1, look.isKnown ? Qt::SolidLine : Qt::DashLine);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(shape.card);
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void paintFooter(QPainter &painter, const NodePicture &picture, const NodeFrame &frame, const CanvasStyle &style)
{
    const Theme &theme = style.theme;
    const QRectF &footer = picture.shape.footer;
    if (picture.footer.text().isEmpty() && picture.seconds.text().isEmpty() && !picture.canOpen)
        return;
    painter.setPen(QPen(mixed(theme.card, theme.border, 0.55), 1));
    painter.drawLine(QPointF(footer.left() + 10, footer.top()), QPointF(footer.right() - 10, footer.top()));
    const double middle = footer.center().y() - 0.5;
    const bool isResult = picture.look.status.state == NodeStatus::State::Done
        || picture.look.status.state == NodeStatus::State::FromCache;
    painter.setFont(style.text);
    painter.setPen(picture.footerIsProblem ? theme.failed
            : picture.footerIsWarning      ? theme.warning
            : isResult                     ? theme.text
                                           : theme.faintText);
    paintTextLeft(painter, QPointF(11, middle), picture.footer);
    painter.setPen(theme.faintText);
    if (picture.canOpen && (frame.isHovered || picture.seconds.text().isEmpty()))
        paintEye(
            painter, picture.shape.eye, frame.eyeIsHovered ? theme.accent : mixed(theme.card, theme.faintText, 0.85));
    else if (!picture.seconds.text().isEmpty())
        paintTextRight(painter, QPointF(footer.right() - 11, middle), picture.seconds);
}

void paintPorts(QPainter &painter, const NodePicture &picture, const NodeFrame &frame, const CanvasStyle &style)
{
    const auto side = [&](const std::vector<PortLook> &ports, const std::vector<QPointF> &centres,
                          const std::vector<float> *sizes) {
        for (std::size_t i = 0; i < ports.size(); ++i)
            paintPort(painter, ports[i], centres[i], sizes && i < sizes->size() ? (*sizes)[i] : 1.0f, style);
    };
    side(picture.look.inputs, picture.shape.inputs, frame.inputSizes);
    side(picture.look.outputs, picture.shape.outputs, frame.outputSizes);
}

void paintPortNames(QPainter &painter, const NodePicture &picture, const CanvasStyle &style)
{
    painter.setFont(style.text);
    const auto colour = [&](const PortLook &port) {
        return port.kind == PortLook::Kind::Unknown ? style.theme.failed
            : port.isLinked || !port.isOptional     ? style.theme.text
                                                    : style.theme.faintText;
    };
    for (std::size_t i = 0; i < picture.inputs.size(); ++i) {
        painter.setPen(colour(picture.look.inputs[i]));
        paintTextLeft(painter, picture.shape.inputs[i] + QPointF(11, -0.5), picture.inputs[i]);
    }
    for (std::size_t i = 0; i < picture.outputs.size(); ++i) {
        painter.setPen(style.theme.text);
        paintTextRight(painter, picture.shape.outputs[i] + QPointF(-11, -0.5), picture.outputs[i]);
    }
}

/// What passes a bypassed node by.
void paintBypass(QPainter &painter, const NodePicture &picture, const CanvasStyle &style)
{
    if (picture.shape.inputs.empty() || picture.shape.outputs.empty())
        return;
    const QPointF from = picture.shape.inputs.front(), to = picture.shape.outputs.front();
    QPainterPath path(from);
    // Below the names of the ports.
    path.cubicTo(from + QPointF(4, 26), to + QPointF(-4, 26), to);
    painter.setPen(QPen(style.value(picture.look.outputs.front().colour), 2, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

} // namespace

void paintNode(QPainter &painter, const NodePicture &picture, const NodeFrame &frame, const CanvasStyle &style)
{
    const Detail detail = detailAt(QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform()));
    const double opacity = painter.opacity();
    const bool dimmed = isDimmed(picture.look);
    if (dimmed)
        painter.setOpacity(opacity * 0.45);
    if (detail == Detail::Blocks) {
        paintBlock(painter, picture, frame, style);
        painter.setOpacity(opacity);
        return;
    }
    if (detail == Detail::Titles)
        paintSmallCard(painter, picture, style);
    else
        paintCard(painter, picture, frame, style);
    if (detail == Detail::Titles) {
        painter.setFont(style.large);
        painter.setPen(style.theme.text);
        const QRectF body = picture.shape.card.adjusted(0, nodeHeaderHeight, 0, 0);
        paintTextLeft(painter, QPointF((body.width() - picture.titleLarge.size().width()) / 2, body.center().y()),
            picture.titleLarge);
    } else {
        painter.setPen(style.theme.text);
        painter.setFont(style.title);
        if (picture.id.text().isEmpty()) {
            paintTextLeft(painter, QPointF(13, nodeHeaderHeight / 2), picture.title);
        } else {
            paintTextLeft(painter, QPointF(13, 12.5), picture.title);
            painter.setFont(style.text);
            painter.setPen(picture.look.isKnown ? mixed(style.header(picture.look.category), style.theme.text, 0.72)
                                                : style.theme.warning);
            paintTextLeft(painter, QPointF(13, 27), picture.id);
        }
        paintPortNames(painter, picture, style);
        paintFooter(painter, picture, frame, style);
    }
    if (picture.look.isBypassed)
        paintBypass(painter, picture, style);
    painter.setOpacity(opacity);
    paintStateMark(painter, picture.shape.stateMark, picture.look, frame.turn, style);
    if (detail == Detail::Full || frame.inputSizes || frame.outputSizes)
        paintPorts(painter, picture, frame, style);
    paintRings(painter, picture, frame, style);
}

} // namespace thalweg
