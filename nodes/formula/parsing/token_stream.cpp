#include "token_stream.h"

namespace thalweg {

namespace {

bool isOperand(const Token &token)
{
    return token.kind == Token::Kind::Number
        || (token.kind == Token::Kind::Name && token.text != u"and" && token.text != u"or" && token.text != u"not");
}

} // namespace

void TokenStream::expect(QStringView sign)
{
    if (!isSign(sign))
        unexpected(quotedWord(sign));
    take();
}

void TokenStream::fail(const Token &token, const QString &message) const
{
    throw FormulaError(formula_, token.offset, token.text.size(), message);
}

void TokenStream::unexpected(const QString &wanted) const
{
    if (atEnd())
        fail(QStringLiteral("the formula ends here, where %1 was expected").arg(wanted));
    const bool beginsOperand = isOperand(here()) || isSign(u"(");
    if (at_ > 0 && beginsOperand) {
        const Token &before = tokens_[at_ - 1];
        if (isOperand(before) || before.text == u")" || before.text == u"]")
            fail(QStringLiteral("%1 follows %2 without an operator; to multiply, write %3*%4")
                     .arg(quotedWord(here().text), quotedWord(before.text), before.text.left(40).toString(),
                         here().text.left(40).toString()));
    }
    fail(QStringLiteral("unexpected %1, where %2 was expected").arg(quotedWord(here().text), wanted));
}

} // namespace thalweg
