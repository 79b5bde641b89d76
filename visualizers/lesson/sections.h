// The outline of a Markdown file: which lines stand below which heading.
#pragma once

#include "script/source.h"

#include <string>
#include <vector>

namespace il::lesson {

struct Section {
    int level = 0;          ///< 1 to 6; 0 for what stands before the first heading
    std::string title;      ///< as written, trimmed
    int line = 0;           ///< of the heading
    int begin = 1, end = 1; ///< its lines, [begin, end), up to the next heading that was asked for
};

/// Cuts the lines [begin, end) at headings (# to ######) of `deepest` level or above. Headings within code
/// fences are none. Underlined headings aren't known.
std::vector<Section> sections(const script::Source& source, int begin, int end, int deepest);
/// Those lines as a text, without blank lines at both ends.
std::string textOf(const script::Source& source, int begin, int end);
/// Whether each line of a source (1-based, so [0] is unused) belongs to a code fence.
std::vector<bool> fenced(const script::Source& source);

} // namespace il::lesson
