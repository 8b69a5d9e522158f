#include "generate.h"

#include "generators/generators.h"

#include <thalweg/inputs.h>
#include <thalweg/run_context.h>

#include <algorithm>

namespace thalweg {

namespace {

const Generator &generatorOf(const QString &kind)
{
    return *std::ranges::find(generators(), kind, &Generator::kind);
}

int featureCount(const Generator &generator, std::optional<qint64> asked)
{
    if (asked && *asked < generator.features)
        throw Error(QStringLiteral("must be at least %1 for %2, not %3")
                        .arg(generator.features)
                        .arg(generator.kind)
                        .arg(*asked))
            .at(QStringLiteral("parameter features"));
    return static_cast<int>(asked.value_or(generator.features));
}

int classCount(const Generator &generator, int asked)
{
    if (generator.mostClasses > 0 && asked > generator.mostClasses)
        throw Error(QStringLiteral("must be %1 for %2, not %3; blobs, circles and spirals have more")
                        .arg(generator.mostClasses)
                        .arg(generator.kind)
                        .arg(asked))
            .at(QStringLiteral("parameter classes"));
    return asked;
}

/// The target column: class k is called by the k-th letter.
Column targetColumn(const Generator &generator, NumberCells target, int classes)
{
    const QString name = QStringLiteral("target");
    if (generator.target != Generator::Target::Class)
        return { name, std::move(target) };
    CategoryCells cells;
    for (int k = 0; k < classes; ++k)
        cells.levels.push_back(QChar(u'a' + k));
    for (double code : target)
        cells.codes.push_back(static_cast<std::int32_t>(code));
    return { name, std::move(cells) };
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const Generator &generator = generatorOf(in.text(QStringLiteral("kind")));
    const auto rows = static_cast<std::size_t>(in.integer(QStringLiteral("rows")));
    const auto features
        = static_cast<std::size_t>(featureCount(generator, in.optionalInteger(QStringLiteral("features"))));
    const double noise = in.optionalNumber(QStringLiteral("noise")).value_or(generator.noise);
    const int classes = classCount(generator, static_cast<int>(in.integer(QStringLiteral("classes"))));
    const std::size_t lawful = generator.usesAllFeatures ? features : static_cast<std::size_t>(generator.features);

    Random random = context.random();
    std::vector<NumberCells> columns;
    for (std::size_t j = 0; j < features; ++j) {
        checkStop(context);
        columns.emplace_back(rows);
    }
    NumberCells target(rows);
    std::vector<double> x(features);
    const std::size_t rowsBetweenChecks = 1 + 65536 / (features + 1);
    for (std::size_t i = 0; i < rows; ++i) {
        if (i % rowsBetweenChecks == 0) {
            checkStop(context);
            context.progress(double(i) / double(rows));
        }
        target[i] = generator.row(std::span(x).first(lawful), { noise, classes, i }, random);
        for (std::size_t j = lawful; j < features; ++j)
            x[j] = random.normal();
        for (std::size_t j = 0; j < features; ++j)
            columns[j][i] = x[j];
    }

    std::vector<Column> named;
    for (std::size_t j = 0; j < features; ++j)
        named.push_back(
            { features == 1 ? QStringLiteral("x") : QStringLiteral("x%1").arg(j + 1), std::move(columns[j]) });
    named.push_back(targetColumn(generator, std::move(target), classes));
    out.set(QStringLiteral("table"), std::make_shared<Table>(std::move(named)));
}

QStringList kinds()
{
    QStringList kinds;
    for (const Generator &generator : generators())
        kinds += generator.kind;
    return kinds;
}

} // namespace

NodeType generate()
{
    return {
        .id = QStringLiteral("sources.generate"),
        .title = QStringLiteral("Generated data"),
        .summary = QStringLiteral("Random rows of a known law: to try things out, and to check that a fit finds it."),
        .help = QStringLiteral(R"(
Features are called x1, x2, … (x where there is one), the target `target`. The rows depend on the workflow's seed and on
this node alone. N(0, 1) is a standard normal number, U(a, b) one that is uniform from a to b, n the number of features, σ the
`noise` and ε ~ N(0, 1).

| kind | features | target | usual σ |
|---|---|---|---|
| linear | N(0, 1) | 1 + 2·x1 − 3·x2 + 4·x3 − 5·x4 + … + σ·ε | 0.5 |
| polynomial | x ~ U(−1, 1) | 1 + x − 2x² + 3x³ + σ·ε | 0.1 |
| sine | x ~ U(0, 2π) | sin x + σ·ε | 0.1 |
| friedman | U(0, 1) | 10·sin(π·x1·x2) + 20·(x3 − ½)² + 10·x4 + 5·x5 + σ·ε | 1 |
| logistic | N(0, 1) | 1 with probability 1/(1 + exp(−z/σ)), else 0; z = 1 + (2/√n)·(x1 − x2 + x3 − …). With σ = 0: 1 where z > 0 | 1 |
| blobs | class k of K: 4·(cos φ, sin φ) + σ·ε, φ = 2πk/K | the class | 1 |
| moons | a: (cos t, sin t) + σ·ε, b: (1 − cos t, ½ − sin t) + σ·ε, t ~ U(0, π) | the class | 0.1 |
| circles | class k of K: r·(cos t, sin t) + σ·ε, r = (k + 1)/K, t ~ U(0, 2π) | the class | 0.05 |
| spirals | class k of K: s·(cos φ, sin φ) + σ·ε, φ = 3πs + 2πk/K, s ~ U(0, 1) | the class | 0.02 |

Classes k = 0, 1, 2, … are called a, b, c, …; the rows take them in turn. Features above those that a law names have nothing
to do with the target and are N(0, 1).

**Sources.** friedman: J. H. Friedman, Multivariate adaptive regression splines, Annals of Statistics 19 (1991), p. 37.

**Example.** `kind` linear, `features` 2, `noise` 0: least squares must find 1, 2 and −3.
)"),
        .parameters = {
            choice(QStringLiteral("kind"), kinds(), QStringLiteral("linear"))
                .help(QStringLiteral("The law that the rows follow.")),
            integer(QStringLiteral("rows"), 200).atLeast(1).atMost(1e8).logSlider(1, 1e5).help(QStringLiteral("How many rows there are.")),
            integer(QStringLiteral("features"))
                .optional()
                .atLeast(1)
                .atMost(100000)
                .help(QStringLiteral("How many features there are; left open: as many as the law needs (1; 2 for "
                                     "classes in the plane; 5 for friedman).")),
            number(QStringLiteral("noise"))
                .optional()
                .atLeast(0)
                .help(QStringLiteral("σ, in the unit of what it is added to; left open: the kind's usual one.")),
            integer(QStringLiteral("classes"), 2)
                .atLeast(2)
                .atMost(26)
                .help(QStringLiteral("K, the number of classes of blobs, circles and spirals.")),
        },
        .outputs = { output<Table>(QStringLiteral("table"))
                         .help(QStringLiteral("The features and, last, the column `target`.")) },
        .run = run,
    };
}

} // namespace thalweg
