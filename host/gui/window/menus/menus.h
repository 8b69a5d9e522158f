#pragma once

#include "gui/window/command_set.h"

namespace thalweg {

class MainWindow;

/// The commands of each menu. They hold on to the window, which must outlive them.

std::vector<Command> fileMenu(MainWindow &window);
/// Undo and redo, then those of the canvas: Edit, Insert, Node, Arrange, View.
std::vector<Command> canvasMenus(MainWindow &window);
/// Docks and layout; the zoom commands are the canvas's.
std::vector<Command> viewMenu(MainWindow &window);
std::vector<Command> runMenu(MainWindow &window);
std::vector<Command> helpMenu(MainWindow &window);

} // namespace thalweg
