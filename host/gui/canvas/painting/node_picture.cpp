#include "gui/canvas/painting/node_picture.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

constexpr double sideMargin = 12;

QStaticText cut(const QString &text, const QFont &font, double width)
{
    QStaticText made(QFontMetricsF(font).elidedText(text, Qt::ElideRight, width));
    made.setTextFormat(Qt::PlainText);
    made.setPerformanceHint(QStaticText::AggressiveCaching);
    made.prepare({}, font);
    return made;
}

QStringList names(const std::vector<PortLook> &ports)
{
    QStringList names;
    for (const PortLook &port : ports)
        names += port.name;
    return names;
}

/// As wide as the longest row and the title need, within limits; even steps, so that columns of nodes look calm.
double widthOf(const NodeLook &look, const CanvasStyle &style)
{
    const QFontMetricsF text(style.text);
    double width = QFontMetricsF(style.title).horizontalAdvance(look.title) + sideMargin + 34;
    for (std::size_t row = 0; row < std::max(look.inputs.size(), look.outputs.size()); ++row) {
        double needed = 2 * sideMargin + 16;
        if (row < look.inputs.size())
            needed += text.horizontalAdvance(look.inputs[row].name);
        if (row < look.outputs.size())
            needed += text.horizontalAdvance(look.outputs[row].name);
        width = std::max(width, needed);
    }
    return std::clamp(std::ceil(width / 4) * 4, nodeMinimumWidth, nodeMaximumWidth);
}

/// Whether the id tells more than the title does.
bool idTells(const NodeLook &look)
{
    const auto plain = [](QString text) {
        text.removeIf([](QChar letter) { return !letter.isLetterOrNumber(); });
        return text.toLower();
    };
    return plain(look.id) != plain(look.title);
}

QPainterPath headerPath(const QRectF &header)
{
    constexpr double r = nodeCornerRadius;
    QPainterPath path;
    path.moveTo(header.bottomLeft());
    path.lineTo(header.left(), header.top() + r);
    path.quadTo(header.topLeft(), QPointF(header.left() + r, header.top()));
    path.lineTo(header.right() - r, header.top());
    path.quadTo(header.topRight(), QPointF(header.right(), header.top() + r));
    path.lineTo(header.bottomRight());
    path.closeSubpath();
    return path;
}

/// The left end of headerPath(), which is cut off in the middle of its corner. A path and no clip, which SVG files
/// lack.
QPainterPath stripePath(const QRectF &header)
{
    constexpr double width = 5, r = nodeCornerRadius;
    static_assert(width < r);
    const double t = std::sqrt(width / r); // where on the corner's curve
    const QPointF end(header.left() + width, header.top() + r * (1 - t) * (1 - t));
    QPainterPath path;
    path.moveTo(header.bottomLeft());
    path.lineTo(header.left(), header.top() + r);
    path.quadTo(QPointF(header.left(), header.top() + r * (1 - t)), end);
    path.lineTo(end.x(), header.bottom());
    path.closeSubpath();
    return path;
}

} // namespace

NodePicture::NodePicture(NodeLook given, const CanvasStyle &style) : look(std::move(given))
{
    using State = NodeStatus::State;
    const double width = widthOf(look, style);
    shape = nodeShape(look.inputs.size(), look.outputs.size(), width);
    outline.addRoundedRect(shape.card, nodeCornerRadius, nodeCornerRadius);
    headerOutline = headerPath(shape.header);
    stripe = stripePath(shape.header);

    const double titleWidth = width - sideMargin - 32;
    title = cut(look.title, style.title, titleWidth);
    titleLarge = cut(idTells(look) ? look.id : look.title, style.large, width - 16);
    if (!look.isKnown)
        id = cut(
            QCoreApplication::translate("thalweg::NodeLook", "%1 – unknown type").arg(look.id), style.text, titleWidth);
    else if (idTells(look))
        id = cut(look.id, style.text, titleWidth);

    const QStringList inputNames = names(look.inputs), outputNames = names(look.outputs);
    const QFontMetricsF metrics(style.text);
    for (qsizetype row = 0; row < std::max(inputNames.size(), outputNames.size()); ++row) {
        const double whole = width - 2 * sideMargin;
        const bool both = row < inputNames.size() && row < outputNames.size();
        // Of two names that do not fit side by side, the longer one gives way.
        double left = row < inputNames.size() ? metrics.horizontalAdvance(inputNames[row]) + 1 : 0;
        double right = row < outputNames.size() ? metrics.horizontalAdvance(outputNames[row]) + 1 : 0;
        if (both && left + right + 10 > whole) {
            const double half = (whole - 10) / 2;
            left = std::min(left, std::max(half, whole - 10 - right));
            right = std::min(right, whole - 10 - left);
        }
        if (row < inputNames.size())
            inputs.push_back(cut(inputNames[row], style.text, std::min(left, whole)));
        if (row < outputNames.size())
            outputs.push_back(cut(outputNames[row], style.text, std::min(right, whole)));
    }

    const State state = look.status.state;
    footerIsProblem = state == State::Failed;
    canOpen = (state == State::Done || state == State::FromCache) && !look.status.outputs.isEmpty();
    QString line = footerIsProblem || state == State::Skipped ? look.status.problem.section(QLatin1Char('\n'), 0, 0)
                                                              : shortResult(look);
    footerIsWarning = !footerIsProblem && !line.isEmpty() && hasDiverged(look);
    if (line.isEmpty())
        line = look.settings;
    seconds = cut(state == State::Done ? shortSeconds(look.status.seconds) : QString(), style.text, 60);
    // Time and eye share their place: the eye is there while the mouse is.
    const double aside = std::max(canOpen ? 16.0 : 0.0, seconds.text().isEmpty() ? 0.0 : seconds.size().width());
    double room = width - 2 * sideMargin + 2 - (aside > 0 ? aside + 6 : 0);
    // What came out is worth more than how long it took, which the tooltip says as well.
    const double wanted = QFontMetricsF(style.text).horizontalAdvance(line);
    const double alone = width - 2 * sideMargin + 2;
    if (wanted > room && wanted <= alone - (canOpen ? 22 : 0)) {
        seconds = cut(QString(), style.text, 0);
        room = alone - (canOpen ? 22 : 0);
    }
    footer = cut(line, style.text, room);
}

QRectF nodeBounds(const NodeShape &shape)
{
    return shape.card.adjusted(-16, -14, 16, 20);
}

} // namespace thalweg
