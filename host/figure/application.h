#pragma once

#include <thalweg/result.h>

#include <QApplication>

#include <memory>

namespace thalweg {

/// The application object that drawing needs, for a program without a window; it must outlive all drawing, which stays
/// on the thread that made it. It never touches a display, even where there is one, so that a run over a broken
/// connection works as any other; QT_QPA_PLATFORM says otherwise. There must be no other application object yet, and
/// `argc` and `argv` must live as long as it does.
std::unique_ptr<QApplication> drawingApplication(int &argc, char **argv);

/// Whether figures can be drawn here and now: on the main thread, with a QApplication.
Result<void> canDraw();

} // namespace thalweg
