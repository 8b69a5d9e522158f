#pragma once

#include <thalweg/result.h>

#include <QFont>

namespace thalweg {

/// The fonts of a figure, in sizes of points.
struct Fonts {
    QFont text;
    QFont small;
    QFont title;
};

/// The cleanest sans-serif family there is that has Greek letters, subscripts and superscripts. An error where no font
/// can draw a plain letter: text would come out as boxes, and nobody would be told.
/// Needs a QGuiApplication; main thread.
Result<Fonts> figureFonts();

} // namespace thalweg
