#include "value.h"

#include "table.h"

namespace thalweg {

Value::~Value() = default;

const ValueType &Value::staticType()
{
    static const ValueType type { QStringLiteral("any"), QStringLiteral("Any value"), QStringLiteral("#8a8f98") };
    return type;
}

std::shared_ptr<const Table> Value::table() const
{
    return nullptr;
}

} // namespace thalweg
