#pragma once

#include "figure/origin.h"
#include "figure/style.h"

#include <thalweg/figure.h>
#include <thalweg/result.h>

#include <QByteArray>

namespace thalweg {

enum class FigureFormat { Png, Svg, Pdf };

/// `png`, `svg` or `pdf`, in any case; empty for anything else.
std::optional<FigureFormat> figureFormat(const QString &name);

/// The figure as the contents of a file, the same bytes for the same figure and fonts. `cursor` is the iteration that
/// layers with steps show, the last one where it is empty; the file carries `origin`. Fails where text cannot be drawn
/// for want of a font. Needs a QApplication (see application.h); main thread.
Result<QByteArray> renderFigure(const Figure &figure, FigureFormat format, const FigureStyle &style = {},
    std::optional<std::int64_t> cursor = {}, const FigureOrigin &origin = {});

/// The same into a file: the whole of it, or none and the old one is still there.
Result<void> writeFigure(const Figure &figure, FigureFormat format, const QString &path, const FigureStyle &style = {},
    std::optional<std::int64_t> cursor = {}, const FigureOrigin &origin = {});

} // namespace thalweg
