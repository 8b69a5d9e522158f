#include "graph/layered_layout.h"

#include <algorithm>

namespace thalweg {

namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

/// Where each vertex stands in its layer.
std::vector<std::uint32_t> positions(const Layers &layers, std::size_t vertexCount)
{
    std::vector<std::uint32_t> at(vertexCount);
    for (const auto &layer : layers)
        for (std::uint32_t i = 0; i < layer.size(); ++i)
            at[layer[i]] = i;
    return at;
}

/// Sorts a layer by the mean position of each vertex's neighbours; one without keeps its own.
void sortByBarycentre(std::vector<std::uint32_t> &layer, const Lists &neighbours, std::vector<std::uint32_t> &at)
{
    std::vector<std::pair<double, std::uint32_t>> keyed;
    for (const std::uint32_t vertex : layer) {
        double sum = 0;
        for (const std::uint32_t neighbour : neighbours[vertex])
            sum += at[neighbour];
        const std::size_t count = neighbours[vertex].size();
        keyed.emplace_back(count > 0 ? sum / static_cast<double>(count) : at[vertex], vertex);
    }
    std::ranges::stable_sort(keyed, {}, &std::pair<double, std::uint32_t>::first);
    for (std::uint32_t i = 0; i < layer.size(); ++i) {
        layer[i] = keyed[i].second;
        at[layer[i]] = i;
    }
}

} // namespace

std::size_t crossings(const Layers &layers, std::size_t vertexCount, const std::vector<Edge> &edges)
{
    const std::vector<std::uint32_t> at = positions(layers, vertexCount);
    std::vector<std::size_t> layerOf(vertexCount);
    for (std::size_t i = 0; i < layers.size(); ++i)
        for (const std::uint32_t vertex : layers[i])
            layerOf[vertex] = i;
    std::vector<std::vector<Edge>> between(layers.size()); // positions of both ends, by the first layer
    for (const Edge &edge : edges)
        between[layerOf[edge.from]].push_back({ at[edge.from], at[edge.to] });

    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < layers.size(); ++i) {
        std::ranges::sort(between[i]);
        // A Fenwick tree counts the ends that lie above: an edge crosses those before it that end below it.
        std::vector<std::size_t> tree(layers[i + 1].size() + 1);
        std::size_t before = 0;
        for (const Edge &edge : between[i]) {
            std::size_t notBelow = 0;
            for (std::size_t j = edge.to + 1; j > 0; j -= j & (~j + 1))
                notBelow += tree[j];
            count += before++ - notBelow;
            for (std::size_t j = edge.to + 1; j < tree.size(); j += j & (~j + 1))
                ++tree[j];
        }
    }
    return count;
}

void reduceCrossings(Layers &layers, std::size_t vertexCount, const std::vector<Edge> &edges)
{
    constexpr int sweeps = 16; // beyond which little is won
    Lists before(vertexCount), after(vertexCount);
    for (const Edge &edge : edges) {
        after[edge.from].push_back(edge.to);
        before[edge.to].push_back(edge.from);
    }
    Layers best = layers;
    std::size_t fewest = crossings(layers, vertexCount, edges);
    std::vector<std::uint32_t> at = positions(layers, vertexCount);
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
        if (sweep % 2 == 0)
            for (std::size_t i = 1; i < layers.size(); ++i)
                sortByBarycentre(layers[i], before, at);
        else
            for (std::size_t i = layers.size() - 1; i-- > 0;)
                sortByBarycentre(layers[i], after, at);
        if (const std::size_t count = crossings(layers, vertexCount, edges); count < fewest) {
            fewest = count;
            best = layers;
        }
    }
    layers = std::move(best);
}

} // namespace thalweg
