#include "graph/change.h"

namespace thalweg {

namespace {

template <class Item>
void put(
    std::vector<Item> &items, std::size_t index, const std::optional<Item> &before, const std::optional<Item> &after)
{
    const auto place = items.begin() + static_cast<std::ptrdiff_t>(index);
    if (before) {
        Q_ASSERT(index < items.size() && *place == *before);
        if (after)
            *place = *after;
        else
            items.erase(place);
    } else if (after) {
        items.insert(place, *after);
    }
}

} // namespace

Details detailsOf(const Graph &graph)
{
    return { graph.title, graph.description, graph.seed, graph.layout, graph.annotations };
}

void apply(Graph &graph, const Change &change)
{
    if (const auto *node = std::get_if<NodeChange>(&change)) {
        put(graph.nodes, node->index, node->before, node->after);
    } else if (const auto *link = std::get_if<LinkChange>(&change)) {
        put(graph.links, link->index, link->before, link->after);
    } else {
        const Details &details = std::get<DetailsChange>(change).after;
        graph.title = details.title;
        graph.description = details.description;
        graph.seed = details.seed;
        graph.layout = details.layout;
        graph.annotations = details.annotations;
    }
}

Change inverse(const Change &change)
{
    return std::visit(
        [](auto turned) -> Change {
            std::swap(turned.before, turned.after);
            return turned;
        },
        change);
}

} // namespace thalweg
