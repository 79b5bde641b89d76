// A run at one moment as a DisplayList: the one way to a picture, for the window, the projector and the
// files.
#pragma once

#include "run.h"

#include "scene/display_list.h"
#include "scene/gate.h"
#include "scene/text_size.h"
#include "scene/theme.h"
#include "scene/words.h"

namespace il::scene {
class LaneMemo;
}

namespace il::app {

/// Everything besides the run that a picture depends on.
struct PictureOf {
    std::size_t step = 0;
    trace::SimTime now;                  ///< at or after the step's time, before the next one's
    std::string panel{};                 ///< "": the run's own
    std::string variant{};               ///< of the panel; "" or unknown: its first
    std::optional<std::size_t> choice{}; ///< number of the trace's choice that is offered
    QSizeF pixels{1920, 1080};           ///< the picture's shape; texts keep their size relative to it
    scene::ThemeId theme = scene::ThemeId::Paper;
    scene::Language language = scene::Language::English;
    scene::TextSize texts = scene::TextSize::Normal;
    std::optional<scene::Gate> gate{}; ///< a question that stands on the stage

    friend bool operator==(const PictureOf&, const PictureOf&) = default;
};

/// `memo`: kept by who draws many pictures of the run, see StageInput.
scene::DisplayList picture(const Run& run, const PictureOf& wanted, scene::LaneMemo* memo = nullptr);

/// The panel of the catalogue with that id; null when there is none.
const scene::Panel* panelOfId(const std::string& id);

/// The variant after that one, the first after the last; nothing for a panel without variants.
std::optional<scene::PanelVariant> nextVariant(const scene::Panel& panel, const std::string& id,
                                               const scene::Words& words);

/// The caption that the lesson has for this step, with its figures; empty between cues.
QString captionAt(const Run& run, std::size_t step, scene::Language language);

QString titleOf(const lesson::Lesson& lesson, std::size_t script, scene::Language language);

} // namespace il::app
