#include "graph/edit_builder.h"

namespace thalweg {

void EditBuilder::add(const Edit &edit)
{
    for (const Change &change : edit.changes) {
        apply(graph_, change);
        changes_.push_back(change);
    }
}

Result<void> EditBuilder::add(const Result<Edit> &edit)
{
    if (!edit)
        return edit.error();
    add(*edit);
    return {};
}

} // namespace thalweg
