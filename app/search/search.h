// Search over all that the lessons say, in both languages, and over their code.
#pragma once

#include "excerpt.h"

#include "../library.h"

#include "scene/words.h"

#include <optional>

namespace il::app {

/// What a passage is of a lesson.
enum class Field : std::uint8_t {
    Number,
    Id, ///< the lesson's, or a question's ("S1-15")
    Title,
    Script,      ///< the name of its file
    ScriptTitle, ///< or its subtitle
    Question,
    Goal,
    Cue,        ///< its name, caption or body
    Prediction, ///< at a cue: its question or an option
    Answer,
    Correction,
    Code, ///< a line of it
};

/// How much a find there counts: 0 for the lesson's title, ids and number; then questions, goals and what the
/// scripts are called; cues; answers; code.
int rank(Field field);
const char* idOf(Field field); ///< "cue", for files; the same in every language

struct Place {
    Field field = Field::Title;
    std::optional<scene::Language> language{}; ///< nothing where both have the same
    std::size_t script = 0;                    ///< the one with the line or the cue
    QString cue{};                             ///< its name
    int number = 0;                            ///< of the cue, from 1; of the line
    friend bool operator==(const Place&, const Place&) = default;
};

/// A lesson that was found.
struct Hit {
    std::size_t entry = 0;    ///< in the library
    std::vector<Range> title; ///< what was found in the title that is shown
    /// The best passage with the words that aren't in that title; nothing when all are.
    struct Passage {
        Place place;
        MarkedText text;
    };
    std::optional<Passage> passage;
};

/// Made once for a library (some milliseconds), asked with every key. Immutable.
class SearchIndex {
public:
    explicit SearchIndex(const std::vector<LibraryEntry>& library);

    /// The lessons that have every word of the query somewhere, the best first; equally good ones in the
    /// library's order. Whole words count most, the inside of one ("lock" in "clock") less than a whole one
    /// of the next rank. None for a query without words.
    std::vector<Hit> find(const QString& query, scene::Language shown) const;

private:
    struct Passage {
        Place place;
        QString text;
        Folded folded;
    };
    struct Lesson {
        std::size_t entry = 0;
        std::vector<Passage> passages; ///< by rank
    };
    class Collector;

    static std::optional<int> score(const Lesson& lesson, const QStringList& words, const QString& query);
    static Hit hitIn(const Lesson& lesson, const QStringList& words, scene::Language shown);

    std::vector<Lesson> m_lessons;
};

/// "question", "cue 3", "line 12" or, in a script that isn't the first, "mended.py:12": where a passage is,
/// in the current language.
QString nameOf(const Place& place, const lesson::Lesson& lesson);

} // namespace il::app
