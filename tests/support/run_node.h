#pragma once

#include <thalweg/inputs.h>
#include <thalweg/run_context.h>
#include <thalweg/table.h>

#include <stdexcept>

namespace thalweg::test {

/// The node type of that id; a test that asks for another fails with an exception.
inline const NodeType &find(const std::vector<NodeType> &types, const QString &id)
{
    for (const NodeType &type : types)
        if (type.id == id)
            return type;
    throw std::logic_error(QStringLiteral("there is no node type %1").arg(id).toStdString());
}

/// Runs a node by itself, as the host does: what it is given is checked first. `types`
/// must outlive the result.
inline Result<Outputs> run(const std::vector<NodeType> &types, const QString &id, const QJsonObject &parameters,
    const std::vector<std::pair<QString, ValuePtr>> &inputs, RunContext &context)
{
    const NodeType &type = find(types, id);
    Inputs in(type, parameters);
    for (const auto &[port, value] : inputs)
        in.add(port, value);
    return runNode(type, in, context);
}

inline Result<Outputs> run(const std::vector<NodeType> &types, const QString &id, const QJsonObject &parameters,
    const std::vector<std::pair<QString, ValuePtr>> &inputs = {})
{
    RunContext context;
    return run(types, id, parameters, inputs, context);
}

/// One output of a node that must not fail; its error is thrown, so that the test shows it.
template <class V>
std::shared_ptr<const V> output(const std::vector<NodeType> &types, const QString &id, const QString &port,
    const QJsonObject &parameters, const std::vector<std::pair<QString, ValuePtr>> &inputs = {})
{
    const Result<Outputs> outputs = run(types, id, parameters, inputs);
    if (!outputs)
        throw outputs.error();
    return std::dynamic_pointer_cast<const V>(outputs->get(port));
}

/// The text of the error of a node that must fail; empty where it does not.
inline QString errorOf(const std::vector<NodeType> &types, const QString &id, const QJsonObject &parameters,
    const std::vector<std::pair<QString, ValuePtr>> &inputs = {})
{
    const Result<Outputs> outputs = run(types, id, parameters, inputs);
    return outputs ? QString() : outputs.error().text();
}

/// A context that is stopped from the start.
class StoppedContext : public RunContext {
public:
    bool goOn() override { return false; }
};

} // namespace thalweg::test

std::vector<thalweg::NodeType> thalwegNodeTypes();
