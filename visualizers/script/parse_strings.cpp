// String literals: joined neighbours and the replacement fields of f-strings, which CPython 3.11 finds by
// scanning.
#include "script/literals.h"
#include "script/parser_impl.h"

#include <algorithm>

namespace il::script {

using namespace ast;

/// Collects the values of one JoinedStr. Its parts' positions are the whole literal's, as in CPython 3.11.
class FormatString {
public:
    FormatString(Parser& parser, const Span& whole, bool unicodePrefix)
        : m_parser(parser), m_text(parser.m_source.text), m_whole(whole), m_unicodePrefix(unicodePrefix)
    {
    }

    void addPlain(const std::string& text) { m_literal += text; }
    void addFormatted(const Token& token, const StringParts& parts)
    {
        m_token = token.span;
        const auto begin = static_cast<std::size_t>(parts.body.data() - m_text.data());
        scan(begin, begin + parts.body.size(), parts.raw, 0);
    }

    ExprPtr finish()
    {
        flush();
        return node(JoinedStr{std::move(m_values)});
    }

private:
    ExprPtr node(decltype(Expr::node) content)
    {
        ExprPtr result = m_parser.make(m_whole, std::move(content));
        result->span = m_whole;
        return result;
    }

    void flush()
    {
        if (!m_literal.empty())
            m_values.push_back(node(Constant{std::exchange(m_literal, {}), m_unicodePrefix}));
    }

    void fail(const char* id, std::size_t begin, std::size_t end, std::vector<std::string> args = {})
    {
        m_parser.fail(id, m_parser.m_source.at(begin, end), std::move(args));
    }

    char at(std::size_t pos, std::size_t end) const { return pos < end ? m_text[pos] : '\0'; }

    std::size_t scan(std::size_t begin, std::size_t end, bool raw, int level);
    void literal(std::size_t begin, std::size_t end, bool raw);
    std::size_t field(std::size_t open, std::size_t end, bool raw, int level);
    std::size_t expressionEnd(std::size_t pos, std::size_t end);
    std::size_t skipString(std::size_t pos, std::size_t end) const;
    std::size_t skipSpace(std::size_t pos, std::size_t end) const
    {
        return std::min(m_text.find_first_not_of(" \t\n\f", pos), end);
    }
    int conversion(std::size_t& pos, std::size_t end);
    ExprPtr formatSpec(std::size_t& pos, std::size_t end, bool raw, int level);
    ExprPtr expression(std::size_t begin, std::size_t end);

    Parser& m_parser;
    std::string_view m_text;
    Span m_whole;
    Span m_token; ///< of the part being read
    bool m_unicodePrefix;
    std::string m_literal;
    Exprs m_values;
};

void FormatString::literal(std::size_t begin, std::size_t end, bool raw)
{
    const std::string_view body = m_text.substr(begin, end - begin);
    if (raw) {
        m_literal += body;
        return;
    }
    if (const auto value = unescape(body, false))
        m_literal += *value;
    else
        m_parser.fail(value.error(), m_whole);
}

/// Up to `end` or, in a format spec (level > 0), the '}' that ends it; returns that position.
std::size_t FormatString::scan(std::size_t begin, std::size_t end, bool raw, int level)
{
    std::size_t pos = begin;
    while (pos < end && !m_parser.failed()) {
        const char c = m_text[pos];
        if (c == '\\' && !raw && pos + 1 < end) {
            const char escaped = m_text[pos + 1];
            pos += escaped == '{' || escaped == '}' ? 1 : 2;
        } else if (c != '{' && c != '}') {
            ++pos;
        } else if (level == 0 && at(pos + 1, end) == c) {
            literal(begin, pos + 1, raw);
            begin = pos += 2;
        } else if (c == '}') {
            if (level == 0)
                fail("fstring-single-brace", pos, pos + 1);
            break;
        } else {
            literal(begin, pos, raw);
            begin = pos = field(pos, end, raw, level);
        }
    }
    literal(begin, pos, raw);
    return pos;
}

/// From '{' to past its '}'.
std::size_t FormatString::field(std::size_t open, std::size_t end, bool raw, int level)
{
    if (level >= 2) {
        fail("fstring-too-nested", open, open + 1);
        return end;
    }
    const std::size_t begin = open + 1;
    std::size_t pos = expressionEnd(begin, end);
    ExprPtr value = expression(begin, pos);
    const bool debug = at(pos, end) == '=';
    if (debug) {
        pos = skipSpace(pos + 1, end);
        m_literal += m_text.substr(begin, pos - begin);
    }
    int convert = conversion(pos, end);
    ExprPtr spec = formatSpec(pos, end, raw, level);
    if (debug && convert == -1 && !spec)
        convert = 'r';
    if (at(pos, end) != '}')
        fail("fstring-unclosed", open, open + 1);
    flush();
    m_values.push_back(node(FormattedValue{std::move(value), convert, std::move(spec)}));
    return pos + 1;
}

std::size_t FormatString::skipString(std::size_t pos, std::size_t end) const
{
    const char quote = m_text[pos];
    const bool triple = at(pos + 1, end) == quote && at(pos + 2, end) == quote;
    const std::string close(triple ? 3 : 1, quote);
    const std::size_t found = m_text.find(close, pos + close.size());
    return found == std::string_view::npos || found + close.size() > end ? end : found + close.size();
}

/// Where the expression stops: at a '=', '!', ':' or '}' outside brackets and strings.
std::size_t FormatString::expressionEnd(std::size_t pos, std::size_t end)
{
    constexpr std::string_view comparisons[] = {"!=", "==", "<=", ">="};
    int depth = 0;
    while (pos < end) {
        const char c = m_text[pos];
        if (c == '\\' || c == '#') {
            fail(c == '#' ? "fstring-comment" : "fstring-backslash", pos, pos + 1);
            return end;
        }
        if (c == '\'' || c == '"') {
            const std::size_t stringEnd = skipString(pos, end);
            pos = std::min(m_text.find('\\', pos), stringEnd); // a backslash is refused even in a string
            continue;
        }
        if (depth == 0 && std::ranges::find(comparisons, m_text.substr(pos, 2)) != std::end(comparisons)) {
            pos += 2;
            continue;
        }
        if (depth == 0 && (c == '=' || c == '!' || c == ':' || c == '}'))
            break;
        depth += c == '(' || c == '[' || c == '{';
        depth -= depth > 0 && (c == ')' || c == ']' || c == '}');
        ++pos;
    }
    return pos;
}

int FormatString::conversion(std::size_t& pos, std::size_t end)
{
    if (at(pos, end) != '!')
        return -1;
    const char kind = at(pos + 1, end);
    if (kind != 's' && kind != 'r' && kind != 'a') {
        fail("fstring-conversion", pos, std::min(pos + 2, end));
        return -1;
    }
    pos += 2;
    return kind;
}

ExprPtr FormatString::formatSpec(std::size_t& pos, std::size_t end, bool raw, int level)
{
    if (at(pos, end) != ':')
        return nullptr;
    FormatString spec(m_parser, m_whole, m_unicodePrefix);
    spec.m_token = m_token;
    pos = spec.scan(pos + 1, end, raw, level + 1);
    spec.m_whole = m_token; // from here on, CPython gives a format its own token's position
    spec.m_unicodePrefix = false;
    return spec.finish();
}

ExprPtr FormatString::expression(std::size_t begin, std::size_t end)
{
    if (!m_parser.failed() && skipSpace(begin, end) >= end)
        fail("fstring-empty", begin - 1, end + 1);
    if (m_parser.failed())
        return node(Name{});
    const Parser::Nest nest(m_parser);
    Tokens tokens = tokenizeExpression(m_parser.m_source, begin, end, m_parser.m_limits.depth);
    auto value =
        Parser(m_parser.m_source, std::move(tokens), m_parser.m_limits, m_parser.m_depth).fieldExpression();
    if (value)
        return std::move(*value);
    m_parser.fail(std::move(value.error()));
    return node(Name{});
}

/// Neighbouring literals are all bytes or all text; bytes are written in ASCII.
void Parser::checkStrings(const std::vector<Token>& tokens)
{
    const bool bytes = stringParts(tokens.front().text).bytes;
    for (const Token& token : tokens) {
        const StringParts parts = stringParts(token.text);
        if (parts.bytes != bytes)
            return fail("mixed-bytes", token.span);
        const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 128; };
        if (bytes && !std::ranges::all_of(parts.body, isAscii))
            return fail("bytes-not-ascii", token.span);
    }
}

std::string Parser::stringValue(const Token& token)
{
    const StringParts parts = stringParts(token.text);
    if (parts.raw)
        return std::string(parts.body);
    auto value = unescape(parts.body, parts.bytes);
    if (value)
        return std::move(*value);
    fail(value.error(), token.span);
    return {};
}

ExprPtr Parser::strings()
{
    const Span start = here();
    std::vector<Token> tokens;
    while (at(TokenKind::String))
        tokens.push_back(m_tokens[m_pos++]);
    const Span whole = from(start);
    checkStrings(tokens);
    const StringParts first = stringParts(tokens.front().text);
    FormatString joined(*this, whole, first.unicode);
    std::string plain;
    bool formatted = false;
    for (const Token& token : tokens) {
        if (const StringParts parts = stringParts(token.text); parts.formatted) {
            joined.addPlain(std::exchange(plain, {}));
            joined.addFormatted(token, parts);
            formatted = true;
        } else {
            plain += stringValue(token);
        }
    }
    if (formatted) {
        joined.addPlain(plain);
        return joined.finish();
    }
    if (first.bytes)
        return make(start, Constant{BytesLiteral{std::move(plain)}});
    return make(start, Constant{std::move(plain), first.unicode});
}

} // namespace il::script
