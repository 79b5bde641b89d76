// Text to tokens, as CPython 3.11's tokenizer makes them: with Newline, Indent and Dedent tokens.
#pragma once

#include "script/comments.h"
#include "script/source.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace il::script {

enum class TokenKind { End, Newline, Indent, Dedent, Name, Keyword, Number, String, Operator, Error };

/// Its text is a part of Source::text (or of a constant, for the brackets around an f-string's expression).
struct Token {
    TokenKind kind = TokenKind::End;
    std::string_view text;
    Span span;
};

/// The tokens, ending with End. A lexical error is an Error token before that, so that the parser, which
/// can't get past it, reports an earlier error of its own first.
struct Tokens {
    std::vector<Token> tokens;
    std::vector<Comment> comments;
    std::optional<Diagnostic> error; ///< what the Error token stands for
    std::optional<Token> unclosed;   ///< the innermost bracket that the text never closes
};

Tokens tokenize(const Source& source, int maxDepth);

/// The expression of an f-string's replacement field, [begin, end) of the source, in brackets of its own:
/// they stand where CPython 3.11 puts them, one byte before and one after.
Tokens tokenizeExpression(const Source& source, std::size_t begin, std::size_t end, int maxDepth);

} // namespace il::script
