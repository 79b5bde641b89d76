// A script's text in the one form that the lexer and the diagnostics work on.
#pragma once

#include "script/ast.h"
#include "script/diagnostic.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace il::script {

/// Valid UTF-8 without byte order mark or NUL; every line ends with '\n', as CPython's universal newlines
/// have it.
struct Source {
    std::string file;
    std::string text;
    std::vector<std::size_t> lineStarts; ///< offset of every line's first byte

    std::string_view line(int number) const; ///< 1-based, without line end; "" outside
    Span at(std::size_t begin, std::size_t end) const;
    /// The span's columns become code points; a span over several lines marks its first line to the end.
    Diagnostic diagnostic(std::string id, const Span& span, std::vector<std::string> args = {}) const;
};

tl::expected<Source, Diagnostic> makeSource(std::string_view text, const std::string& file,
                                            std::size_t maxBytes);

} // namespace il::script
