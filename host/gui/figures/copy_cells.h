#pragma once

#include <QString>

class QAbstractItemModel;
class QItemSelectionModel;

namespace thalweg {

/// A cell as CSV has it: in quotes where it holds a comma, a quote or a line break.
QString csvCell(const QString &text);

/// The selected cells as CSV with a header; all cells of the model where none is selected. What lies between selected
/// rows or columns is left out.
QString cellsAsCsv(const QAbstractItemModel &model, const QItemSelectionModel &selection);

} // namespace thalweg
