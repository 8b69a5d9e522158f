#pragma once

#include <QByteArray>

namespace thalweg {

/// Qt cuts a text where its script changes (`J(` and `θ)`) and writes each piece as a text element of its own. This
/// joins pieces that stand side by side again, so that who searches the file for `J(θ)`, or reads it aloud, finds it.
/// Needs a QGuiApplication, for the widths of texts.
QByteArray withWholeTexts(const QByteArray &svg);

} // namespace thalweg
