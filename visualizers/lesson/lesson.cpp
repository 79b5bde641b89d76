#include "lesson/lesson.h"

#include "lesson/text.h"
#include "script/compiler.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace il::lesson {

namespace fs = std::filesystem;

namespace {

constexpr std::array<const char*, 2> textFiles{"en.md", "zh_CN.md"};
constexpr std::uintmax_t mostBytes = 1 << 20;
constexpr std::size_t mostScripts = 64;

class Loader {
public:
    explicit Loader(fs::path folder) : m_folder(std::move(folder))
    {
        m_lesson.id = m_folder.has_filename() ? m_folder.filename().string()
                                              : m_folder.parent_path().filename().string();
    }

    tl::expected<Lesson, Problems> load()
    {
        for (const std::string& name : scriptNames())
            readScript(name);
        if (m_problems.empty() && m_lesson.scripts.empty())
            m_problems.push_back(aboutFile("lesson-no-script", m_lesson.id));
        if (m_folderIsThere)
            readTexts();
        if (!m_problems.empty())
            return tl::unexpected(std::move(m_problems));
        return std::move(m_lesson);
    }

private:
    std::string shown(const std::string& name) const { return m_lesson.id + "/" + name; }

    /// In alphabetical order of their names without ".py".
    std::vector<std::string> scriptNames()
    {
        std::vector<std::string> names;
        std::error_code error;
        for (fs::directory_iterator it(m_folder, error), end; !error && it != end; it.increment(error)) {
            if (it->path().extension() == ".py")
                names.push_back(it->path().stem().string());
        }
        m_folderIsThere = !error;
        if (error)
            m_problems.push_back(aboutFile("lesson-unreadable", m_lesson.id, {error.message()}));
        if (names.size() > mostScripts) {
            m_problems.push_back(
                aboutFile("lesson-many-scripts", m_lesson.id, {std::to_string(mostScripts)}));
            names.clear();
        }
        std::sort(names.begin(), names.end());
        return names;
    }

    std::optional<std::string> contents(const std::string& name)
    {
        const fs::path path = m_folder / name;
        std::error_code error;
        const bool regular = fs::is_regular_file(path, error);
        const std::uintmax_t size = regular ? fs::file_size(path, error) : 0;
        if (regular && size > mostBytes) {
            m_problems.push_back(aboutFile("lesson-large-file", shown(name), {std::to_string(mostBytes)}));
            return {};
        }
        std::ifstream file(path, std::ios::binary);
        if (!regular || !file) {
            const std::string reason = error ? error.message() : "not a readable file";
            m_problems.push_back(aboutFile("lesson-unreadable", shown(name), {reason}));
            return {};
        }
        std::string text(static_cast<std::size_t>(size), '\0');
        file.read(text.data(), static_cast<std::streamsize>(size));
        text.resize(static_cast<std::size_t>(file.gcount()));
        return text;
    }

    void readScript(const std::string& name)
    {
        const auto text = contents(name + ".py");
        if (!text)
            return;
        auto program = script::compile(*text, name + ".py");
        if (!program)
            return add({program.error()});
        auto read = metadata(*program);
        if (!read)
            return add(read.error());
        m_lesson.scripts.push_back({name, std::move(*read), std::move(*program)});
    }

    /// Diagnostics of single files name the file only.
    void add(Problems problems)
    {
        for (script::Diagnostic& problem : problems) {
            problem.file = shown(problem.file);
            m_problems.push_back(std::move(problem));
        }
    }

    void readTexts()
    {
        const bool scriptsAreSound = m_problems.empty();
        std::array<std::optional<ParsedText>, 2> texts;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto text = contents(textFiles[i]);
            if (!text)
                continue;
            auto source = script::makeSource(*text, shown(textFiles[i]), mostTextBytes);
            if (!source) {
                m_problems.push_back(source.error());
                continue;
            }
            texts[i] = readText(std::move(*source), m_problems);
            if (scriptsAreSound) // else cues are missing only because a script is
                compareWithScripts(*texts[i], textFiles[i]);
        }
        if (texts[0] && texts[1])
            compareLanguages(*texts[0], *texts[1]);
        for (std::size_t i = 0; i < texts.size(); ++i)
            m_lesson.texts[i] = texts[i] ? std::move(texts[i]->text) : Text{};
    }

    void compareWithScripts(const ParsedText& parsed, const char* file)
    {
        std::set<std::string> inScripts, inText;
        for (const CueText& cue : parsed.text.cues)
            inText.insert(cue.cue);
        for (const Script& script : m_lesson.scripts) {
            for (const script::Cue& cue : script.program.cues) {
                const bool isNew = inScripts.insert(cue.name).second;
                if (isNew && !inText.contains(cue.name))
                    m_problems.push_back(aboutCue(script, cue, file));
            }
        }
        for (std::size_t i = 0; i < parsed.lines.size(); ++i) {
            const std::string& name = parsed.text.cues[i].cue;
            if (!inScripts.contains(name))
                m_problems.push_back(
                    aboutLine(parsed.source, parsed.lines[i].heading, "lesson-cue-without-mark", {name}));
        }
    }

    script::Diagnostic aboutCue(const Script& script, const script::Cue& cue, const char* file) const
    {
        script::Diagnostic problem =
            aboutFile("lesson-cue-without-text", shown(script.name + ".py"), {cue.name, file});
        if (cue.line >= 1 && cue.line <= static_cast<int>(script.program.lines.size())) {
            problem.line = cue.line;
            problem.sourceLine = script.program.lines[static_cast<std::size_t>(cue.line - 1)];
            problem.column = static_cast<int>(std::min(problem.sourceLine.find_first_not_of(" \t"),
                                                       problem.sourceLine.size())) +
                             1;
        }
        return problem;
    }

    /// Predictions must ask the same in both languages. (That both have the same cues follows from the
    /// scripts.)
    void compareLanguages(const ParsedText& english, const ParsedText& chinese)
    {
        for (std::size_t i = 0; i < chinese.text.cues.size(); ++i) {
            const CueText& cue = chinese.text.cues[i];
            const auto& others = english.text.cues;
            const auto other = std::find_if(others.begin(), others.end(),
                                            [&](const CueText& text) { return text.cue == cue.cue; });
            if (other != others.end())
                comparePredictions(*other, cue, chinese, chinese.lines[i]);
        }
    }

    void comparePredictions(const CueText& english, const CueText& cue, const ParsedText& chinese,
                            const CueLines& lines)
    {
        if (english.prediction.has_value() != cue.prediction.has_value()) {
            m_problems.push_back(
                aboutLine(chinese.source, lines.heading, "lesson-prediction-in-one-language", {cue.cue}));
            return;
        }
        if (!cue.prediction)
            return;
        const auto& theirs = english.prediction->options;
        const auto& ours = cue.prediction->options;
        if (theirs.size() != ours.size())
            m_problems.push_back(aboutLine(chinese.source, lines.prediction, "lesson-option-count",
                                           {std::to_string(ours.size()), std::to_string(theirs.size())}));
        for (std::size_t i = 0; i < std::min(theirs.size(), ours.size()); ++i) {
            if (theirs[i].condition != ours[i].condition)
                m_problems.push_back(aboutLine(chinese.source, lines.options[i], "lesson-condition-differs",
                                               {theirs[i].condition}));
        }
    }

    fs::path m_folder;
    Lesson m_lesson;
    Problems m_problems;
    bool m_folderIsThere = false;
};

} // namespace

tl::expected<Lesson, std::vector<script::Diagnostic>> load(const std::filesystem::path& folder)
{
    return Loader(folder).load();
}

} // namespace il::lesson
