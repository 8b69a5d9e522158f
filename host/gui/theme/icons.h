#pragma once

#include <QIcon>

namespace thalweg {

/// An icon of resources/icons, by its file's name without `.svg`, drawn in the text colour of the application's palette
/// at the moment of painting, sharp at every scale. An unknown name gives an empty icon.
QIcon icon(const QString &name);

} // namespace thalweg
