#include "gui/canvas/painting/paint_marks.h"

#include <QPainter>

#include <cmath>

namespace thalweg {

namespace {

using State = NodeStatus::State;

void paintTick(QPainter &painter, const QRectF &rect, const QPen &pen)
{
    const QPointF centre = rect.center();
    const double r = rect.width() / 2;
    const QPointF points[]
        = { centre + QPointF(-0.42, 0.04) * r, centre + QPointF(-0.1, 0.36) * r, centre + QPointF(0.44, -0.32) * r };
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(points, 3);
}

QPen signPen(const QColor &colour, double width = 1.8)
{
    return { colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin };
}

void paintDisc(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(rect);
}

void paintWheel(QPainter &painter, const QRectF &rect, double progress, int turn, const CanvasStyle &style)
{
    const QRectF ring = rect.adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(mixed(style.theme.card, style.theme.running, 0.3), 3));
    painter.drawEllipse(ring);
    QPen pen = signPen(style.theme.running, 3);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    if (progress > 0)
        painter.drawArc(ring, 90 * 16, -static_cast<int>(std::lround(progress * 360 * 16)));
    else
        painter.drawArc(ring, 90 * 16 - turn * 360, -90 * 16);
}

void paintWaiting(QPainter &painter, const QRectF &rect, const CanvasStyle &style)
{
    const QRectF ring = rect.adjusted(1, 1, -1, -1);
    painter.setPen(signPen(style.theme.faintText, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(ring);
    const QPointF hands[] = { ring.center() - QPointF(0, 4), ring.center(), ring.center() + QPointF(3, 1.5) };
    painter.drawPolyline(hands, 3);
}

} // namespace

QColor stateColour(const NodeLook &look, const Theme &theme)
{
    if (look.isMuted || look.isBypassed)
        return theme.muted;
    if (!look.isKnown)
        return theme.warning;
    switch (look.status.state) {
    case State::Unknown:
        return {};
    case State::Waiting:
    case State::Skipped:
        return theme.muted;
    case State::Running:
        return theme.running;
    case State::Done:
        return hasDiverged(look) ? theme.warning : theme.done;
    case State::FromCache:
        return hasDiverged(look) ? theme.warning : theme.cached;
    case State::Failed:
        return theme.failed;
    }
    return {};
}

void paintStateMark(QPainter &painter, const QRectF &rect, const NodeLook &look, int turn, const CanvasStyle &style)
{
    const Theme &theme = style.theme;
    const QColor colour = stateColour(look, theme);
    if (!colour.isValid())
        return;
    const QColor onColour = theme.isDark ? theme.canvas : theme.card;
    const QPointF centre = rect.center();
    const auto strike = [&](const QPointF &half) {
        painter.setPen(signPen(onColour, 2));
        painter.drawLine(centre - half, centre + half);
    };
    const auto exclaim = [&] {
        painter.setPen(signPen(onColour, 2));
        painter.drawLine(centre + QPointF(0, -3.8), centre + QPointF(0, 0.8));
        painter.drawPoint(centre + QPointF(0, 4));
    };
    if (look.isMuted || look.isBypassed) {
        paintDisc(painter, rect, colour);
        if (look.isMuted) {
            strike({ 3.2, -3.2 });
        } else {
            painter.setPen(signPen(onColour, 1.8));
            painter.setBrush(Qt::NoBrush);
            const QPointF arrow[] = { centre + QPointF(0.5, -3.5), centre + QPointF(4, 0), centre + QPointF(0.5, 3.5) };
            painter.drawPolyline(arrow, 3);
            painter.drawLine(centre - QPointF(4, 0), centre + QPointF(3.5, 0));
        }
        return;
    }
    if (!look.isKnown) {
        paintDisc(painter, rect, colour);
        painter.setPen(onColour);
        painter.setFont(style.bold);
        painter.drawText(rect, Qt::AlignCenter, QStringLiteral("?"));
        return;
    }
    switch (look.status.state) {
    case State::Unknown:
        break;
    case State::Waiting:
        paintWaiting(painter, rect, style);
        break;
    case State::Running:
        paintWheel(painter, rect, look.status.progress, turn, style);
        break;
    case State::Done:
        paintDisc(painter, rect, colour);
        if (hasDiverged(look))
            exclaim();
        else
            paintTick(painter, rect, signPen(onColour));
        break;
    case State::FromCache:
        painter.setPen(signPen(colour, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(rect.adjusted(0.8, 0.8, -0.8, -0.8));
        paintTick(painter, rect, signPen(colour));
        break;
    case State::Failed:
        paintDisc(painter, rect, colour);
        exclaim();
        break;
    case State::Skipped:
        paintDisc(painter, rect, colour);
        strike({ 3.6, 0 });
        break;
    }
}

void paintPort(QPainter &painter, const PortLook &port, const QPointF &centre, double size, const CanvasStyle &style)
{
    const QColor colour = port.kind == PortLook::Kind::Unknown ? style.theme.failed
        : port.kind == PortLook::Kind::Parameter               ? style.theme.faintText
                                                               : style.value(port.colour);
    const double r = portRadius * size;
    const bool isOpen = !port.isLinked;
    painter.setPen(QPen(isOpen ? colour : style.theme.card, isOpen ? 1.8 : 1.4));
    painter.setBrush(isOpen ? style.theme.card : colour);
    switch (port.kind) {
    case PortLook::Kind::Many: {
        const double tall = r * 1.5;
        painter.drawRoundedRect(
            QRectF(centre.x() - r * 0.85, centre.y() - tall, 1.7 * r, 2 * tall), r * 0.85, r * 0.85);
        break;
    }
    case PortLook::Kind::Parameter: {
        const double d = r * 1.2;
        const QPointF diamond[]
            = { centre - QPointF(0, d), centre + QPointF(d, 0), centre + QPointF(0, d), centre - QPointF(d, 0) };
        painter.drawPolygon(diamond, 4);
        break;
    }
    case PortLook::Kind::Plain:
    case PortLook::Kind::Unknown:
        painter.drawEllipse(centre, isOpen ? r - 0.4 : r, isOpen ? r - 0.4 : r);
        break;
    }
}

void paintEye(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    const QPointF centre = rect.center();
    QPainterPath lid;
    lid.moveTo(centre - QPointF(6, 0));
    lid.quadTo(centre - QPointF(0, 7.6), centre + QPointF(6, 0));
    lid.quadTo(centre + QPointF(0, 7.6), centre - QPointF(6, 0));
    painter.setPen(signPen(colour, 1.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(lid);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(centre, 1.9, 1.9);
}

} // namespace thalweg
