#include "boundary.h"

#include <array>
#include <cmath>
#include <limits>

namespace thalweg {

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

struct Point {
    double x, y;
};

void addSegment(LineLayer &line, const Point &from, const Point &to)
{
    line.x.insert(line.x.end(), { from.x, to.x, gap });
    line.y.insert(line.y.end(), { from.y, to.y, gap });
}

/// A corner of a cell: where it is, and by how much a class leads there.
struct Corner {
    Point at;
    double lead;

    bool owned() const { return lead >= 0; }
};

Point crossing(const Corner &a, const Corner &b)
{
    const double part = a.lead / (a.lead - b.lead);
    return { a.at.x + part * (b.at.x - a.at.x), a.at.y + part * (b.at.y - a.at.y) };
}

/// The corners go round the cell.
void addCell(LineLayer &line, const std::array<Corner, 4> &corners)
{
    std::array<Point, 4> points;
    std::size_t count = 0;
    double sum = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Corner &next = corners[(i + 1) % 4];
        if (!std::isfinite(corners[i].lead))
            return;
        sum += corners[i].lead;
        if (corners[i].owned() != next.owned())
            points[count++] = crossing(corners[i], next);
    }
    if (count == 2)
        addSegment(line, points[0], points[1]);
    if (count < 4)
        return;
    // Two opposite corners are owned: what is in the middle joins them, or parts them.
    const bool joined = (sum >= 0) == corners[0].owned();
    addSegment(line, points[0], points[joined ? 1 : 3]);
    addSegment(line, points[2], points[joined ? 3 : 1]);
}

double leadOf(const ClassField &field, Eigen::Index row, Eigen::Index one)
{
    double best = -std::numeric_limits<double>::infinity();
    for (Eigen::Index other = 0; other < field.scores.cols(); ++other)
        if (other != one)
            best = std::max(best, field.scores(row, other));
    return field.scores(row, one) - best;
}

/// A column of the grid from below: who owns it, and from where to where.
struct Stack {
    std::vector<Eigen::Index> owners;
    std::vector<double> edges; ///< one more than owners
};

Stack stackOf(const ClassField &field, std::size_t column)
{
    const auto ownerAt = [&](std::size_t row) {
        Eigen::Index owner = 0;
        field.scores.row(field.rowAt(column, row)).maxCoeff(&owner);
        return owner;
    };
    Stack stack { { ownerAt(0) }, { field.y.front() } };
    for (std::size_t row = 1; row < field.y.size(); ++row) {
        const Eigen::Index below = stack.owners.back();
        const Eigen::Index owner = ownerAt(row);
        if (owner == below)
            continue;
        const auto lead = [&](std::size_t r) {
            const auto scores = field.scores.row(field.rowAt(column, r));
            return scores[below] - scores[owner];
        };
        const double part = lead(row - 1) / (lead(row - 1) - lead(row));
        const double from = field.y[row - 1];
        stack.owners.push_back(owner);
        stack.edges.push_back(from + (std::isfinite(part) ? part : 0.5) * (field.y[row] - from));
    }
    stack.edges.push_back(field.y.back());
    return stack;
}

/// Stacks of the same owners side by side.
class Run {
public:
    Run(double x, const Stack &stack) : owners_(stack.owners) { add(x, stack); }

    bool goesOnWith(const Stack &stack) const { return stack.owners == owners_; }

    void add(double x, const Stack &stack)
    {
        x_.push_back(x);
        edges_.push_back(stack.edges);
    }

    void addTo(std::vector<BandLayer> &bands) const
    {
        for (std::size_t i = 0; i < owners_.size(); ++i) {
            BandLayer &band = bands[static_cast<std::size_t>(owners_[i])];
            for (std::size_t column = 0; column < x_.size(); ++column) {
                band.x.push_back(x_[column]);
                band.lower.push_back(edges_[column][i]);
                band.upper.push_back(edges_[column][i + 1]);
            }
            band.x.push_back(gap);
            band.lower.push_back(gap);
            band.upper.push_back(gap);
        }
    }

private:
    std::vector<Eigen::Index> owners_;
    std::vector<double> x_;
    std::vector<std::vector<double>> edges_;
};

} // namespace

LineLayer boundaries(const ClassField &field)
{
    LineLayer line;
    // The border of the last class is that of the others with it.
    for (Eigen::Index one = 0; one + 1 < field.scores.cols(); ++one) {
        for (std::size_t row = 0; row + 1 < field.y.size(); ++row) {
            for (std::size_t column = 0; column + 1 < field.x.size(); ++column) {
                const auto corner = [&](std::size_t right, std::size_t up) {
                    return Corner { { field.x[column + right], field.y[row + up] },
                        leadOf(field, field.rowAt(column + right, row + up), one) };
                };
                addCell(line, { corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1) });
            }
        }
    }
    return line;
}

std::vector<BandLayer> regions(const ClassField &field)
{
    std::vector<BandLayer> bands(static_cast<std::size_t>(field.scores.cols()));
    Stack stack = stackOf(field, 0);
    Run run(field.x.front(), stack);
    for (std::size_t column = 1; column < field.x.size(); ++column) {
        Stack next = stackOf(field, column);
        if (!run.goesOnWith(next)) {
            const double middle = (field.x[column - 1] + field.x[column]) / 2;
            run.add(middle, stack);
            run.addTo(bands);
            run = Run(middle, next);
        }
        run.add(field.x[column], next);
        stack = std::move(next);
    }
    run.addTo(bands);
    return bands;
}

} // namespace thalweg
