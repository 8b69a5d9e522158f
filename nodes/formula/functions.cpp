#include "functions.h"

#include <numbers>

namespace thalweg {

namespace {

constexpr Function all[] = {
    { u"abs", Operation::Abs, 1 },
    { u"acos", Operation::Acos, 1 },
    { u"asin", Operation::Asin, 1 },
    { u"atan", Operation::Atan, 1 },
    { u"atan2", Operation::Atan2, 2 },
    { u"ceil", Operation::Ceil, 1 },
    { u"cos", Operation::Cos, 1 },
    { u"cosh", Operation::Cosh, 1 },
    { u"exp", Operation::Exp, 1 },
    { u"expm1", Operation::Expm1, 1 },
    { u"floor", Operation::Floor, 1 },
    { u"if", Operation::If, 3 },
    { u"log", Operation::Log, 1 },
    { u"log10", Operation::Log10, 1 },
    { u"log1p", Operation::Log1p, 1 },
    { u"log2", Operation::Log2, 1 },
    { u"max", Operation::Max, 2, true },
    { u"min", Operation::Min, 2, true },
    { u"sign", Operation::Sign, 1 },
    { u"sin", Operation::Sin, 1 },
    { u"sinh", Operation::Sinh, 1 },
    { u"sqrt", Operation::Sqrt, 1 },
    { u"tan", Operation::Tan, 1 },
    { u"tanh", Operation::Tanh, 1 },
};

} // namespace

std::span<const Function> functions()
{
    return all;
}

const Function *findFunction(QStringView name)
{
    for (const Function &function : all)
        if (name == function.name)
            return &function;
    return nullptr;
}

std::optional<double> findConstant(QStringView name)
{
    if (name == u"pi" || name == u"π")
        return std::numbers::pi;
    if (name == u"e")
        return std::numbers::e;
    return {};
}

const QStringList &functionNames()
{
    static const QStringList names = [] {
        QStringList found { QStringLiteral("sum"), QStringLiteral("prod") };
        for (const Function &function : all)
            found += QString::fromUtf16(function.name);
        return found;
    }();
    return names;
}

bool isReserved(QStringView name)
{
    return functionNames().contains(name) || findConstant(name) || name == u"and" || name == u"or" || name == u"not";
}

} // namespace thalweg
