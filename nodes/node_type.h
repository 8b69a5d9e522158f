#pragma once

#include "parameter.h"

#include <functional>
#include <vector>

namespace thalweg {

class Inputs;
class Outputs;
class RunContext;

/// Where values come into a node or leave it. Made by input() and output().
struct Port {
    QString name = {};
    ValueType type = {}; ///< of one value; a list of such values may come as well
    QString helpText = {};
    bool isOptional = false; ///< may be left without a link
    bool isMany = false; ///< takes any number of links, and lists whole

    Port optional() const
    {
        Port changed = *this;
        changed.isOptional = true;
        return changed;
    }
    /// Several links may end here, and a list that arrives is not run through item by item but given whole.
    Port many() const
    {
        Port changed = *this;
        changed.isMany = true;
        return changed;
    }
    Port help(const QString &text) const
    {
        Port changed = *this;
        changed.helpText = text;
        return changed;
    }
};

template <class V> Port input(const QString &name)
{
    return { .name = name, .type = V::staticType() };
}

template <class V> Port output(const QString &name)
{
    return { .name = name, .type = V::staticType() };
}

/// All that there is to know of a kind of node.
///
/// `run` is a pure function: the same inputs, parameters and random seed give the same outputs, to the bit. It runs on
/// any thread, several at once. For bad input it throws an Error that says what would be right; whatever else it throws
/// is caught and shown at the node, too.
struct NodeType {
    QString id = {}; ///< stable: `costs.formula`; what stands before the last dot is the category
    int version = 1; ///< raised when the same inputs and parameters give other outputs than before
    QString title = {};
    QString summary = {}; ///< one line
    QString help = {}; ///< Markdown: what it does, the formula with its symbols and units, the source, an example
    std::vector<Parameter> parameters = {};
    std::vector<Port> inputs = {};
    std::vector<Port> outputs = {};
    std::function<void(const Inputs &in, Outputs &out, RunContext &context)> run = {};

    /// The id up to the last dot: `costs`.
    QString category() const { return id.left(id.lastIndexOf(QLatin1Char('.'))); }

    THALWEG_EXPORT const Parameter *parameter(const QString &name) const;
    THALWEG_EXPORT const Port *input(const QString &name) const;
    THALWEG_EXPORT const Port *output(const QString &name) const;
};

/// What is wrong with a description: an id that is not made of lower-case words, names used twice, a default out of
/// range, a slider beyond the range, names from an input that is not there, a missing title or `run`. Empty where it is
/// sound.
THALWEG_EXPORT QStringList faults(const NodeType &type);

} // namespace thalweg
