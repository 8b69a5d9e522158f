#pragma once

#include <QPointF>
#include <QSizeF>

#include <cstdint>
#include <vector>

/// A drawing of a directed graph in columns from left to right, after K. Sugiyama, S. Tagawa and M. Toda, Methods for
/// visual understanding of hierarchical system structures, IEEE Transactions on Systems, Man, and Cybernetics 11 (1981)
/// 109–125: layers, order within the layers, coordinates.
namespace thalweg {

struct Edge {
    std::uint32_t from, to; ///< indices of boxes

    auto operator<=>(const Edge &) const = default;
};

/// The edges without loops and repetitions, those that close a cycle turned round.
std::vector<Edge> withoutCycles(std::size_t boxCount, const std::vector<Edge> &edges);

/// The layer of each box, by the longest path that leads to it; boxes that nothing leads to stand just before the first
/// that they lead to. The edges have no cycle.
std::vector<std::uint32_t> layersOf(std::size_t boxCount, const std::vector<Edge> &edges);

/// The vertices of each layer from top to bottom.
using Layers = std::vector<std::vector<std::uint32_t>>;

/// Orders the vertices of each layer by barycentres of their neighbours in the next one, to and fro, and keeps the
/// order with the fewest crossings. Each edge leads from a layer to the next.
void reduceCrossings(Layers &layers, std::size_t vertexCount, const std::vector<Edge> &edges);

/// The number of crossings of edges, each of which leads from a layer to the next.
std::size_t crossings(const Layers &layers, std::size_t vertexCount, const std::vector<Edge> &edges);

/// The top left corners of the boxes, from (0, 0) on, in whole numbers. Boxes do not overlap. Parts that no edge joins
/// stand below each other, in the order of where they are `now`. All but linear in boxes and edges.
std::vector<QPointF> layeredLayout(
    const std::vector<QSizeF> &sizes, const std::vector<Edge> &edges, const std::vector<QPointF> &now);

} // namespace thalweg
