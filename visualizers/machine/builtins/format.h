// Python's three ways to make texts from values: format specs, str.format and %.
#pragma once

#include "machine/interpreter/native.h"

#include <optional>
#include <string>
#include <string_view>

namespace il::machine {

/// UTF-8 of one code point; nullopt outside of Unicode.
std::optional<std::string> encodeUtf8(std::int64_t codePoint);

/// A parsed format spec: [[fill]align][sign][#][0][width][,][.precision][type].
struct FormatSpec {
    std::string fill = " "; ///< one code point
    char align = 0, sign = 0, grouping = 0, type = 0;
    bool alternate = false, zero = false;
    int width = 0, precision = -1;
};
std::optional<FormatSpec> parseFormatSpec(std::string_view text); ///< nullopt: invalid format specifier

/// format(value, spec) for builtin values. Prelude("_format") when Python has a say.
NativeResult formatValue(Context& context, Value value, std::string_view spec);
/// "..." % arguments
NativeResult percentFormat(Context& context, Value format, Value arguments);

} // namespace il::machine
