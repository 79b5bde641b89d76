#include "script/lexer.h"

#include "script/unicode.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace il::script {

namespace {

constexpr std::array<std::string_view, 35> keywords = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};
static_assert(std::ranges::is_sorted(keywords));

/// Longest first.
constexpr std::array<std::string_view, 47> operators = {
    "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->", "+=", "-=",
    "*=",  "/=",  "%=",  "&=",  "|=",  "^=", "@=", ":=", "+",  "-",  "*",  "/",  "%",  "@",  "&",  "|",
    "^",   "~",   "<",   ">",   "(",   ")",  "[",  "]",  "{",  "}",  ",",  ":",  ".",  ";",  "="};

struct LookAlike {
    char32_t codePoint;
    const char* ascii;
};
/// Punctuation that input methods and word processors write in place of the ASCII one.
constexpr LookAlike lookAlikes[] = {
    {U'‘', "'"},  {U'’', "'"},   {U'“', "\""},  {U'”', "\""}, {U'、', ","}, {U'。', "."}, {U'《', "<"},
    {U'》', ">"}, {U'「', "\""}, {U'」', "\""}, {U'【', "["}, {U'】', "]"}, {U'〔', "["}, {U'〕', "]"},
    {U'—', "-"},  {U'–', "-"},   {U'−', "-"},   {U'×', "*"},  {U'÷', "/"},  {U'≤', "<="}, {U'≥', ">="},
    {U'≠', "!="}, {U'…', "..."}, {U'·', "."},   {U'→', "->"}, {U'￥', "$"}};

/// The ASCII character meant; "" when there is none.
std::string asciiFor(char32_t codePoint)
{
    constexpr char32_t fullWidthOffset = 0xFEE0; // U+FF01...U+FF5E mirror ASCII's ! ... ~
    if (codePoint >= 0xFF01 && codePoint <= 0xFF5E)
        return std::string(1, static_cast<char>(codePoint - fullWidthOffset));
    const auto* found = std::ranges::find(lookAlikes, codePoint, &LookAlike::codePoint);
    return found == std::end(lookAlikes) ? "" : found->ascii;
}

bool isSpaceLike(char32_t c)
{
    return c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x205F ||
           c == 0x2060 || c == 0xFEFF;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool isAsciiWord(char c)
{
    return static_cast<unsigned char>(c) < 128 && isIdentifierContinue(static_cast<unsigned char>(c));
}

char closing(char open)
{
    return open == '(' ? ')' : open == '[' ? ']' : '}';
}

std::string hexName(char32_t codePoint)
{
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "U+%04X", static_cast<unsigned>(codePoint));
    return buffer;
}

class Lexer {
public:
    Lexer(const Source& source, std::size_t begin, std::size_t end, int maxDepth)
        : m_source(source), m_pos(begin), m_end(end), m_maxDepth(maxDepth)
    {
    }

    Tokens module();
    Tokens expression();

private:
    struct Indent {
        int column = 0, tabsAsOne = 0;
    };

    char peek(std::size_t ahead = 0) const
    {
        return m_pos + ahead < m_end ? m_source.text[m_pos + ahead] : '\0';
    }
    bool ended() const { return m_pos >= m_end || m_result.error.has_value(); }
    void add(TokenKind kind, std::size_t begin);
    void fail(std::string id, std::size_t begin, std::size_t end, std::vector<std::string> args = {});
    void failAt(std::string id, const Span& span, std::vector<std::string> args = {});
    void finish();

    void line();
    void indentation();
    Indent measureIndent();
    void changeIndent(Indent indent);
    void logicalLine();
    void token();
    void comment();
    void continuation();
    bool atString(std::size_t& prefix) const;
    void string(std::size_t prefix);
    void name();
    void number();
    std::size_t digits(std::size_t pos, bool (*isOne)(char)) const;
    std::size_t radixNumber(std::size_t pos);
    std::size_t decimalNumber(std::size_t pos);
    void endOfNumber(std::size_t begin);
    void symbol();
    void open(std::size_t begin);
    void close(std::size_t begin);
    void strayCharacter();

    const Source& m_source;
    std::size_t m_pos;
    std::size_t m_end;
    int m_maxDepth;
    Tokens m_result;
    std::vector<Indent> m_indents{{}};
    std::vector<Token> m_brackets;
    bool m_ownLine = true; ///< only white space so far on this physical line
};

void Lexer::add(TokenKind kind, std::size_t begin)
{
    const std::string_view text = std::string_view(m_source.text).substr(begin, m_pos - begin);
    m_result.tokens.push_back({kind, text, m_source.at(begin, m_pos)});
    m_ownLine = false;
}

void Lexer::fail(std::string id, std::size_t begin, std::size_t end, std::vector<std::string> args)
{
    failAt(std::move(id), m_source.at(begin, end), std::move(args));
}

void Lexer::failAt(std::string id, const Span& span, std::vector<std::string> args)
{
    if (m_result.error)
        return;
    m_result.error = m_source.diagnostic(std::move(id), span, std::move(args));
    m_result.tokens.push_back({TokenKind::Error, {}, span});
}

/// Brackets left open are an error; indents left open get their Dedents.
void Lexer::finish()
{
    if (!m_result.error && !m_brackets.empty()) {
        const Token& bracket = m_brackets.back();
        m_result.unclosed = bracket;
        failAt("unclosed-bracket", bracket.span, {std::string(bracket.text), {closing(bracket.text[0])}});
    }
    m_pos = m_end;
    for (; m_indents.size() > 1 && !m_result.error; m_indents.pop_back())
        add(TokenKind::Dedent, m_pos);
    add(TokenKind::End, m_pos);
}

Tokens Lexer::module()
{
    while (!ended())
        line();
    finish();
    return std::move(m_result);
}

Tokens Lexer::expression()
{
    const auto bracket = [this](std::string_view text, std::size_t offset) {
        Span span = m_source.at(offset, offset);
        ++span.endColumn;
        m_result.tokens.push_back({TokenKind::Operator, text, span});
    };
    bracket("(", m_pos - 1);
    m_ownLine = false;
    while (!ended()) {
        if (peek() == '\n')
            ++m_pos;
        else
            token();
    }
    if (!m_result.error && m_brackets.empty())
        bracket(")", m_end);
    finish();
    return std::move(m_result);
}

void Lexer::line()
{
    m_ownLine = true;
    const std::size_t begin = m_pos;
    const Indent indent = measureIndent();
    while (peek() == '\\' && peek(1) == '\n' && !ended()) { // a blank start, continued, keeps its indentation
        continuation();
        measureIndent();
    }
    if (peek() == '#')
        comment();
    if (m_pos >= m_end || peek() == '\n') {
        ++m_pos;
        return;
    }
    const std::size_t textBegin = m_pos;
    m_pos = begin;
    changeIndent(indent);
    m_pos = textBegin;
    logicalLine();
}

Lexer::Indent Lexer::measureIndent()
{
    constexpr int tabStop = 8;
    Indent indent;
    for (;; ++m_pos) {
        if (peek() == ' ') {
            ++indent.column;
            ++indent.tabsAsOne;
        } else if (peek() == '\t') {
            indent.column = (indent.column / tabStop + 1) * tabStop;
            ++indent.tabsAsOne;
        } else if (peek() == '\f') {
            indent = {};
        } else {
            return indent;
        }
    }
}

/// CPython compares the indentation with tabs as 8 columns and as 1: when the two disagree, it depends on the
/// tab width.
void Lexer::changeIndent(Indent indent)
{
    const std::size_t begin = m_pos;
    const std::size_t textBegin = m_source.text.find_first_not_of(" \t\f", begin);
    const auto mixed = [&] { fail("mixed-tabs", begin, textBegin); };
    if (indent.column == m_indents.back().column)
        return indent.tabsAsOne == m_indents.back().tabsAsOne ? void() : mixed();
    m_pos = textBegin;
    if (indent.column > m_indents.back().column) {
        if (indent.tabsAsOne <= m_indents.back().tabsAsOne)
            return mixed();
        if (static_cast<int>(m_indents.size()) > m_maxDepth)
            return fail("too-nested", begin, textBegin, {std::to_string(m_maxDepth)});
        m_indents.push_back(indent);
        return add(TokenKind::Indent, begin);
    }
    while (indent.column < m_indents.back().column) {
        m_indents.pop_back();
        add(TokenKind::Dedent, textBegin);
    }
    if (indent.column != m_indents.back().column)
        return fail("inconsistent-dedent", begin, textBegin);
    if (indent.tabsAsOne != m_indents.back().tabsAsOne)
        mixed();
}

void Lexer::logicalLine()
{
    while (!ended()) {
        if (peek() != '\n') {
            token();
            continue;
        }
        if (m_brackets.empty())
            break;
        ++m_pos;
        m_ownLine = true;
    }
    if (ended())
        return;
    m_result.tokens.push_back({TokenKind::Newline, {}, m_source.at(m_pos, m_pos)});
    ++m_pos;
}

void Lexer::token()
{
    std::size_t prefix = 0;
    const char c = peek();
    if (c == ' ' || c == '\t' || c == '\f')
        ++m_pos;
    else if (c == '#')
        comment();
    else if (c == '\\')
        continuation();
    else if (isDigit(c) || (c == '.' && isDigit(peek(1))))
        number();
    else if (atString(prefix))
        string(prefix);
    else if (isIdentifierStart(decodeUtf8(m_source.text, m_pos).codePoint))
        name();
    else
        symbol();
}

void Lexer::comment()
{
    const std::size_t begin = m_pos;
    m_pos = std::min(m_source.text.find('\n', begin), m_end);
    m_result.comments.push_back(
        {m_source.at(begin, begin).line, m_source.text.substr(begin, m_pos - begin), m_ownLine});
}

void Lexer::continuation()
{
    if (peek(1) != '\n')
        return fail("bad-continuation", m_pos, m_pos + 1);
    if (m_pos + 2 >= m_end)
        return fail("continued-end", m_pos, m_pos + 1);
    m_pos += 2;
}

bool Lexer::atString(std::size_t& prefix) const
{
    constexpr std::array<std::string_view, 9> prefixes = {"", "r", "u", "b", "f", "br", "rb", "fr", "rf"};
    std::string lower;
    while (lower.size() < 3 && peek(lower.size()) != '\'' && peek(lower.size()) != '"') {
        const char c = peek(lower.size());
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    prefix = lower.size();
    return std::ranges::find(prefixes, lower) != prefixes.end();
}

void Lexer::string(std::size_t prefix)
{
    const std::size_t begin = m_pos;
    m_pos += prefix;
    const char quote = peek();
    const bool triple = peek(1) == quote && peek(2) == quote;
    const std::string end(triple ? 3 : 1, quote);
    m_pos += end.size();
    while (m_source.text.compare(m_pos, end.size(), end) != 0) {
        if (m_pos >= m_end || (!triple && peek() == '\n'))
            return fail(triple ? "unterminated-triple-string" : "unterminated-string", begin,
                        triple ? begin + prefix + 3 : std::min(m_pos, m_end), {end});
        m_pos += peek() == '\\' && m_pos + 1 < m_end ? 2 : 1;
    }
    m_pos += end.size();
    add(TokenKind::String, begin);
}

void Lexer::name()
{
    const std::size_t begin = m_pos;
    while (m_pos < m_end) {
        const auto [codePoint, length] = decodeUtf8(m_source.text, m_pos);
        if (!isIdentifierContinue(codePoint))
            break;
        m_pos += length;
    }
    const std::string_view text = std::string_view(m_source.text).substr(begin, m_pos - begin);
    add(std::ranges::binary_search(keywords, text) ? TokenKind::Keyword : TokenKind::Name, begin);
}

/// Past digits with single underscores between them.
std::size_t Lexer::digits(std::size_t pos, bool (*isOne)(char)) const
{
    const auto at = [this](std::size_t i) { return i < m_end ? m_source.text[i] : '\0'; };
    while (isOne(at(pos)) || (at(pos) == '_' && isOne(at(pos + 1))))
        ++pos;
    return pos;
}

std::size_t Lexer::radixNumber(std::size_t pos)
{
    const char radix = static_cast<char>(m_source.text[pos + 1] | 0x20);
    const auto isOne = radix == 'x'   ? isHexDigit
                       : radix == 'o' ? [](char c) { return c >= '0' && c <= '7'; }
                                      : [](char c) { return c == '0' || c == '1'; };
    return digits(pos + 2, isOne);
}

std::size_t Lexer::decimalNumber(std::size_t pos)
{
    const auto at = [this](std::size_t i) { return i < m_end ? m_source.text[i] : '\0'; };
    const std::size_t begin = pos;
    pos = digits(pos, isDigit);
    const std::size_t whole = pos;
    if (at(pos) == '.')
        pos = isDigit(at(pos + 1)) ? digits(pos + 1, isDigit) : pos + 1;
    if ((at(pos) | 0x20) == 'e') {
        const std::size_t sign = at(pos + 1) == '+' || at(pos + 1) == '-' ? 1 : 0;
        if (isDigit(at(pos + 1 + sign)))
            pos = digits(pos + 1 + sign, isDigit);
    }
    if ((at(pos) | 0x20) == 'j')
        return pos + 1;
    const bool zerosOnly = m_source.text.find_first_not_of("0_", begin) >= whole;
    if (pos == whole && at(begin) == '0' && !zerosOnly)
        fail("leading-zero", begin, pos);
    return pos;
}

void Lexer::number()
{
    const std::size_t begin = m_pos;
    const char radix = static_cast<char>(peek(1) | 0x20);
    const bool hasRadix = peek() == '0' && (radix == 'x' || radix == 'o' || radix == 'b');
    m_pos = hasRadix ? radixNumber(begin) : decimalNumber(begin);
    endOfNumber(begin);
    if (!m_result.error)
        add(TokenKind::Number, begin);
}

/// A keyword may follow a number directly ("1if x else 2"); any other letter or digit can't.
void Lexer::endOfNumber(std::size_t begin)
{
    constexpr std::array<std::string_view, 8> mayFollow = {"and", "else", "for", "if",
                                                           "in",  "is",   "not", "or"};
    std::size_t end = m_pos;
    while (end < m_end && isAsciiWord(m_source.text[end]))
        ++end;
    const std::string_view rest = std::string_view(m_source.text).substr(m_pos, end - m_pos);
    const auto startsRest = [rest](std::string_view word) { return rest.substr(0, word.size()) == word; };
    const bool onlyPrefix = m_pos == begin + 2 && !isDigit(m_source.text[begin + 1]) &&
                            m_source.text[begin + 1] != '.' && (m_source.text[begin + 1] | 0x20) != 'j';
    if (onlyPrefix || (!rest.empty() && std::ranges::none_of(mayFollow, startsRest)))
        fail("invalid-number", begin, std::max(end, begin + 1), {m_source.text.substr(begin, end - begin)});
}

void Lexer::symbol()
{
    const std::size_t begin = m_pos;
    const std::string_view rest = std::string_view(m_source.text).substr(begin, m_end - begin);
    const auto* found = std::ranges::find_if(
        operators, [rest](std::string_view text) { return rest.substr(0, text.size()) == text; });
    if (found == operators.end())
        return strayCharacter();
    m_pos += found->size();
    if (const char c = (*found)[0]; found->size() == 1 && (c == '(' || c == '[' || c == '{'))
        open(begin);
    else if (found->size() == 1 && (c == ')' || c == ']' || c == '}'))
        close(begin);
    if (!m_result.error)
        add(TokenKind::Operator, begin);
}

void Lexer::open(std::size_t begin)
{
    if (static_cast<int>(m_brackets.size()) >= m_maxDepth)
        return fail("too-nested", begin, m_pos, {std::to_string(m_maxDepth)});
    m_brackets.push_back(
        {TokenKind::Operator, std::string_view(m_source.text).substr(begin, 1), m_source.at(begin, m_pos)});
}

void Lexer::close(std::size_t begin)
{
    const std::string text = m_source.text.substr(begin, 1);
    if (m_brackets.empty())
        return fail("unmatched-bracket", begin, m_pos, {text});
    const Token& bracket = m_brackets.back();
    if (closing(bracket.text[0]) != text[0])
        return fail(
            "mismatched-bracket", begin, m_pos,
            {text, std::string(bracket.text), std::to_string(bracket.span.line), {closing(bracket.text[0])}});
    m_brackets.pop_back();
}

void Lexer::strayCharacter()
{
    const auto [codePoint, length] = decodeUtf8(m_source.text, m_pos);
    const std::string text = m_source.text.substr(m_pos, length);
    const std::size_t end = m_pos + length;
    if (codePoint == U'!')
        return fail("exclamation-mark", m_pos, end);
    if (isSpaceLike(codePoint))
        return fail("odd-space", m_pos, end, {hexName(codePoint)});
    if (const std::string ascii = asciiFor(codePoint); !ascii.empty())
        return fail("wide-punctuation", m_pos, end, {text, ascii});
    fail("invalid-character", m_pos, end, {isPrintable(codePoint) ? text : "?", hexName(codePoint)});
}

} // namespace

Tokens tokenize(const Source& source, int maxDepth)
{
    return Lexer(source, 0, source.text.size(), maxDepth).module();
}

Tokens tokenizeExpression(const Source& source, std::size_t begin, std::size_t end, int maxDepth)
{
    return Lexer(source, begin, end, maxDepth).expression();
}

std::vector<Comment> comments(std::string_view source)
{
    const auto made = makeSource(source, "", source.size());
    constexpr int anyDepth = 1000;
    return made ? tokenize(*made, anyDepth).comments : std::vector<Comment>{};
}

} // namespace il::script
