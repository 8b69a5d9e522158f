#pragma once

#include "gui/canvas/canvas_commands.h"

namespace thalweg {

/// The commands of each menu; canvasCommands() joins them.

std::vector<CanvasCommand> editCommands();
std::vector<CanvasCommand> insertCommands();
std::vector<CanvasCommand> nodeCommands();
std::vector<CanvasCommand> arrangeCommands();
std::vector<CanvasCommand> viewCommands();

} // namespace thalweg
