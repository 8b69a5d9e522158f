#include "gui/canvas/canvas_commands.h"

#include "gui/canvas/commands/command_groups.h"

#include <algorithm>

namespace thalweg {

std::vector<CanvasCommand> canvasCommands()
{
    std::vector<CanvasCommand> commands;
    for (const auto group : { editCommands, insertCommands, nodeCommands, arrangeCommands, viewCommands })
        for (CanvasCommand &command : group())
            commands.push_back(std::move(command));
    return commands;
}

const CanvasCommand &canvasCommand(const std::vector<CanvasCommand> &commands, const QString &id)
{
    const auto found = std::ranges::find(commands, id, &CanvasCommand::id);
    Q_ASSERT_X(found != commands.end(), "canvasCommand", qPrintable(id));
    return *found;
}

} // namespace thalweg
