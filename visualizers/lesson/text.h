// A lesson's Markdown file, with the line numbers that later checks need for their messages.
#pragma once

#include "lesson/lesson.h"
#include "lesson/problems.h"

namespace il::lesson {

struct CueLines {
    int heading = 0;
    int prediction = 0;       ///< 0 without one
    std::vector<int> options; ///< where each begins
};

struct ParsedText {
    Text text;
    std::vector<CueLines> lines; ///< one per cue of the text
    script::Source source;
};

inline constexpr std::size_t mostTextBytes = 1 << 20;

/// What could be read; everything wrong is added to `problems`.
ParsedText readText(script::Source source, Problems& problems);

/// The caption, body and prediction below a cue's heading, in lines [begin, end).
std::pair<CueText, CueLines> readCue(const script::Source& source, const std::string& name, int heading,
                                     int begin, int end, Problems& problems);

} // namespace il::lesson
