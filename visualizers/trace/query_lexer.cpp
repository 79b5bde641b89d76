#include "trace/query_lexer.h"

#include <charconv>
#include <cmath>

namespace il::trace {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool startsWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

Token bad(std::string message, std::size_t column)
{
    Token token;
    token.kind = TokenKind::Bad;
    token.text = std::move(message);
    token.column = column;
    return token;
}

/// Nanoseconds in a unit; 0 for what is no unit.
std::int64_t unitOf(std::string_view unit)
{
    if (unit == "ns")
        return 1;
    if (unit == "us" || unit == "µs")
        return 1000;
    if (unit == "ms")
        return 1'000'000;
    return unit == "s" ? 1'000'000'000 : 0;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

void QueryLexer::skipSpace()
{
    while (peek() == ' ' || peek() == '\t' || peek() == '\n')
        ++m_at;
}

void QueryLexer::next()
{
    skipSpace();
    const std::size_t column = m_at + 1;
    if (m_at >= m_text.size()) {
        m_token = {};
    } else if (isDigit(peek())) {
        m_token = number();
        if (m_token.kind != TokenKind::Bad)
            m_token.text = m_text.substr(column - 1, m_at - column + 1);
    } else if (peek() == '"' || peek() == '\'')
        m_token = quoted();
    else
        m_token = startsWord(peek()) ? word() : sign();
    m_token.column = column;
}

Token QueryLexer::number()
{
    const std::size_t start = m_at;
    while (isDigit(peek()) || (peek() == '.' && isDigit(peek(1))))
        ++m_at;
    const std::string_view digits = m_text.substr(start, m_at - start);
    const std::size_t unitStart = m_at;
    while (startsWord(peek()))
        ++m_at;
    const std::string_view unit = m_text.substr(unitStart, m_at - unitStart);
    const bool whole = digits.find('.') == std::string_view::npos;
    Token token;
    const char* end = digits.data() + digits.size();
    const auto asReal = std::from_chars(digits.data(), end, token.real);
    if (asReal.ec != std::errc() || asReal.ptr != end)
        return bad(std::string("\"").append(digits) + "\" is not a number", start + 1);
    if (!unit.empty()) {
        const double ns = token.real * static_cast<double>(unitOf(unit));
        if (unitOf(unit) == 0)
            return bad("unknown unit \"" + std::string(unit) + "\"; there are ns, us, ms and s",
                       unitStart + 1);
        if (ns > 9e18)
            return bad("the time is too long", start + 1);
        token.kind = TokenKind::Time;
        token.integer = std::llround(ns);
        return token;
    }
    token.kind = whole ? TokenKind::Integer : TokenKind::Real;
    if (whole && std::from_chars(digits.data(), end, token.integer).ec != std::errc())
        return bad("the number is too large", start + 1);
    return token;
}

Token QueryLexer::quoted()
{
    const std::size_t start = m_at;
    const char quote = peek();
    Token token;
    token.kind = TokenKind::Text;
    for (++m_at; m_at < m_text.size() && peek() != quote; ++m_at) {
        const bool escape = peek() == '\\' && m_at + 1 < m_text.size();
        if (escape)
            ++m_at;
        token.text += escape && peek() == 'n' ? '\n' : peek();
    }
    if (m_at >= m_text.size())
        return bad("the text that begins here has no closing quote", start + 1);
    ++m_at;
    return token;
}

Token QueryLexer::word()
{
    const std::size_t start = m_at;
    while (startsWord(peek()) || isDigit(peek()) || (peek() == '.' && startsWord(peek(1))))
        ++m_at;
    Token token;
    token.kind = TokenKind::Word;
    token.text = m_text.substr(start, m_at - start);
    return token;
}

Token QueryLexer::sign()
{
    Token token;
    token.kind = TokenKind::Sign;
    for (const std::string_view sign :
         {"==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", ","}) {
        if (m_text.substr(m_at, sign.size()) == sign) {
            token.text = sign;
            m_at += sign.size();
            return token;
        }
    }
    const std::string message =
        peek() == '=' ? "use == to compare" : std::string("unexpected '") + peek() + "'";
    m_at = m_text.size();
    return bad(message, 0);
}

bool QueryLexer::atArgument() const
{
    return m_token.kind == TokenKind::Sign && m_token.text == "(";
}

Token QueryLexer::argument()
{
    const std::size_t start = m_at; // behind the parenthesis that is the present token
    int depth = 1;
    char quote = '\0';
    for (; m_at < m_text.size(); ++m_at) {
        const char c = peek();
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0)
            break;
    }
    if (depth != 0)
        return bad("the parenthesis that opens here is never closed", start);
    std::string_view name = trimmed(m_text.substr(start, m_at - start));
    ++m_at;
    next();
    const bool isQuoted = name.size() >= 2 && (name.front() == '"' || name.front() == '\'') &&
                          name.find(name.front(), 1) == name.size() - 1;
    Token token;
    token.kind = TokenKind::Text;
    token.text = isQuoted ? name.substr(1, name.size() - 2) : name;
    return token;
}

} // namespace il::trace
