// A page that steps, plays and scrubs through a run in any browser: one file, without a network.
#pragma once

#include "exporting/error.h"
#include "exporting/format.h"

#include "scene/theme.h"

#include <QByteArray>

#include <array>
#include <optional>
#include <vector>

namespace il::exporting {

/// Something in English and Chinese, by scene::Language.
template <typename T>
using BothLanguages = std::array<T, 2>;

struct HandoutOption {
    BothLanguages<QString> text; ///< Markdown
    bool right = false;          ///< as the run judges
};
struct HandoutPrediction {
    BothLanguages<QString> question; ///< Markdown
    std::vector<HandoutOption> options;
};
struct HandoutCue {
    std::size_t step = 0;           ///< index into Handout::steps
    BothLanguages<QString> caption; ///< plain text; the cue's entry in the list
    BothLanguages<QString> body;    ///< Markdown; may be empty
    std::optional<HandoutPrediction> prediction{};
};

struct HandoutStep {
    /// Of each language one picture for each of Handout::themes: the same items in other colours. What an
    /// item "caption" says to screen readers is the step's sentence.
    BothLanguages<std::vector<scene::DisplayList>> pictures;
    double seconds = 1; ///< how long it stays while playing
};

/// Texts are Markdown (figures already filled in) where it says so. None of them is trusted: markup in them
/// is shown, not obeyed.
struct Handout {
    BothLanguages<QString> title, subtitle;              ///< plain text; a subtitle may be empty
    BothLanguages<QString> question, answer, correction; ///< Markdown; may be empty
    std::vector<scene::ThemeId> themes{scene::ThemeId::Paper};
    std::vector<HandoutStep> steps; ///< at least one
    std::vector<HandoutCue> cues{}; ///< in the order of their steps
    std::size_t stepsOfRun = 0;     ///< when there are more than in `steps`, the page says so
    scene::Language language = scene::Language::English; ///< shown first
};

inline constexpr std::size_t maxHandoutSteps = 400;
inline constexpr qsizetype maxHandoutBytes = 64'000'000;

/// The page's bytes, UTF-8: equal handouts give equal bytes. Its policy (Content-Security-Policy) lets
/// nothing be loaded and runs only the page's own script. Errors: TooMany steps, TooLarge a page, Cancelled.
Result<QByteArray> handoutPage(const Handout& handout, const Progress& progress = {});

} // namespace il::exporting
