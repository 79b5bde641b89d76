// Sorted ranges of code points beyond ASCII, see make_unicode_tables.py.
#pragma once

#include <span>

namespace il::script::unicode {

struct CodePointRange {
    char32_t first, last;
};

extern const std::span<const CodePointRange> identifierStart, identifierContinue, unprintable, wide,
    combining;

} // namespace il::script::unicode
