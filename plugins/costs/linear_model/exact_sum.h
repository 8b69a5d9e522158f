#pragma once

#include <cmath>

namespace thalweg {

/// A sum of products as if it were added up in twice the precision and then rounded, so that little is lost where large
/// terms cancel out: Dot2 of T. Ogita, S. M. Rump and S. Oishi, Accurate sum and dot product, SIAM Journal on
/// Scientific Computing 26 (2005), pp. 1955–1988. Where a term overflows, the sum is not finite.
class ExactSum {
public:
    void add(double term)
    {
        const double sum = sum_ + term;
        const double part = sum - sum_;
        rest_ += (sum_ - (sum - part)) + (term - part);
        sum_ = sum;
    }

    void addProduct(double a, double b)
    {
        const double product = a * b;
        add(product);
        const Halves x = halves(a);
        const Halves y = halves(b);
        rest_ += x.low * y.low - (((product - x.high * y.high) - x.low * y.high) - x.high * y.low);
    }

    double value() const
    {
        // Near the largest numbers the halves overflow, and the plain sum is the better answer.
        const double value = sum_ + rest_;
        return std::isfinite(value) ? value : sum_;
    }

private:
    struct Halves {
        double high;
        double low;
    };

    /// The number as a sum of two of 26 bits, whose products are exact (Dekker 1971).
    static Halves halves(double number)
    {
        const double shifted = 134217729. * number; // 2²⁷ + 1
        const double high = shifted - (shifted - number);
        return { high, number - high };
    }

    double sum_ = 0;
    double rest_ = 0;
};

} // namespace thalweg
