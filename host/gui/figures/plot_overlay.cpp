#include "gui/figures/plot_overlay.h"

#include "gui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace thalweg {

namespace {

void paintCard(QPainter &painter, const QRectF &rect)
{
    const Theme looks = theme();
    QColor ground = looks.card;
    ground.setAlpha(238);
    painter.setPen(QPen(looks.border, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

void paintRing(QPainter &painter, const QPointF &place, double radius, const QColor &colour)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 220), 4));
    painter.drawEllipse(place, radius, radius);
    painter.setPen(QPen(colour, 2));
    painter.drawEllipse(place, radius, radius);
}

} // namespace

PlotOverlay::PlotOverlay(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    fade_.setSingleShot(true);
    constexpr int seconds = 2;
    fade_.setInterval(seconds * 1000);
    connect(&fade_, &QTimer::timeout, this, [this] {
        notice_.clear();
        update();
    });
}

void PlotOverlay::setBox(const std::optional<QRectF> &box)
{
    box_ = box;
    update();
}

void PlotOverlay::setStart(const std::optional<QPointF> &start)
{
    start_ = start;
    update();
}

void PlotOverlay::setReadout(const QPointF &place, const QStringList &lines, bool mark)
{
    if (lines.isEmpty() && readout_.isEmpty())
        return;
    place_ = place;
    readout_ = lines;
    mark_ = mark;
    update();
}

void PlotOverlay::notify(const QString &text)
{
    notice_ = text;
    fade_.start();
    update();
}

void PlotOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme looks = theme();
    if (box_) {
        QColor fill = looks.accent;
        fill.setAlpha(40);
        painter.setPen(QPen(looks.accent, 1));
        painter.setBrush(fill);
        painter.drawRect(*box_);
    }
    if (start_)
        paintRing(painter, *start_, 7, looks.accent);
    if (!readout_.isEmpty())
        paintReadout(painter);
    if (!notice_.isEmpty())
        paintNotice(painter);
}

void PlotOverlay::paintReadout(QPainter &painter) const
{
    const Theme looks = theme();
    if (mark_)
        paintRing(painter, place_, 6, looks.accent);
    const QFontMetricsF metrics(font());
    double width = 0;
    for (const QString &line : readout_)
        width = std::max(width, metrics.horizontalAdvance(line));
    constexpr double pad = 8;
    constexpr double away = 14;
    const QSizeF size(std::ceil(width) + 2 * pad, metrics.height() * static_cast<double>(readout_.size()) + pad * 1.25);
    QPointF corner = place_ + QPointF(away, -away - size.height());
    if (corner.x() + size.width() > this->width())
        corner.setX(place_.x() - away - size.width());
    if (corner.y() < 0)
        corner.setY(place_.y() + away);
    corner.setX(std::clamp(corner.x(), 0.0, std::max(0.0, this->width() - size.width())));
    corner.setY(std::clamp(corner.y(), 0.0, std::max(0.0, height() - size.height())));
    const QRectF card(QPointF(std::floor(corner.x()), std::floor(corner.y())), size);
    paintCard(painter, card);
    painter.setPen(looks.text);
    painter.drawText(card.adjusted(pad, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, readout_.join(u'\n'));
}

void PlotOverlay::paintNotice(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    const QSizeF size(metrics.horizontalAdvance(notice_) + 20, metrics.height() + 8);
    const QRectF card(QPointF(width() - size.width() - 10, 10), size);
    paintCard(painter, card);
    painter.setPen(theme().accent);
    painter.drawText(card, Qt::AlignCenter, notice_);
}

} // namespace thalweg
