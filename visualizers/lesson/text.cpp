#include "lesson/text.h"

#include "lesson/lines.h"
#include "lesson/sections.h"

#include <algorithm>
#include <array>
#include <optional>

namespace il::lesson {

namespace {

/// The one of these names, each with ':' or '：' behind it, that the heading starts with gives the rest.
std::optional<std::string> afterLabel(const std::string& heading)
{
    for (const std::string_view label : {"Cue:", "Cue：", "要点:", "要点："}) {
        if (heading.starts_with(label))
            return std::string(trimmed(std::string_view(heading).substr(label.size())));
    }
    return {};
}

class TextReader {
public:
    TextReader(script::Source source, Problems& problems) : m_problems(problems)
    {
        m_result.source = std::move(source);
    }

    ParsedText read()
    {
        const auto lines = static_cast<int>(m_result.source.lineStarts.size());
        for (const Section& section : sections(m_result.source, 1, lines + 1, 2))
            take(section);
        checkFigures();
        requireParts();
        return std::move(m_result);
    }

private:
    void problem(int line, const char* id, std::vector<std::string> args = {})
    {
        m_problems.push_back(aboutLine(m_result.source, line, id, std::move(args)));
    }

    void take(const Section& section)
    {
        const std::string text = textOf(m_result.source, section.begin, section.end);
        if (section.level == 2)
            return takePart(section, text);
        if (section.level == 1 && m_result.text.title.empty() && !section.title.empty())
            m_result.text.title = section.title;
        else if (section.level == 1)
            problem(section.line, section.title.empty() ? "lesson-empty-title" : "lesson-second-title");
        if (!text.empty())
            problem(firstLine(section), "lesson-stray-text");
    }

    int firstLine(const Section& section) const
    {
        int line = section.begin;
        while (trimmed(m_result.source.line(line)).empty())
            ++line;
        return line;
    }

    void takePart(const Section& section, const std::string& text)
    {
        struct Part {
            std::string_view english, chinese;
            std::string* text;
        };
        const std::array<Part, 3> parts{{{"Question", "问题", &m_result.text.question},
                                         {"Answer", "回答", &m_result.text.answer},
                                         {"Correction", "勘误", &m_result.text.correction}}};
        const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& p) {
            return section.title == p.english || section.title == p.chinese;
        });
        if (part == parts.end())
            return takeCue(section);
        if (text.empty())
            problem(section.line, "lesson-empty-section", {section.title});
        else if (!part->text->empty())
            problem(section.line, "lesson-repeated-section", {section.title});
        else
            *part->text = text;
    }

    void takeCue(const Section& section)
    {
        const auto name = afterLabel(section.title);
        if (!name)
            return problem(section.line, "lesson-unknown-heading", {section.title});
        if (name->empty())
            return problem(section.line, "lesson-cue-without-name");
        const auto& cues = m_result.text.cues;
        if (std::any_of(cues.begin(), cues.end(), [&](const CueText& cue) { return cue.cue == *name; }))
            return problem(section.line, "lesson-repeated-cue", {*name});
        auto [cue, lines] =
            readCue(m_result.source, *name, section.line, section.begin, section.end, m_problems);
        m_result.text.cues.push_back(std::move(cue));
        m_result.lines.push_back(std::move(lines));
    }

    /// Every {{ has its }} within the same paragraph, with something in between.
    void checkFigures()
    {
        const std::vector<bool> isCode = fenced(m_result.source);
        bool open = false;
        int opened = 0;
        for (int line = 1; line <= static_cast<int>(m_result.source.lineStarts.size()); ++line) {
            std::string_view text = m_result.source.line(line);
            if (isCode[static_cast<std::size_t>(line)] || trimmed(text).empty()) {
                if (open)
                    problem(opened, "lesson-open-figure");
                open = false;
                continue;
            }
            for (auto at = text.find(open ? "}}" : "{{"); at != std::string_view::npos;
                 at = text.find(open ? "}}" : "{{")) {
                if (open && opened == line && trimmed(text.substr(0, at)).empty())
                    problem(line, "lesson-empty-figure");
                open = !open;
                opened = line;
                text.remove_prefix(at + 2);
            }
        }
        if (open)
            problem(opened, "lesson-open-figure");
    }

    void requireParts()
    {
        const Text& text = m_result.text;
        if (text.title.empty())
            m_problems.push_back(aboutFile("lesson-no-title", m_result.source.file));
        if (text.question.empty())
            m_problems.push_back(aboutFile("lesson-no-section", m_result.source.file, {"Question", "问题"}));
        if (text.answer.empty())
            m_problems.push_back(aboutFile("lesson-no-section", m_result.source.file, {"Answer", "回答"}));
    }

    Problems& m_problems;
    ParsedText m_result;
};

} // namespace

ParsedText readText(script::Source source, Problems& problems)
{
    return TextReader(std::move(source), problems).read();
}

tl::expected<Text, std::vector<script::Diagnostic>> parseText(const std::string& markdown,
                                                              const std::string& file)
{
    Problems problems;
    auto source = script::makeSource(markdown, file, mostTextBytes);
    if (!source)
        return tl::unexpected(Problems{source.error()});
    ParsedText parsed = readText(std::move(*source), problems);
    if (!problems.empty())
        return tl::unexpected(std::move(problems));
    return std::move(parsed.text);
}

} // namespace il::lesson
