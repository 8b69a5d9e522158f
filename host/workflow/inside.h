#pragma once

#include <QByteArray>

#include <optional>

namespace thalweg {

/// Whether these are the bytes of a PNG, SVG or PDF.
bool isFigureFile(const QByteArray &bytes);

/// The workflow file that a figure carries (see figure/origin.h); nothing where it carries none, or where it is
/// damaged.
std::optional<QByteArray> workflowInside(const QByteArray &figure);

} // namespace thalweg
