#include "figure/axes.h"

#include "figure/ticks.h"

namespace thalweg {

namespace {

class FigureTicker final : public QCPAxisTicker {
public:
    /// `room` is the length of the axis where its labels stand side by side, else infinite.
    FigureTicker(const AxisMap &map, int count, double room, const QFont &font)
        : map_(map), count_(count), room_(room), metrics_(font)
    {
    }

    void generate(const QCPRange &range, const QLocale &, QChar, int, QVector<double> &major, QVector<double> *minor,
        QVector<QString> *labels) override
    {
        // The range may be another than at first: people zoom.
        AxisMap shown = map_;
        shown.lower = range.lower;
        shown.upper = range.upper;
        Ticks marks = ticks(shown, count_);
        for (int count = count_ - 1; count > 1 && length(marks.labels) > room_; --count)
            marks = ticks(shown, count);
        major = std::move(marks.major);
        if (minor)
            *minor = std::move(marks.minor);
        if (labels)
            *labels = std::move(marks.labels);
    }

private:
    double length(const QStringList &labels) const
    {
        constexpr double gap = 16;
        double length = 0;
        for (const QString &label : labels)
            length += metrics_.horizontalAdvance(label) + gap;
        return length;
    }

    const AxisMap map_;
    const int count_;
    const double room_;
    const QFontMetricsF metrics_;
};

/// The names of categories, each in the middle of its place.
class CategoryTicker final : public QCPAxisTicker {
public:
    /// `length` is that of the axis in points.
    CategoryTicker(const AxisMap &map, const QStringList &categories, double length, const QFont &font)
        : map_(map), categories_(categories), length_(length), metrics_(font)
    {
    }

    void generate(const QCPRange &range, const QLocale &, QChar, int, QVector<double> &major, QVector<double> *minor,
        QVector<QString> *labels) override
    {
        constexpr double gap = 8;
        const double room = length_ * (map_.toPlot(2) - map_.toPlot(1)) / range.size() - gap;
        major.clear();
        if (minor)
            minor->clear();
        if (labels)
            labels->clear();
        for (qsizetype i = 0; i < categories_.size(); ++i) {
            const double place = map_.toPlot(static_cast<double>(i + 1));
            if (!range.contains(place))
                continue;
            major.append(place);
            if (labels)
                labels->append(metrics_.elidedText(categories_[i], Qt::ElideRight, room));
        }
    }

private:
    const AxisMap map_;
    const QStringList categories_;
    const double length_;
    const QFontMetricsF metrics_;
};

} // namespace

void dressAxis(QCPAxis &axis, const AxisMap &map, const QString &label, int count, double length,
    const Colours &colours, const Fonts &fonts, const QStringList &categories)
{
    const bool sideBySide = axis.axisType() == QCPAxis::atBottom || axis.axisType() == QCPAxis::atTop;
    const double room = sideBySide ? length : std::numeric_limits<double>::infinity();
    axis.setRange(map.lower, map.upper);
    if (categories.isEmpty())
        axis.setTicker(QSharedPointer<FigureTicker>::create(map, count, room, fonts.small));
    else
        axis.setTicker(QSharedPointer<CategoryTicker>::create(
            map, categories, sideBySide ? length : 3 * length, fonts.small)); // beside a tall axis lines stand close
    axis.setNumberFormat(QStringLiteral("g")); // labels come as they are to be
    const QPen thin(colours.axis, 0.8);
    axis.setBasePen(thin);
    axis.setTickPen(thin);
    axis.setSubTickPen(QPen(colours.axis, 0.6));
    axis.setTickLength(0, 5);
    axis.setSubTickLength(0, 2);
    axis.setTickLabelFont(fonts.small);
    axis.setTickLabelColor(colours.faintText);
    axis.setTickLabelPadding(4);
    axis.setLabelFont(fonts.text);
    axis.setLabelColor(colours.text);
    axis.setLabelPadding(5);
    axis.setLabel(QFontMetrics(fonts.text).elidedText(label, Qt::ElideMiddle, static_cast<int>(length)));
    axis.setTicks(!map.isEmpty);
    axis.setTickLabels(!map.isEmpty);
    axis.setSubTicks(!map.isEmpty);
    axis.grid()->setVisible(true);
    axis.grid()->setPen(QPen(colours.grid, 0.8));
    axis.grid()->setZeroLinePen(Qt::NoPen);
    axis.grid()->setSubGridVisible(false);
}

QCPColorScale *colourBar(QCustomPlot &plot, const AxisMap &map, const QString &label, const FigureStyle &style,
    const Colours &colours, const Fonts &fonts)
{
    QMap<double, QColor> stops;
    constexpr int count = 32;
    for (int i = 0; i <= count; ++i)
        stops.insert(double(i) / count, mapColour(double(i) / count));
    QCPColorGradient gradient;
    gradient.setColorStops(stops);
    gradient.setColorInterpolation(QCPColorGradient::ciRGB);
    gradient.setLevelCount(256);

    auto *bar = new QCPColorScale(&plot);
    bar->setType(QCPAxis::atRight);
    bar->setGradient(gradient);
    bar->setDataRange(QCPRange(map.lower, map.upper));
    bar->setBarWidth(12);
    dressAxis(
        *bar->axis(), map, label, std::max(2, static_cast<int>(style.height / 70)), style.height * 0.7, colours, fonts);
    for (QCPAxis *side : bar->axis()->axisRect()->axes()) {
        side->setBasePen(QPen(colours.axis, 0.8));
        side->grid()->setVisible(false);
    }
    return bar;
}

} // namespace thalweg
