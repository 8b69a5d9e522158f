#include "figure/iso_lines.h"

#include <array>
#include <cmath>
#include <unordered_map>

namespace thalweg {

namespace {

/// An edge of the grid by the index of its lower or left corner, twice, plus 1 where it is upright.
using Edge = std::size_t;
constexpr Edge none = static_cast<Edge>(-1);

/// Which edges (at most two) a line that crosses this one leads on to.
using Neighbours = std::unordered_map<Edge, std::array<Edge, 2>>;

class Tracer {
public:
    Tracer(const Grid &grid, double level) : grid_(grid), level_(level), columns_(grid.x.size())
    {
        for (std::size_t row = 0; row + 1 < grid.y.size(); ++row)
            for (std::size_t column = 0; column + 1 < columns_; ++column)
                addCell(row * columns_ + column);
    }

    std::vector<QPolygonF> lines()
    {
        std::vector<QPolygonF> lines;
        // Open lines first, from an end; what is left over is closed.
        for (Edge edge : order_)
            if (neighbours_[edge][1] == none && neighbours_[edge][0] != none)
                lines.push_back(follow(edge));
        for (Edge edge : order_)
            if (neighbours_[edge][0] != none)
                lines.push_back(follow(edge));
        return lines;
    }

private:
    bool above(std::size_t corner) const { return grid_.z[corner] >= level_; }

    void addCell(std::size_t corner)
    {
        const std::array<std::size_t, 4> corners { corner, corner + 1, corner + 1 + columns_, corner + columns_ };
        const std::array<Edge, 4> edges { 2 * corner, 2 * (corner + 1) + 1, 2 * (corner + columns_), 2 * corner + 1 };
        double sum = 0;
        unsigned pattern = 0;
        for (unsigned i = 0; i < 4; ++i) {
            if (!std::isfinite(grid_.z[corners[i]]))
                return;
            sum += grid_.z[corners[i]] / 4;
            pattern |= above(corners[i]) ? 1u << i : 0u;
        }
        // Edge i runs from corner i to corner i + 1.
        const auto crossed = [&](unsigned i) { return ((pattern >> i) & 1u) != ((pattern >> ((i + 1) % 4)) & 1u); };
        if (pattern == 0b0101 || pattern == 0b1010) {
            const bool joinsFirst = (sum >= level_) == ((pattern & 1u) != 0);
            // The line goes round those corners that the middle of the cell is not like.
            join(edges[0], joinsFirst ? edges[1] : edges[3]);
            join(edges[2], joinsFirst ? edges[3] : edges[1]);
            return;
        }
        Edge first = none;
        for (unsigned i = 0; i < 4; ++i) {
            if (!crossed(i))
                continue;
            if (first == none)
                first = edges[i];
            else
                join(first, edges[i]);
        }
    }

    void join(Edge a, Edge b)
    {
        for (const auto &[from, to] : { std::pair(a, b), std::pair(b, a) }) {
            const auto [place, isNew] = neighbours_.try_emplace(from, std::array { none, none });
            if (isNew)
                order_.push_back(from);
            place->second[place->second[0] == none ? 0 : 1] = to;
        }
    }

    QPolygonF follow(Edge start)
    {
        QPolygonF line { crossing(start) };
        for (Edge at = start, next = take(at); next != none; at = next, next = take(at)) {
            forget(next, at);
            line += crossing(next);
        }
        return line;
    }

    /// The way on from an edge; it is used up.
    Edge take(Edge edge)
    {
        auto &[first, second] = neighbours_[edge];
        const Edge next = first;
        first = second;
        second = none;
        return next;
    }

    void forget(Edge edge, Edge neighbour)
    {
        auto &[first, second] = neighbours_[edge];
        if (first == neighbour)
            first = second;
        second = none;
    }

    QPointF crossing(Edge edge) const
    {
        const std::size_t from = edge / 2;
        const bool upright = edge % 2 == 1;
        const std::size_t to = from + (upright ? columns_ : 1);
        const double part = (level_ - grid_.z[from]) / (grid_.z[to] - grid_.z[from]);
        const auto between = [&](double a, double b) { return a + part * (b - a); };
        const std::size_t column = from % columns_;
        const std::size_t row = from / columns_;
        return upright ? QPointF(grid_.x[column], between(grid_.y[row], grid_.y[row + 1]))
                       : QPointF(between(grid_.x[column], grid_.x[column + 1]), grid_.y[row]);
    }

    const Grid &grid_;
    const double level_;
    const std::size_t columns_;
    Neighbours neighbours_;
    std::vector<Edge> order_; ///< as found, so that the lines come in the same order everywhere
};

} // namespace

std::vector<QPolygonF> isoLines(const Grid &grid, double level)
{
    if (grid.x.size() < 2 || grid.y.size() < 2 || grid.z.size() != grid.x.size() * grid.y.size())
        return {};
    return Tracer(grid, level).lines();
}

} // namespace thalweg
