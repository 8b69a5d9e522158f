#pragma once

#include "graph/edits.h"

#include <ranges>
#include <stdexcept>

namespace thalweg::test {

/// What the edit makes of the graph; checks that going back gives the graph again, and going on the same once more.
inline Graph made(const Graph &graph, const Edit &edit)
{
    Graph after = graph;
    for (const Change &change : edit.changes)
        apply(after, change);
    Graph back = after;
    for (const Change &change : std::views::reverse(edit.changes))
        thalweg::apply(back, inverse(change)); // std::apply would be found, too
    if (!(back == graph))
        throw std::logic_error("the edit cannot be undone");
    for (const Change &change : edit.changes)
        thalweg::apply(back, change);
    return back == after ? after : throw std::logic_error("the edit cannot be made again");
}

inline Edit sound(const Result<Edit> &edit)
{
    return edit ? edit.value() : throw edit.error();
}

inline Graph made(const Graph &graph, const Result<Edit> &edit)
{
    return made(graph, sound(edit));
}

inline QStringList texts(const std::vector<Link> &links)
{
    QStringList texts;
    for (const Link &link : links)
        texts += link.text();
    return texts;
}

} // namespace thalweg::test
