#include "support/command.h"
#include "support/objectives.h"
#include "support/run_node.h"

#include <thalweg/descent.h>

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

const QStringList searches { "optimizers.lbfgs", "optimizers.conjugate-gradient" };
const QStringList lineSearches { "strong-wolfe", "armijo" };

/// J of one parameter, and its slope.
class Line final : public Objective {
public:
    using Function = std::function<std::pair<double, double>(double)>;
    explicit Line(Function function) : Objective({ QStringLiteral("x") }), function_(std::move(function)) { }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        const auto [value, slope] = function_(theta[0]);
        gradient[0] = slope;
        return value;
    }

private:
    const Function function_;
};

std::shared_ptr<const Descent> descent(const QString &id, const ValuePtr &objective, const QJsonObject &parameters)
{
    return output<Descent>(thalwegNodeTypes(), id, "descent", parameters, { { "objective", objective } });
}

void checkThatItNeverRises(const Descent &run)
{
    for (std::size_t k = 1; k < run.steps().size(); ++k)
        QVERIFY(run.steps()[k].cost <= run.steps()[k - 1].cost);
}

} // namespace

/// What holds for every method that chooses its own step.
class SearchesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reachThePublishedMinima();
    void stopAtOnceAtTheMinimum();
    void endAtAMinimumToTheLastDigit();
    void stayThisSideOfAWall();
    void comeToRestAtAKink();
    void standNumbersAtTheEndOfTheRange();
    void goOnDownWhereThereIsNoEnd();
};

void SearchesTest::reachThePublishedMinima()
{
    // Moré, Garbow and Hillstrom, Testing unconstrained optimization software, 1981, from their starts.
    struct Published {
        const char *name;
        int dimension;
        QJsonArray start;
        double minimum;
        double another; ///< the local one that the paper gives as well
    };
    const std::vector<Published> problems {
        { "rosenbrock", 2, { -1.2, 1 }, 0, 0 },
        { "freudenstein-roth", 2, { 0.5, -2 }, 0, 48.98425 },
        { "jennrich-sampson", 2, { 0.3, 0.4 }, 124.3622, 124.3622 },
        { "helical-valley", 3, { -1, 0, 0 }, 0, 0 },
        { "bard", 3, { 1, 1, 1 }, 8.21487e-3, 17.4286 },
        { "gaussian", 3, { 0.4, 1, 0 }, 1.12793e-8, 1.12793e-8 },
        { "box-3d", 3, { 0, 10, 20 }, 0, 0 },
        { "powell-singular", 4, { 3, -1, 0, 1 }, 0, 0 },
        { "wood", 4, { -3, -1, -3, -1 }, 0, 0 },
        { "kowalik-osborne", 4, { 0.25, 0.39, 0.415, 0.39 }, 3.07505e-4, 1.02734e-3 },
        { "brown-dennis", 4, { 25, 5, -5, -1 }, 85822.2, 85822.2 },
        { "penalty-1", 4, { 1, 2, 3, 4 }, 2.24997e-5, 2.24997e-5 },
        { "variably-dimensioned", 10, { 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0 }, 0, 0 },
        { "trigonometric", 10, { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 }, 0, 2.79506e-5 },
    };
    QJsonArray nodes;
    QJsonArray links;
    for (const Published &problem : problems) {
        const QString name = QString(problem.name).replace('-', '_');
        nodes.append(QJsonObject { { "id", name }, { "type", "costs.test-function" }, { "version", 1 },
            { "parameters", QJsonObject { { "name", problem.name }, { "dimension", problem.dimension } } } });
        for (const QString &search : searches) {
            const QString id = name + (search == searches[0] ? "_lbfgs" : "_cg");
            nodes.append(QJsonObject { { "id", id }, { "type", search }, { "version", 1 },
                { "parameters", QJsonObject { { "start", problem.start }, { "iterations", 5000 } } } });
            links.append(name + ".objective -> " + id + ".objective");
        }
    }
    const QTemporaryDir folder;
    QFile file(folder.filePath("published.thalweg"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(
        QJsonObject { { "format", "thalweg-workflow" }, { "version", 1 }, { "nodes", nodes }, { "links", links } })
                   .toJson());
    file.close();
    const Finished run = runThalweg({ "run", file.fileName(), "--results", "-" });
    QCOMPARE(run.status, 0);
    for (const Published &problem : problems) {
        for (const char *suffix : { "_lbfgs", "_cg" }) {
            const QString id = QString(problem.name).replace('-', '_') + suffix;
            const double cost = outputOf(run.json(), id, "descent").value("cost").toDouble(-1);
            const auto isNear = [&](double minimum) { return std::abs(cost - minimum) <= 1e-5 * minimum + 1e-12; };
            QVERIFY2(isNear(problem.minimum) || isNear(problem.another),
                qPrintable(QStringLiteral("%1: %2").arg(id).arg(cost)));
        }
    }
}

void SearchesTest::stopAtOnceAtTheMinimum()
{
    for (const QString &id : searches) {
        const auto bowl = std::make_shared<Bowl>(5.0, 3);
        const auto run = descent(id, bowl, { { "start", QJsonArray { 5, 5, 5 } } });
        QCOMPARE(run->lastStep().iteration, 0);
        QVERIFY(run->reason() == StopReason::Step && !run->converged());
        QCOMPARE(run->message(), QString("the gradient is 0: there is no way down from here"));
        const auto tested = descent(id, bowl, { { "start", QJsonArray { 5, 5, 5 } }, { "gradient_tolerance", 1e-9 } });
        QVERIFY(tested->reason() == StopReason::Gradient && tested->converged());
    }
}

void SearchesTest::endAtAMinimumToTheLastDigit()
{
    // e^x − 3x + 7: its minimum is log 3, and J there is 10 − 3 log 3, far above its own rounding.
    const auto objective = std::make_shared<Line>([](double x) {
        return std::pair { std::exp(x) - 3 * x + 7, std::exp(x) - 3 };
    });
    for (const QString &id : searches) {
        for (const QString &lineSearch : lineSearches) {
            const auto run = descent(id, objective, { { "line_search", lineSearch }, { "iterations", 1000 } });
            QVERIFY(std::abs(run->lastTheta()[0] - std::log(3)) < 1e-12);
            checkThatItNeverRises(*run);
        }
    }
}

void SearchesTest::stayThisSideOfAWall()
{
    // x − log x, its minimum at 1; no number below 0, and infinite at 0.
    const auto objective = std::make_shared<Line>([](double x) { return std::pair { x - std::log(x), 1 - 1 / x }; });
    for (const QString &id : searches) {
        for (const QString &lineSearch : lineSearches) {
            for (const double start : { 1e-8, 0.5, 30.0, 1e6 }) {
                const auto run = descent(id, objective,
                    { { "start", start }, { "line_search", lineSearch }, { "gradient_tolerance", 1e-9 } });
                QVERIFY(run->converged());
                QVERIFY(std::abs(run->lastTheta()[0] - 1) < 1e-8);
                for (std::size_t k = 0; k < run->steps().size(); ++k)
                    QVERIFY(run->theta(k)[0] > 0 && std::isfinite(run->steps()[k].cost));
            }
        }
        // A step of a given size goes where it goes.
        const auto blind = descent(id, objective, { { "start", 30 }, { "rate", 100 } });
        QVERIFY(blind->reason() == StopReason::Diverged && !blind->converged());
    }
}

void SearchesTest::comeToRestAtAKink()
{
    const auto kink = std::make_shared<Line>([](double x) {
        return std::pair { std::abs(x - 2), x < 2 ? -1.0 : 1.0 };
    });
    for (const QString &id : searches) {
        for (const QString &lineSearch : lineSearches) {
            const auto at = descent(id, kink, { { "start", 2 }, { "line_search", lineSearch } });
            QCOMPARE(at->lastStep().iteration, 0);
            QVERIFY(at->reason() == StopReason::Step && !at->converged());
            QVERIFY(at->message().contains("the gradient's largest component is 1"));
            const auto towards = descent(id, kink, { { "start", 0.3 }, { "line_search", lineSearch } });
            QVERIFY(!towards->converged());
            QVERIFY(std::abs(towards->lastTheta()[0] - 2) < 1e-6);
            checkThatItNeverRises(*towards);
        }
    }
}

void SearchesTest::standNumbersAtTheEndOfTheRange()
{
    // 1e308 tanh²(x): the square of its slope is beyond the range.
    const auto steep = std::make_shared<Line>([](double x) {
        const double t = std::tanh(x);
        return std::pair { 1e308 * t * t, 2 * (1e308 * t * (1 - t * t)) };
    });
    const auto tiny = std::make_shared<Line>([](double x) {
        return std::pair { 1e-200 * (x - 1) * (x - 1), 2e-200 * (x - 1) };
    });
    for (const QString &id : searches) {
        for (const QString &lineSearch : lineSearches) {
            const auto run = descent(id, steep, { { "start", 0.5 }, { "line_search", lineSearch } });
            QVERIFY(run->lastStep().cost < 1e-6 * run->steps()[0].cost);
            const auto small = descent(id, tiny, { { "line_search", lineSearch } });
            QVERIFY(std::abs(small->lastTheta()[0] - 1) < 1e-6);
            checkThatItNeverRises(*small);
        }
        QCOMPARE(errorOf(thalwegNodeTypes(), id, { { "start", 1e308 } },
                     { { "objective", std::make_shared<Bowl>(5.0, 1) } }),
            QString("parameter start: J or its gradient is not finite here (J = inf); start elsewhere"));
    }
}

void SearchesTest::goOnDownWhereThereIsNoEnd()
{
    const auto slope = std::make_shared<Line>([](double x) { return std::pair { -x, -1.0 }; });
    for (const QString &id : searches) {
        const auto run = descent(id, slope, { { "iterations", 30 } });
        QVERIFY(!run->converged());
        QVERIFY(run->lastStep().cost < -1000);
        QVERIFY(run->lastTheta().allFinite());
    }
}

QTEST_GUILESS_MAIN(SearchesTest)
#include "searches_test.moc"
