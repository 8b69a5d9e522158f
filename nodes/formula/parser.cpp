#include "parser.h"

#include "functions.h"
#include "lexer.h"

#include <thalweg/node_types.h>

#include <algorithm>
#include <map>

namespace thalweg {

namespace {

constexpr int deepest = 200;

using Node = Expression::Node;
using NodeId = Expression::NodeId;
using Kind = Expression::Kind;

struct Binary {
    QStringView sign;
    Operation operation;
};
constexpr Binary comparisons[]
    = { { u"<", Operation::Less }, { u"<=", Operation::LessEqual }, { u">", Operation::Greater },
          { u">=", Operation::GreaterEqual }, { u"==", Operation::Equal }, { u"!=", Operation::NotEqual } };
constexpr Binary additions[] = { { u"+", Operation::Add }, { u"-", Operation::Subtract } };
constexpr Binary multiplications[] = { { u"*", Operation::Multiply }, { u"/", Operation::Divide } };

/// Functions by the names that other programs give them.
constexpr struct {
    QStringView written;
    QStringView right;
} otherNames[] = { { u"ln", u"log" }, { u"arcsin", u"asin" }, { u"arccos", u"acos" }, { u"arctan", u"atan" },
    { u"sgn", u"sign" }, { u"fabs", u"abs" }, { u"product", u"prod" } };

/// Recursive descent, one function a level of precedence. Left-associative chains are loops, so that only what is
/// nested in the text nests on the stack.
class Parser {
public:
    explicit Parser(const QString &text) : tokens_(tokenize(text)) { expression_.text = text; }

    Expression parse()
    {
        if (tokens_.size() == 1)
            throw Error(QStringLiteral("is empty; write a formula such as (theta - 5)^2"));
        expression_.root = disjunction();
        if (here().kind != Token::Kind::End)
            unexpected(QStringLiteral("an operator or the end"));
        return std::move(expression_);
    }

private:
    NodeId disjunction()
    {
        NodeId left = conjunction();
        while (isWord(u"or")) {
            const qsizetype offset = take().offset;
            left = apply(Operation::Or, offset, { left, conjunction() });
        }
        return left;
    }

    NodeId conjunction()
    {
        NodeId left = negation();
        while (isWord(u"and")) {
            const qsizetype offset = take().offset;
            left = apply(Operation::And, offset, { left, negation() });
        }
        return left;
    }

    NodeId negation()
    {
        if (!isWord(u"not"))
            return comparison();
        const Level level(*this);
        const qsizetype offset = take().offset;
        return apply(Operation::Not, offset, { negation() });
    }

    NodeId comparison()
    {
        const NodeId left = sum();
        const Binary *found = among(comparisons);
        if (!found)
            return left;
        const qsizetype offset = take().offset;
        const NodeId node = apply(found->operation, offset, { left, sum() });
        if (among(comparisons))
            fail(QStringLiteral("a comparison cannot be compared; write a < b and b < c instead of a < b < c"));
        return node;
    }

    NodeId sum()
    {
        return chain(additions, [this] { return term(); });
    }
    NodeId term()
    {
        return chain(multiplications, [this] { return signedPower(); });
    }

    template <std::size_t n, class Operand> NodeId chain(const Binary (&operations)[n], const Operand &operand)
    {
        NodeId left = operand();
        while (const Binary *found = among(operations)) {
            const qsizetype offset = take().offset;
            left = apply(found->operation, offset, { left, operand() });
        }
        return left;
    }

    NodeId signedPower()
    {
        const Level level(*this);
        if (isSign(u"+")) {
            take();
            return signedPower();
        }
        if (!isSign(u"-"))
            return power();
        const qsizetype offset = take().offset;
        return apply(Operation::Negate, offset, { signedPower() });
    }

    NodeId power()
    {
        const NodeId base = primary();
        if (!isSign(u"^"))
            return base;
        const qsizetype offset = take().offset;
        return apply(Operation::Power, offset, { base, signedPower() });
    }

    NodeId primary()
    {
        if (isSign(u"(")) {
            take();
            const NodeId inside = disjunction();
            expect(u")");
            return inside;
        }
        if (here().kind == Token::Kind::Number) {
            const Token token = take();
            return add({ .kind = Kind::Number, .number = token.number, .offset = token.offset });
        }
        if (here().kind != Token::Kind::Name || isWord(u"and") || isWord(u"or") || isWord(u"not"))
            unexpected(QStringLiteral("a number, a name or ("));
        const Token name = take();
        if (isSign(u"("))
            return call(name);
        if (functionNames().contains(name.text))
            fail(name, QStringLiteral("%1 is a function; write %1(…)").arg(name.text));
        if (isSign(u"["))
            return element(name);
        return plainName(name);
    }

    NodeId call(const Token &name)
    {
        if (name.text == u"sum" || name.text == u"prod")
            return repeated(name);
        const Function *function = findFunction(name.text);
        if (!function)
            noSuchFunction(name);
        take();
        std::vector<NodeId> arguments;
        if (!isSign(u")")) {
            arguments.push_back(disjunction());
            while (isSign(u",")) {
                take();
                arguments.push_back(disjunction());
            }
        }
        expect(u")");
        const auto wanted = static_cast<std::size_t>(function->arguments);
        if (arguments.size() < wanted || (arguments.size() > wanted && !function->takesMore))
            fail(name,
                QStringLiteral("%1 takes %2%3 argument%4, not %5")
                    .arg(name.text, function->takesMore ? QStringLiteral("at least ") : QString())
                    .arg(wanted)
                    .arg(wanted == 1 ? QString() : QStringLiteral("s"))
                    .arg(arguments.size()));
        if (function->takesMore) { // min(a, b, c) is min(min(a, b), c)
            NodeId left = arguments[0];
            for (std::size_t i = 1; i < arguments.size(); ++i)
                left = apply(function->operation, name.offset, { left, arguments[i] });
            return left;
        }
        Node node { .kind = Kind::Apply,
            .operation = function->operation,
            .operandCount = static_cast<std::uint8_t>(wanted),
            .offset = name.offset };
        std::copy(arguments.begin(), arguments.end(), node.operands.begin());
        return add(node);
    }

    /// sum(i, from, to, term): the index is known in the term alone.
    NodeId repeated(const Token &name)
    {
        take();
        const Token index = here();
        if (index.kind != Token::Kind::Name || isReserved(index.text))
            fail(QStringLiteral(
                "the first argument of %1 must be a name for its index, as in %1(i, 1, 10, x[i]), not %2")
                     .arg(name.text, index.kind == Token::Kind::End ? QStringLiteral("the end") : quoted(index.text)));
        take();
        std::array<NodeId, 3> operands {};
        for (std::size_t i = 0; i < operands.size(); ++i) {
            if (!isSign(u","))
                unexpected(QStringLiteral("\",\": %1 takes an index, its first and last value, and a term, as in "
                                          "%1(i, 1, 10, x[i])")
                               .arg(name.text));
            take();
            if (i == 2)
                indices_.push_back(index.text);
            operands[i] = disjunction();
        }
        indices_.pop_back();
        expect(u")");
        return add({ .kind = name.text == u"sum" ? Kind::Sum : Kind::Product,
            .operandCount = 3,
            .operands = operands,
            .offset = name.offset });
    }

    NodeId element(const Token &name)
    {
        if (findConstant(name.text) || index(name.text) >= 0)
            fail(name, QStringLiteral("%1 is a number, not a vector; it has no elements").arg(quoted(name.text)));
        const std::uint32_t symbol = symbolOf(name, true);
        take();
        const NodeId which = disjunction();
        expect(u"]");
        return add({ .kind = Kind::Element,
            .operandCount = 1,
            .symbol = symbol,
            .operands = { which },
            .offset = name.offset });
    }

    NodeId plainName(const Token &name)
    {
        if (const auto constant = findConstant(name.text); constant && index(name.text) < 0)
            return add({ .kind = Kind::Number, .number = *constant, .offset = name.offset });
        if (const qsizetype level = index(name.text); level >= 0)
            return add({ .kind = Kind::Index, .symbol = static_cast<std::uint32_t>(level), .offset = name.offset });
        return add({ .kind = Kind::Name, .symbol = symbolOf(name, false), .offset = name.offset });
    }

    /// The innermost enclosing sum whose index has that name, or -1.
    qsizetype index(QStringView name) const
    {
        for (std::size_t level = indices_.size(); level-- > 0;)
            if (indices_[level] == name)
                return static_cast<qsizetype>(level);
        return -1;
    }

    std::uint32_t symbolOf(const Token &name, bool isVector)
    {
        const QString text = name.text.toString().normalized(QString::NormalizationForm_C);
        const auto [place, isNew]
            = symbolIds_.try_emplace(text, static_cast<std::uint32_t>(expression_.symbols.size()));
        if (isNew)
            expression_.symbols.push_back({ text, isVector, name.offset });
        else if (expression_.symbols[place->second].isVector != isVector)
            fail(name,
                isVector
                    ? QStringLiteral("%1 stands for a number before; a name is either a number or a vector")
                          .arg(quoted(name.text))
                    : QStringLiteral("%1 is a vector; write %1[1], %1[2], … for its elements").arg(name.text.left(40)));
        return place->second;
    }

    NodeId apply(Operation operation, qsizetype offset, std::initializer_list<NodeId> operands)
    {
        Node node { .kind = Kind::Apply,
            .operation = operation,
            .operandCount = static_cast<std::uint8_t>(operands.size()),
            .offset = offset };
        std::copy(operands.begin(), operands.end(), node.operands.begin());
        return add(node);
    }

    NodeId add(const Node &node)
    {
        expression_.nodes.push_back(node);
        return static_cast<NodeId>(expression_.nodes.size() - 1);
    }

    const Token &here() const { return tokens_[at_]; }
    const Token &take() { return tokens_[at_++]; }
    bool isSign(QStringView sign) const { return here().kind == Token::Kind::Sign && here().text == sign; }
    bool isWord(QStringView word) const { return here().kind == Token::Kind::Name && here().text == word; }

    template <std::size_t n> const Binary *among(const Binary (&operations)[n]) const
    {
        const auto found = std::find_if(
            std::begin(operations), std::end(operations), [this](const Binary &binary) { return isSign(binary.sign); });
        return found == std::end(operations) ? nullptr : found;
    }

    void expect(QStringView sign)
    {
        if (!isSign(sign))
            unexpected(quoted(sign));
        take();
    }

    [[noreturn]] void fail(const Token &token, const QString &message) const
    {
        throw formulaError(expression_.text, token.offset, message);
    }
    [[noreturn]] void fail(const QString &message) const { fail(here(), message); }

    [[noreturn]] void unexpected(const QString &wanted) const
    {
        if (here().kind == Token::Kind::End)
            fail(QStringLiteral("the formula ends here, where %1 was expected").arg(wanted));
        const auto isOperand = [](const Token &token) {
            return token.kind == Token::Kind::Number
                || (token.kind == Token::Kind::Name && token.text != u"and" && token.text != u"or"
                    && token.text != u"not");
        };
        const bool beginsOperand = isOperand(here()) || isSign(u"(");
        if (at_ > 0 && beginsOperand) {
            const Token &before = tokens_[at_ - 1];
            if (isOperand(before) || before.text == u")" || before.text == u"]")
                fail(QStringLiteral("%1 follows %2 without an operator; to multiply, write %3*%4")
                         .arg(quoted(here().text), quoted(before.text), before.text.left(40).toString(),
                             here().text.left(40).toString()));
        }
        fail(QStringLiteral("unexpected %1, where %2 was expected").arg(quoted(here().text), wanted));
    }

    [[noreturn]] void noSuchFunction(const Token &name) const
    {
        if (index(name.text) >= 0 || findConstant(name.text) || symbolIds_.contains(name.text.toString()))
            fail(name,
                QStringLiteral("%1 is a number, not a function; to multiply, write %2*(…)")
                    .arg(quoted(name.text), name.text.left(40).toString()));
        QString near;
        for (const auto &[written, right] : otherNames)
            if (name.text == written)
                near = right.toString();
        if (near.isEmpty())
            near = nearestWord(name.text.left(40).toString(), functionNames());
        fail(name,
            near.isEmpty()
                ? QStringLiteral("there is no function %1; to multiply, write %2*(…)")
                      .arg(quoted(name.text), name.text.left(40).toString())
                : QStringLiteral("there is no function %1; did you mean \"%2\"?").arg(quoted(name.text), near));
    }

    /// Counts what is nested while it lives.
    class Level {
    public:
        explicit Level(Parser &parser) : parser_(parser)
        {
            if (++parser_.depth_ > deepest)
                parser_.fail(
                    QStringLiteral("more than %1 levels are nested here; write the formula flatter").arg(deepest));
        }
        ~Level() { --parser_.depth_; }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;

    private:
        Parser &parser_;
    };

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::vector<QStringView> indices_; ///< of the enclosing sums, from the outside
    std::map<QString, std::uint32_t> symbolIds_;
    Expression expression_;
};

} // namespace

Expression parseFormula(const QString &text)
{
    return Parser(text).parse();
}

} // namespace thalweg
