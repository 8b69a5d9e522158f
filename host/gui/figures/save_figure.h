#pragma once

#include "figure/origin.h"

#include <thalweg/figure.h>

#include <QSize>

#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace thalweg {

/// Asks where, and writes the figure there as PNG, SVG or PDF by the name's ending, in light colours for paper. Returns
/// at once; a problem is told in a message box. `name` is what the file is called at first, without its ending;
/// `originIn` says what it carries in a folder.
void saveFigure(QWidget *parent, std::shared_ptr<const Figure> figure, const QSize &size,
    std::optional<std::int64_t> cursor, const QString &name,
    std::function<FigureOrigin(const QString &folder)> originIn);

} // namespace thalweg
