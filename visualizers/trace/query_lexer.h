// Words and signs of a query expression.
#pragma once

#include "trace/query.h"

#include <string>
#include <string_view>

namespace il::trace {

enum class TokenKind : std::uint8_t { Word, Integer, Real, Time, Text, Sign, End, Bad };

struct Token {
    TokenKind kind = TokenKind::End;
    std::string text;         ///< as written; Text: its contents; Bad: what is wrong
    std::int64_t integer = 0; ///< Integer; Time: in ns
    double real = 0;          ///< Real
    std::size_t column = 1;   ///< of its first byte, from 1
};

class QueryLexer {
public:
    explicit QueryLexer(std::string_view text) : m_text(text) { next(); }

    const Token& token() const { return m_token; }
    void next();
    /// Right after a word: whether its argument list begins.
    bool atArgument() const;
    /// What stands between the parentheses, trimmed and without enclosing quotes: names may contain anything,
    /// such as totals['a']. Bad when the closing one is missing. Goes on behind it.
    Token argument();

private:
    char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    void skipSpace();
    Token number();
    Token quoted();
    Token word();
    Token sign();

    std::string_view m_text;
    std::size_t m_at = 0;
    Token m_token;
};

} // namespace il::trace
