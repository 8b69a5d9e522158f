#include "support/run_node.h"

#include <thalweg/descent.h>
#include <thalweg/objective.h>

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

/// ½ θᵀAθ − bᵀθ, where A is symmetric and positive definite, neither diagonal nor well conditioned.
class Quadratic final : public Objective {
public:
    explicit Quadratic(int n) : Objective(numberedNames(QStringLiteral("theta"), n)), a(n, n), b(n)
    {
        for (int i = 0; i < n; ++i) {
            b[i] = 1 + i % 3;
            for (int j = 0; j < n; ++j)
                a(i, j) = (i == j ? 1.0 + i : 0.0) + 0.5 / (1 + std::abs(i - j));
        }
    }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        gradient = a * theta - b;
        return theta.dot(gradient - b) / 2;
    }

    Eigen::MatrixXd a;
    Eigen::VectorXd b;
};

/// Hestenes and Stiefel's method for A θ = b from 0: its iterates.
std::vector<Eigen::VectorXd> linearIterates(const Quadratic &quadratic)
{
    Eigen::VectorXd theta = Eigen::VectorXd::Zero(quadratic.b.size());
    Eigen::VectorXd residual = quadratic.b;
    Eigen::VectorXd direction = residual;
    std::vector<Eigen::VectorXd> iterates { theta };
    for (Eigen::Index k = 0; k < quadratic.b.size(); ++k) {
        const Eigen::VectorXd image = quadratic.a * direction;
        const double alpha = residual.squaredNorm() / direction.dot(image);
        theta += alpha * direction;
        const double before = residual.squaredNorm();
        residual -= alpha * image;
        direction = residual + residual.squaredNorm() / before * direction;
        iterates.push_back(theta);
    }
    return iterates;
}

std::shared_ptr<const Descent> descent(const ValuePtr &objective, const QJsonObject &parameters)
{
    return output<Descent>(
        thalwegNodeTypes(), "optimizers.conjugate-gradient", "descent", parameters, { { "objective", objective } });
}

constexpr const char *formulas[] = { "fletcher-reeves", "polak-ribiere+", "hestenes-stiefel" };

} // namespace

class ConjugateGradientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheLinearMethodOnAQuadratic_data();
    void isTheLinearMethodOnAQuadratic();
    void goesAlongTheGradientWhereItRestartsEachTime();
    void takesTheRateThatIsGiven();
};

void ConjugateGradientTest::isTheLinearMethodOnAQuadratic_data()
{
    QTest::addColumn<QString>("beta");
    QTest::addColumn<int>("n");
    for (const char *beta : formulas)
        for (const int n : { 2, 5, 10 })
            QTest::addRow("%s, n = %d", beta, n) << QString(beta) << n;
}

void ConjugateGradientTest::isTheLinearMethodOnAQuadratic()
{
    QFETCH(QString, beta);
    QFETCH(int, n);
    const auto quadratic = std::make_shared<Quadratic>(n);
    const auto run = descent(quadratic, { { "beta", beta }, { "c1", 1e-9 }, { "c2", 1e-8 }, { "iterations", n } });
    const auto expected = linearIterates(*quadratic);
    const Eigen::VectorXd minimum = quadratic->a.ldlt().solve(quadratic->b);
    QCOMPARE(run->steps().size(), expected.size());
    for (std::size_t k = 0; k < expected.size(); ++k)
        QVERIFY((run->theta(k) - expected[k]).lpNorm<Eigen::Infinity>() <= 1e-10 * minimum.lpNorm<Eigen::Infinity>());
    QVERIFY((run->lastTheta() - minimum).lpNorm<Eigen::Infinity>() <= 1e-10 * minimum.lpNorm<Eigen::Infinity>());
    QVERIFY(run->steps()[static_cast<std::size_t>(n) - 1].gradientNorm > 1e-6);
}

void ConjugateGradientTest::goesAlongTheGradientWhereItRestartsEachTime()
{
    const auto quadratic = std::make_shared<Quadratic>(6);
    const auto run = descent(quadratic, { { "restart", 1 }, { "iterations", 15 } });
    for (std::size_t k = 0; k + 1 < run->steps().size(); ++k) {
        const Eigen::VectorXd gradient = quadratic->a * run->theta(k) - quadratic->b;
        const Eigen::VectorXd expected = run->theta(k) - run->steps()[k + 1].rate * gradient;
        QVERIFY((run->theta(k + 1) - expected).lpNorm<Eigen::Infinity>() < 1e-14);
    }
}

void ConjugateGradientTest::takesTheRateThatIsGiven()
{
    // Polak and Ribière's directions written out, each followed by the same step; restarted after 3.
    const auto quadratic = std::make_shared<Quadratic>(3);
    const auto run = descent(quadratic, { { "rate", 0.1 }, { "iterations", 40 } });
    QCOMPARE(run->lastStep().iteration, 40);
    Eigen::VectorXd theta = Eigen::VectorXd::Zero(3);
    Eigen::VectorXd gradient = -quadratic->b;
    Eigen::VectorXd direction = -gradient;
    for (std::size_t k = 1, sinceRestart = 0; k <= 40; ++k) {
        theta += 0.1 * direction;
        const Eigen::VectorXd next = quadratic->a * theta - quadratic->b;
        const double product = next.dot(gradient);
        double beta = std::max(0.0, (next.squaredNorm() - product) / gradient.squaredNorm());
        if (++sinceRestart == 3 || std::abs(product) >= 0.2 * next.squaredNorm())
            beta = 0;
        Eigen::VectorXd after = -next + beta * direction;
        if (after.dot(next) >= 0)
            after = -next;
        if (beta == 0)
            sinceRestart = 0;
        direction = after;
        gradient = next;
        QCOMPARE(run->steps()[k].rate, 0.1);
        QVERIFY((run->theta(k) - theta).lpNorm<Eigen::Infinity>() < 1e-12);
    }
}

QTEST_GUILESS_MAIN(ConjugateGradientTest)
#include "conjugate_gradient_test.moc"
