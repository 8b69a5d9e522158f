#include "graph/layered_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thalweg {

namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

constexpr qreal columnGap = 80;
constexpr qreal rowGap = 32;
constexpr qreal laneGap = 16; // around a link that passes a column
constexpr qreal partGap = 64;
constexpr std::size_t mostBends = 20'000; // links that pass more columns than this are not led round boxes

/// A part of the drawing: boxes, and bends where links pass a column. The boxes come first.
struct Part {
    std::vector<QSizeF> sizes; ///< by vertex
    std::size_t boxCount = 0;
    std::vector<Edge> edges; ///< each from a layer to the next
    Layers layers;
};

/// The vertices of layers in the order in which a walk along the edges meets them: a tree is drawn without crossings.
Layers walked(const std::vector<std::uint32_t> &layerOf, const std::vector<Edge> &edges)
{
    Lists after(layerOf.size());
    std::vector<bool> isSeen(layerOf.size());
    for (const Edge &edge : edges)
        after[edge.from].push_back(edge.to);
    Layers layers(1 + *std::ranges::max_element(layerOf));
    const auto walk = [&](std::uint32_t start) {
        std::vector<std::uint32_t> open { start };
        while (!open.empty()) {
            const std::uint32_t vertex = open.back();
            open.pop_back();
            if (isSeen[vertex])
                continue;
            isSeen[vertex] = true;
            layers[layerOf[vertex]].push_back(vertex);
            open.insert(open.end(), after[vertex].rbegin(), after[vertex].rend());
        }
    };
    Lists byLayer(layers.size());
    for (std::uint32_t vertex = 0; vertex < layerOf.size(); ++vertex)
        byLayer[layerOf[vertex]].push_back(vertex);
    for (const auto &starts : byLayer)
        for (const std::uint32_t vertex : starts)
            walk(vertex);
    return layers;
}

/// Leads each link that passes columns through a bend in each of them; links from one box share theirs.
Part makePart(const std::vector<QSizeF> &sizes, const std::vector<Edge> &edges)
{
    Part part { sizes, sizes.size(), {}, {} };
    std::vector<std::uint32_t> layerOf = layersOf(sizes.size(), edges);
    const std::uint32_t first = *std::ranges::min_element(layerOf);
    for (std::uint32_t &layer : layerOf)
        layer -= first;
    std::vector<std::uint32_t> bends; // of the box at hand
    std::uint32_t from = 0;
    for (const Edge &edge : edges) { // sorted by where they begin
        if (edge.from != from)
            bends.clear();
        from = edge.from;
        const std::size_t wanted = layerOf[edge.to] - layerOf[edge.from] - 1;
        if (wanted > bends.size() && layerOf.size() - part.boxCount + wanted > mostBends)
            continue;
        while (bends.size() < wanted) {
            const auto bend = static_cast<std::uint32_t>(layerOf.size());
            part.edges.push_back({ bends.empty() ? edge.from : bends.back(), bend });
            layerOf.push_back(layerOf[part.edges.back().from] + 1);
            part.sizes.push_back({ 0, 0 });
            bends.push_back(bend);
        }
        part.edges.push_back({ wanted == 0 ? edge.from : bends[wanted - 1], edge.to });
    }
    part.layers = walked(layerOf, part.edges);
    reduceCrossings(part.layers, part.sizes.size(), part.edges);
    return part;
}

/// What a vertex of a column wishes for: a height for its middle, and how much it wishes so.
struct Wish {
    qreal middle;
    qreal weight;
};

/// The middles that are nearest to the wishes (least squares) while each is below the one before by at least `apart`:
/// isotonic regression by pooling neighbours that would be too near.
std::vector<qreal> grant(const std::vector<Wish> &wishes, const std::vector<qreal> &apart)
{
    struct Pool {
        qreal sum, weight;
        std::size_t count;

        qreal mean() const { return sum / weight; }
    };
    std::vector<Pool> pools;
    qreal offset = 0;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        offset += apart[i];
        pools.push_back({ (wishes[i].middle - offset) * wishes[i].weight, wishes[i].weight, 1 });
        while (pools.size() > 1 && pools.back().mean() <= pools[pools.size() - 2].mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().weight += last.weight;
            pools.back().count += last.count;
        }
    }
    std::vector<qreal> middles;
    offset = 0;
    for (const Pool &pool : pools)
        for (std::size_t i = 0; i < pool.count; ++i) {
            offset += apart[middles.size()];
            middles.push_back(pool.mean() + offset);
        }
    return middles;
}

/// The middles of all vertices: each column in turn goes to where its neighbours are.
std::vector<qreal> rows(const Part &part)
{
    Lists before(part.sizes.size()), after(part.sizes.size());
    for (const Edge &edge : part.edges) {
        after[edge.from].push_back(edge.to);
        before[edge.to].push_back(edge.from);
    }
    std::vector<qreal> middles(part.sizes.size());
    const auto isBend = [&](std::uint32_t vertex) { return vertex >= part.boxCount; };
    const auto settle = [&](const std::vector<std::uint32_t> &layer, std::initializer_list<const Lists *> sides) {
        constexpr qreal bendWeight = 4; // links are to be straight where they pass columns
        constexpr qreal strayWeight = 0.01; // of what has no neighbours there
        std::vector<Wish> wishes;
        std::vector<qreal> apart { 0 };
        for (std::size_t i = 0; i < layer.size(); ++i) {
            const std::uint32_t vertex = layer[i];
            std::vector<qreal> near;
            for (const Lists *side : sides)
                for (const std::uint32_t neighbour : (*side)[vertex])
                    near.push_back(middles[neighbour]);
            if (near.empty())
                wishes.push_back({ middles[vertex], strayWeight });
            else
                wishes.push_back({ std::accumulate(near.begin(), near.end(), 0.0) / static_cast<qreal>(near.size()),
                    isBend(vertex) ? bendWeight : static_cast<qreal>(near.size()) });
            if (i + 1 < layer.size())
                apart.push_back((part.sizes[vertex].height() + part.sizes[layer[i + 1]].height()) / 2
                    + (isBend(vertex) || isBend(layer[i + 1]) ? laneGap : rowGap));
        }
        const std::vector<qreal> granted = grant(wishes, apart);
        for (std::size_t i = 0; i < layer.size(); ++i)
            middles[layer[i]] = granted[i];
    };

    constexpr int rounds = 4;
    for (const auto &layer : part.layers)
        settle(layer, {});
    for (int round = 0; round < rounds; ++round) {
        for (const auto &layer : part.layers)
            settle(layer, { &before });
        for (auto layer = part.layers.rbegin(); layer != part.layers.rend(); ++layer)
            settle(*layer, { &after });
    }
    for (const auto &layer : part.layers)
        settle(layer, { &before, &after });
    return middles;
}

/// The corners of the boxes of a part, from (0, 0) on.
std::vector<QPointF> placesIn(const Part &part)
{
    const std::vector<qreal> middles = rows(part);
    std::vector<QPointF> places(part.boxCount);
    qreal x = 0;
    for (const auto &layer : part.layers) {
        qreal width = 0;
        for (const std::uint32_t vertex : layer) {
            width = std::max(width, part.sizes[vertex].width());
            if (vertex < part.boxCount)
                places[vertex] = { x, middles[vertex] - part.sizes[vertex].height() / 2 };
        }
        x += std::ceil(width) + columnGap;
    }
    qreal top = places.front().y();
    for (const QPointF &place : places)
        top = std::min(top, place.y());
    for (QPointF &place : places)
        place.setY(std::round(place.y() - top));
    return places;
}

/// The boxes of each part that no edge joins to another, in rising order.
Lists partsOf(std::size_t boxCount, const std::vector<Edge> &edges)
{
    std::vector<std::uint32_t> rootOf(boxCount);
    std::iota(rootOf.begin(), rootOf.end(), 0U);
    const auto root = [&](std::uint32_t box) {
        while (rootOf[box] != box)
            box = rootOf[box] = rootOf[rootOf[box]];
        return box;
    };
    for (const Edge &edge : edges)
        rootOf[root(edge.to)] = root(edge.from);
    Lists byRoot(boxCount);
    for (std::uint32_t box = 0; box < boxCount; ++box)
        byRoot[root(box)].push_back(box);
    std::erase_if(byRoot, [](const auto &boxes) { return boxes.empty(); });
    std::ranges::sort(byRoot);
    return byRoot;
}

} // namespace

std::vector<QPointF> layeredLayout(
    const std::vector<QSizeF> &sizes, const std::vector<Edge> &edges, const std::vector<QPointF> &now)
{
    const std::vector<Edge> acyclic = withoutCycles(sizes.size(), edges);
    Lists parts = partsOf(sizes.size(), acyclic);
    const auto topLeft = [&](const std::vector<std::uint32_t> &boxes) {
        std::pair<qreal, qreal> least { now[boxes.front()].y(), now[boxes.front()].x() };
        for (const std::uint32_t box : boxes)
            least = { std::min(least.first, now[box].y()), std::min(least.second, now[box].x()) };
        return least;
    };
    std::ranges::stable_sort(parts, {}, topLeft);

    std::vector<std::uint32_t> placeIn(sizes.size()); // within its part
    std::vector<std::size_t> partOf(sizes.size());
    for (std::size_t part = 0; part < parts.size(); ++part)
        for (std::uint32_t i = 0; i < parts[part].size(); ++i) {
            partOf[parts[part][i]] = part;
            placeIn[parts[part][i]] = i;
        }
    std::vector<std::vector<Edge>> edgesOf(parts.size());
    for (const Edge &edge : acyclic)
        edgesOf[partOf[edge.from]].push_back({ placeIn[edge.from], placeIn[edge.to] });

    std::vector<QPointF> places(sizes.size());
    qreal y = 0;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        std::vector<QSizeF> partSizes;
        for (const std::uint32_t box : parts[part])
            partSizes.push_back(sizes[box]);
        const std::vector<QPointF> inPart = placesIn(makePart(partSizes, edgesOf[part]));
        qreal bottom = 0;
        for (std::size_t i = 0; i < inPart.size(); ++i) {
            places[parts[part][i]] = inPart[i] + QPointF(0, y);
            bottom = std::max(bottom, inPart[i].y() + partSizes[i].height());
        }
        y += std::ceil(bottom) + partGap;
    }
    return places;
}

} // namespace thalweg
