#include "gui/figures/figure_words.h"

#include "figure/at_step.h"
#include "figure/extent.h"
#include "figure/table_drawing.h"

#include <thalweg/plain_values.h>

#include <QCoreApplication>

namespace thalweg {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("thalweg::inWords", text);
}

QString axisWords(const QString &which, const FigureAxis &axis, const Extent &extent)
{
    const double from = axis.minimum.value_or(extent.least);
    const double to = axis.maximum.value_or(extent.greatest);
    QString text = QStringLiteral("%1: %2").arg(which, axis.label.isEmpty() ? tr("no name") : axis.label);
    if (from <= to)
        text += tr(", from %1 to %2").arg(shortNumber(from), shortNumber(to));
    if (axis.scale == FigureAxis::Scale::Log)
        text += tr(", logarithmic");
    return text + u'.';
}

struct LayerWords {
    const FigureContent &figure;
    const Layer &layer;

    QString pointAt(const std::vector<double> &x, const std::vector<double> &y) const
    {
        const std::size_t count = std::min(x.size(), y.size());
        if (count == 0)
            return tr("nothing yet");
        const auto coordinate = [](const FigureAxis &axis, const QString &fallback, double value) {
            return QStringLiteral("%1 = %2").arg(axis.label.isEmpty() ? fallback : axis.label, shortNumber(value));
        };
        const QString place = coordinate(figure.x, QStringLiteral("x"), x[count - 1]) + QStringLiteral(", ")
            + coordinate(figure.y, QStringLiteral("y"), y[count - 1]);
        if (!layer.steps.empty())
            return tr("at step %1 %2").arg(QString::number(layer.steps.back()), place);
        return count == 1 ? tr("at %1").arg(place) : tr("%1 points").arg(count);
    }

    QString operator()(const LineLayer &line) const { return tr("line %1").arg(pointAt(line.x, line.y)); }
    QString operator()(const ScatterLayer &scatter) const
    {
        return scatter.x.size() == 1 ? tr("mark %1").arg(pointAt(scatter.x, scatter.y))
                                     : tr("points, %1").arg(pointAt(scatter.x, scatter.y));
    }
    QString operator()(const BarLayer &bars) const { return tr("%1 bars").arg(bars.x.size()); }
    QString operator()(const BandLayer &) const { return tr("band"); }
    QString operator()(const ErrorBarLayer &errors) const
    {
        return tr("%1 points with error bars").arg(errors.x.size());
    }
    QString operator()(const ArrowLayer &arrows) const { return tr("%1 arrows").arg(arrows.x.size()); }
    QString operator()(const SurfaceLayer &surface) const { return tr("surface, %1").arg((*this)(surface.map)); }
    QString operator()(const HeatMapLayer &map) const
    {
        Extent extent;
        for (double z : map.grid.z)
            extent.add(z);
        const QString name = map.colourLabel.isEmpty() ? tr("map") : tr("map of %1").arg(map.colourLabel);
        return extent.isEmpty()
            ? name
            : tr("%1, from %2 to %3").arg(name, shortNumber(extent.least), shortNumber(extent.greatest));
    }
    QString operator()(const ContourLayer &contour) const
    {
        return tr("lines of equal value at %1 levels").arg(contour.levels.size());
    }
    QString operator()(const ReferenceLayer &line) const
    {
        return line.x ? tr("upright line at %1").arg(shortNumber(*line.x))
                      : tr("level line at %1").arg(shortNumber(line.y.value_or(0)));
    }
    QString operator()(const TextLayer &text) const { return tr("text “%1”").arg(text.text); }
    QString operator()(const TableLayer &table) const
    {
        return tr("table of %1 rows; columns: %2")
            .arg(QString::number(table.rows.size()), table.headers.join(QStringLiteral(", ")));
    }
};

} // namespace

QString nameOf(const FigureContent &figure)
{
    return figure.title.isEmpty() ? tr("Figure") : figure.title;
}

QString inWords(const FigureContent &figure, std::optional<std::int64_t> cursor)
{
    QStringList sentences { nameOf(figure) + u'.' };
    if (!figure.note.isEmpty())
        sentences += figure.note + u'.';
    if (!findTable(figure)) {
        const Extents covered = extents(figure.layers);
        sentences += axisWords(tr("Horizontal axis"), figure.x, covered.x);
        sentences += axisWords(tr("Vertical axis"), figure.y, covered.y);
        if (!covered.z.isEmpty())
            sentences += axisWords(tr("Axis of height"), figure.z, covered.z);
    }
    for (const Layer &layer : figure.layers) {
        const Layer seen = atStep(layer, cursor);
        const QString words = std::visit(LayerWords { figure, seen }, seen.shape);
        const QString sentence = layer.label.isEmpty() ? words : QStringLiteral("%1: %2").arg(layer.label, words);
        sentences += sentence.left(1).toUpper() + sentence.mid(1) + u'.';
    }
    return sentences.join(u' ');
}

} // namespace thalweg
