#include "graph/layered_layout.h"

#include <algorithm>
#include <limits>

namespace thalweg {

namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

Lists followers(std::size_t boxCount, const std::vector<Edge> &edges)
{
    Lists after(boxCount);
    for (const Edge &edge : edges)
        after[edge.from].push_back(edge.to);
    return after;
}

/// The boxes so that each stands behind those that lead to it.
std::vector<std::uint32_t> sorted(const Lists &after)
{
    std::vector<std::uint32_t> waitsFor(after.size());
    for (const auto &list : after)
        for (const std::uint32_t box : list)
            ++waitsFor[box];
    std::vector<std::uint32_t> order;
    for (std::uint32_t box = 0; box < after.size(); ++box)
        if (waitsFor[box] == 0)
            order.push_back(box);
    for (std::size_t i = 0; i < order.size(); ++i)
        for (const std::uint32_t next : after[order[i]])
            if (--waitsFor[next] == 0)
                order.push_back(next);
    return order;
}

} // namespace

std::vector<Edge> withoutCycles(std::size_t boxCount, const std::vector<Edge> &edges)
{
    const Lists after = followers(boxCount, edges);
    enum class State : std::uint8_t { New, Open, Done };
    std::vector<State> states(boxCount, State::New);
    std::vector<std::size_t> at(boxCount); // how many followers have been looked at
    std::vector<Edge> kept;
    for (std::uint32_t start = 0; start < boxCount; ++start) {
        if (states[start] != State::New)
            continue;
        std::vector<std::uint32_t> way { start };
        states[start] = State::Open;
        while (!way.empty()) {
            const std::uint32_t box = way.back();
            if (at[box] == after[box].size()) {
                states[box] = State::Done;
                way.pop_back();
                continue;
            }
            const std::uint32_t next = after[box][at[box]++];
            if (next != box)
                kept.push_back(states[next] == State::Open ? Edge { next, box } : Edge { box, next });
            if (states[next] == State::New) {
                states[next] = State::Open;
                way.push_back(next);
            }
        }
    }
    std::ranges::sort(kept);
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

std::vector<std::uint32_t> layersOf(std::size_t boxCount, const std::vector<Edge> &edges)
{
    const Lists after = followers(boxCount, edges);
    std::vector<std::uint32_t> layers(boxCount);
    for (const std::uint32_t box : sorted(after))
        for (const std::uint32_t next : after[box])
            layers[next] = std::max(layers[next], layers[box] + 1);
    for (std::uint32_t box = 0; box < boxCount; ++box) {
        if (layers[box] > 0 || after[box].empty())
            continue;
        std::uint32_t first = std::numeric_limits<std::uint32_t>::max();
        for (const std::uint32_t next : after[box])
            first = std::min(first, layers[next]);
        layers[box] = first - 1;
    }
    return layers;
}

} // namespace thalweg
