#pragma once

#include <QJsonObject>
#include <QStringList>

namespace thalweg {

/// What a report says of an output under its line, from its summary: the parameters of a descent, the rows of a small
/// table, a line for each descent of a list. Empty where the line says it all.
QStringList outputDetails(const QJsonObject &summary);

} // namespace thalweg
