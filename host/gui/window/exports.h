#pragma once

namespace thalweg {

class MainWindow;

/// Writing what a window shows into files. Each asks where, writes a whole file or none, and says in the window what
/// was written or why not. GUI thread.

/// The canvas as SVG or PNG.
void exportCanvas(MainWindow &window);
/// All figures into a folder, one file each, named as `thalweg run --out` names them.
void exportFigures(MainWindow &window);
/// One HTML page with the workflow, what its last runs gave, their figures and parameters.
void exportReport(MainWindow &window);

} // namespace thalweg
