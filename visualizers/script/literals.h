// The values of number and string tokens.
#pragma once

#include "script/ast.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace il::script {

/// As CPython's sys.set_int_max_str_digits: longer integers would cost quadratic time.
inline constexpr std::size_t maxIntegerDigits = 4300;

/// A Number token's value; the error is a message id.
tl::expected<ast::Literal, std::string> numberValue(std::string_view token);

/// A String token in its parts.
struct StringParts {
    bool raw = false, bytes = false, formatted = false, unicode = false; ///< unicode: a lower-case u prefix
    std::string_view body;                                               ///< between the quotes
};
StringParts stringParts(std::string_view token);

/// What a string's body means, escapes resolved; `bytes` chooses the escapes. The error is a message id.
tl::expected<std::string, std::string> unescape(std::string_view body, bool bytes);

} // namespace il::script
