#include "cells.h"
#include "model_rows.h"
#include "names.h"
#include "plots.h"

#include <thalweg/class_predictions.h>
#include <thalweg/figure.h>

#include <algorithm>

namespace thalweg {

namespace {

/// How many rows of each class were given to each.
class Counts {
public:
    explicit Counts(std::size_t classes) : classes_(classes), counts_(classes * classes) { }

    void add(int is, int said) { ++counts_[static_cast<std::size_t>(is) * classes_ + static_cast<std::size_t>(said)]; }

    std::size_t classes() const { return classes_; }
    std::size_t at(std::size_t is, std::size_t said) const { return counts_[is * classes_ + said]; }

    std::size_t right() const
    {
        std::size_t sum = 0;
        for (std::size_t k = 0; k < classes_; ++k)
            sum += at(k, k);
        return sum;
    }
    std::size_t ofClass(std::size_t is) const
    {
        std::size_t sum = 0;
        for (std::size_t said = 0; said < classes_; ++said)
            sum += at(is, said);
        return sum;
    }
    std::size_t saidToBe(std::size_t said) const
    {
        std::size_t sum = 0;
        for (std::size_t is = 0; is < classes_; ++is)
            sum += at(is, said);
        return sum;
    }
    std::size_t all() const
    {
        std::size_t sum = 0;
        for (std::size_t count : counts_)
            sum += count;
        return sum;
    }

private:
    std::size_t classes_;
    std::vector<std::size_t> counts_; ///< class by class, of each by what was said
};

/// The part of the whole that `share` names; not a number where there is nothing.
double shareOf(const Counts &counts, std::size_t is, std::size_t said, const QString &share)
{
    const std::size_t whole = share == QLatin1String("true") ? counts.ofClass(is)
        : share == QLatin1String("predicted")                ? counts.saidToBe(said)
                                                             : counts.all();
    return static_cast<double>(counts.at(is, said)) / static_cast<double>(whole);
}

QString shareLabel(const QString &share)
{
    if (share == QLatin1String("true"))
        return QStringLiteral("Share of the true class");
    return share == QLatin1String("predicted") ? QStringLiteral("Share of the predicted class")
                                               : QStringLiteral("Share of all rows");
}

QString cellText(const Counts &counts, std::size_t is, std::size_t said, double share)
{
    QStringList lines;
    lines += QString::number(counts.at(is, said));
    if (std::isfinite(share))
        lines += QStringLiteral("%1 %").arg(100 * share, 0, 'f', share > 0 && share < 0.01 ? 1 : 0);
    return lines.join(u'\n');
}

/// A text in the middle of a cell that is 1 wide, among `classes` of them. Texts begin at their place, so it starts
/// half its usual width to the left.
TextLayer centred(double x, double y, const QString &text, std::size_t classes)
{
    qsizetype longest = 0;
    for (const QString &line : text.split(u'\n'))
        longest = std::max(longest, line.size());
    constexpr double letter = 1.0 / 95; // of the width of a plot
    const double width = static_cast<double>(longest) * letter * static_cast<double>(classes);
    return { x - std::min(width, 0.98) / 2, y, text };
}

Counts countRows(const Model &model, const Dataset &dataset)
{
    const std::vector<int> target = targetClasses(model, dataset);
    const std::vector<int> said = predictClasses(model, rowsFor(model, dataset)).classes;
    Counts counts(static_cast<std::size_t>(model.classes().size()));
    for (std::size_t row = 0; row < target.size(); ++row)
        if (said[row] != ClassPredictions::none)
            counts.add(target[row], said[row]);
    return counts;
}

void run(const Inputs &in, Outputs &out, RunContext &)
{
    const auto model = in.value<Model>(QStringLiteral("model"));
    const auto dataset = in.value<Dataset>(QStringLiteral("dataset"));
    checkHasRowsAndTarget(*dataset);
    const QStringList &names = model->classes();
    if (names.size() < 2)
        throw Error(QStringLiteral("predicts numbers, not classes; plots.residuals shows how well"))
            .at(QStringLiteral("port model"));
    const QString share = in.text(QStringLiteral("share"));
    const Counts counts = countRows(*model, *dataset);
    const std::size_t classes = counts.classes();

    std::vector<double> centres;
    std::vector<double> shares;
    std::vector<Layer> texts;
    constexpr std::size_t roomForZeros = 4;
    constexpr std::size_t roomForTexts = 16;
    for (std::size_t is = 0; is < classes; ++is) {
        centres.push_back(static_cast<double>(is + 1));
        for (std::size_t said = 0; said < classes; ++said) {
            const double part = shareOf(counts, is, said, share);
            shares.push_back(part);
            if (classes > roomForTexts || (classes > roomForZeros && is != said && counts.at(is, said) == 0))
                continue;
            const bool onDark = part < 0.6;
            const QString text = cellText(counts, is, said, part);
            texts.push_back(
                { .shape = centred(static_cast<double>(said + 1), static_cast<double>(is + 1), text, classes),
                    .ownColour = !std::isfinite(part) ? QString()
                        : onDark                      ? QStringLiteral("#ffffff")
                                                      : QStringLiteral("#1f2328") });
        }
    }

    const QString target = displayName(model->targetName());
    const std::vector<double> edges = edgesAround(centres);
    FigureContent content { .title = titleOf(in, QStringLiteral("Confusion matrix of %1").arg(target)),
        .x = { .label = QStringLiteral("Predicted %1").arg(target),
            .minimum = edges.front(),
            .maximum = edges.back(),
            .categories = names },
        .y = { .label = QStringLiteral("True %1").arg(target),
            .minimum = edges.front(),
            .maximum = edges.back(),
            .categories = names },
        .note = QStringLiteral("%1 of %2 rows right: %3 %")
                    .arg(counts.right())
                    .arg(counts.all())
                    .arg(100 * static_cast<double>(counts.right()) / static_cast<double>(counts.all()), 0, 'f', 1) };
    if (const auto unsaid = static_cast<std::size_t>(dataset->rowCount()) - counts.all(); unsaid > 0)
        content.note += QStringLiteral("; of %1 rows the model says nothing").arg(unsaid);
    HeatMapLayer map = cellMap(edges, edges, shares);
    map.colourLabel = shareLabel(share);
    map.minimum = 0;
    map.maximum = 1;
    content.layers.push_back({ .shape = std::move(map) });
    for (std::size_t i = 1; i + 1 < edges.size(); ++i) {
        for (const bool upright : { true, false }) {
            LineLayer line { .x = { edges[i], edges[i] }, .y = { edges.front(), edges.back() }, .width = 1.5 };
            if (!upright)
                std::swap(line.x, line.y);
            content.layers.push_back({ .shape = std::move(line), .ownColour = QStringLiteral("#ffffff") });
        }
    }
    content.layers.insert(content.layers.end(), texts.begin(), texts.end());
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType confusion()
{
    return {
        .id = QStringLiteral("plots.confusion"),
        .title = QStringLiteral("Confusion matrix"),
        .summary = QStringLiteral("How many rows of each class a model takes for which."),
        .help = QStringLiteral(R"(
Counts, for every class i and j, the rows of class i that the model takes for class j, and draws them as cells: to the
right what was predicted, upwards what is true, both in the order of the model's classes. The class of highest
probability is the predicted one, the first of several. Rows on the diagonal are right.

Each cell has its count nᵢⱼ and its share, which is also its colour:

- `true`: nᵢⱼ / Σⱼ nᵢⱼ, the part of the rows that are of class i; on the diagonal that is the recall of the class;
- `predicted`: nᵢⱼ / Σᵢ nᵢⱼ, the part of the rows that are said to be of class j; on the diagonal the precision;
- `all`: nᵢⱼ / m, the part of all m rows; the diagonal adds up to the accuracy.

A share of nothing is a hole. Of more than 16 classes only the colours are shown, of more than 4 no zeros.

**Example.** `optimizers.adam` on `costs.softmax` → `model`, held-out rows from `tables.split` → `dataset`.
)"),
        .parameters
        = { choice(QStringLiteral("share"),
                { QStringLiteral("true"), QStringLiteral("predicted"), QStringLiteral("all") }, QStringLiteral("true"))
                .help(QStringLiteral("Of which rows each cell is given as a part.")),
            titleParameter() },
        .inputs = { input<Model>(QStringLiteral("model")).help(QStringLiteral("What tells classes apart.")),
            input<Dataset>(QStringLiteral("dataset"))
                .help(QStringLiteral("Rows whose class is known; best such that the model was not fitted to.")) },
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
