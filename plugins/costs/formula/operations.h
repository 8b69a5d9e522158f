#pragma once

#include <thalweg/formula/operation.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace thalweg {

/// 1 where true, 0 where false, undefined where `a` or `b` is: an undefined number never decides anything silently.
inline double truth(bool isTrue, double a, double b = 0)
{
    return std::isunordered(a, b) ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(isTrue);
}

/// The value of an operation, by IEEE 754: what is undefined is NaN, what is too large is infinite.
[[gnu::always_inline]] inline double apply(Operation operation, double a, double b, double c)
{
    switch (operation) {
    case Operation::Add:
        return a + b;
    case Operation::Subtract:
        return a - b;
    case Operation::Multiply:
        return a * b;
    case Operation::Divide:
        return a / b;
    case Operation::Negate:
        return -a;
    case Operation::Square:
        return a * a;
    case Operation::Power:
    case Operation::PowerOfVariable:
    case Operation::PowerOfConstant:
        return std::isunordered(a, b) ? a + b : std::pow(a, b); // pow alone makes 1 of NaN⁰
    case Operation::Less:
        return truth(a < b, a, b);
    case Operation::LessEqual:
        return truth(a <= b, a, b);
    case Operation::Greater:
        return truth(a > b, a, b);
    case Operation::GreaterEqual:
        return truth(a >= b, a, b);
    case Operation::Equal:
        return truth(a == b, a, b);
    case Operation::NotEqual:
        return truth(a != b, a, b);
    case Operation::And:
        return truth(a != 0 && b != 0, a, b);
    case Operation::Or:
        return truth(a != 0 || b != 0, a, b);
    case Operation::Not:
        return truth(a == 0, a);
    case Operation::If:
        return std::isnan(a) ? a : a != 0 ? b : c;
    case Operation::Min:
        return a <= b || std::isnan(a) ? a : b;
    case Operation::Max:
        return a >= b || std::isnan(a) ? a : b;
    case Operation::Abs:
        return std::abs(a);
    case Operation::Sign:
        return a > 0 ? 1 : a < 0 ? -1 : a;
    case Operation::Floor:
        return std::floor(a);
    case Operation::Ceil:
        return std::ceil(a);
    case Operation::Sqrt:
        return std::sqrt(a);
    case Operation::Exp:
        return std::exp(a);
    case Operation::Expm1:
        return std::expm1(a);
    case Operation::Log:
        return std::log(a);
    case Operation::Log1p:
        return std::log1p(a);
    case Operation::Log2:
        return std::log2(a);
    case Operation::Log10:
        return std::log10(a);
    case Operation::Sin:
        return std::sin(a);
    case Operation::Cos:
        return std::cos(a);
    case Operation::Tan:
        return std::tan(a);
    case Operation::Asin:
        return std::asin(a);
    case Operation::Acos:
        return std::acos(a);
    case Operation::Atan:
        return std::atan(a);
    case Operation::Atan2:
        return std::atan2(a, b);
    case Operation::Sinh:
        return std::sinh(a);
    case Operation::Cosh:
        return std::cosh(a);
    case Operation::Tanh:
        return std::tanh(a);
    }
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace thalweg
