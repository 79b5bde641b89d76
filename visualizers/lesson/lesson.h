// A lesson: a folder with one or more scripts and its text in English and Chinese.
#pragma once

#include "script/diagnostic.h"
#include "script/program.h"

#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace il::lesson {

using Value = std::variant<std::int64_t, double, bool, std::string>;

/// A parameter that a user may change: a module-level name of the script.
struct Parameter {
    std::string name;
    Value value; ///< the default, as in the script
    std::optional<Value> min, max;
    std::array<std::string, 2> label; ///< by Locale
};

/// Something that a learner who schedules the run by hand can bring about.
struct Goal {
    std::string id;
    std::array<std::string, 2> text; ///< by Locale: "Make the counter end at 2."
    std::string when;                ///< the condition at the end of the run, see trace/query.h
    std::string solution;            ///< a schedule that reaches it, for the tests; may be empty
};

/// `[tool.interleave]` of a script's PEP 723 block. Unknown keys are errors.
struct Metadata {
    std::array<std::string, 2> title, subtitle; ///< title.en, title.zh
    std::string group = "other";                ///< library heading: "gil", "locks", ...
    int order = 1000;                           ///< place within the library; also the number to jump to
    std::string panel{};                        ///< "": the one that the run is most about
    std::vector<std::string> questions;         ///< "S1-01", ...
    int cores = 2;
    std::string python = "3.11";
    std::string axis = "time"; ///< or "steps"
    std::optional<double> switchIntervalMs;
    std::string schedule = "default"; ///< the schedule that shows the point
    std::vector<Parameter> parameters;
    std::vector<Goal> goals;
};

struct Script {
    std::string name; ///< "broken" for broken.py
    Metadata metadata;
    script::Program program;
};

/// One option of a prediction. It is right when `condition` holds at the end of the run
/// (or at the cue, with the `now.` prefix): see trace/query.h for the expressions.
struct Option {
    std::string text, condition;
};
struct Prediction {
    std::string question;
    std::vector<Option> options;
};

/// The text of one cue in one language. Markdown; {{expression}} stands for a figure from the run.
struct CueText {
    std::string cue;
    std::string caption;                  ///< one sentence for the caption strip
    std::string body;                     ///< what the Q&A pane says; may be empty
    std::optional<Prediction> prediction; ///< asked when the cue is reached
};

struct Text {
    std::string title;
    std::string question;      ///< Markdown
    std::string answer;        ///< Markdown
    std::string correction;    ///< the usual mistake, put right; may be empty
    std::vector<CueText> cues; ///< in order of appearance
};

struct Lesson {
    std::string id;              ///< folder name
    std::vector<Script> scripts; ///< the first is shown first
    std::array<Text, 2> texts;   ///< by Locale
};

/// Markdown headings, English or Chinese:
///   # title, ## Question|问题, ## Answer|回答, ## Correction|勘误,
///   ## Cue: name|要点：name — a block quote is the caption, the rest the body,
///   ### Predict|预测 inside a cue — paragraphs are the question, list items the options; an item ends with
///   its condition as a code span: "- T1 keeps it `now.gil.holder == T1`".
///
/// The format in full is in docs/lesson-format.md.
///
/// Reads a folder: every .py file, in alphabetical order, en.md and zh_CN.md. All problems are reported, not
/// only the first; their files are named "folder/file".
tl::expected<Lesson, std::vector<script::Diagnostic>> load(const std::filesystem::path& folder);
/// The metadata of a lone script (a user's own file); defaults when it has no block.
tl::expected<Metadata, std::vector<script::Diagnostic>> metadata(const script::Program& program);
/// Parses one Markdown file of a lesson.
tl::expected<Text, std::vector<script::Diagnostic>> parseText(const std::string& markdown,
                                                              const std::string& file);

} // namespace il::lesson
