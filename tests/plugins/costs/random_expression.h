#pragma once

#include <thalweg/random.h>

#include <QString>

#include <array>
#include <cmath>
#include <functional>

namespace thalweg {

/// A random formula of x, y and z with what it means, written independently of the program: as text, and as a function
/// in long double.
struct RandomExpression {
    using Real = long double;
    using Point = std::array<Real, 3>;

    QString text;
    int precedence; ///< 0 sum, 1 product, 2 minus sign, 3 power, 4 number, name or bracket
    std::function<Real(const Point &)> value;
};

/// Text of an operand that must bind at least as strongly as `precedence`; now and then with brackets that it does not
/// need.
inline QString operand(const RandomExpression &expression, int precedence, Random &random)
{
    if (expression.precedence < precedence || random.below(8) == 0)
        return QStringLiteral("(%1)").arg(expression.text);
    return expression.text;
}

inline RandomExpression anyExpression(Random &random, int depth);

/// A random expression that is undefined where it, or a part of it, grows so large that double cannot follow.
inline RandomExpression randomExpression(Random &random, int depth)
{
    RandomExpression expression = anyExpression(random, depth);
    expression.value = [value = expression.value](const RandomExpression::Point &p) {
        const RandomExpression::Real found = value(p);
        return std::abs(found) < 1e4L ? found : std::nanl("");
    };
    return expression;
}

inline RandomExpression anyExpression(Random &random, int depth)
{
    using Real = RandomExpression::Real;
    using Point = RandomExpression::Point;
    using E = RandomExpression;
    if (depth == 0 || random.below(6) == 0) {
        if (random.below(3) == 0) {
            const double number = static_cast<double>(random.below(40)) / 8;
            return { QString::number(number), 4, [number](const Point &) { return Real(number); } };
        }
        const std::size_t which = random.below(3);
        return { QStringLiteral("xyz").mid(static_cast<qsizetype>(which), 1), 4,
            [which](const Point &p) { return p[which]; } };
    }
    const E a = randomExpression(random, depth - 1);
    switch (random.below(14)) {
    case 0:
    case 1: {
        const E b = randomExpression(random, depth - 1);
        return { operand(a, 0, random) + QStringLiteral(" + ") + operand(b, 1, random), 0,
            [=](const Point &p) { return a.value(p) + b.value(p); } };
    }
    case 2: {
        const E b = randomExpression(random, depth - 1);
        return { operand(a, 0, random) + QStringLiteral(" - ") + operand(b, 1, random), 0,
            [=](const Point &p) { return a.value(p) - b.value(p); } };
    }
    case 3:
    case 4: {
        const E b = randomExpression(random, depth - 1);
        return { operand(a, 1, random) + QStringLiteral("*") + operand(b, 2, random), 1,
            [=](const Point &p) { return a.value(p) * b.value(p); } };
    }
    case 5: {
        const E b = randomExpression(random, depth - 1);
        return { operand(a, 1, random) + QStringLiteral("/") + operand(b, 2, random), 1,
            [=](const Point &p) { return a.value(p) / b.value(p); } };
    }
    case 6:
        return { QStringLiteral("-") + operand(a, 2, random), 2, [=](const Point &p) { return -a.value(p); } };
    case 7: {
        const int n = static_cast<int>(random.below(24)) - 4;
        return { QStringLiteral("%1^%2").arg(operand(a, 4, random)).arg(n), 3,
            [=](const Point &p) { return std::pow(a.value(p), Real(n)); } };
    }
    case 8: { // a positive base to a variable power
        const E b = randomExpression(random, depth - 1);
        return { QStringLiteral("(1 + abs(%1))^%2").arg(a.text, operand(b, 2, random)), 3, [=](const Point &p) {
                    const Real base = a.value(p), exponent = b.value(p);
                    return std::isnan(base + exponent) ? std::nanl("") : std::pow(1 + std::abs(base), exponent);
                } };
    }
    case 9: {
        const E b = randomExpression(random, depth - 1);
        return { QStringLiteral("if(%1 < %2, %2, (%1)*sin(%2))").arg(a.text, b.text), 4, [=](const Point &p) {
                    const Real left = a.value(p), right = b.value(p);
                    return left < right ? right : left * std::sin(right);
                } };
    }
    case 10: {
        const E b = randomExpression(random, depth - 1);
        return { QStringLiteral("max(%1, min(%2, 2))").arg(a.text, b.text), 4, [=](const Point &p) {
                    const Real left = a.value(p), right = b.value(p);
                    return std::isnan(left + right) ? std::nanl("") : std::max(left, std::min(right, Real(2)));
                } };
    }
    case 11:
        return { QStringLiteral("sum(k, -1, 3, k*(%1)^2 + k)").arg(a.text), 4, [=](const Point &p) {
                    Real sum = 0;
                    for (int k = -1; k <= 3; ++k)
                        sum += k * a.value(p) * a.value(p) + k;
                    return sum;
                } };
    default: {
        // Undefined where its derivative is too large to be compared.
        constexpr auto steepSqrt = [](Real x) { return x > 1e-6L ? std::sqrt(x) : std::nanl(""); };
        struct Named {
            const char *name;
            Real (*function)(Real);
        };
        static constexpr Named all[] = { { "exp", std::exp }, { "log", std::log }, { "sqrt", steepSqrt },
            { "sin", std::sin }, { "cos", std::cos }, { "tan", std::tan }, { "atan", std::atan }, { "sinh", std::sinh },
            { "cosh", std::cosh }, { "tanh", std::tanh }, { "abs", std::abs }, { "log1p", std::log1p },
            { "expm1", std::expm1 }, { "log2", std::log2 }, { "log10", std::log10 }, { "floor", std::floor } };
        const Named named = all[random.below(std::size(all))];
        return { QStringLiteral("%1(%2)").arg(QLatin1String(named.name), a.text), 4,
            [=](const Point &p) { return named.function(a.value(p)); } };
    }
    }
}

} // namespace thalweg
