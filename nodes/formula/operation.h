#pragma once

#include <cstddef>
#include <cstdint>

namespace thalweg {

/// What one step of a formula can do. The operands are called a, b and c.
enum class Operation : std::uint8_t {
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Square,
    Power, ///< a^b
    PowerOfVariable, ///< a^b where b is constant: only a has a derivative
    PowerOfConstant, ///< a^b where a is constant: only b has a derivative
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    And,
    Or,
    Not,
    If, ///< b where a is not 0, else c
    Min,
    Max,
    Abs,
    Sign,
    Floor,
    Ceil,
    Sqrt,
    Exp,
    Expm1,
    Log,
    Log1p,
    Log2,
    Log10,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Atan2,
    Sinh,
    Cosh,
    Tanh, // the last
};

inline constexpr std::size_t operationCount = static_cast<std::size_t>(Operation::Tanh) + 1;

} // namespace thalweg
