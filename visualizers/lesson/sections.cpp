#include "lesson/sections.h"

#include "lesson/lines.h"

#include <algorithm>

namespace il::lesson {

namespace {

/// The line without indentation; nothing when it is indented so much that it is code.
std::string_view unindented(std::string_view line)
{
    const auto indent = std::min(line.find_first_not_of(' '), line.size());
    return indent > 3 ? std::string_view() : line.substr(indent);
}

/// The fence at the beginning of a line: "```", "~~~~"; empty when there is none.
std::string_view fenceOf(std::string_view line)
{
    line = unindented(line);
    if (line.empty() || (line.front() != '`' && line.front() != '~'))
        return {};
    const auto length = std::min(line.find_first_not_of(line.front()), line.size());
    return length >= 3 ? line.substr(0, length) : std::string_view();
}

/// 0 when the line is no heading.
int headingLevel(std::string_view line)
{
    line = unindented(line);
    const auto hashes = std::min(line.find_first_not_of('#'), line.size());
    const bool spaced = hashes == line.size() || line[hashes] == ' ' || line[hashes] == '\t';
    return hashes <= 6 && spaced ? static_cast<int>(hashes) : 0;
}

std::string headingTitle(std::string_view line)
{
    line = trimmed(line);
    line = trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size())));
    const auto tail = line.find_last_not_of('#'); // "## Title ##"
    if (tail != std::string_view::npos && tail + 1 < line.size() && line[tail] == ' ')
        line = trimmed(line.substr(0, tail));
    return std::string(line);
}

} // namespace

std::vector<bool> fenced(const script::Source& source)
{
    std::vector<bool> result(source.lineStarts.size() + 1, false);
    std::string_view open;
    for (int line = 1; line <= static_cast<int>(source.lineStarts.size()); ++line) {
        const std::string_view fence = fenceOf(source.line(line));
        const bool wasOpen = !open.empty();
        if (!wasOpen)
            open = fence;
        else if (!fence.empty() && fence.front() == open.front() && fence.size() >= open.size() &&
                 trimmed(source.line(line)) == fence)
            open = {};
        result[static_cast<std::size_t>(line)] = wasOpen || !open.empty();
    }
    return result;
}

std::vector<Section> sections(const script::Source& source, int begin, int end, int deepest)
{
    const std::vector<bool> isCode = fenced(source);
    std::vector<Section> result{{0, "", begin, begin, begin}};
    for (int line = begin; line < end; ++line) {
        const int level = isCode[static_cast<std::size_t>(line)] ? 0 : headingLevel(source.line(line));
        if (level >= 1 && level <= deepest) {
            result.back().end = line;
            result.push_back({level, headingTitle(source.line(line)), line, line + 1, line + 1});
        }
    }
    result.back().end = end;
    return result;
}

std::string textOf(const script::Source& source, int begin, int end)
{
    while (begin < end && trimmed(source.line(begin)).empty())
        ++begin;
    while (begin < end && trimmed(source.line(end - 1)).empty())
        --end;
    std::string text;
    for (int line = begin; line < end; ++line)
        text.append(line == begin ? "" : "\n").append(source.line(line));
    return text;
}

} // namespace il::lesson
