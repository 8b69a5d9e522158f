#pragma once

#include "engine/protocol/fields.h"
#include "engine/protocol/table_part.h"

namespace thalweg {

QCborMap tablePartToMap(const TablePart &part);
TablePart tablePartFromMap(const Fields &in);

} // namespace thalweg
