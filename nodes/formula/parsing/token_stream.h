#pragma once

#include "../lexer.h"

namespace thalweg {

/// The words of a formula one after the other, and what to say where one does not fit.
class TokenStream {
public:
    explicit TokenStream(const QString &formula) : formula_(formula), tokens_(tokenize(formula)) { }

    const Token &here() const { return tokens_[at_]; }
    const Token &take() { return tokens_[at_++]; }

    bool atEnd() const { return here().kind == Token::Kind::End; }
    bool isSign(QStringView sign) const { return here().kind == Token::Kind::Sign && here().text == sign; }
    bool isWord(QStringView word) const { return here().kind == Token::Kind::Name && here().text == word; }
    bool isOperatorWord() const { return isWord(u"and") || isWord(u"or") || isWord(u"not"); }

    /// Takes the sign, which must stand here.
    void expect(QStringView sign);

    [[noreturn]] void fail(const Token &token, const QString &message) const;
    [[noreturn]] void fail(const QString &message) const { fail(here(), message); }
    /// Says that what stands here is not what was `wanted`.
    [[noreturn]] void unexpected(const QString &wanted) const;

private:
    const QString &formula_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

} // namespace thalweg
