#include "picture.h"

#include "figures.h"
#include "language.h"

#include "scene/frame.h"

namespace il::app {
using namespace Qt::StringLiterals;
using scene::Language;

namespace {

/// Empty for a run that the user has changed: the lesson's words describe the one it comes with, and the
/// frame then says what this one was made with.
QString subtitleOf(const Run& run, Language language)
{
    return run.options == RunOptions{} ? pick(run.shown().metadata.subtitle, language) : QString();
}

/// The code shows each parameter's default.
QString settingsOf(const Run& run)
{
    QStringList all;
    for (const auto& [name, value] : run.options.parameters)
        all << QString::fromStdString(name) + u" = "_s + textOf(value);
    return all.join(u", "_s);
}

QString footerOf(const Run& run, const PictureOf& wanted, const scene::Panel& panel)
{
    const scene::Words& words = scene::Words::of(wanted.language);
    if (wanted.texts != scene::TextSize::Normal)
        return {}; // the caption has the strip for itself
    QString place = u"Interleave · "_s + words.translate("Panels", panel.info().title);
    if (run.cues.empty())
        return place;
    return place + u" · "_s +
           words.translate("Picture", "%1 of %2").arg(run.cuesReached(wanted.step)).arg(run.cues.size());
}

} // namespace

const scene::Panel* panelOfId(const std::string& id)
{
    for (const auto& panel : scene::panels())
        if (panel->info().id == id)
            return panel.get();
    return nullptr;
}

std::optional<scene::PanelVariant> nextVariant(const scene::Panel& panel, const std::string& id,
                                               const scene::Words& words)
{
    const std::vector<scene::PanelVariant> all = panel.variants(words);
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
        if (all[i].id == id || (i == 0 && id.empty()))
            return all[i + 1];
    return all.empty() ? std::nullopt : std::optional(all.front());
}

QString captionAt(const Run& run, std::size_t step, Language language)
{
    const scene::CueMark* cue = run.cueAt(step);
    if (cue == nullptr || cue->step != step)
        return {};
    const auto* text = textOf(run.lesson->texts[static_cast<std::size_t>(language)], cue->name);
    return text == nullptr ? QString() : plainLine(filled(text->caption, run.trace(), cue->time));
}

QString titleOf(const lesson::Lesson& lesson, std::size_t script, Language language)
{
    // Scripts of one lesson tell themselves apart by their own titles.
    const QString own = pick(lesson.scripts[script].metadata.title, language);
    return own.isEmpty() ? QString::fromStdString(lesson.texts[static_cast<std::size_t>(language)].title)
                         : own;
}

scene::DisplayList picture(const Run& run, const PictureOf& wanted, scene::LaneMemo* memo)
{
    const scene::Panel* panel = panelOfId(wanted.panel.empty() ? run.panel : wanted.panel);
    if (panel == nullptr)
        panel = scene::panels().front().get();
    const trace::View view = trace::advanced(run.trace().atStep(wanted.step), wanted.now);
    const bool bySteps = run.shown().metadata.axis == "steps";
    const scene::StageInput input{
        .trace = run.trace(),
        .view = view,
        .step = wanted.step,
        .size = scene::stageSize(wanted.pixels, wanted.texts),
        .theme = scene::Theme::of(wanted.theme),
        .words = scene::Words::of(wanted.language),
        .title = titleOf(*run.lesson, run.script, wanted.language),
        .subtitle = subtitleOf(run, wanted.language),
        .caption = captionAt(run, wanted.step, wanted.language),
        .footer = footerOf(run, wanted, *panel),
        .cues = run.cues,
        .axis = bySteps ? scene::Axis::Steps : scene::Axis::Time,
        .window = {},
        .lanes = run.lanes ? &*run.lanes : nullptr,
        .memo = memo,
        .choice = wanted.choice,
        .variant = wanted.variant,
        .settings = settingsOf(run),
        .gate = wanted.gate,
    };
    return scene::stage(input, *panel);
}

} // namespace il::app
