// The comments of a script, for the marks that are written in them (cues, PEP 723 metadata).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace il::script {

struct Comment {
    int line = 0;         ///< 1-based
    std::string text;     ///< from the '#' to the line's end
    bool ownLine = false; ///< nothing but white space stands before it
};

/// All comments that lexing meets, in order; up to the first lexical error when there is one. A '#' in a
/// string isn't one.
std::vector<Comment> comments(std::string_view source);

} // namespace il::script
