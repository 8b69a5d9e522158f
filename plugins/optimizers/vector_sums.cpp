#include "vector_sums.h"

#include <cstddef>

// ThreadSanitizer crashes on clones.
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
#define THALWEG_CLONES __attribute__((target_clones("avx512f", "avx2", "default"), optimize("O3")))
#else
#define THALWEG_CLONES
#endif

namespace thalweg {

namespace {

inline double total(const double *lanes)
{
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

THALWEG_CLONES double dotOf(const double *a, const double *b, std::size_t count)
{
    double lanes[8] = {};
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8)
        for (std::size_t lane = 0; lane < 8; ++lane)
            lanes[lane] += a[i + lane] * b[i + lane];
    for (std::size_t lane = 0; i < count; ++i, ++lane)
        lanes[lane] += a[i] * b[i];
    return total(lanes);
}

THALWEG_CLONES double addThenDotOf(
    double *__restrict q, double h, double c, const double *y, const double *s, std::size_t count)
{
    double lanes[8] = {};
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8)
        for (std::size_t lane = 0; lane < 8; ++lane) {
            const double next = h * (q[i + lane] + c * y[i + lane]);
            q[i + lane] = next;
            lanes[lane] += s[i + lane] * next;
        }
    for (std::size_t lane = 0; i < count; ++i, ++lane) {
        q[i] = h * (q[i] + c * y[i]);
        lanes[lane] += s[i] * q[i];
    }
    return total(lanes);
}

} // namespace

double dot(const Eigen::VectorXd &a, const Eigen::VectorXd &b)
{
    return dotOf(a.data(), b.data(), static_cast<std::size_t>(a.size()));
}

double addThenDot(Eigen::VectorXd &q, double h, double c, const double *y, const double *s)
{
    return addThenDotOf(q.data(), h, c, y, s, static_cast<std::size_t>(q.size()));
}

} // namespace thalweg
