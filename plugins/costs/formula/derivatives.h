#pragma once

#include "tape.h"

namespace thalweg {

/// One step of reverse-mode differentiation: adds to the adjoints of the operands what the result's adjoint `g` is
/// worth to them. `v` are the values of the forward pass, and `result` is that of this step.
///
/// At a kink: abs has the derivative 0 at 0; sign, floor, ceil and comparisons have it everywhere; of equal operands
/// min and max follow the first; `if` follows the branch that it took. 0^y has the derivative 0 by y where y > 0.
template <Operation operation>
inline void propagate(const Tape::Step &step, double g, double result, const double *v, double *adjoint)
{
    const double a = v[step.a];
    const double b = v[step.b];
    double &toA = adjoint[step.a];
    double &toB = adjoint[step.b];
    switch (operation) {
    case Operation::Add:
        toA += g;
        toB += g;
        break;
    case Operation::Subtract:
        toA += g;
        toB -= g;
        break;
    case Operation::Multiply:
        toA += g * b;
        toB += g * a;
        break;
    case Operation::Divide:
        toA += g / b;
        toB -= g * (result / b);
        break;
    case Operation::Negate:
        toA -= g;
        break;
    case Operation::Square:
        toA += g * (2 * a);
        break;
    case Operation::Power:
        if (b != 0)
            toA += g * (b * std::pow(a, b - 1));
        if (a != 0 || !(b > 0))
            toB += g * (result * std::log(a));
        break;
    case Operation::PowerOfVariable:
        toA += g * (b * std::pow(a, b - 1));
        break;
    case Operation::PowerOfConstant:
        if (a != 0 || !(b > 0))
            toB += g * (result * std::log(a));
        break;
    case Operation::Less:
    case Operation::LessEqual:
    case Operation::Greater:
    case Operation::GreaterEqual:
    case Operation::Equal:
    case Operation::NotEqual:
    case Operation::And:
    case Operation::Or:
    case Operation::Not:
    case Operation::Sign:
    case Operation::Floor:
    case Operation::Ceil:
        break;
    case Operation::If:
        (a != 0 ? toB : adjoint[step.c]) += g;
        break;
    case Operation::Min:
        (a <= b || std::isnan(a) ? toA : toB) += g;
        break;
    case Operation::Max:
        (a >= b || std::isnan(a) ? toA : toB) += g;
        break;
    case Operation::Abs:
        if (a != 0)
            toA += std::copysign(1, a) * g;
        break;
    case Operation::Sqrt:
        toA += g * (0.5 / result);
        break;
    case Operation::Exp:
        toA += g * result;
        break;
    case Operation::Expm1:
        toA += g * std::exp(a);
        break;
    case Operation::Log:
        toA += g / a;
        break;
    case Operation::Log1p:
        toA += g / (1 + a);
        break;
    case Operation::Log2:
        toA += g * (std::numbers::log2e / a);
        break;
    case Operation::Log10:
        toA += g * (std::numbers::log10e / a);
        break;
    case Operation::Sin:
        toA += g * std::cos(a);
        break;
    case Operation::Cos:
        toA -= g * std::sin(a);
        break;
    case Operation::Tan:
        toA += g * (1 + result * result);
        break;
    case Operation::Asin:
        toA += g / std::sqrt((1 - a) * (1 + a));
        break;
    case Operation::Acos:
        toA -= g / std::sqrt((1 - a) * (1 + a));
        break;
    case Operation::Atan:
        toA += g / (1 + a * a);
        break;
    case Operation::Atan2: {
        const double radius = std::hypot(a, b); // of the square, much would over- or underflow
        toA += g * (b / radius / radius);
        toB -= g * (a / radius / radius);
        break;
    }
    case Operation::Sinh:
        toA += g * std::cosh(a);
        break;
    case Operation::Cosh:
        toA += g * std::sinh(a);
        break;
    case Operation::Tanh: {
        const double cosh = std::cosh(a); // 1 - tanh² would cancel
        toA += g / cosh / cosh;
        break;
    }
    }
}

} // namespace thalweg
