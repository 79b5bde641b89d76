#include "lesson/lines.h"
#include "lesson/sections.h"
#include "lesson/text.h"

#include <algorithm>

namespace il::lesson {

namespace {

/// What stands behind the bullet; nothing when the line is no list item.
std::optional<std::string_view> itemText(std::string_view line)
{
    const auto indent = line.find_first_not_of(' ');
    if (indent > 3 || line.size() < indent + 2)
        return {};
    const bool bullet = std::string_view("-*+").find(line[indent]) != std::string_view::npos;
    return bullet && line[indent + 1] == ' ' ? std::optional(trimmed(line.substr(indent + 1))) : std::nullopt;
}

/// Splits "text `condition`"; the condition is empty when there is none at the end.
Option optionOf(std::string_view text)
{
    text = trimmed(text);
    const auto beforeTicks = text.find_last_not_of('`');
    const auto ticks = beforeTicks == std::string_view::npos ? 0 : text.size() - beforeTicks - 1;
    if (ticks == 0)
        return {std::string(text), ""};
    const std::string fence(ticks, '`');
    const auto open = text.substr(0, beforeTicks + 1).rfind(fence);
    if (open == std::string_view::npos)
        return {std::string(text), ""};
    const auto condition = text.substr(open + ticks, beforeTicks + 1 - open - ticks);
    return {std::string(trimmed(text.substr(0, open))), std::string(trimmed(condition))};
}

class CueReader {
public:
    CueReader(const script::Source& source, Problems& problems) : m_source(source), m_problems(problems) {}

    std::pair<CueText, CueLines> read(const std::string& name, int heading, int begin, int end)
    {
        m_cue.cue = name;
        m_lines.heading = heading;
        for (const Section& section : sections(m_source, begin, end, 6)) {
            if (section.level == 0)
                readBody(section.begin, section.end);
            else
                readSubsection(section);
        }
        return {std::move(m_cue), std::move(m_lines)};
    }

private:
    void problem(int line, const char* id, std::vector<std::string> args = {})
    {
        m_problems.push_back(aboutLine(m_source, line, id, std::move(args)));
    }

    /// The block quote that comes first, then the rest.
    void readBody(int begin, int end)
    {
        while (begin < end && trimmed(m_source.line(begin)).empty())
            ++begin;
        for (bool quote = begin < end && trimmed(m_source.line(begin)).starts_with('>'); quote; ++begin) {
            std::string_view text = trimmed(m_source.line(begin));
            if (text.starts_with('>'))
                text.remove_prefix(1);
            appendLine(m_cue.caption, trimmed(text));
            quote = begin + 1 < end && !trimmed(m_source.line(begin + 1)).empty();
        }
        if (m_cue.caption.empty())
            problem(m_lines.heading, "lesson-no-caption", {m_cue.cue});
        m_cue.body = textOf(m_source, begin, end);
    }

    void readSubsection(const Section& section)
    {
        if (section.level != 3 || (section.title != "Predict" && section.title != "预测"))
            return problem(section.line, "lesson-unknown-subheading", {section.title});
        if (m_cue.prediction)
            return problem(section.line, "lesson-repeated-section", {section.title});
        m_lines.prediction = section.line;
        m_cue.prediction = readPrediction(section.begin, section.end);
        if (m_cue.prediction->question.empty())
            problem(section.line, "lesson-no-prediction-question");
        if (m_cue.prediction->options.size() < 2)
            problem(section.line, "lesson-few-options");
    }

    Prediction readPrediction(int begin, int end)
    {
        Prediction prediction;
        int line = begin;
        while (line < end && !itemText(m_source.line(line)))
            ++line;
        prediction.question = textOf(m_source, begin, line);
        while (line < end) {
            m_lines.options.push_back(line);
            prediction.options.push_back(readOption(line, end));
        }
        return prediction;
    }

    /// An item goes on until the next one begins. Moves `line` there.
    Option readOption(int& line, int end)
    {
        const int first = line;
        std::string text(*itemText(m_source.line(line)));
        for (++line; line < end && !itemText(m_source.line(line)); ++line)
            appendLine(text, trimmed(m_source.line(line)));
        Option option = optionOf(text);
        if (option.condition.empty())
            problem(first, "lesson-no-condition");
        else if (option.text.empty())
            problem(first, "lesson-empty-option");
        return option;
    }

    const script::Source& m_source;
    Problems& m_problems;
    CueText m_cue;
    CueLines m_lines;
};

} // namespace

std::pair<CueText, CueLines> readCue(const script::Source& source, const std::string& name, int heading,
                                     int begin, int end, Problems& problems)
{
    return CueReader(source, problems).read(name, heading, begin, end);
}

} // namespace il::lesson
