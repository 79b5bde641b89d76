#include "handout.h"

#include "../figures.h"
#include "../language.h"
#include "slides.h"

#include "scene/lane_memo.h"
#include "trace/pacing.h"

#include <algorithm>

namespace il::app {
using exporting::Handout;
using exporting::HandoutCue;
using exporting::HandoutStep;
using scene::Language;
using scene::ThemeId;

namespace {

constexpr std::array languages{Language::English, Language::Chinese};

/// A text made anew for each language.
template <typename Make>
exporting::BothLanguages<QString> inBoth(const Make& make)
{
    return {make(Language::English), make(Language::Chinese)};
}

const lesson::Text& textIn(const Run& run, Language language)
{
    return run.lesson->texts[static_cast<std::size_t>(language)];
}

/// A part of the lesson's text, with its figures as they are at the end.
exporting::BothLanguages<QString> part(const Run& run, std::string lesson::Text::*member)
{
    return inBoth([&](Language language) {
        return filled(textIn(run, language).*member, run.trace(), run.trace().duration());
    });
}

std::vector<ThemeId> themesWith(ThemeId first)
{
    if (first == ThemeId::HighContrast)
        return {first};
    return {first, first == ThemeId::Paper ? ThemeId::Slate : ThemeId::Paper};
}

bool isCue(const Run& run, const Instant& at)
{
    const scene::CueMark* cue = run.cueAt(at.step);
    return cue != nullptr && cue->step == at.step;
}

/// All cues, the first and the last, and as many others as there is room for, evenly.
std::vector<Instant> sampled(const Run& run, const std::vector<Instant>& instants)
{
    const std::size_t count = instants.size(), most = exporting::maxHandoutSteps;
    if (count <= most)
        return instants;
    std::vector<bool> kept(count);
    std::size_t cues = 0;
    for (std::size_t i = 0; i < count && cues < most / 2; ++i) {
        kept[i] = isCue(run, instants[i]);
        cues += kept[i] ? 1 : 0;
    }
    const std::size_t room = most - cues;
    for (std::size_t i = 0; i < room; ++i)
        kept[(count - 1) * i / (room - 1)] = true;
    std::vector<Instant> result;
    for (std::size_t i = 0; i < count; ++i)
        if (kept[i])
            result.push_back(instants[i]);
    return result;
}

double secondsOf(const Run& run, const trace::Pacing& pacing, const Instant& at, const Instant& next)
{
    constexpr double shortest = 0.35, longest = 2;
    if (isCue(run, at))
        return cueSeconds;
    const auto wait = pacing.presentationAtStep(next.step) - pacing.presentationAtStep(at.step);
    return std::clamp(wait.count() / 1000, shortest, longest);
}

HandoutStep stepOf(const Run& run, PictureOf wanted, const Instant& at, const std::vector<ThemeId>& themes,
                   std::array<scene::LaneMemo, 2>& memos)
{
    HandoutStep step;
    wanted.step = at.step;
    wanted.now = at.now;
    for (const Language language : languages) {
        wanted.language = language;
        for (std::size_t i = 0; i < themes.size(); ++i) {
            wanted.theme = themes[i];
            step.pictures[static_cast<std::size_t>(language)].push_back(
                picture(run, wanted, &memos[static_cast<std::size_t>(language)]));
        }
    }
    return step;
}

/// Both languages have the same options in the same order.
std::optional<exporting::HandoutPrediction>
predictionOf(const Run& run, const scene::CueMark& cue,
             const exporting::BothLanguages<const lesson::CueText*>& said)
{
    if (!said[0] || !said[1] || !said[0]->prediction || !said[1]->prediction)
        return std::nullopt;
    const auto& english = *said[0]->prediction;
    const auto& chinese = *said[1]->prediction;
    const Verdict verdict = judge(english, run.trace(), cue.time);
    const auto text = [&](const std::string& markdown) { return filled(markdown, run.trace(), cue.time); };
    exporting::HandoutPrediction prediction{.question = {text(english.question), text(chinese.question)},
                                            .options = {}};
    for (std::size_t i = 0; i < std::min(english.options.size(), chinese.options.size()); ++i)
        prediction.options.push_back({.text = {text(english.options[i].text), text(chinese.options[i].text)},
                                      .right = verdict.right[i]});
    return prediction;
}

HandoutCue cueOf(const Run& run, const scene::CueMark& cue, std::size_t step)
{
    const exporting::BothLanguages<const lesson::CueText*> said{
        textOf(textIn(run, Language::English), cue.name), textOf(textIn(run, Language::Chinese), cue.name)};
    const auto textAt = [&](Language language) { return said[static_cast<std::size_t>(language)]; };
    HandoutCue result{.step = step, .caption = {}, .body = {}};
    result.caption = inBoth([&](Language language) {
        const auto* text = textAt(language);
        const QString caption = text ? plainLine(filled(text->caption, run.trace(), cue.time)) : QString();
        return caption.isEmpty() ? cue.name : caption;
    });
    result.body = inBoth([&](Language language) {
        const auto* text = textAt(language);
        return text ? filled(text->body, run.trace(), cue.time) : QString();
    });
    result.prediction = predictionOf(run, cue, said);
    return result;
}

std::vector<HandoutCue> cuesOf(const Run& run, const std::vector<Instant>& instants)
{
    std::vector<HandoutCue> cues;
    for (const scene::CueMark& cue : run.cues) {
        const std::size_t wanted = cue.step;
        const auto at = std::find_if(instants.begin(), instants.end(),
                                     [wanted](const Instant& instant) { return instant.step == wanted; });
        if (at != instants.end())
            cues.push_back(cueOf(run, cue, static_cast<std::size_t>(at - instants.begin())));
    }
    return cues;
}

/// The lesson's own words describe the run it comes with.
exporting::BothLanguages<QString> subtitleOf(const Run& run)
{
    if (!(run.options == RunOptions{}))
        return {};
    return inBoth([&](Language language) { return pick(run.shown().metadata.subtitle, language); });
}

} // namespace

std::optional<Handout> handoutOf(const Run& run, const PictureOf& wanted,
                                 const std::vector<Instant>& instants, const exporting::Progress& progress)
{
    const std::vector<Instant> shown = sampled(run, instants);
    Handout handout{
        .title = inBoth([&](Language language) { return titleOf(*run.lesson, run.script, language); }),
        .subtitle = subtitleOf(run),
        .question = part(run, &lesson::Text::question),
        .answer = part(run, &lesson::Text::answer),
        .correction = part(run, &lesson::Text::correction),
        .themes = themesWith(wanted.theme),
        .steps = {},
        .cues = cuesOf(run, shown),
        .stepsOfRun = instants.size(),
        .language = wanted.language,
    };
    const trace::Pacing pacing(run.trace());
    std::array<scene::LaneMemo, 2> memos;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        handout.steps.push_back(stepOf(run, wanted, shown[i], handout.themes, memos));
        handout.steps.back().seconds =
            secondsOf(run, pacing, shown[i], shown[std::min(i + 1, shown.size() - 1)]);
        if (progress && !progress(i + 1, shown.size()))
            return std::nullopt;
    }
    return handout;
}

} // namespace il::app
