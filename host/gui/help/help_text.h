#pragma once

#include "gui/help/examples.h"

#include <thalweg/node_types.h>

namespace thalweg {

/// The help of a node type as HTML for QTextBrowser: title, summary, help, inputs, outputs and parameters as tables,
/// and links `example:PATH` to workflows that use it. Types that are named in the text in backticks become links
/// `type:ID`. Paragraphs that are formulas are set as such.
QString helpHtml(const NodeType &type, const NodeTypes &types, const QList<Example> &examples);

/// A formula as people write it in one line (`θ ← θ − η m̂ / (√v̂ + ε)`) in mathematical type: letters in italics,
/// subscripts and superscripts low and high. Formulas that stand apart by a comma and two spaces get lines of their
/// own.
QString formulaHtml(const QString &formula);

/// Whether a paragraph of a help text is a formula and nothing else.
bool isFormula(const QString &paragraph);

/// The page that lists all types by category, those that match `search` first and alone where it is not empty: every
/// word must be somewhere in id, title, summary, help, or the names and help of ports and parameters.
QString indexHtml(const NodeTypes &types, const QString &search = {});

/// The types that match, the best first: id or title, then summary, then the rest.
std::vector<const NodeType *> searchHelp(const NodeTypes &types, const QString &search);

} // namespace thalweg
