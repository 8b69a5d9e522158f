#include "graph/document.h"

#include <QUndoCommand>

#include <algorithm>
#include <ranges>

namespace thalweg {

namespace {

/// Makes `first` what both together do, where they change the same thing. A drag is hundreds of these.
bool join(Change &first, const Change &second)
{
    return std::visit(
        [&]<class C>(C &change) {
            const C *next = std::get_if<C>(&second);
            if (!next || !(next->before == change.after))
                return false;
            if constexpr (!std::is_same_v<C, DetailsChange>)
                if (next->index != change.index || !change.after)
                    return false;
            change.after = next->after;
            return true;
        },
        first);
}

} // namespace

/// One edit on the undo stack.
class Document::Command : public QUndoCommand {
public:
    Command(Document &document, const Edit &edit) : QUndoCommand(edit.name), document_(document), edit_(edit) { }

    void redo() override
    {
        for (const Change &change : edit_.changes)
            document_.take(change);
    }

    void undo() override
    {
        for (const Change &change : std::views::reverse(edit_.changes))
            document_.take(inverse(change));
    }

    // QUndoStack asks mergeWith() only where both have an id other than -1.
    int id() const override { return edit_.mergeKey.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const Edit &next = static_cast<const Command *>(other)->edit_;
        if (next.mergeKey != edit_.mergeKey)
            return false;
        for (const Change &change : next.changes)
            if (!join(edit_.changes.back(), change))
                edit_.changes.push_back(change);
        return true;
    }

private:
    Document &document_;
    Edit edit_;
};

Document::Document(Graph graph, QObject *parent) : QObject(parent), graph_(std::move(graph)) { }

Document::~Document() = default;

void Document::make(const Edit &edit)
{
    if (!edit.changes.empty())
        undoStack_.push(new Command(*this, edit));
}

void Document::take(const Change &change)
{
    apply(graph_, change);
    Q_EMIT changed(change);
}

} // namespace thalweg
