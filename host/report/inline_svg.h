#pragma once

#include <QString>

namespace thalweg {

/// An SVG file as part of an HTML page: without declaration and document type, its ids with `prefix` in front, so that
/// two drawings in a page do not take each other's, and scaled to the width that there is.
QString inlineSvg(const QByteArray &svg, const QString &prefix, const QString &label);

} // namespace thalweg
