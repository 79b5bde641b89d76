// Small helpers for texts made of lines.
#pragma once

#include <string>
#include <string_view>

namespace il::lesson {

/// Without white space at both ends.
std::string_view trimmed(std::string_view text);
/// Whether a line break between these two texts is only there for the editor's sake: Chinese has no spaces,
/// so between two wide characters nothing takes its place.
bool joinsWithoutSpace(std::string_view before, std::string_view after);
/// `more` as the continuation of `text` in the next line of the same paragraph.
void appendLine(std::string& text, std::string_view more);

} // namespace il::lesson
