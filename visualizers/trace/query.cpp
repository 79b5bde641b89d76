#include "trace/query.h"

#include "trace/quantities.h"
#include "trace/query_lexer.h"
#include "trace/query_operators.h"
#include "trace/words.h"

#include <charconv>

namespace il::trace {

namespace {

constexpr std::size_t longestExpression = 4096;
constexpr int deepest = 50;

/// Parses and evaluates in one go. The first error sticks; what comes after it has no meaning.
class Evaluator {
public:
    Evaluator(const Trace& trace, SimTime now, std::string_view text)
        : m_trace(trace), m_now(now), m_lexer(text)
    {
    }

    QueryResult run()
    {
        const QueryValue value = disjunction();
        if (m_error.empty() && m_lexer.token().kind != TokenKind::End)
            failAtToken("unexpected \"" + m_lexer.token().text + "\"");
        if (!m_error.empty())
            return tl::unexpected(m_error);
        return value;
    }

private:
    std::size_t column() const { return m_lexer.token().column; }

    /// A bad token's own message comes first.
    void failAtToken(const std::string& message)
    {
        failAt(column(), m_lexer.token().kind == TokenKind::Bad ? m_lexer.token().text : message);
    }

    void failAt(std::size_t column, const std::string& message)
    {
        if (m_error.empty())
            m_error = "column " + std::to_string(column) + ": " + message;
    }

    QueryValue takeAt(std::size_t column, const QueryResult& result)
    {
        if (result)
            return *result;
        failAt(column, result.error());
        return {};
    }

    /// Whether the present token is this word or sign; then it's passed over.
    bool accept(std::string_view text)
    {
        const Token& token = m_lexer.token();
        const bool is =
            (token.kind == TokenKind::Word || token.kind == TokenKind::Sign) && token.text == text;
        if (is)
            m_lexer.next();
        return is && m_error.empty();
    }

    void expect(std::string_view sign)
    {
        if (!accept(sign))
            failAtToken(std::string("\"").append(sign) + "\" is missing");
    }

    QueryValue disjunction()
    {
        QueryValue value = conjunction();
        for (std::size_t at = column(); accept("or"); at = column())
            value = takeAt(at, logical("or", value, conjunction()));
        return value;
    }

    QueryValue conjunction()
    {
        QueryValue value = negation();
        for (std::size_t at = column(); accept("and"); at = column())
            value = takeAt(at, logical("and", value, negation()));
        return value;
    }

    QueryValue negation()
    {
        const std::size_t at = column();
        if (!accept("not"))
            return comparison();
        if (++m_depth > deepest)
            failAtToken("too deeply nested");
        const QueryValue value = m_error.empty() ? negation() : QueryValue{};
        --m_depth;
        return takeAt(at, negated(value));
    }

    QueryValue comparison()
    {
        QueryValue value = sum();
        const std::size_t at = column();
        for (const std::string_view sign : {"==", "!=", "<=", ">=", "<", ">"}) {
            if (accept(sign))
                return takeAt(at, compared(sign, value, sum()));
        }
        return value;
    }

    QueryValue sum()
    {
        QueryValue value = product();
        for (;;) {
            const std::size_t at = column();
            if (accept("+"))
                value = takeAt(at, calculated('+', value, product()));
            else if (accept("-"))
                value = takeAt(at, calculated('-', value, product()));
            else
                return value;
        }
    }

    QueryValue product()
    {
        QueryValue value = operand();
        for (;;) {
            const std::size_t at = column();
            if (accept("*"))
                value = takeAt(at, calculated('*', value, operand()));
            else if (accept("/"))
                value = takeAt(at, calculated('/', value, operand()));
            else
                return value;
        }
    }

    QueryValue operand()
    {
        if (++m_depth > deepest)
            failAtToken("too deeply nested");
        QueryValue value = m_error.empty() ? simple() : QueryValue{};
        --m_depth;
        return value;
    }

    QueryValue simple()
    {
        const std::size_t at = column();
        if (accept("-"))
            return takeAt(at, calculated('*', std::int64_t{-1}, operand()));
        if (accept("(")) {
            QueryValue value = disjunction();
            expect(")");
            return value;
        }
        const Token token = m_lexer.token();
        if (token.kind == TokenKind::Bad || token.kind == TokenKind::End || token.kind == TokenKind::Sign)
            failAtToken("a quantity, number or text is missing");
        if (!m_error.empty())
            return {};
        if (token.kind == TokenKind::Word)
            return quantity(token);
        m_lexer.next();
        switch (token.kind) {
        case TokenKind::Integer:
            return token.integer;
        case TokenKind::Real:
            return token.real;
        case TokenKind::Time:
            return Duration{token.integer};
        default:
            return token.text;
        }
    }

    QueryValue quantity(const Token& token)
    {
        std::string_view name = token.text;
        const bool now = name.starts_with("now.");
        name.remove_prefix(now ? 4 : 0);
        if (!now && (name == "true" || name == "false")) {
            m_lexer.next();
            return name == "true";
        }
        const Quantities& at = quantities(now);
        m_lexer.next();
        if (!m_lexer.atArgument())
            return takeAt(token.column, at.plain(name));
        if (name == "contains")
            return contains(token.column);
        const Token argument = m_lexer.argument();
        if (argument.kind == TokenKind::Bad)
            return takeAt(argument.column, tl::unexpected(argument.text));
        return takeAt(token.column, at.of(name, argument.text));
    }

    QueryValue contains(std::size_t at)
    {
        expect("(");
        const QueryValue whole = disjunction();
        expect(",");
        const QueryValue part = disjunction();
        expect(")");
        const auto* text = std::get_if<std::string>(&whole);
        const auto* searched = std::get_if<std::string>(&part);
        if (!text || !searched)
            return takeAt(at, tl::unexpected(std::string("contains(text, text) needs two texts")));
        return text->find(*searched) != std::string::npos;
    }

    const Quantities& quantities(bool now)
    {
        std::optional<Quantities>& at = now ? m_atNow : m_atEnd;
        if (!at)
            at.emplace(m_trace, now ? m_now : m_trace.duration());
        return *at;
    }

    const Trace& m_trace;
    SimTime m_now;
    QueryLexer m_lexer;
    std::optional<Quantities> m_atNow, m_atEnd; ///< made when first asked for
    std::string m_error;
    int m_depth = 0;
};

std::string realText(double value)
{
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 6).ptr;
    return std::string(buffer, end);
}

} // namespace

tl::expected<QueryValue, std::string> query(const Trace& trace, SimTime now, std::string_view expression)
{
    if (expression.size() > longestExpression)
        return tl::unexpected(std::string("the expression is too long"));
    return Evaluator(trace, now, expression).run();
}

std::string text(const QueryValue& value)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return std::to_string(*integer);
    if (const auto* real = std::get_if<double>(&value))
        return realText(*real);
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth ? "true" : "false";
    if (const auto* duration = std::get_if<Duration>(&value))
        return durationText({duration->ns});
    return std::get<std::string>(value);
}

} // namespace il::trace
