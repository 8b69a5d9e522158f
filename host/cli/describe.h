#pragma once

#include <thalweg/node_type.h>

#include <QJsonObject>

namespace thalweg {

/// All that a node type's description says, for programs.
QJsonObject describeJson(const NodeType &type);

/// The same for people, in Markdown.
QString describeText(const NodeType &type);

} // namespace thalweg
