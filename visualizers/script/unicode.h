// The few facts about Unicode (version 14, as CPython 3.11 has it) that reading and showing a script needs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace il::script {

inline constexpr char32_t invalidCodePoint = 0xFFFFFFFF;

struct Decoded {
    char32_t codePoint = invalidCodePoint;
    std::size_t length = 1; ///< bytes used; 1 for an invalid byte
};

/// The code point at `offset` (which must lie inside the text); strict: no overlong forms, no surrogates.
Decoded decodeUtf8(std::string_view text, std::size_t offset);
/// Lone surrogates, which Python's str can hold, get their three bytes too.
void appendUtf8(std::string& text, char32_t codePoint);
/// The same for text that may hold such surrogates.
Decoded decodeUtf8WithSurrogates(std::string_view text, std::size_t offset);
std::size_t countCodePoints(std::string_view text);

/// May start, or go on in, an identifier, and is its own NFKC form (so that names compare byte by byte).
bool isIdentifierStart(char32_t codePoint);
bool isIdentifierContinue(char32_t codePoint);
/// str.isprintable(): repr() shows it as itself.
bool isPrintable(char32_t codePoint);
/// Columns in a monospaced font: 2 for East Asian wide and full-width, 0 for combining marks, else 1.
int columns(char32_t codePoint);

} // namespace il::script
