// A script of a lesson, run: what every picture, caption and verdict is made from.
#pragma once

#include "library.h"

#include "machine/machine.h"
#include "scene/panel.h"
#include "trace/lanes.h"

#include <map>
#include <optional>

namespace il::app {

/// What a user may change about a run; what is not set comes from the script's metadata.
struct RunOptions {
    std::optional<int> cores;
    std::optional<std::string> python;
    std::optional<std::string> schedule; ///< "default", "seed:42", "p:..."
    std::optional<double> switchIntervalMs;
    std::map<std::string, lesson::Value> parameters;
    std::vector<std::string> arguments; ///< sys.argv[1:]
    bool trace = true;                  ///< false: only output and exit status are wanted

    friend bool operator==(const RunOptions&, const RunOptions&) = default;
};

inline constexpr int maxCores = 64;

/// "True", "12", "0.5", "text"
QString textOf(const lesson::Value& value);

/// Metadata and options as the machine wants them. Error: what is wrong, for people, in the current language.
struct Prepared {
    machine::Config config;
    machine::Schedule schedule;
};
tl::expected<Prepared, QString> prepare(const lesson::Metadata& metadata, const RunOptions& options);

/// A piece of what the program printed.
struct OutputPiece {
    QString text;
    bool isError = false;
    std::size_t step = 0; ///< the first that has it
    friend bool operator==(const OutputPiece&, const OutputPiece&) = default;
};

/// A finished run. Immutable, shared between threads.
struct Run {
    LessonPtr lesson;
    std::size_t script = 0;
    RunOptions options;
    machine::Config config;
    machine::Result result;
    std::optional<trace::Lanes> lanes; ///< of the trace, made once; execute() always makes them
    std::vector<scene::CueMark> cues;  ///< where each cue was first reached, in that order
    std::vector<OutputPiece> output;   ///< in order
    std::string panel; ///< the one to show it in: the script's, or else the one that the run is most about

    const lesson::Script& shown() const { return lesson->scripts[script]; }
    const trace::Trace& trace() const { return result.trace; }
    /// The last cue reached at or before the step; null before the first.
    const scene::CueMark* cueAt(std::size_t step) const;
    std::size_t cuesReached(std::size_t step) const;
};
using RunPtr = std::shared_ptr<const Run>;

/// Runs to the end; may take seconds. Thread-safe.
RunPtr execute(LessonPtr lesson, std::size_t script, const RunOptions& options, Prepared prepared);

/// The text of a cue; null when the lesson says nothing about it.
const lesson::CueText* textOf(const lesson::Text& text, const QString& cue);

} // namespace il::app
